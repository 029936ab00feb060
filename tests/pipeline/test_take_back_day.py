"""A day follows the production calendar again."""

from datetime import date

import pytest

from leads.models import CalendarDay
from tests.world import gleb, maria

pytestmark = pytest.mark.django_db
DAY = date(2026, 12, 15)


def test_it_works(client):
    said = CalendarDay.say(DAY, ())
    client.force_login(gleb())
    page = client.post(f"/pipeline/routing/calendar/days/{said.pk}/take-back/")
    assert page.url == "/pipeline/routing/calendar/"
    assert CalendarDay.office().is_working_day(DAY)
    assert said.take_back() is False


def test_who_may_not(client):
    said = CalendarDay.say(DAY, ())
    client.force_login(maria())
    assert client.post(f"/pipeline/routing/calendar/days/{said.pk}/take-back/").status_code == 403
