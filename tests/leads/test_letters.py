"""Letters: one row, one Message-ID; what the mail server did not confirm is never sent blindly."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend

from leads import letters
from leads.models import Message, Notification
from leads.models.message import ATTEMPTS_AT_MOST
from leads.smtp import EndingUnknown, Refused
from tests.world import AT, gleb, make_inquiry, maria

pytestmark = pytest.mark.django_db
LEASE = timedelta(seconds=settings.MESSAGE_LEASE_S)


@pytest.fixture
def letter():
    return make_inquiry(email="p@example.com").messages.get()


def deliver(message, at=AT):
    return letters.deliver(Message.objects.get(pk=message.pk), at=at, now=lambda: at)


def breaking(monkeypatch, error):
    def send_messages(self, messages):
        raise error

    monkeypatch.setattr(EmailBackend, "send_messages", send_messages)


def test_it_works(letter):
    assert deliver(letter) == "sent"
    sent = mail.outbox[0]
    assert sent.extra_headers["Message-ID"] == letter.message_id
    assert letter.inquiry.number in sent.subject
    assert sent.to == ["p@example.com"]
    assert sent.alternatives[0].mimetype == "text/html"
    assert deliver(letter) == "sent"
    assert len(mail.outbox) == 1, "sent once however often it is asked"


def test_in_the_readers_language():
    deliver(make_inquiry(email="p@example.com", language="en").messages.get())
    assert "inquiry received" in mail.outbox[0].subject
    deliver(make_inquiry(email="p@example.com", language="ru").messages.get())
    assert "заявка получена" in mail.outbox[1].subject


def test_the_same_letter_is_owed_once(letter):
    again = Message.plan(
        letter.inquiry, "received", key=letter.key, to="p@example.com", language="ru", at=AT
    )
    assert again is None


def test_a_refused_recipient_is_final(letter, monkeypatch):
    breaking(monkeypatch, Refused(550, b"no such user"))
    assert deliver(letter) == "failed"
    letter.refresh_from_db()
    assert letter.last_error == "550 no such user"
    assert letter.inquiry.activities.filter(kind="letter_failed").exists()


def test_a_busy_server_is_tried_again_eight_times(letter, monkeypatch):
    breaking(monkeypatch, Refused(451, b"later"))
    at = AT
    for _ in range(ATTEMPTS_AT_MOST - 1):
        assert deliver(letter, at) == "planned"
        assert deliver(letter, at) == "planned", "not before its pause is over"
        at += timedelta(hours=2)
    assert deliver(letter, at) == "failed"


def test_an_unknown_ending_is_repeated_once_under_the_same_message_id(letter, monkeypatch):
    breaking(monkeypatch, EndingUnknown())
    assert deliver(letter) == "planned", "an acknowledgement may go once more"
    assert deliver(letter) == "uncertain"
    assert deliver(letter, AT + timedelta(days=1)) == "uncertain"


def test_other_letters_are_not_repeated_after_an_unknown_ending(monkeypatch):
    inquiry = make_inquiry(route_to=maria())
    step = inquiry.follow_ups.get(kind="first_contact")
    step.remind(at=step.due_at + timedelta(hours=1))
    breaking(monkeypatch, EndingUnknown())
    assert deliver(Message.objects.get(), step.due_at + timedelta(hours=2)) == "uncertain"


def test_a_sender_that_died_is_found_by_its_lease(letter):
    letter.claim(at=AT)
    assert not Message.objects.stuck(AT + LEASE).exists()
    after = AT + LEASE + timedelta(seconds=1)
    assert Message.objects.stuck(after).end_unknown(after) == 1
    assert deliver(letter, after) == "sent"


def test_a_sender_that_woke_too_late_changes_nothing(letter):
    letter.claim(at=AT)
    after = AT + LEASE + timedelta(seconds=1)
    Message.objects.stuck(after).end_unknown(after)
    assert not letter.sent(at=after)
    assert not letter.not_sent("late", at=after, final=True)
    letter.refresh_from_db()
    assert letter.state == "planned"


@pytest.mark.parametrize("error", [Refused(550, b"no such user"), EndingUnknown()])
def test_the_officer_is_told_of_a_letter_that_may_not_have_arrived(monkeypatch, error):
    inquiry = make_inquiry(route_to=maria())
    letter = Message.plan(
        inquiry, "officer_named", key="k", to="p@example.com", language="ru", at=AT
    )
    breaking(monkeypatch, error)
    deliver(letter)
    told = Notification.objects.get(user=maria())
    assert (told.kind, told.inquiry, told.data) == (
        "letter_failed",
        inquiry,
        {"letter": "officer_named"},
    )


def test_without_an_officer_the_heads_are_told(letter, monkeypatch):
    head = gleb()
    breaking(monkeypatch, Refused(550, b"no such user"))
    deliver(letter)
    assert Notification.objects.get().user == head


def test_a_letter_that_came_back_is_not_sent(letter):
    deliver(letter)
    letter.refresh_from_db()
    assert letter.bounced("5.1.1 no such user", at=AT)
    assert not letter.bounced("5.1.1 no such user", at=AT)
    letter.refresh_from_db()
    assert (letter.state, letter.sent_at, letter.last_error) == (
        "failed",
        None,
        "5.1.1 no such user",
    )
    assert letter.inquiry.activities.filter(kind="letter_bounced").count() == 1


def test_who_slept_past_the_lease_does_not_send_any_more(letter):
    awake = AT + LEASE + timedelta(seconds=1)
    row = Message.objects.get(pk=letter.pk)
    assert letters.deliver(row, at=AT, now=lambda: awake) == "planned"
    assert mail.outbox == [], "nothing has left, so it may be tried again"
    assert row.last_error == "TooLate: its lease was over"


def test_who_slept_until_another_ended_it_changes_nothing(letter, monkeypatch):
    def render(message):
        Message.objects.stuck(AT + 2 * LEASE).end_unknown(AT + 2 * LEASE)
        return real(message)

    real = letters.render
    monkeypatch.setattr(letters, "render", render)
    assert deliver(letter) == "planned"
    assert mail.outbox == []
    assert letter.inquiry.activities.filter(kind="letter_uncertain").count() == 1
