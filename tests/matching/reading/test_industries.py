"""Trades as callers name them, RU and EN; the expected code is the registry's."""

import time

import pytest

from districts.matching.reading import lexicon
from districts.matching.reading.industries import read_industries
from districts.matching.reading.words import normalise

CALLS = [
    ("machine_building", "завод промышленных вентиляторов и дымососов"),
    ("machine_building", "собираем погрузчики, нужен цех сборки"),
    ("machine_building", "производство насосов и компрессорных установок"),
    ("machine_building", "сборка беспилотников сельхозназначения"),
    ("machine_building", "хотим делать оборудование для нефтегазовой отрасли"),
    ("machine_building", "производство трубопроводной арматуры, задвижки"),
    ("machine_building", "plant for industrial pumps and compressors"),
    (
        "machine_building",
        "We assemble forklifts and want a second assembly plant for construction machinery",
    ),
    ("machine_building", "manufacture of hydraulic cylinders"),
    ("machine_building", "elevators and escalators factory, lifts for housing"),
    ("machine_tools", "станкостроительный завод, станки с ЧПУ"),
    ("machine_tools", "выпуск режущего инструмента и фрез"),
    ("machine_tools", "сборка токарных и фрезерных станков"),
    ("machine_tools", "CNC machine tools assembly"),
    ("machine_tools", "lathes and milling machines, Taiwanese maker"),
    ("agricultural_machinery", "завод сеялок и культиваторов"),
    ("agricultural_machinery", "производство дождевальных машин для полива"),
    ("agricultural_machinery", "сборка тракторов белорусских"),
    ("agricultural_machinery", "опрыскиватели и разбрасыватели удобрений"),
    ("agricultural_machinery", "оборудование для птицефабрик, клетки и кормушки"),
    ("agricultural_machinery", "assembly of combine harvesters"),
    ("agricultural_machinery", "factory for tillage equipment and grain dryers"),
    ("agricultural_machinery", "farm machinery: seed drills, sprayers"),
    ("food_machinery", "завод оборудования для пищевой промышленности"),
    ("food_machinery", "делаем тестомесы и печи для пекарен"),
    ("food_machinery", "производство оборудования для виноделия: прессы, танки"),
    (
        "food_machinery",
        "линии розлива изготавливаем, нужна площадка под сборку линий для пивоваров",
    ),
    ("food_machinery", "equipment for dairies and bakeries, assembly shop"),
    ("food_machinery", "we manufacture bottling lines and fillers for wineries"),
    ("food_machinery", "meat processing equipment manufacturer from Germany"),
    ("rail_engineering", "вагоноремонтное депо с цехом колесных пар"),
    ("rail_engineering", "производство грузовых вагонов и цистерн"),
    ("rail_engineering", "ремонт тепловозов и путевой техники"),
    ("rail_engineering", "freight wagon plant with bogie shop"),
    ("rail_engineering", "locomotive repair works"),
    ("shipbuilding_repair", "судоремонтный завод, слип"),
    ("shipbuilding_repair", "верфь для яхт и катеров"),
    ("shipbuilding_repair", "строим алюминиевые лодки"),
    ("shipbuilding_repair", "small shipyard for fishing vessels repair"),
    ("shipbuilding_repair", "yacht building yard"),
    ("vehicles_trailers", "сборка автобусов и электробусов"),
    ("vehicles_trailers", "полуприцепы-зерновозы, цех сварки"),
    ("vehicles_trailers", "изотермические фургоны на шасси ГАЗ"),
    ("vehicles_trailers", "завод автокомпонентов, тормозные колодки"),
    ("vehicles_trailers", "car parts plant: brake pads and seats"),
    ("vehicles_trailers", "semi-trailers and tippers assembly"),
    ("electrical_equipment", "кабельный завод"),
    ("electrical_equipment", "производство трансформаторов и КТП"),
    ("electrical_equipment", "сборка светодиодных светильников"),
    ("electrical_equipment", "литий-ионные аккумуляторы, гигафабрика"),
    ("electrical_equipment", "сборка холодильников и стиральных машин, бытовая техника"),
    ("electrical_equipment", "switchgear and low-voltage panels assembly"),
    ("electrical_equipment", "factory producing solar panels and inverters"),
    ("electrical_equipment", "power cables manufacturing"),
    ("radio_electronics", "монтаж печатных плат, электроника"),
    ("radio_electronics", "приборостроительный завод, датчики давления"),
    ("radio_electronics", "сборка серверов и ноутбуков"),
    ("radio_electronics", "PCB assembly and sensors"),
    ("radio_electronics", "consumer electronics assembly: TV sets"),
    ("metallurgy", "мини-завод по выпуску арматуры, электросталеплавильный"),
    ("metallurgy", "литейный цех, чугунное литье"),
    ("metallurgy", "экструзия алюминиевого профиля"),
    ("metallurgy", "трубный завод, сварные трубы"),
    ("metallurgy", "steel rolling mill"),
    ("metallurgy", "aluminium extrusion and casting"),
    ("metallurgy", "iron foundry"),
    ("metalworking", "цех металлоконструкций"),
    ("metalworking", "лазерная резка и гибка металла, порошковая покраска"),
    ("metalworking", "горячее цинкование"),
    ("metalworking", "производство крепежа: болты, гайки"),
    ("metalworking", "жестяная банка для консервов"),
    ("metalworking", "стальные двери и сейфы"),
    ("metalworking", "steel structures fabrication"),
    ("metalworking", "sheet metal and welding workshop"),
    ("metalworking", "hot-dip galvanizing line"),
    ("metalworking", "metal cans for canned vegetables"),
    ("chemicals", "производство лакокрасочных материалов"),
    ("chemicals", "бытовая химия и моющие средства"),
    ("chemicals", "косметика и мыло"),
    ("chemicals", "завод промышленных газов, кислород"),
    ("chemicals", "средства защиты растений, гербициды"),
    ("chemicals", "paints and coatings factory"),
    ("chemicals", "detergents and household chemicals"),
    ("chemicals", "methanol plant"),
    ("mineral_fertilisers", "завод карбамида"),
    ("mineral_fertilisers", "жидкие комплексные удобрения"),
    ("mineral_fertilisers", "NPK fertilizer blending plant"),
    ("mineral_fertilisers", "ammonia and urea complex"),
    ("pharma", "фармацевтическое производство таблеток"),
    ("pharma", "вакцины ветеринарные"),
    ("pharma", "инфузионные растворы и шприцы"),
    ("pharma", "generic medicines, tablets and capsules"),
    ("pharma", "dietary supplements and vitamins GMP"),
    ("rubber_plastics", "ПЭТ-преформа"),
    ("rubber_plastics", "литьё пластмасс под давлением, пластиковые ящики"),
    ("rubber_plastics", "полиэтиленовые трубы и фитинги"),
    ("rubber_plastics", "РТИ, резинотехнические изделия"),
    ("rubber_plastics", "стрейч-пленка"),
    ("rubber_plastics", "пластиковая упаковка для молочной продукции"),
    ("rubber_plastics", "PET preform plant"),
    ("rubber_plastics", "plastic packaging for food"),
    ("rubber_plastics", "window profiles PVC"),
    ("light_industry", "швейная фабрика"),
    ("light_industry", "обувное производство"),
    ("light_industry", "пошив спецодежды"),
    ("light_industry", "garment factory"),
    ("light_industry", "knitwear and textiles"),
    ("light_industry", "footwear assembly"),
    ("building_materials", "газобетонные блоки"),
    ("building_materials", "кирпичный завод"),
    ("building_materials", "сухие строительные смеси"),
    ("building_materials", "завод ЖБИ"),
    ("building_materials", "сэндвич-панели с минватой"),
    ("building_materials", "асфальтобетонный завод"),
    ("building_materials", "aerated concrete blocks"),
    ("building_materials", "ceramic tiles factory"),
    ("building_materials", "gypsum plasterboard plant"),
    ("cement", "цементный завод"),
    ("cement", "cement grinding plant"),
    ("glass", "стеклотарный завод"),
    ("glass", "закаленное стекло, стеклопакеты"),
    ("glass", "glass bottles for wine"),
    ("glass", "float glass line"),
    ("forestry_woodworking", "лесопилка и пеллеты"),
    ("forestry_woodworking", "производство ЛДСП и МДФ"),
    ("forestry_woodworking", "деревянные поддоны"),
    ("forestry_woodworking", "бондарное производство, дубовые бочки"),
    ("forestry_woodworking", "plywood mill"),
    ("forestry_woodworking", "sawmill with drying kilns"),
    ("furniture", "мебельная фабрика, кухни из ЛДСП"),
    ("furniture", "матрасы и диваны"),
    ("furniture", "upholstered furniture production"),
    ("paper_packaging", "гофрокартон и гофротара"),
    ("paper_packaging", "туалетная бумага и салфетки"),
    ("paper_packaging", "картонная упаковка для пищевых продуктов"),
    ("paper_packaging", "типография, этикетка для вина"),
    ("paper_packaging", "corrugated boxes for fruit"),
    ("paper_packaging", "tissue paper mill"),
    ("food_processing", "консервный завод, горошек и кукуруза"),
    ("food_processing", "мукомольное производство"),
    ("food_processing", "мясокомбинат"),
    ("food_processing", "сыроварня"),
    ("food_processing", "комбикормовый завод"),
    ("food_processing", "шоковая заморозка ягод"),
    ("food_processing", "детское питание, пюре"),
    ("food_processing", "глубокая переработка пшеницы: клейковина, крахмал"),
    ("food_processing", "хотим делать чипсы и снеки"),
    ("food_processing", "vegetable cannery"),
    ("food_processing", "deep processing of corn"),
    ("food_processing", "poultry slaughter and processing"),
    ("food_processing", "sunflower oil extraction"),
    ("food_processing", "pet food plant"),
    ("beverages_wine", "винодельня на 500 тысяч бутылок"),
    ("beverages_wine", "розлив минеральной воды"),
    ("beverages_wine", "пивоварня крафтовая"),
    ("beverages_wine", "завод соков прямого отжима"),
    ("beverages_wine", "winery with tasting room"),
    ("beverages_wine", "soft drinks bottling"),
    ("beverages_wine", "craft brewery"),
    ("beverages_wine", "juice plant"),
    ("oil_refining", "мини-НПЗ"),
    ("oil_refining", "битумный терминал с производством битума"),
    ("oil_refining", "смазочные масла, блендинг моторных масел"),
    ("oil_refining", "bitumen production unit"),
    ("oil_refining", "lubricants blending plant"),
    ("recycling", "переработка шин в крошку"),
    ("recycling", "мусоросортировочный комплекс"),
    ("recycling", "переработка ПЭТ бутылок во флекс"),
    ("recycling", "площадка для приема металлолома"),
    ("recycling", "plastic waste recycling"),
    ("recycling", "end-of-life tyre pyrolysis"),
    ("recycling", "waste sorting plant"),
    ("logistics_port", "склад класса А, распределительный центр"),
    ("logistics_port", "зерновой терминал, перевалка"),
    ("logistics_port", "элеватор на 50 тысяч тонн"),
    ("logistics_port", "овощехранилище"),
    ("logistics_port", "фулфилмент центр для маркетплейсов"),
    ("logistics_port", "cold storage for fruit"),
    ("logistics_port", "container terminal"),
    ("logistics_port", "distribution centre for a retail chain"),
    ("agriculture", "тепличный комплекс, огурцы и томаты"),
    ("agriculture", "молочная ферма на 1200 коров"),
    ("agriculture", "интенсивный яблоневый сад"),
    ("agriculture", "птицефабрика, бройлер"),
    ("agriculture", "выращивание шампиньонов"),
    ("agriculture", "закладка виноградников"),
    ("agriculture", "greenhouses for cucumbers"),
    ("agriculture", "pig farm"),
    ("agriculture", "blueberry plantation"),
    ("fisheries_aquaculture", "форелевое хозяйство, УЗВ"),
    ("fisheries_aquaculture", "мидийная ферма, устрицы"),
    ("fisheries_aquaculture", "разведение осетра"),
    ("fisheries_aquaculture", "shrimp farm"),
    ("fisheries_aquaculture", "trout in recirculating systems"),
    ("mining_quarrying", "карьер по добыче щебня"),
    ("mining_quarrying", "добыча песка, пгс"),
    ("mining_quarrying", "limestone quarry"),
    ("mining_quarrying", "crushed stone and gravel extraction"),
    ("energy", "солнечная электростанция"),
    ("energy", "ветропарк"),
    ("energy", "газопоршневая мини-ТЭЦ"),
    ("energy", "wind farm"),
    ("energy", "biogas station on manure"),
    ("energy", "solar power plant 30 MW"),
    ("tourism_hospitality", "гостиница 4 звезды"),
    ("tourism_hospitality", "глэмпинг в горах"),
    ("tourism_hospitality", "база отдыха у моря"),
    ("tourism_hospitality", "аквапарк"),
    ("tourism_hospitality", "spa hotel"),
    ("tourism_hospitality", "water park and entertainment complex"),
    ("it_services", "дата-центр"),
    ("it_services", "ЦОД на 200 стоек"),
    ("it_services", "офис для программистов, разработка софта"),
    ("it_services", "data center for crypto mining"),
    ("it_services", "call center for 300 agents"),
    ("construction_development", "жилой комплекс, многоквартирные дома"),
    ("construction_development", "девелопер, бизнес-центр"),
    ("construction_development", "база строительной компании"),
    ("construction_development", "housing development with townhouses"),
    ("construction_development", "private industrial park developer"),
    ("trade_retail", "торговый центр"),
    ("trade_retail", "сеть супермаркетов, новый гипермаркет"),
    ("trade_retail", "оптово-розничный рынок"),
    ("trade_retail", "DIY hypermarket"),
    ("trade_retail", "car dealership"),
    ("health_services", "санаторий с лечебной базой"),
    ("health_services", "частная клиника"),
    ("health_services", "реабилитационный центр"),
    ("health_services", "diagnostic clinic"),
    ("health_services", "nursing home for elderly people"),
]

CUSTOMERS = [
    ("metalworking", "food_processing", "жестяные банки для консервных заводов края"),
    ("paper_packaging", "beverages_wine", "гофрокороба для виноделов"),
    ("agricultural_machinery", "agriculture", "сборка сельхозтехники для ферм"),
    ("glass", "food_processing", "стеклобанка для консервных заводов"),
    ("building_materials", "energy", "кирпичный завод рядом с электростанцией"),
    ("food_machinery", "food_processing", "machines for food processing plants"),
    ("vehicles_trailers", "agriculture", "trailers for farmers"),
]

NOTHING = [
    "",
    "здравствуйте, перезвоните мне пожалуйста",
    "hello, please call me back tomorrow",
    "нужен участок 5 га, газ, 2 МВт, желательно ближе к трассе",
    "We need 3 ha with gas and rail near the port",
]


def guess(text):
    return read_industries(normalise(text), lexicon.default())


def test_it_works():
    first = guess("хотим построить консервный завод")[0]
    assert first.code == "food_processing"
    assert first.confidence > 0.5
    assert first.words == ("консервный",)


@pytest.mark.parametrize(("code", "text"), CALLS)
def test_trade_is_named(code, text):
    assert [g.code for g in guess(text)][:1] == [code]


@pytest.mark.parametrize(("code", "customer", "text"), CUSTOMERS)
def test_customers_trade_is_not_the_callers(code, customer, text):
    guesses = guess(text)
    assert guesses[0].code == code
    assert all(g.confidence < guesses[0].confidence for g in guesses if g.code == customer)


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_guessed_without_a_trade(text):
    assert guess(text) == ()


def test_two_trades_stand_in_order():
    codes = [g.code for g in guess("винодельня и при ней гостиница на 30 номеров")]
    assert codes[:2] == ["beverages_wine", "tourism_hospitality"]


def test_three_at_most():
    text = "сыр, вино, мебель, кирпич, обувь, гостиница, цемент"
    assert len(guess(text)) <= 3


def test_refused_trade_is_left_out():
    assert "logistics_port" not in [g.code for g in guess("нужен не склад, а пекарня")]


def test_it_is_fast_after_warm_up():
    text = normalise(
        "Цех металлоконструкций, 3 га, свет 1,2 мвт, газ не нужен, под Белореченском. 40 человек"
    )
    known = lexicon.default()
    read_industries(text, known)
    best = min(_seconds(text, known) for _ in range(200))
    assert best < 200e-6


def _seconds(text, known):
    start = time.perf_counter()
    read_industries(text, known)
    return time.perf_counter() - start
