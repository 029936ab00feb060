"""The head notes when an officer is away and who stands in."""

from datetime import timedelta

import pytest
from django.utils import timezone

from leads.models import Leave
from tests.world import boris, gleb, maria

pytestmark = pytest.mark.django_db


def url():
    return f"/pipeline/routing/officers/{maria().officer.pk}/leave/"


def test_it_works(client):
    client.force_login(gleb())
    given = {"first_on": "завтра", "last_on": "+10", "substitute": boris().officer.pk}
    page = client.post(url(), given, follow=True)
    leave = Leave.objects.get()
    today = timezone.localdate()
    assert (leave.first_on, leave.last_on) == (
        today + timedelta(days=1),
        today + timedelta(days=10),
    )
    assert (leave.officer, leave.substitute) == (maria().officer, boris().officer)
    html = page.content.decode()
    assert f'form="cancel-{leave.pk}"' in html, "the way back"
    assert f'id="cancel-{leave.pk}"' in html


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({"first_on": ""}, "first_on"),
        ({"last_on": "сегодня", "first_on": "завтра"}, "last_on"),
        ({"substitute": "999999"}, "substitute"),
        ({"first_on": "\x00"}, "first_on"),
    ],
)
def test_what_is_wrong_is_said(client, given, wrong):
    client.force_login(gleb())
    page = client.post(url(), {"first_on": "завтра", "last_on": "+9"} | given)
    assert page.status_code == 422
    assert wrong in page.context["leave_form"].errors
    assert not Leave.objects.exists()


def test_nobody_stands_in_for_himself(client):
    client.force_login(gleb())
    given = {"first_on": "завтра", "last_on": "+9", "substitute": maria().officer.pk}
    assert "substitute" in client.post(url(), given).context["leave_form"].errors


def test_two_leaves_never_hold_one_day(client):
    client.force_login(gleb())
    client.post(url(), {"first_on": "завтра", "last_on": "+9"})
    page = client.post(url(), {"first_on": "+9", "last_on": "+20"})
    assert page.status_code == 422
    assert "first_on" in page.context["leave_form"].errors
    assert Leave.objects.count() == 1


def test_who_may_not(client):
    client.force_login(maria())
    assert client.post(url(), {"first_on": "завтра", "last_on": "+9"}).status_code == 403
