"""The head changes a rule; each change is a version, and decisions say by which they were taken."""

import pytest

from leads import flow
from leads.models import RuleSet
from tests.world import AT, boris, gleb, make_inquiry, make_rule, maria

pytestmark = pytest.mark.django_db


def url(rule):
    return f"/pipeline/routing/rules/{rule.pk}/"


def given(rule, **changed):
    said = {name: value for name, value in rule.said().items() if value is not None}
    return said | {"version": rule.version} | changed


def test_it_works(client):
    rule = make_rule("all", maria())
    inquiry = make_inquiry()
    flow.route(inquiry, at=AT)
    client.force_login(gleb())
    assert client.get(url(rule)).context["form"]["officers"].value() == [maria().officer.pk]
    officers = [boris().officer.pk]
    assert client.post(url(rule), given(rule, name="Все", officers=officers)).status_code == 302
    rule.refresh_from_db()
    assert (rule.name, rule.version) == ("Все", 2)
    first, second = rule.versions.order_by("number")
    assert (first.said["name"], second.said["name"], second.by) == ("all", "Все", "Gleb")
    assert second.said["officers"] == officers
    route = client.get(inquiry.get_absolute_url()).context["sheet"].route
    assert (route.rule, route.version, route.edited) == ("Все", 1, True)
    assert flow.route(make_inquiry(), at=AT).rule_version == 2


def test_what_a_colleague_changed_is_not_undone_blindly(client):
    rule = make_rule("all", maria())
    client.force_login(gleb())
    stale = given(rule, name="mine")
    client.post(url(rule), given(rule, name="theirs"))
    page = client.post(url(rule), stale)
    assert page.status_code == 422
    assert "mine" in page.content.decode(), "what was typed stays"
    rule.refresh_from_db()
    assert rule.name == "theirs"
    again = page.context["form"]["version"].value()
    assert client.post(url(rule), stale | {"version": again}).status_code == 302
    rule.refresh_from_db()
    assert rule.name == "mine"


@pytest.mark.parametrize("version", ["", "x", "99", "-1"])
def test_a_forged_version_changes_nothing(client, version):
    rule = make_rule("all", maria())
    client.force_login(gleb())
    assert client.post(url(rule), given(rule, name="x", version=version)).status_code == 422
    rule.refresh_from_db()
    assert rule.name == "all"


def test_a_rule_of_a_draft_leads_back_to_the_draft(client):
    example = RuleSet.objects.get(superseded=True)
    rule = example.rules.with_keys().first()
    client.force_login(gleb())
    assert client.post(url(rule), given(rule)).url == f"/pipeline/routing/sets/{example.pk}/"


def test_who_may_not(client):
    client.force_login(maria())
    assert client.get(url(make_rule("all"))).status_code == 403
