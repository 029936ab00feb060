"""The head says what an officer takes, how much of it, and at which hours."""

from datetime import time

import pytest

from leads.models import Officer, Schedule
from leads.models.calendar import week_of
from tests.world import gleb, make_district, make_industry, maria

pytestmark = pytest.mark.django_db
GIVEN = {"on_duty": "on", "languages": ["ru", "zh"], "capacity": "40", "weight": "2"}


def url():
    return f"/pipeline/routing/officers/{maria().officer.pk}/"


def test_it_works(client):
    make_industry("food_processing"), make_district("abinsky")
    team = Schedule.set_up("Вечер", (((time(18), time(0)),),) * 7)
    client.force_login(gleb())
    shown = client.get(url()).context["form"]
    assert shown["mon"].value() == "00:00–24:00"
    given = GIVEN | {
        "mon": "9-13, 14:00–18:00",
        "sun": "20-24",
        "schedule": team.pk,
        "holidays_off": "on",
        "industries": ["food_processing"],
        "districts": ["abinsky"],
    }
    assert client.post(url(), given).url == "/pipeline/routing/officers/"
    officer = Officer.objects.for_routing().get(pk=maria().officer.pk)
    assert (officer.languages, officer.capacity, officer.weight) == (["ru", "zh"], 40, 2)
    assert (officer.industry_keys, officer.district_keys) == (["food_processing"], ["abinsky"])
    assert (officer.schedule, officer.holidays_off) == (team, True)
    week = week_of(officer.shifts.all())
    assert week[0] == ((time(9), time(13)), (time(14), time(18)))
    assert (week[1], week[6]) == ((), ((time(20), time(0)),))


def test_all_hours_blank_are_those_of_his_team(client):
    client.force_login(gleb())
    client.post(url(), GIVEN)
    assert not maria().officer.shifts.exists()


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({"languages": []}, "languages"),
        ({"languages": ["xx"]}, "languages"),
        ({"capacity": "-1"}, "capacity"),
        ({"weight": "0"}, "weight"),
        ({"mon": "25-26"}, "mon"),
        ({"mon": "13-9"}, "mon"),
        ({"mon": "9-13, 12-18"}, "mon"),
        ({"mon": "утром"}, "mon"),
        ({"mon": "9-13" * 60}, "mon"),
        ({"schedule": "999999"}, "schedule"),
        ({"industries": ["\x00"]}, "industries"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_changes(client, given, wrong):
    client.force_login(gleb())
    page = client.post(url(), GIVEN | {"tue": "9-12"} | given)
    assert page.status_code == 422
    assert wrong in page.context["form"].errors
    assert 'value="9-12"' in page.content.decode(), "what was typed stays"
    assert maria().officer.capacity == 60


def test_who_may_not(client):
    client.force_login(maria())
    assert client.get(url()).status_code == 403
    client.force_login(gleb())
    assert client.get("/pipeline/routing/officers/999999/").status_code == 404
