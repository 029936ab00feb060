"""A matched place is accepted."""

import pytest

from districts.matching.need import Bounds, Need
from tests.world import (
    andrey,
    boris,
    dina,
    gleb,
    make_inquiry,
    make_park,
    maria,
    olga,
    registry_changed,
    xenia,
)

pytestmark = pytest.mark.django_db


def matched(**fields):
    for number in range(1, 5):
        make_park(f"park-{number}", area_free_ha=10 * number)
    registry_changed()
    return make_inquiry(figures=Need(land_ha=Bounds(5, 5)), **{"route_to": maria()} | fields)


def place(inquiry, park="park-4"):
    return inquiry.match_runs.latest("pk").matches.get(park=park)


def url(inquiry, match, verb="choose"):
    return f"/inquiries/{inquiry.number}/matches/{match.pk}/{verb}/"


def shown(client, inquiry):
    match = client.get(inquiry.get_absolute_url()).context["sheet"].match
    return [one.park_id for one in [*match.parks, *match.more_parks]]


def test_it_works(client):
    inquiry = matched()
    client.force_login(maria())
    assert shown(client, inquiry)[-1] == "park-4", "equal scores stand by id"
    assert client.post(url(inquiry, place(inquiry))).url == inquiry.get_absolute_url()
    assert place(inquiry).state == "chosen"
    assert shown(client, inquiry)[0] == "park-4"
    event = inquiry.activities.get(kind="match_chosen")
    assert (event.actor, event.data["place"]) == (maria(), "park-4")
    html = client.get(inquiry.get_absolute_url()).content.decode()
    assert "Место принято" in html
    assert "Парк park-4" in html


def test_a_district_too(client):
    inquiry = matched()
    district = inquiry.match_runs.get().matches.get(place="district", rank=1)
    client.force_login(maria())
    client.post(url(inquiry, district))
    district.refresh_from_db()
    assert district.state == "chosen"


def test_the_head_may(client):
    inquiry = matched()
    client.force_login(gleb())
    client.post(url(inquiry, place(inquiry)))
    assert place(inquiry).state == "chosen"


@pytest.mark.parametrize(
    ("who", "status"), [(boris, 403), (andrey, 403), (xenia, 403), (dina, 403)]
)
def test_those_who_may_not(client, who, status):
    inquiry = matched()
    client.force_login(who())
    assert client.post(url(inquiry, place(inquiry))).status_code == status
    assert place(inquiry).state == "proposed"


def test_an_operator_may_until_it_is_qualified(client):
    inquiry = matched()
    inquiry.advance(to="qualified", by=gleb(), at=inquiry.opened_at)
    client.force_login(olga())
    assert client.post(url(inquiry, place(inquiry))).status_code == 403


def test_a_place_of_another_inquiry_is_missing(client):
    inquiry, other = matched(), matched()
    client.force_login(maria())
    assert client.post(url(inquiry, place(other))).status_code == 404
    assert place(other).state == "proposed"


def test_only_by_post(client):
    inquiry = matched()
    client.force_login(maria())
    assert client.get(url(inquiry, place(inquiry))).status_code == 405


def test_pressed_twice_it_is_one_event(client):
    inquiry = matched()
    client.force_login(maria())
    for _ in range(2):
        client.post(url(inquiry, place(inquiry)))
    assert inquiry.activities.filter(kind="match_chosen").count() == 1
