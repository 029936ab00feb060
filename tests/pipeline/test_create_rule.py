"""The head adds a rule behind the others."""

import pytest

from leads import flow
from leads.models import RoutingRule, RuleSet
from tests.world import AT, boris, gleb, make_industry, make_inquiry, make_rule, maria

pytestmark = pytest.mark.django_db


def url():
    return f"/pipeline/routing/sets/{RuleSet.objects.get(in_force=True).pk}/rules/new/"


def test_it_works(client):
    make_rule("first", maria(), language="zh")
    make_industry("food_processing")
    client.force_login(gleb())
    given = {
        "name": "Еда до 50 млн",
        "officers": [boris().officer.pk],
        "industries": ["food_processing"],
        "capex_below_mln_rub": "50,5",
    }
    assert client.post(url(), given).url == "/pipeline/routing/"
    rule = RoutingRule.objects.get(name="Еда до 50 млн")
    assert (rule.position, rule.capex_below_mln_rub, rule.active) == (2, 50.5, True)
    version = rule.versions.get()
    assert (version.number, version.by) == (1, "Gleb")
    assert version.said["industries"] == ["food_processing"]
    assert flow.route(make_inquiry(language="ru"), at=AT).rule is None


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({"name": " "}, "name"),
        ({"capex_from_mln_rub": "x"}, "capex_from_mln_rub"),
        ({"capex_from_mln_rub": "50", "capex_below_mln_rub": "50"}, "capex_below_mln_rub"),
        ({"officers": ["999999"]}, "officers"),
        ({"industries": ["\x00"]}, "industries"),
        ({"language": "xx"}, "language"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(client, given, wrong):
    client.force_login(gleb())
    page = client.post(url(), {"name": "Моё правило"} | given)
    assert page.status_code == 422
    assert wrong in page.context["form"].errors
    assert wrong == "name" or "Моё правило" in page.content.decode()
    assert not RoutingRule.objects.filter(rule_set__in_force=True).exists()


def test_who_may_not(client):
    client.force_login(maria())
    assert client.post(url(), {"name": "x"}).status_code == 403
