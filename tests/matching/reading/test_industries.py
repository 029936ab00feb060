"""Trades as callers name them, RU and EN; the expected code is the registry's."""

import time

import pytest

from districts.matching.need import Need
from districts.matching.reading import lexicon
from districts.matching.reading.industries import read_industries
from districts.matching.reading.words import normalise

from .trades import CALLS

UNUSUAL = [
    ("agriculture", "ферма черной львинки, личинки на белок"),
    ("agriculture", "insect protein farm"),
    ("agricultural_machinery", "milking robots and feed mixer wagons"),
    ("beverages_wine", "комбуча и холодный чай в жестяной банке"),
    ("building_materials", "базальтовая арматура и фиброцемент"),
    ("chemicals", "эфирные масла и сухой лед"),
    ("chemicals", "toothpaste filling line"),
    ("construction_development", "склады под аренду, light industrial"),
    ("electrical_equipment", "сборка электрощитов, шкафы управления"),
    ("energy", "agrivoltaic station over vineyards"),
    ("fisheries_aquaculture", "спирулина и хлорелла, выращивание"),
    ("food_machinery", "печи для пиццы и пароконвектоматы"),
    ("food_processing", "чурчхела и пастила"),
    ("food_processing", "tahini and halva from sesame"),
    ("forestry_woodworking", "CLT панели и клееная балка"),
    ("furniture", "школьные парты и стулья"),
    ("glass", "hand-blown Christmas baubles"),
    ("health_services", "хоспис и паллиативная помощь"),
    ("it_services", "киберспортивная студия, разработка игр"),
    ("light_industry", "рыболовные сети и канаты"),
    ("logistics_port", "стоянка большегрузов с пакгаузом"),
    ("machine_building", "чиллеры и тепловые насосы"),
    ("machine_tools", "твердосплавные пластины и сверла"),
    ("metallurgy", "чугунные люки, вагранка"),
    ("metalworking", "nuts and bolts factory"),
    ("mineral_fertilisers", "гуматы и жидкие подкормки"),
    ("mining_quarrying", "salt evaporation ponds"),
    ("oil_refining", "gas condensate splitter"),
    ("paper_packaging", "яичные лотки из формованного волокна"),
    ("pharma", "капли глазные и мази"),
    ("radio_electronics", "теплосчетчики и умные счетчики"),
    ("rail_engineering", "brake blocks and couplers for locomotives"),
    ("recycling", "разборка старых аккумуляторов"),
    ("rubber_plastics", "еврокубы и канистры, выдув"),
    ("shipbuilding_repair", "сапборды и надувные лодки"),
    ("tourism_hospitality", "вейк-парк с домиками"),
    ("trade_retail", "дарк-стор и пункт выдачи"),
    ("vehicles_trailers", "golf carts assembly"),
]

ORDINARY = [
    "телефон для связи, номер в приложении, часы работы с 9 до 18",
    "площадь 3000 square meters, ready gates, loading dock, near the quay",
    "it would suit us, we still lead the team and match the code",
    "нужно электричество, отопление, ограждение, ворота, навес и парковка",
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


@pytest.mark.parametrize(("code", "text"), [*CALLS, *UNUSUAL])
def test_trade_is_named(code, text):
    assert [g.code for g in guess(text)][:1] == [code]


@pytest.mark.parametrize(("code", "customer", "text"), CUSTOMERS)
def test_customers_trade_is_not_the_callers(code, customer, text):
    guesses = guess(text)
    assert guesses[0].code == code
    assert all(g.confidence < guesses[0].confidence for g in guesses if g.code == customer)


@pytest.mark.parametrize("text", [*NOTHING, *ORDINARY])
def test_nothing_is_guessed_without_a_trade(text):
    assert guess(text) == ()


def test_two_trades_stand_in_order():
    codes = [g.code for g in guess("винодельня и при ней гостиница на 30 номеров")]
    assert codes[:2] == ["beverages_wine", "tourism_hospitality"]


def test_a_weaker_trade_stands_after_the_first():
    first, *further = guess("завод оборудования для пищевой промышленности, литье и сварка")
    assert first.code == "food_machinery"
    assert further
    assert all(other.confidence < first.confidence for other in further)


def test_who_decides_gives_way_to_what_is_decided():
    assert guess("застройщик жилья заходит в осетроводство")[0].code == "fisheries_aquaculture"


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


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("agriculture", "tomato greenhouse with supplementary lighting"),
        ("pharma", "a blister packing line for tablets"),
        ("food_processing", "baby food, fruit purees in pouches"),
        ("electrical_equipment", "lighting, 2 ha"),
        ("rubber_plastics", "pouches, 2 ha"),
    ],
)
def test_a_common_word_weighs_little_but_alone_names_its_trade(code, text):
    assert guess(text)[0].code == code


def test_trades_next_to_the_one_named_fill_the_list_and_are_never_assumed():
    codes = [one.code for one in guess("строим завод крепежа")]
    assert codes == ["metalworking", "metallurgy", "machine_building"]
    assert Need(industries=guess("строим завод крепежа")).confident(0.05).industries == (
        guess("строим завод крепежа")[0],
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [("хотим производить маски", "light_industry"), ("a factory for masks", "light_industry")],
)
def test_a_faint_word_counts_where_the_thing_is_made(text, code):
    assert guess(text)[0].code == code
    assert guess(text.split()[-1] + " - где купить") == ()
