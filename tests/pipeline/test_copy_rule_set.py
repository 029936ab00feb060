"""A draft out of a set: the same rules, and nothing is decided by them."""

import pytest

from leads import flow
from leads.models import RuleSet
from tests.world import AT, boris, gleb, make_inquiry, make_rule, maria

pytestmark = pytest.mark.django_db


def test_it_works(client):
    first, second = make_rule("one", maria(), language="en"), make_rule("two", boris())
    second.switch(on=False, by=gleb(), at=AT)
    client.force_login(gleb())
    page = client.post(f"/pipeline/routing/sets/{first.rule_set_id}/copy/", {"name": "Новый"})
    draft = RuleSet.objects.get(name="Новый")
    assert page.url == f"/pipeline/routing/sets/{draft.pk}/"
    assert (draft.in_force, draft.made_by) == (False, "Gleb")
    copies = list(draft.rules.listed().with_keys())
    assert [(rule.name, rule.active) for rule in copies] == [("one", True), ("two", False)]
    assert copies[0].said() == first.said()
    copies[0].change(
        copies[0].said() | {"officers": [boris().officer.pk]}, version=1, by=gleb(), at=AT
    )
    assert flow.route(make_inquiry(language="en"), at=AT).rule == first, "the draft decides nothing"


def test_without_a_name_it_is_refused(client):
    ours = RuleSet.objects.get(in_force=True)
    client.force_login(gleb())
    page = client.post(f"/pipeline/routing/sets/{ours.pk}/copy/", {"name": " "})
    assert page.status_code == 422
    assert RuleSet.objects.count() == 2


def test_who_may_not(client):
    ours = RuleSet.objects.get(in_force=True)
    client.force_login(maria())
    assert client.post(f"/pipeline/routing/sets/{ours.pk}/copy/", {"name": "x"}).status_code == 403
