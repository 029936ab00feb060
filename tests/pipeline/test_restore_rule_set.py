"""A deleted set comes back as it was."""

import pytest

from leads.models import RuleSet
from tests.world import AT, gleb, maria

pytestmark = pytest.mark.django_db


def test_it_works(client):
    example = RuleSet.objects.get(superseded=True)
    example.remove(at=AT)
    client.force_login(gleb())
    page = client.post(f"/pipeline/routing/sets/{example.pk}/restore/", follow=True)
    assert page.context["rule_set"] == example
    assert len(page.context["rows"]) == 3
    assert example.restore() is False, "pressed twice, it changes once"


def test_who_may_not(client):
    example = RuleSet.objects.get(superseded=True)
    client.force_login(maria())
    assert client.post(f"/pipeline/routing/sets/{example.pk}/restore/").status_code == 403
