"""What machines write wakes nobody; a bounce marks its letter; a bad mail stops no other."""

from datetime import timedelta

import pytest

from leads import tasks
from leads.mail import take_in
from leads.models import IncomingMail, Inquiry, Notification, Trouble
from leads.models.trouble import ATTEMPTS_AT_MOST
from tests.mail.arrivals import PAYLOADS, SOON, kept, sample, step, taken
from tests.world import gleb

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["bounce_dsn", "bounce_qmail"])
def test_a_bounce_marks_its_letter_and_tells_the_officer(inquiry, letter, name):
    row = taken(sample(name, letter.message_id))
    letter.refresh_from_db()
    assert (letter.state, row.answers, row.inquiry) == ("failed", letter, inquiry)
    assert letter.last_error.startswith("550 5.1.1")
    assert Notification.objects.get().kind == "letter_failed"
    assert inquiry.activities.filter(kind="letter_bounced").exists()
    assert not inquiry.activities.filter(kind="mail_received").exists()


def test_a_delay_is_no_failure(letter):
    taken(sample("bounce_delayed", letter.message_id))
    letter.refresh_from_db()
    assert letter.state == "sent"


def test_a_bounce_of_nothing_of_ours_is_kept():
    row = taken(sample("bounce_dsn"))
    assert (row.inquiry, row.kind) == (None, "bounce")


@pytest.mark.parametrize("name", ["auto_reply", "auto_submitted", "precedence", "newsletter"])
def test_machines_wake_nobody_and_open_nothing(inquiry, name):
    row = taken(sample(name))
    assert Inquiry.objects.count() == 1
    assert not Notification.objects.exists()
    assert not step(inquiry).exists()
    assert row.taken_at == SOON


def test_an_automatic_answer_lies_quietly_on_its_inquiry(inquiry, letter):
    assert taken(sample("auto_reply", letter.message_id)).inquiry == inquiry
    assert not inquiry.activities.filter(kind="mail_received").exists()


def test_what_a_machine_seemed_to_write_can_be_called_a_letter():
    row = taken(sample("newsletter"))
    assert row.treat_as_letter(by=gleb(), at=SOON)
    assert take_in(row.pk, at=SOON)
    row.refresh_from_db()
    assert row.inquiry.channel == "email"
    assert not row.treat_as_letter(by=gleb(), at=SOON)


@pytest.mark.parametrize("name", ["no_sender", "no_headers", "empty"])
def test_without_a_sender_it_waits_for_somebody_to_look(name):
    row = taken(sample(name))
    assert (row.inquiry, row.reason) == (None, "no_sender")
    assert IncomingMail.objects.of_no_inquiry().get() == row
    row.treat_as_letter(by=gleb(), at=SOON)
    take_in(row.pk, at=SOON)
    assert Inquiry.objects.count() == 1


@pytest.mark.parametrize("path", sorted(PAYLOADS.glob("*.eml")), ids=lambda path: path.stem)
def test_every_sample_is_taken_in(path):
    assert taken(path.read_bytes()).taken_at == SOON


def test_a_poison_mail_is_set_aside_and_stops_no_other(monkeypatch):
    at = [SOON]
    monkeypatch.setattr(tasks, "database_now", lambda: at[0])
    poison, good = kept(subject="poison"), kept(subject="good")
    whole = IncomingMail.take

    def take(self, *given, **more):
        return 1 / 0 if self.pk == poison.pk else whole(self, *given, **more)

    monkeypatch.setattr(IncomingMail, "take", take)
    for _ in range(ATTEMPTS_AT_MOST + 1):
        tasks.sweep()
        at[0] += timedelta(hours=2)
    good.refresh_from_db()
    assert good.inquiry is not None
    trouble = Trouble.objects.get(task="leads.take_in")
    assert (trouble.key, trouble.inquiry, trouble.attempts) == (poison.pk, None, ATTEMPTS_AT_MOST)
    assert trouble.set_aside_at
    monkeypatch.setattr(IncomingMail, "take", whole)
    assert trouble.try_again(by=gleb(), at=at[0])
    tasks.sweep()
    poison.refresh_from_db()
    assert poison.inquiry is not None
