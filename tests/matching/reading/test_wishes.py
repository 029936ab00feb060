"""Gas, rail and port: wanted, refused, silent, said both ways."""

import pytest

from districts.matching.reading import read

WISHES = [
    ("газ нужен", {"gas": True}),
    ("газ не нужен", {"gas": False}),
    ("без газа", {"gas": False}),
    ("газ необязателен", {"gas": False}),
    ("газ: нет", {"gas": False}),
    ("газ есть - хорошо, нет - не страшно, желателен газ", {"gas": True}),
    ("без газа никак", {"gas": True}),
    ("ни газ, ни ж/д не нужны", {"gas": False, "rail": False}),
    ("газ и железная дорога не нужны", {"gas": False, "rail": False}),
    ("газ обязательно, ж/д не важна", {"gas": True, "rail": False}),
    ("нужен газ, ж/д ветка не нужна", {"gas": True, "rail": False}),
    ("газ нужен, а жд нет", {"gas": True, "rail": False}),
    ("жд тупик обязателен", {"rail": True}),
    ("подъездные пути желательны", {"rail": True}),
    ("желательно рядом железнодорожная станция", {"rail": True}),
    ("железка не принципиальна", {"rail": False}),
    ("ж.д. без разницы", {"rail": False}),
    ("рядом порт", {"port": True}),
    ("порт не интересует", {"port": False}),
    ("экспорт через морской порт", {"port": True}),
    ("газ 300 м3/ч", {"gas": True}),
    ("2 га, 500 кВт", {"gas": None, "rail": None, "port": None}),
    ("производство газобетона", {"gas": None}),
    ("экспортируем продукцию, аэропорт рядом", {"port": None, "airport": True}),
    ("газ нам не потребуется, железная дорога тоже", {"gas": False, "rail": False}),
    ("обойдемся без газа и железной дороги", {"gas": False, "rail": False}),
    ("газификация участка обязательна", {"gas": True}),
    ("природный газ не требуется, отопление электрическое", {"gas": False}),
    ("нужны газ, вода и ж/д ветка", {"gas": True, "rail": True}),
    ("gas is required", {"gas": True}),
    ("no gas needed", {"gas": False}),
    ("gas is not needed", {"gas": False}),
    ("no need for gas or rail", {"gas": False, "rail": False}),
    ("neither gas nor rail is needed", {"gas": False, "rail": False}),
    ("rail siding is a must", {"rail": True}),
    ("rail access would be a plus", {"rail": True}),
    ("rail not required, port nearby preferred", {"rail": False, "port": True}),
    ("we don't need a railway", {"rail": False}),
    ("railway is irrelevant", {"rail": False}),
    ("gas would be nice to have", {"gas": True}),
    ("without gas", {"gas": False}),
    ("we need a deep-sea port", {"port": True}),
    ("port access is not important for us", {"port": False}),
    ("gas supply 500 m3/h, no rail", {"gas": True, "rail": False}),
    ("we can do without gas", {"gas": False}),
    ("whether there is rail or not does not matter", {"rail": False}),
    ("it doesn't matter if there is gas", {"gas": False}),
    ("неважно, есть газ или нет", {"gas": False}),
    ("все равно, есть ли железная дорога", {"rail": False}),
    ("наличие газа значения не имеет", {"gas": False}),
    ("газ нам не критичен", {"gas": False}),
    ("газа не надо", {"gas": False}),
    ("ж/д не надо, газ 200 кубов в час", {"rail": False, "gas": True}),
    ("rail is nice but not essential", {"rail": True}),
    ("gas yes, rail no", {"gas": True, "rail": False}),
    ("газ да, жд нет", {"gas": True, "rail": False}),
    ("gas - yes; railway - no; port - no", {"gas": True, "rail": False, "port": False}),
    ("нужен выход к морю, причал", {"port": True}),
    ("газ не треб.", {"gas": False}),
    ("электричество вместо газа", {"gas": False}),
    ("газ не подойдет, только свет", {"gas": False}),
    ("примыкание обязательно", {"rail": True}),
    ("земля с веткой", {"rail": True}),
    ("rail grinders assembly", {"rail": None}),
    ("no railway, no port, gas 200 m3/h", {"rail": False, "port": False, "gas": True}),
]


def wishes(text):
    lead = (
        "Хотим построить завод. " if any("а" <= c <= "я" for c in text) else "We plan a new plant. "
    )
    return read(lead + text)


def test_it_works():
    assert wishes("газ нужен").need.gas is True


@pytest.mark.parametrize(("text", "expected"), WISHES)
def test_wish(text, expected):
    need = wishes(text).need
    assert {name: getattr(need, name) for name in expected} == expected


@pytest.mark.parametrize("text", ["газ нужен, газ не нужен", "Gas is needed. Gas is not needed."])
def test_said_both_ways_is_unknown_and_shown(text):
    reading = wishes(text)
    assert reading.need.gas is None
    assert reading.contradictions == ("gas",)
    assert len(reading.evidence["gas"]) == 2
