"""Pages by keyset: there and back, nothing lost, nothing doubled; a cursor of ours or none."""

import base64
import json

import pytest
from django.utils import timezone

from leads.models import Inquiry
from leads.pipeline.cursor import Cursor
from tests.world import AT, maria

from .test_pipeline import URL, many, numbers

pytestmark = pytest.mark.django_db


def test_pages_follow_each_other_and_come_back(client):
    expected = [inquiry.number for inquiry in many(60)]
    client.force_login(maria())
    first = client.get(URL)
    assert numbers(first) == expected[:50]
    assert first.context["page"].newer is None
    second = client.get(URL, {"from": str(first.context["page"].older)})
    assert numbers(second) == expected[50:]
    assert second.context["page"].older is None
    back = client.get(URL, {"from": str(second.context["page"].newer)})
    assert numbers(back) == expected[:50]
    assert back.context["page"].newer is None


def test_rows_of_one_moment_are_neither_lost_nor_doubled(client):
    many(60)
    Inquiry.objects.update(last_activity_at=timezone.now())
    client.force_login(maria())
    first = client.get(URL)
    second = client.get(URL, {"from": str(first.context["page"].older)})
    assert len({*numbers(first), *numbers(second)}) == 60


def test_a_filter_stays_on_the_next_page(client):
    many(51)
    client.force_login(maria())
    html = client.get(URL, {"officer": "none"}).content.decode()
    assert "?officer=none&amp;from=" in html


def test_a_cursor_says_the_same_when_read_again():
    for older in (True, False):
        cursor = Cursor(AT, 7, older=older)
        assert Cursor.read(str(cursor)) == cursor


@pytest.mark.parametrize(
    ("at", "pk"), [("2026-11-17T07:30:00", 7), ("1500-01-01T00:00+00:00", 7), ("x", 7), (None, 7)]
)
def test_a_moment_that_is_none_is_no_cursor(at, pk):
    text = base64.urlsafe_b64encode(json.dumps([at, pk, True]).encode()).decode()
    assert Cursor.read(text) is None


@pytest.mark.parametrize("pk", [0, -1, 2**63, 1.5, True, "7", None])
def test_a_key_that_is_none_is_no_cursor(pk):
    text = base64.urlsafe_b64encode(json.dumps([AT.isoformat(), pk, True]).encode()).decode()
    assert Cursor.read(text) is None
