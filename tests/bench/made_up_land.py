"""Made-up catalogues and needs of any size, the same for the same seed."""

import random

from districts.matching.need import Bounds, IndustryGuess, Need
from districts.matching.rows import DistrictRow, IndustryRow, ParkRow, PriorityRow, ShipmentRow
from districts.matching.snapshot import KINDS, RAILS, STAGES

INDUSTRIES = 36


def rows(districts: int, parks: int, seed: int = 1) -> dict[str, list]:
    """Rows by the names of `Snapshot.compile`; about one figure in seven is unknown."""
    dice = random.Random(seed)

    def perhaps(value):
        return value if dice.random() > 0.15 else None

    def industry():
        return f"i{dice.randrange(INDUSTRIES):02}"

    ids = [f"d{n:04}" for n in range(districts)]
    return {
        "industries": [
            IndustryRow(f"i{n:02}", f"i{n - n % 6:02}" if n % 6 else None, (str(10 + n),))
            for n in range(INDUSTRIES)
        ],
        "districts": [
            DistrictRow(
                name,
                population=dice.randint(20_000, 400_000),
                employees_manufacturing=perhaps(dice.randint(100, 9_000)),
                sea_port=perhaps(dice.random() < 0.1),
                railway=perhaps(dice.random() < 0.7),
                airport=perhaps(dice.random() < 0.1),
                federal_highway=perhaps(dice.random() < 0.5),
                neighbours=tuple(dice.sample(ids, 4)),
            )
            for name in ids
        ],
        "priorities": [
            PriorityRow(name, industry(), basis, round(dice.random(), 2))
            for name in ids
            for basis in ("official", "official", "evidence", "evidence", "evidence")
        ],
        "shipments": [ShipmentRow(n, 2023, round(dice.expovariate(0.1), 1)) for n in ids[::4]],
        "parks": [
            ParkRow(
                f"p{n:05}",
                dice.choice(ids),
                kind=perhaps(dice.choice(KINDS)),
                stage=perhaps(dice.choice(STAGES)),
                area_total_ha=perhaps(round(dice.uniform(20, 300), 1)),
                area_free_ha=perhaps(round(dice.uniform(0, 20), 1)),
                largest_plot_ha=perhaps(round(dice.uniform(0, 15), 1)),
                power_free_mw=perhaps(round(dice.uniform(0, 30), 1)),
                gas_free_m3h=perhaps(dice.randint(0, 3000)),
                water_free_m3d=perhaps(dice.randint(0, 3000)),
                sewage_free_m3d=perhaps(dice.randint(0, 2000)),
                rail=perhaps(dice.choice(RAILS)),
                hazard_class_accepted=perhaps(dice.randint(1, 5)),
                port_km=perhaps(dice.randint(0, 400)),
                highway_km=perhaps(dice.randint(0, 60)),
                airport_km=perhaps(dice.randint(0, 200)),
                industries=tuple({industry() for _ in range(dice.randrange(4))}),
                offered=True,
            )
            for n in range(parks)
        ],
    }


def needs(count: int, districts: int, seed: int = 2) -> list[Need]:
    """Needs as callers have them: an industry, land, some utilities, sometimes places."""
    dice = random.Random(seed)

    def perhaps(chance, value):
        return value if dice.random() < chance else None

    def places():
        return tuple(f"d{dice.randrange(districts):04}" for _ in range(2))

    return [
        Need(
            industries=tuple(
                IndustryGuess(f"i{dice.randrange(INDUSTRIES):02}", confidence)
                for confidence in (0.9, 0.5, 0.2)[: dice.randrange(4)]
            ),
            land_ha=Bounds(perhaps(0.8, round(dice.uniform(0.5, 12), 1)), None),
            power_mw=perhaps(0.6, round(dice.uniform(0.3, 15), 1)),
            gas=perhaps(0.5, True),
            gas_m3h=perhaps(0.3, dice.randint(50, 1500)),
            water_m3d=perhaps(0.3, dice.randint(10, 1500)),
            sewage_m3d=perhaps(0.2, dice.randint(10, 1000)),
            rail=perhaps(0.3, True),
            port=perhaps(0.2, True),
            highway=perhaps(0.2, True),
            airport=perhaps(0.1, True),
            kinds=perhaps(0.2, ("industrial_park", "plot")) or (),
            start_year=perhaps(0.2, dice.randint(2026, 2029)),
            hazard_class=perhaps(0.3, dice.randint(2, 5)),
            districts_wanted=perhaps(0.4, places()) or (),
            districts_excluded=perhaps(0.2, places()) or (),
        )
        for _ in range(count)
    ]
