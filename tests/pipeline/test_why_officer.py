"""Who would get an inquiry that nobody has sent, and why not the others."""

import pytest

from leads.models import Officer
from tests.world import boris, gleb, make_industry, make_rule, make_user, maria, olga

pytestmark = pytest.mark.django_db
URL = "/pipeline/routing/why/"


def test_it_works(client):
    maria(), boris(), make_industry("food_processing")
    make_rule("Еда", boris(), industries=["food_processing"], capex_from_mln_rub=50.0)
    client.force_login(gleb())
    page = client.get(URL + "?language=en&industry=food_processing&capex=60&lang=en")
    assert page.context["decision"].officer == boris().officer
    assert [step.title for step in page.context["steps"]] == ["Rule: Еда"]
    page = client.get(f"{URL}?language=en&capex=40&known_to={maria().officer.pk}")
    assert page.context["decision"].officer == maria().officer
    assert page.context["decision"].candidates[0]["known"] is True


def test_at_another_hour(client):
    Officer.objects.create(user=make_user("day", "manager"))
    client.force_login(gleb())
    page = client.get(URL + "?on=2027-03-12&clock=22:30&lang=en")
    assert page.context["decision"].officer is None
    assert "is off shift" in page.content.decode()
    assert page.context["begins"].isoformat() == "2027-03-15T09:00:00+03:00"
    assert client.get(URL + "?on=2027-03-12&clock=9").context["decision"].officer is not None


def test_before_anything_is_asked_it_answers_nothing(client):
    client.force_login(gleb())
    assert "decision" not in client.get(URL).context


@pytest.mark.parametrize(
    "query", ["language=xx", "capex=abc", "known_to=999999", "clock=25:00", "on=%00", "industry=x"]
)
def test_what_is_wrong_is_said(client, query):
    client.force_login(gleb())
    page = client.get(f"{URL}?{query}")
    assert page.status_code == 422
    assert "decision" not in page.context


@pytest.mark.parametrize("who", [maria, olga])
def test_who_may_not(client, who):
    client.force_login(who())
    assert client.get(URL).status_code == 403
