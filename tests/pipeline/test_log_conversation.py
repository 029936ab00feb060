"""Logging a conversation: the event that stops the first contact, or the full answer too."""

import pytest

from tests.world import andrey, boris, dina, gleb, make_inquiry, maria, olga, xenia

pytestmark = pytest.mark.django_db


def url(inquiry):
    return f"/inquiries/{inquiry.number}/conversation/"


def running(inquiry):
    return set(inquiry.clocks.running().values_list("kind", flat=True))


def test_it_works(client):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(maria())
    assert client.get(url(inquiry)).status_code == 200
    client.post(url(inquiry), {"how": "phone", "text": "Ждёт план участка"})
    assert running(inquiry) == {"substantive_reply"}
    clock = inquiry.clocks.get(kind="first_contact")
    assert (clock.stop_event, clock.stopped_by) == ("conversation", maria())
    page = client.get(inquiry.get_absolute_url() + "?lang=en").content.decode()
    for words in ("Conversation", "by phone", "Ждёт план участка", "a conversation was logged"):
        assert words in page, words


def test_the_full_answer_stops_its_term_too(client):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(maria())
    client.post(url(inquiry), {"how": "meeting", "full_answer": "on"})
    assert running(inquiry) == set()


def test_how_must_be_said_and_nothing_typed_is_lost(client):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(maria())
    response = client.post(url(inquiry) + "?lang=en", {"text": "Ждёт план"})
    html = response.content.decode()
    assert response.status_code == 422
    assert "Say how you spoke" in html
    assert "Ждёт план" in html
    assert running(inquiry) == {"first_contact", "substantive_reply"}


def test_a_step_ticked_off_as_reached_is_a_conversation():
    inquiry = make_inquiry(route_to=maria())
    step = inquiry.follow_ups.get(kind="first_contact")
    step.complete(by=maria(), at=step.opened_at)
    assert running(inquiry) == {"substantive_reply"}


def test_a_step_that_reached_nobody_stops_nothing():
    inquiry = make_inquiry(route_to=maria())
    step = inquiry.follow_ups.get(kind="first_contact")
    step.complete(by=maria(), at=step.opened_at, outcome="unreached")
    assert "first_contact" in running(inquiry)


@pytest.mark.parametrize("who", [gleb, olga])
def test_those_who_may(client, who):
    client.force_login(who())
    assert client.get(url(make_inquiry(route_to=maria()))).status_code == 200


@pytest.mark.parametrize("who", [boris, andrey, dina, xenia])
def test_those_who_may_not(client, who):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(who())
    assert client.post(url(inquiry), {"how": "phone"}).status_code == 403
