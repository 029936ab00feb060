"""The trades next to a trade: what a caller may mean whose words name only one.

They are offered behind what was read, without words of their own, and never assumed.
"""

KINDRED = {
    "machine_building": ("metalworking", "electrical_equipment"),
    "machine_tools": ("machine_building", "metalworking"),
    "agricultural_machinery": ("machine_building", "agriculture"),
    "food_machinery": ("machine_building", "food_processing"),
    "rail_engineering": ("machine_building", "metalworking"),
    "shipbuilding_repair": ("machine_building", "metalworking"),
    "vehicles_trailers": ("machine_building", "metalworking"),
    "electrical_equipment": ("radio_electronics", "machine_building"),
    "radio_electronics": ("electrical_equipment", "machine_building"),
    "metallurgy": ("metalworking", "recycling"),
    "metalworking": ("metallurgy", "machine_building"),
    "chemicals": ("rubber_plastics", "mineral_fertilisers"),
    "mineral_fertilisers": ("chemicals", "agriculture"),
    "pharma": ("chemicals", "health_services"),
    "rubber_plastics": ("chemicals", "paper_packaging"),
    "light_industry": ("furniture", "chemicals"),
    "building_materials": ("mining_quarrying", "cement"),
    "cement": ("building_materials", "mining_quarrying"),
    "glass": ("building_materials", "chemicals"),
    "forestry_woodworking": ("furniture", "paper_packaging"),
    "furniture": ("forestry_woodworking", "light_industry"),
    "paper_packaging": ("rubber_plastics", "forestry_woodworking"),
    "food_processing": ("agriculture", "beverages_wine"),
    "beverages_wine": ("food_processing", "agriculture"),
    "oil_refining": ("chemicals", "logistics_port"),
    "recycling": ("rubber_plastics", "metallurgy"),
    "logistics_port": ("trade_retail", "agriculture"),
    "agriculture": ("food_processing", "fisheries_aquaculture"),
    "fisheries_aquaculture": ("food_processing", "agriculture"),
    "mining_quarrying": ("building_materials", "cement"),
    "energy": ("electrical_equipment", "construction_development"),
    "tourism_hospitality": ("construction_development", "health_services"),
    "it_services": ("radio_electronics", "energy"),
    "construction_development": ("building_materials", "logistics_port"),
    "trade_retail": ("logistics_port", "food_processing"),
    "health_services": ("tourism_hospitality", "pharma"),
}
"""By trade, the likelier first."""
