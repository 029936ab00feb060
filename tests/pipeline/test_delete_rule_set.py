"""A set is deleted with a way back; never the one in force."""

import pytest

from leads.models import RuleSet
from tests.world import gleb, maria

pytestmark = pytest.mark.django_db


def test_it_works(client):
    example = RuleSet.objects.get(superseded=True)
    client.force_login(gleb())
    page = client.post(f"/pipeline/routing/sets/{example.pk}/delete/", follow=True)
    assert example not in page.context["sets"]
    assert f'form="restore-set-{example.pk}"' in page.content.decode()
    assert f'id="restore-set-{example.pk}"' in page.content.decode()


def test_the_one_in_force_stays(client):
    ours = RuleSet.objects.get(in_force=True)
    client.force_login(gleb())
    client.post(f"/pipeline/routing/sets/{ours.pk}/delete/")
    ours.refresh_from_db()
    assert ours.deleted_at is None


def test_who_may_not(client):
    example = RuleSet.objects.get(superseded=True)
    client.force_login(maria())
    assert client.post(f"/pipeline/routing/sets/{example.pk}/delete/").status_code == 403
