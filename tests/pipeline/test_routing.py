"""The page of the rules in force, with the other sets beside."""

import pytest

from leads.models import RuleSet
from tests.world import (
    AT,
    andrey,
    boris,
    gleb,
    make_district,
    make_industry,
    make_rule,
    maria,
    olga,
    xenia,
)

pytestmark = pytest.mark.django_db
URL = "/pipeline/routing/"


def test_it_works(client):
    maria(), make_industry("food_processing"), make_district("abinsky")
    make_rule("Еда", maria(), industries=["food_processing"], districts=["abinsky"], language="en")
    make_rule("Крупные", boris(), capex_from_mln_rub=100.0).switch(on=False, by=gleb(), at=AT)
    client.force_login(gleb())
    page = client.get(URL + "?lang=en")
    first, second = page.context["rows"]
    assert first.conditions == [
        "language: English",
        "industries: Food Processing",
        "districts: Abinsky District",
    ]
    assert (first.officers, second.conditions) == (["Maria"], ["investment from 100 mln ₽"])
    html = page.content.decode()
    for words in ("Пример: пороги вложений", "superseded", "in force", "Switch on"):
        assert words in html, words


@pytest.mark.parametrize("who", [maria, olga, andrey, xenia])
def test_those_who_may_not(client, who):
    client.force_login(who())
    assert client.get(URL).status_code == 403


def test_without_rules_it_says_who_gets_everything(client):
    client.force_login(gleb())
    assert "the whole office" in client.get(URL + "?lang=en").content.decode()


def test_a_rule_that_names_nobody_is_marked(client):
    make_rule("Пусто")
    client.force_login(gleb())
    assert "nobody named" in client.get(URL + "?lang=en").content.decode()


def test_it_costs_the_same_whatever_the_rules(client, django_assert_max_num_queries):
    client.force_login(gleb())
    for n in range(12):
        make_rule(f"rule {n}", maria())
    with django_assert_max_num_queries(9):
        client.get(URL)


def test_names_are_never_markup(client):
    make_rule("<script>alert(1)</script>").remove(at=AT)
    RuleSet.objects.get(in_force=True).copy("<b>x</b>", by=gleb(), at=AT)
    client.force_login(gleb())
    html = client.get(URL).content.decode()
    assert "<script>alert" not in html
    assert "<b>x" not in html
