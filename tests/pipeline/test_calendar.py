"""The working calendar as it holds, and the days on which the agency differs."""

from datetime import time, timedelta

import pytest
from django.utils import timezone

from leads.models import CalendarDay, Schedule
from tests.world import gleb, maria, olga

pytestmark = pytest.mark.django_db
URL = "/pipeline/routing/calendar/"
DAY = timezone.localdate() + timedelta(days=30)


def cell(page, day):
    weeks = [week for month in page.context["months"] for week in month.weeks]
    return next(one for week in weeks for one in week if one and one.day == day)


def test_it_works(client):
    client.force_login(gleb())
    page = client.post(URL, {"day": DAY.isoformat(), "hours": "", "note": "Санитарный день"})
    assert page.url == URL
    assert not CalendarDay.office().is_working_day(DAY)
    page = client.get(URL)
    assert (cell(page, DAY).kind, cell(page, DAY).overridden) == ("off", True)
    assert "Санитарный день" in page.content.decode()
    assert len(page.context["months"]) == 12
    client.post(URL, {"day": DAY.isoformat(), "hours": "10-14, 15-24"})
    assert CalendarDay.office().intervals(DAY) == ((time(10), time(14)), (time(15), time(0)))
    assert CalendarDay.objects.count() == 1, "said again, it is said anew"


def test_a_team_has_days_of_its_own(client):
    team = Schedule.set_up("Вечер", (((time(18), time(22)),),) * 7)
    usual = CalendarDay.office().intervals(DAY)
    client.force_login(gleb())
    client.post(URL, {"day": DAY.isoformat(), "hours": "9-10", "schedule": team.pk})
    assert CalendarDay.office().intervals(DAY) == usual
    office = Schedule.objects.get(is_office=True)
    client.post(URL, {"day": DAY.isoformat(), "hours": "9-11", "schedule": office.pk})
    client.post(URL, {"day": DAY.isoformat(), "hours": "9-12"})
    assert CalendarDay.office().intervals(DAY) == ((time(9), time(11)),), "its own word first"


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({"day": ""}, "day"),
        ({"day": "вчера"}, "day"),
        ({"day": "2020-01-01"}, "day"),
        ({"hours": "x"}, "hours"),
        ({"schedule": "999999"}, "schedule"),
        ({"note": "x" * 121}, "note"),
    ],
)
def test_what_is_wrong_is_said(client, given, wrong):
    client.force_login(gleb())
    page = client.post(URL, {"day": DAY.isoformat(), "hours": "9-13"} | given)
    assert page.status_code == 422
    assert wrong in page.context["form"].errors
    assert not CalendarDay.objects.exists()


@pytest.mark.parametrize("who", [maria, olga])
def test_who_may_not(client, who):
    client.force_login(who())
    assert client.get(URL).status_code == 403
