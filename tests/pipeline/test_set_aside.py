"""What the machine gave up: set aside work and letters without a good end, for the head."""

import pytest

from leads.models import MailboxState, Message, Trouble
from tests.world import AT, andrey, dina, gleb, make_inquiry, maria, olga, xenia

pytestmark = pytest.mark.django_db
URL = "/pipeline/set-aside/"


def make_trouble(inquiry, **fields):
    words = {"task": "leads.route", "key": inquiry.pk, "attempts": 8, "error": "ValueError"}
    words |= {"first_at": AT, "last_at": AT, "not_before_at": AT, "set_aside_at": AT}
    return Trouble.objects.create(inquiry=inquiry, **words | fields)


def make_letter(inquiry, state="failed", **fields):
    words = {"kind": "received", "key": f"{inquiry.pk}", "message_id": f"<{inquiry.pk}@hotline>"}
    words |= {"language": "ru", "to_address": "p@example.com", "planned_at": AT}
    words |= {"not_before_at": AT, "attempts": 8}
    return Message.objects.create(inquiry=inquiry, state=state, **words | fields)


def test_it_works(client):
    failed, unsent, unknown = make_inquiry(), make_inquiry(), make_inquiry()
    trouble = make_trouble(failed, place="leads/flow/routing.py:25")
    letter = make_letter(unsent, last_error="550 no such box")
    make_letter(unknown, state="uncertain")
    client.force_login(gleb())
    html = client.get(URL + "?lang=en").content.decode()
    for inquiry in (failed, unsent, unknown):
        assert inquiry.number in html
    for words in ("Find an officer", "ValueError", "leads/flow/routing.py:25", "550 no such box"):
        assert words in html, words
    assert "Not sent" in html
    assert "Outcome unknown" in html
    assert f'action="/pipeline/set-aside/task/{trouble.pk}/retry/"' in html
    assert f'action="/pipeline/set-aside/letter/{letter.pk}/retry/"' in html


@pytest.mark.parametrize("who", [olga, maria, andrey, dina, xenia])
def test_those_who_may_not(client, who):
    client.force_login(who())
    assert client.get(URL).status_code == 403


def test_what_goes_its_way_is_not_listed(client):
    inquiry = make_inquiry()
    make_trouble(inquiry, set_aside_at=None)
    make_letter(inquiry, state="planned")
    client.force_login(gleb())
    html = client.get(URL + "?lang=en").content.decode()
    assert inquiry.number not in html
    assert "Nothing is set aside" in html


def test_the_head_finds_it_in_the_section_of_management(client):
    client.force_login(gleb())
    assert 'href="/pipeline/routing/"' in client.get("/pipeline/").content.decode()
    assert f'href="{URL}"' in client.get("/pipeline/routing/").content.decode()
    html = client.get(URL).content.decode()
    assert html.count('aria-current="page"') == 1
    assert '<a href="/pipeline/routing/" aria-current="true">' in html
    client.force_login(maria())
    assert 'href="/pipeline/routing/"' not in client.get("/pipeline/").content.decode()


def test_it_costs_five_queries(client, django_assert_num_queries):
    client.force_login(gleb())
    for count in (1, 12):
        for _ in range(count):
            inquiry = make_inquiry()
            make_trouble(inquiry)
            make_letter(inquiry)
        with django_assert_num_queries(5):  # session, user, set aside work, letters, mailbox
            client.get(URL)


def test_a_mailbox_that_does_not_answer_is_said(client):
    client.force_login(gleb())
    words = "The mailbox has not answered"
    MailboxState.answered(at=AT)
    assert words not in client.get("/pipeline/set-aside/?lang=en").content.decode()
    MailboxState.failed(TimeoutError("p@example.com"), at=AT)
    for page in ("/pipeline/set-aside/", "/pipeline/ledger/"):
        html = client.get(page + "?lang=en").content.decode()
        assert "The mailbox has not answered since" in html, page
        assert "TimeoutError" in html
        assert "p@example.com" not in html
