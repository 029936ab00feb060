"""Investment in million roubles."""

import pytest

from districts.matching.reading import read

from .callers import assert_figure, need

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
    ("жд нужна, 150 чел, 1,2 млрд", 1200),
    ("вложения 1 млрд 200 млн руб", 1200),
    ("выручка холдинга 3 млрд руб, инвестиции 200 млн руб", 200),
    ("аренда не дороже 300 руб за м2", None),
    ("5 миллионов долларов", None),
    ("80 000 000 руб. инвестиций", 80),
]


def test_it_works():
    assert_figure(need("инвестиции 500 млн рублей").capex_mln_rub, 500)


@pytest.mark.parametrize(("text", "value"), CAPEX)
def test_capex(text, value):
    assert_figure(need(text).capex_mln_rub, value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Завод красок, 3 га, инвестиции 20 млн евро", "20 млн евро"),
        ("We invest $15 million in a paint plant, 3 ha", "$15 million"),
        ("Завод красок, 3 га, выручка 5 млн долларов", ""),
        ("Завод красок 3 га, инвестиции 300 млн руб, оборудование на 2 млн евро", ""),
        ("Станок стоит 30 000 евро, строим цех 500 м2 мебели", ""),
    ],
)
def test_an_investment_in_another_currency_is_told(text, words):
    reading = read(text)
    assert reading.foreign_capex == words
    assert reading.need.capex_mln_rub == (300 if "300" in text else None)
