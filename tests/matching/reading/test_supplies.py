"""Power, gas, water and sewage in their units."""

import pytest

from .callers import assert_figure, need

POWER = [
    ("2 МВт", 2),
    ("500 кВт", 0.5),
    ("1,2 мвт", 1.2),
    ("два с половиной мегаватта", 2.5),
    ("электричество 4 MW", 4),
    ("трансформатор 630 кВА", 0.63),
    ("6 MVA", 6),
    ("полмегаватта", 0.5),
    ("750kW", 0.75),
    ("не менее 3 МВт", 3),
    ("СЭС мощностью 50 МВт", None),
    ("солнечная станция 30 МВт, на собственные нужды 200 кВт", 0.2),
    ("wind farm of 100 MW", None),
    ("gas-fired CHP, generation 25 MW, own consumption 2 MW", 2),
    ("потребление 5000000 кВт*ч в год", None),
    ("киловатт 300 хватит, 300 кВт", 0.3),
    ("тысяча киловатт", 1),
    ("five megawatts", 5),
    ("трансформаторы до 2500 кВА, свет 1,6 МВт", 1.6),
]

GAS = [
    ("газ 600 м3/ч", 600),
    ("600 Nm3/h of gas", 600),
    ("газа 300 кубов в час", 300),
    ("1,2 тыс. м³/час природного газа", 1200),
    ("natural gas at 1,500 m3 per hour", 1500),
    ("газ нужен, 250 кубометров в час", 250),
    ("газ - 80 нм3/ч", 80),
]

WATER = [
    ("вода 200 м3/сут", 200),
    ("15 м3/ч воды круглосуточно", 360),
    ("воды 50 кубов в сутки", 50),
    ("водоснабжение 5 л/с", 432),
    ("water 300 m3/day", 300),
    ("120 cubic metres of water a day", 120),
    ("вода 3000 кубов в месяц", 100),
    ("2 l/s of process water", 172.8),
    ("газ 400 м3/ч, вода 60 м3/сут, стоки 40 м3/сут", 60),
    ("water 10 m3/h", 240),
]

SEWAGE = [
    ("вода 100 м3/сут, стоки 80 м3/сут", 80),
    ("водоотведение 45 кубов в сутки", 45),
    ("sewage 30 m3/day", 30),
]


def test_it_works():
    got = need("1,2 мвт, газ 600 м3/ч")
    assert (got.power_mw, got.gas_m3h) == (1.2, 600)


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        *(("power_mw", *row) for row in POWER),
        *(("gas_m3h", *row) for row in GAS),
        *(("water_m3d", *row) for row in WATER),
        *(("sewage_m3d", *row) for row in SEWAGE),
    ],
)
def test_supply(field, text, value):
    assert_figure(getattr(need(text), field), value)
