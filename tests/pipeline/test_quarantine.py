"""The quarantine: a visible queue; who waits, why, and until when."""

import pytest

from leads.models import Notification
from tests.world import andrey, dina, gleb, make_inquiry, maria, olga, xenia

pytestmark = pytest.mark.django_db
URL = "/pipeline/quarantine/"


def held(**more):
    given = {"channel": "web", "email": "p@example.com", "signs": ("trap", "links")}
    return make_inquiry(**given | more)


def test_it_works(client):
    inquiry = held(company="Агросад", text="Цех <b>яблок</b>")
    client.force_login(gleb())
    html = client.get(URL + "?lang=en").content.decode()
    assert inquiry.number in html
    assert "Агросад" in html
    assert "filled a field that people do not see" in html
    assert "links or markup in the text" in html
    assert "Цех &lt;b&gt;яблок" in html
    assert "Let in" in html


@pytest.mark.parametrize("who", [maria, dina, xenia])
def test_those_who_may_not(client, who):
    client.force_login(who())
    assert client.get(URL).status_code == 403


def test_the_auditor_reads_only(client):
    held()
    client.force_login(andrey())
    assert 'value="release"' not in client.get(URL).content.decode()


def test_nothing_is_owed_while_it_waits():
    inquiry = held()
    assert inquiry.disposition == "quarantined"
    assert inquiry.promised_at is not None
    assert not inquiry.follow_ups.exists()
    assert not inquiry.messages.exists()
    assert inquiry.match_runs.count() == 1


def test_it_stands_in_no_list_of_the_pipeline(client):
    inquiry = held()
    client.force_login(gleb())
    for address in ("/pipeline/", "/pipeline/?closed=on"):
        assert inquiry.number not in client.get(address).content.decode()


def test_the_heads_are_told_once_an_hour():
    gleb()
    held(), held()
    assert Notification.objects.filter(kind="quarantined").count() == 1


def test_when_nobody_waits(client):
    client.force_login(olga())
    assert "Nobody waits in quarantine" in client.get(URL + "?lang=en").content.decode()


def test_its_queries_do_not_grow(client, django_assert_max_num_queries):
    for _ in range(5):
        held()
    client.force_login(gleb())
    with django_assert_max_num_queries(6):
        client.get(URL)
