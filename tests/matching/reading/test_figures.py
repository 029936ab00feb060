"""Land, floor, staff, money and supplies as callers say them."""

import pytest

from districts.matching.need import Bounds
from districts.matching.reading import read

PROJECT = "Хотим построить завод. "
ENGLISH = "We want to build a plant. "

LAND = [
    ("участок 5 га", 5, 5),
    ("полтора гектара", 1.5, 1.5),
    ("два-три гектара", 2, 3),
    ("от 3 до 5 га", 3, 5),
    ("3-5га", 3, 5),
    ("не менее 7 гектаров", 7, None),
    ("до 2 га", None, 2),
    ("максимум 4 га", None, 4),
    ("гектара четыре нам хватит, ну 4 га", 4, 4),
    ("соток 80, точнее 80 соток", 0.8, 0.8),
    ("участок 20 000 кв.м под застройку", 2, 2),
    ("земельный участок площадью 15000 м2", 1.5, 1.5),
    ("пол гектара земли", 0.5, 0.5),
    ("минимум 10 га, желательно ровный рельеф", 10, None),
    ("10 га и более", 10, None),
    ("площадка 12,5 га", 12.5, 12.5),
    ("завод в Липецке стоит на 12 га, а здесь нужно 3 га", 3, 3),
    ("земли надо где-то гектаров пять-шесть", 5, 6),
    ("свыше 20 га", 20, None),
    ("не более 1,5 га", None, 1.5),
    ("2 га под цех и 1 га под склад, всего 3 га", 3, 3),
    ("We need 10 acres", 4.047, 4.047),
    ("between 4 and 6 hectares", 4, 6),
    ("at least 12 ha", 12, None),
    ("up to 3 hectares", None, 3),
    ("two and a half hectares of land", 2.5, 2.5),
    ("a plot of 25,000 sqm", 2.5, 2.5),
    ("a site of roughly 8 ha", 8, 8),
    ("our existing plant in Germany sits on 30 ha; here we need 6 ha", 6, 6),
    ("land: 4-5 ha", 4, 5),
    ("no less than 2 ha", 2, None),
    ("15+ ha", 15, None),
    ("half a hectare", 0.5, 0.5),
    ("около двадцати гектаров", 20, 20),
    ("1000000000000 га", None, None),
    ("-5 га", None, None),
]

FLOOR = [
    ("цех 1200 м2", 1200, 1200),
    ("помещение от 800 до 1000 кв. м", 800, 1000),
    ("готовое здание 3 тыс. м²", 3000, 3000),
    ("склад на 10 000 квадратов", 10000, 10000),
    ("ангар квадратов 500", 500, 500),
    ("производственное помещение до 600 кв.м.", None, 600),
    ("нужно две тысячи квадратных метров под крышей", 2000, 2000),
    ("a building of 50,000 sq ft", 4645.15, 4645.15),
    ("warehouse 12,000 sqm", 12000, 12000),
    ("workshop of at least 1500 m2", 1500, None),
    ("production hall 2 000 - 2 500 square metres", 2000, 2500),
    ("сейчас арендуем 800 м2, ищем цех 2000 м2", 2000, 2000),
    ("выпуск 100 000 м2 плитки в год, цех 5000 м2", 5000, 5000),
    ("площадь 1,5 тысячи квадратов", 1500, 1500),
]

JOBS = [
    ("40 человек", 40, 40),
    ("120 рабочих мест", 120, 120),
    ("создадим 50 новых рабочих мест", 50, 50),
    ("от 30 до 40 сотрудников", 30, 40),
    ("персонал 25 чел.", 25, 25),
    ("рабочих мест - 90", 90, 90),
    ("в группе 3000 сотрудников, здесь будет 80 рабочих мест", 80, 80),
    ("до ста человек", None, 100),
    ("не менее 200 рабочих мест", 200, None),
    ("штат 15 человек", 15, 15),
    ("двадцать пять человек", 25, 25),
    ("90 jobs", 90, 90),
    ("staff of 45", 45, 45),
    ("about 150 people will work here", 150, 150),
    ("The parent employs 2,000 people. We will create 60 jobs", 60, 60),
    ("up to 70 new jobs", None, 70),
    ("численность персонала 65", 65, 65),
    ("гостиница на 200 гостей", None, None),
    ("35 работников в две смены", 35, 35),
    ("jobs: 110", 110, 110),
]

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

CAPEX = [
    ("инвестиции 500 млн рублей", 500),
    ("бюджет 1,8 млрд руб.", 1800),
    ("вложим 300 миллионов", 300),
    ("инвестиций на 2 млрд", 2000),
    ("RUB 1.8 bn", 1800),
    ("about 450 million roubles", 450),
    ("CAPEX 900m RUB", 900),
    ("₽650 млн", 650),
    ("объем инвестиций — полтора миллиарда рублей", 1500),
    ("$12 million", None),
    ("инвестиции 5 млн евро", None),
    ("EUR 20m investment", None),
    ("20 лямов вложим", 20),
    ("выручка холдинга 3 млрд руб, инвестиции 200 млн руб", 200),
    ("аренда не дороже 300 руб за м2", None),
    ("5 миллионов долларов", None),
    ("80 000 000 руб. инвестиций", 80),
]

HAZARD = [
    ("3 класс опасности", 3),
    ("класс опасности IV", 4),
    ("II класса опасности", 2),
    ("третий класс опасности", 3),
    ("hazard class 3", 3),
    ("class IV hazard", 4),
    ("производство 4-го класса опасности", 4),
    ("СЗЗ 300 м, класс III", 3),
    ("склад класса А", None),
    ("5 класс", 5),
]


def need(text):
    return read((PROJECT if any("а" <= c <= "я" for c in text.lower()) else ENGLISH) + text).need


def test_it_works():
    got = need("3 га, 1,2 мвт, 40 человек")
    assert (got.land_ha.min, got.power_mw, got.jobs.max) == (3, 1.2, 40)


def same(got, low, high):
    close = pytest.approx
    assert got.min == (None if low is None else close(low, rel=0.01))
    assert got.max == (None if high is None else close(high, rel=0.01))


@pytest.mark.parametrize(("text", "low", "high"), LAND)
def test_land(text, low, high):
    same(need(text).land_ha, low, high)


@pytest.mark.parametrize(("text", "low", "high"), FLOOR)
def test_floor(text, low, high):
    same(need(text).building_m2, low, high)


@pytest.mark.parametrize(("text", "low", "high"), JOBS)
def test_jobs(text, low, high):
    same(need(text).jobs, low, high)


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        (field, *row)
        for field, table in (
            ("power_mw", POWER),
            ("gas_m3h", GAS),
            ("water_m3d", WATER),
            ("sewage_m3d", SEWAGE),
            ("capex_mln_rub", CAPEX),
            ("hazard_class", HAZARD),
        )
        for row in table
    ],
)
def test_one_figure(field, text, value):
    got = getattr(need(text), field)
    assert got == (None if value is None else pytest.approx(value, rel=0.01))


@pytest.mark.parametrize(
    "text",
    [
        "тел. 8 918 000 11 22",
        "+7 (861) 251-77-64",
        "ИНН 2310031475",
        "фирма основана в 1998 году",
        "завтра с 9 до 18",
        "15.03.2027",
    ],
)
def test_decoys_are_no_figures(text):
    got = need(text)
    assert got.land_ha == got.building_m2 == got.jobs == Bounds()
    assert got.power_mw is got.capex_mln_rub is got.hazard_class is None
