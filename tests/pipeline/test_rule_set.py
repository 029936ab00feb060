"""A draft or an example, shown like the set in force; the older bands ship as an example."""

import pytest

from leads.models import RuleSet
from tests.world import AT, gleb, maria

pytestmark = pytest.mark.django_db


def test_it_works(client):
    example = RuleSet.objects.get(superseded=True)
    client.force_login(gleb())
    page = client.get(f"/pipeline/routing/sets/{example.pk}/?lang=en")
    assert [row.conditions for row in page.context["rows"]] == [
        ["investment below 50 mln ₽"],
        ["investment 50 to 100 mln ₽"],
        ["investment from 100 mln ₽"],
    ]
    html = page.content.decode()
    assert "superseded" in html
    assert "kuban24.tv" in html
    assert html.count("nobody named") == 3
    assert not example.in_force


def test_who_may_not(client):
    example = RuleSet.objects.get(superseded=True)
    client.force_login(maria())
    assert client.get(f"/pipeline/routing/sets/{example.pk}/").status_code == 403


def test_missing_and_deleted_look_the_same(client):
    example = RuleSet.objects.get(superseded=True)
    example.remove(at=AT)
    client.force_login(gleb())
    for pk in (example.pk, 999999):
        assert client.get(f"/pipeline/routing/sets/{pk}/").status_code == 404
