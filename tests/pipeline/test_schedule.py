"""A team's hours, and a new team."""

from datetime import date, time

import pytest

from leads.models import CalendarDay, Schedule
from tests.world import gleb, maria

pytestmark = pytest.mark.django_db
NEW = "/pipeline/routing/calendar/teams/new/"
WEEK = {"mon": "10-14, 15-19", "tue": "10-14"}


def office_url():
    return f"/pipeline/routing/calendar/teams/{Schedule.objects.get(is_office=True).pk}/"


def test_it_works(client):
    client.force_login(gleb())
    assert client.get(office_url()).context["form"]["mon"].value() == "09:00–13:00, 14:00–18:00"
    page = client.post(office_url(), WEEK | {"name": "Агентство"})
    assert page.url == "/pipeline/routing/calendar/"
    office = CalendarDay.office()
    assert office.intervals(date(2026, 11, 16)) == ((time(10), time(14)), (time(15), time(19)))
    assert not office.is_working_day(date(2026, 11, 18))


def test_a_new_team(client):
    client.force_login(gleb())
    client.post(NEW, WEEK | {"name": "Вечер"})
    assert Schedule.objects.get(name="Вечер").shifts.count() == 3


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({"name": ""}, "name"),
        ({"name": "Агентство"}, "name"),
        ({"mon": "", "tue": ""}, "__all__"),
        ({"mon": "19-10"}, "mon"),
    ],
)
def test_what_is_wrong_is_said(client, given, wrong):
    client.force_login(gleb())
    page = client.post(NEW, WEEK | {"name": "Вечер"} | given)
    assert page.status_code == 422
    assert wrong in page.context["form"].errors
    assert Schedule.objects.count() == 1


def test_who_may_not(client):
    client.force_login(maria())
    assert client.get(office_url()).status_code == 403
    client.force_login(gleb())
    assert client.get("/pipeline/routing/calendar/teams/999999/").status_code == 404
