"""Another set is put in force; the one before is put back by one press."""

import pytest
from django.db import IntegrityError

from leads import flow
from leads.models import RuleSet
from tests.world import AT, boris, gleb, make_inquiry, make_rule, maria

pytestmark = pytest.mark.django_db


def url(rule_set):
    return f"/pipeline/routing/sets/{rule_set.pk}/enforce/"


def test_it_works(client):
    maria()
    ours, other = RuleSet.objects.get(in_force=True), RuleSet.objects.get(superseded=True)
    rule = make_rule("all", boris(), rule_set=other)
    client.force_login(gleb())
    page = client.post(url(other), follow=True)
    assert RuleSet.objects.get(in_force=True) == other
    assert flow.route(make_inquiry(), at=AT).rule == rule
    html = page.content.decode()
    assert f'form="enforce-{ours.pk}"' in html, "the way back"
    assert f'id="enforce-{ours.pk}"' in html
    client.post(url(ours))
    assert flow.route(make_inquiry(), at=AT).rule is None


def test_pressed_twice_it_changes_once(client):
    ours = RuleSet.objects.get(in_force=True)
    assert ours.put_in_force() is False
    client.force_login(gleb())
    assert client.post(url(ours)).status_code == 302
    assert RuleSet.objects.get(in_force=True) == ours


def test_two_are_never_in_force():
    with pytest.raises(IntegrityError, match="rule_set_one_in_force"):
        RuleSet.objects.update(in_force=True)


def test_who_may_not(client):
    client.force_login(maria())
    assert client.post(url(RuleSet.objects.get(superseded=True))).status_code == 403
