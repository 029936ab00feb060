"""The list of notices: one's own, newest first, and none that tells a secret."""

from datetime import timedelta

import pytest
from django.utils import timezone

from leads.models import Notification
from tests.world import AT, andrey, dina, gleb, make_inquiry, make_user, maria, olga, xenia

pytestmark = pytest.mark.django_db
URL = "/notifications/"


def tell(user, key="a", at=AT, kind="assigned", **more):
    Notification.tell(user, kind, key=key, at=at, **more)
    return Notification.objects.get(user=user, key=key)


def test_it_works(client):
    inquiry = make_inquiry(route_to=maria())
    tell(maria(), inquiry=inquiry)
    client.force_login(maria())
    html = client.get(URL + "?lang=en").content.decode()
    for words in ("An inquiry is yours now", "Агросад", inquiry.number, "1 new notice"):
        assert words in html, words
    assert f'href="/inquiries/{inquiry.number}/"' in html


def test_newest_first_and_only_ones_own(client):
    old, new = make_inquiry(), make_inquiry()
    tell(maria(), "old", inquiry=old)
    tell(maria(), "new", at=AT + timedelta(minutes=1), inquiry=new)
    foreign = make_inquiry()
    tell(gleb(), inquiry=foreign)
    client.force_login(maria())
    html = client.get(URL).content.decode()
    assert html.index(new.number) < html.index(old.number)
    assert foreign.number not in html


def test_a_secret_stays_one(client):
    inquiry = make_inquiry(route_to=gleb())
    inquiry.keep_confidential("Янтарь", by=gleb(), at=AT)
    tell(maria(), inquiry=inquiry)
    client.force_login(maria())
    html = client.get(URL).content.decode()
    assert "Янтарь" in html
    assert "Агросад" not in html


def test_the_head_of_every_page_counts_the_unread(client):
    client.force_login(maria())
    assert 'data-unread="0"' in client.get("/my-day/").content.decode()
    for number in range(3):
        tell(maria(), f"a:{number}")
    html = client.get("/my-day/?lang=en").content.decode()
    assert 'data-unread="3"' in html
    assert "3 new notices" in html


def test_opening_the_inquiry_reads_what_was_told_about_it(client):
    mine, other = make_inquiry(route_to=maria()), make_inquiry(route_to=maria())
    about = tell(maria(), "a", inquiry=mine)
    of_head = tell(gleb(), "a", inquiry=mine)
    elsewhere = tell(maria(), "b", inquiry=other)
    client.force_login(maria())
    html = client.get(mine.get_absolute_url()).content.decode()
    assert 'data-unread="1"' in html, "the page itself counts it as read"
    for row, read in ((about, True), (of_head, False), (elsewhere, False)):
        row.refresh_from_db()
        assert (row.read_at is not None) is read


def test_empty_says_what_will_come(client):
    client.force_login(maria())
    assert "No notices yet" in client.get(URL + "?lang=en").content.decode()


@pytest.mark.parametrize("who", [olga, maria, gleb, andrey, dina])
def test_everybody_of_the_office_has_a_list(client, who):
    client.force_login(who())
    assert client.get(URL).status_code == 200


def test_those_who_may_not(client):
    client.force_login(xenia())
    assert client.get(URL).status_code == 403
    client.force_login(make_user("nobody"))
    assert 'id="bell"' not in client.get("/districts/").content.decode()


@pytest.mark.parametrize("kind", Notification.Kind.values)
def test_every_kind_can_be_shown(client, kind):
    data = {"step": "first_contact", "letter": "received"}
    tell(gleb(), kind=kind, inquiry=make_inquiry(), **data)
    tell(gleb(), "bare", kind=kind)
    client.force_login(gleb())
    assert client.get(URL).status_code == 200


def test_it_costs_the_same_whatever_the_rows(client, django_assert_num_queries):
    client.force_login(maria())
    for count in (1, 20):
        for number in range(count):
            tell(maria(), f"{count}:{number}", at=timezone.now(), inquiry=make_inquiry())
        with django_assert_num_queries(4):
            client.get(URL)
