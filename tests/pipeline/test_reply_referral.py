"""A district answers a referral."""

import pytest

from tests.world import AT, andrey, dina, gleb, make_inquiry, make_park, maria, olga, xenia

from .test_referrals import refer

pytestmark = pytest.mark.django_db
GIVEN = {"answer": "Газ есть", "land_ha": "5,5"}


def url(row):
    return f"/referrals/{row.pk}/reply/"


def test_it_works(client):
    row = refer(make_inquiry(route_to=maria()))
    client.force_login(dina())
    assert client.post(url(row), GIVEN).status_code == 302
    row.refresh_from_db()
    assert row.state == "answered"


def test_words_are_needed_and_what_was_typed_stays(client):
    row = refer(make_inquiry())
    client.force_login(dina())
    response = client.post(url(row) + "?lang=en", {"land_ha": "77"})
    html = response.content.decode()
    assert response.status_code == 422
    assert "Write the answer" in html
    assert 'value="77"' in html


def test_the_agency_reads_the_answer_with_its_sites_and_figures(client):
    park = make_park()
    inquiry = make_inquiry(route_to=maria())
    row = refer(inquiry)
    client.force_login(dina())
    client.post(url(row), {"answer": "Газ есть", "parks": [park.pk], "power_mw": "2"})
    client.force_login(maria())
    html = client.get(inquiry.get_absolute_url() + "?lang=en").content.decode()
    for words in ("Газ есть", park.name_en, "2 MW", "The district answered"):
        assert words in html, words


def test_a_site_of_another_district_is_refused(client):
    make_park(), make_park("far", "anapa")
    row = refer(make_inquiry())
    client.force_login(dina())
    assert client.post(url(row), {"answer": "Есть", "parks": ["far"]}).status_code == 422


def test_settled_already_says_so(client):
    row = refer(make_inquiry())
    row.reply(answer="Есть", by=dina(), at=AT)
    client.force_login(dina())
    client.post(url(row), GIVEN)
    row.refresh_from_db()
    assert row.answer == "Есть"


def test_foreign_and_missing_look_the_same(client):
    foreign = refer(make_inquiry(), "anapa")
    client.force_login(dina())
    assert client.post(url(foreign), GIVEN).status_code == 404
    assert client.post("/referrals/999999/reply/", GIVEN).status_code == 404
    foreign.refresh_from_db()
    assert foreign.state == "new"


def test_looking_changes_nothing(client):
    row = refer(make_inquiry())
    client.force_login(dina())
    assert client.get(url(row)).status_code == 405


@pytest.mark.parametrize("who", [olga, maria, gleb, andrey, xenia])
def test_those_who_may_not(client, who):
    row = refer(make_inquiry())
    client.force_login(who())
    assert client.post(url(row), GIVEN).status_code == 403
