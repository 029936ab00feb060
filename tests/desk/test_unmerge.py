"""Undoing a merge from the page of the investor."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from leads.models import InvestorMerge
from tests.world import andrey, gleb, make_inquiry, olga

pytestmark = pytest.mark.django_db


@pytest.fixture
def merged():
    kept = make_inquiry(company="Агросад").investor
    gone = make_inquiry(company="ООО Агросад", phone="+7 918 000-00-01").investor
    return InvestorMerge.merge(
        kept, gone, take=set(), same={}, take_of={}, by=gleb(), at=timezone.now()
    )


def url(row):
    return reverse("desk:unmerge", args=[row.kept_id, row.pk])


def test_it_works(client, merged):
    client.force_login(olga())
    assert client.post(url(merged)).url == merged.kept.get_absolute_url()
    assert merged.gone.inquiries.count() == 1
    assert client.get(merged.gone.get_absolute_url()).status_code == 200


def test_who_may_not(client, merged):
    client.force_login(andrey())
    assert client.post(url(merged)).status_code == 403
    client.force_login(olga())
    assert client.get(url(merged)).status_code == 405
    assert client.post(reverse("desk:unmerge", args=[merged.gone_id, merged.pk])).status_code == 404


def test_twice_and_too_late_is_said(client, merged):
    client.force_login(olga())
    client.post(url(merged))
    answer = client.post(url(merged), follow=True)
    assert [one.level_tag for one in answer.context["messages"]] == ["success", "error"]
    InvestorMerge.objects.update(at=timezone.now() - timedelta(days=31))
    answer = client.post(url(merged), follow=True)
    assert "error" in [one.level_tag for one in answer.context["messages"]]
