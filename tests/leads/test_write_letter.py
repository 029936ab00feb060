"""A letter that a person writes: held ten seconds, taken back with its words, never twice."""

from datetime import timedelta
from email.header import decode_header, make_header
from email.utils import getaddresses

import pytest
from django.core import mail
from django.db import IntegrityError, transaction

from leads import letters, tasks
from leads.models import CalendarDay, FollowUp, Message, User
from tests.world import AT, make_inquiry, maria

pytestmark = pytest.mark.django_db
WORDS = {"to": "p@example.com", "subject": "Мощность", "body": "Здравствуйте!\n\nКакая мощность?"}
GOES = AT + timedelta(seconds=10)


@pytest.fixture
def inquiry():
    return make_inquiry(route_to=maria())


def write(inquiry, at=AT, **words):
    words = WORDS | {"key": "one"} | words
    return Message.write(inquiry, words.pop("kind", "question"), **words, by=maria(), at=at)


def deliver(letter, at):
    return letters.deliver(Message.objects.get(pk=letter.pk), at=at, now=lambda: at)


def test_it_works(inquiry):
    letter = write(inquiry)
    assert deliver(letter, AT + timedelta(seconds=9)) == "planned", "held for undo"
    assert deliver(letter, GOES) == "sent"
    sent = mail.outbox[0]
    assert sent.subject == "Мощность"
    assert "Какая мощность?" in sent.body
    assert sent.from_email == "Maria <hotline@investor-hotline.invalid>"
    assert sent.reply_to == ["hotline@investor-hotline.invalid"]
    assert "Auto-Submitted" not in sent.extra_headers, "a person wrote it"
    kinds = inquiry.activities.order_by("pk").values_list("kind", flat=True)
    assert list(kinds)[-3:] == ["letter_written", "letter_sent", "follow_up_done"]


def test_pressed_twice_it_is_one(inquiry):
    first = write(inquiry)
    again = write(inquiry, body="Другое")
    assert again.pk == first.pk
    assert again.body == WORDS["body"]
    assert inquiry.activities.filter(kind="letter_written").count() == 1


def test_taken_back_it_does_not_go(inquiry):
    letter = write(inquiry)
    assert letter.withdraw(by=maria(), at=AT)
    assert not letter.withdraw(by=maria(), at=AT)
    assert deliver(letter, GOES) == "held"
    assert mail.outbox == []
    assert Message.objects.get().body == WORDS["body"]


def test_what_was_taken_back_is_written_on(inquiry):
    letter = write(inquiry)
    letter.withdraw(by=maria(), at=AT)
    again = write(inquiry, at=GOES, body="Новые слова", kind="delay")
    assert again.pk == letter.pk
    assert again.message_id == letter.message_id
    assert deliver(again, GOES) == "planned", "held anew"
    assert deliver(again, GOES + timedelta(seconds=10)) == "sent"
    assert "Новые слова" in mail.outbox[0].body


def test_what_has_left_cannot_be_taken_back(inquiry):
    letter = write(inquiry)
    deliver(letter, GOES)
    assert not letter.withdraw(by=maria(), at=GOES)
    assert not letter.discard(by=maria(), at=GOES)
    letter.refresh_from_db()
    assert letter.state == "sent"


def test_an_automatic_letter_goes_at_once_and_cannot_be_taken_back():
    letter = make_inquiry(email="p@example.com").messages.get()
    assert letter.not_before_at == AT
    assert not letter.withdraw(by=maria(), at=AT)


def test_thrown_away_it_is_gone_and_the_history_says_so(inquiry):
    letter = write(inquiry)
    assert not letter.discard(by=maria(), at=AT), "not before it was taken back"
    letter.withdraw(by=maria(), at=AT)
    assert letter.discard(by=maria(), at=AT)
    assert not inquiry.messages.exists()
    assert inquiry.activities.filter(kind="letter_discarded").exists()


def test_the_sweep_sends_it_when_its_time_comes(inquiry, monkeypatch):
    letter = write(inquiry)
    monkeypatch.setattr(tasks, "database_now", lambda: GOES)
    tasks.sweep()
    letter.refresh_from_db()
    assert letter.state == "sent"


def test_a_new_address_is_learnt(inquiry):
    write(inquiry, to="New@Example.com")
    assert inquiry.contact.last_address() == "New@Example.com"


def test_a_written_letter_has_words(inquiry):
    with pytest.raises(IntegrityError), transaction.atomic():
        write(inquiry, body="")


def test_letters_of_one_matter_are_one_thread(inquiry):
    first, second = write(inquiry), write(inquiry, key="two")
    deliver(first, GOES)
    third = write(inquiry, at=GOES, key="three")
    deliver(second, GOES), deliver(third, GOES + timedelta(minutes=1))
    of_third = mail.outbox[-1].extra_headers
    assert of_third["In-Reply-To"] == second.message_id
    assert of_third["References"] == f"{first.message_id} {second.message_id}"
    assert "In-Reply-To" not in mail.outbox[0].extra_headers


def test_a_name_in_cyrillic_is_one_sender(inquiry):
    User.objects.filter(username="maria").update(first_name="Мария, «Анна»", last_name='"О\'К"')
    deliver(write(inquiry), GOES)
    [(name, address)] = getaddresses([mail.outbox[0].message()["From"]])
    assert address == "hotline@investor-hotline.invalid"
    assert str(make_header(decode_header(name))) == 'Мария, «Анна» "О\'К"'


@pytest.mark.parametrize("evil", ["a\r\nBcc: x@example.com", "a\nSubject: b", "\r\n\r\nbody"])
def test_words_never_become_headers(inquiry, evil):
    letter = Message.objects.get(pk=write(inquiry).pk)
    Message.objects.filter(pk=letter.pk).update(subject=evil)
    deliver(letter, GOES)
    for sent in mail.outbox:
        assert sent.message()["Bcc"] is None
        assert sent.recipients() == ["p@example.com"]
    letter.refresh_from_db()
    assert letter.state == ("sent" if mail.outbox else "planned")


def test_words_are_never_markup(inquiry):
    letter = write(inquiry, body="<script>alert(1)</script> & <b>")
    deliver(letter, GOES)
    assert "<script>" not in mail.outbox[0].alternatives[0].content
    assert "&lt;script&gt;" in mail.outbox[0].alternatives[0].content
    assert "<script>alert(1)</script> & <b>" in mail.outbox[0].body


def open_steps(inquiry):
    return set(inquiry.follow_ups.open().values_list("kind", flat=True))


@pytest.mark.parametrize(
    ("kind", "left"),
    [
        ("question", {"substantive_reply", "step"}),
        ("delay", {"substantive_reply", "step"}),
        ("shortlist", {"check_in", "step"}),
        ("result", {"step"}),
    ],
)
def test_what_a_sent_letter_keeps_is_ticked_off(inquiry, kind, left):
    FollowUp.promise(inquiry, "step", calendar=CalendarDay.office(), by=None, at=AT)
    letter = write(inquiry, kind=kind)
    assert open_steps(inquiry) == {"first_contact", "substantive_reply", "step"}, "not before"
    deliver(letter, GOES)
    assert open_steps(inquiry) == left
    assert inquiry.activities.filter(kind="follow_up_done", actor=maria()).exists()


def test_the_last_step_stays_open(inquiry):
    inquiry.follow_ups.get(kind="substantive_reply").complete(by=maria(), at=AT)
    deliver(write(inquiry), GOES)
    assert open_steps(inquiry) == {"first_contact"}


def test_a_mail_that_came_after_the_letter_was_written_is_still_to_be_answered(inquiry):
    letter = write(inquiry)
    calendar, later = CalendarDay.office(), AT + timedelta(seconds=5)
    FollowUp.promise(inquiry, "reply", calendar=calendar, by=None, at=later)
    deliver(letter, GOES)
    assert "reply" in open_steps(inquiry)
