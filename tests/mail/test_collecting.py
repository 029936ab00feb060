"""Mails are kept first, then put away; killed anywhere none is lost and none doubled."""

import imaplib
import os
import signal

import pytest
from django.db import connection

from leads import tasks
from leads.mail import collect
from leads.mail.box import Box
from leads.models import IncomingMail, MailboxState
from tests.mail.letters import mail
from tests.world import AT

pytestmark = pytest.mark.django_db


def look():
    return collect(now=lambda: AT)


def test_it_works(mailbox):
    raw = mail("Участок", subject="first")
    mailbox.deliver(raw, mail("Другой", subject="second"))
    assert look() == 2
    first, second = IncomingMail.objects.order_by("pk")
    assert bytes(first.raw).replace(b"\r\n", b"\n") == raw.replace(b"\r\n", b"\n")
    assert second.size == len(second.raw)
    assert first.taken_at is None
    assert mailbox.lying() == []
    away = mailbox.lying("Hotline")
    assert [subject for subject, _ in away] == ["first", "second"]
    assert all(r"\Seen" in flags for _, flags in away)
    assert look() == 0
    assert MailboxState.objects.get().failing_since is None


def test_off_by_default(settings):
    assert settings.IMAP is None
    assert look() == 0
    assert not MailboxState.objects.exists()


def test_the_same_mail_delivered_twice_is_one(mailbox):
    raw = mail()
    mailbox.deliver(raw, b"Received: from elsewhere\r\nDelivered-To: b@x.ru\r\n" + raw)
    assert look() == 1
    assert mailbox.lying() == []


def test_another_mail_under_the_same_message_id_is_another(mailbox):
    same = {"Message_ID": "<same@x.ru>"}
    mailbox.deliver(mail("раз", **same), mail("два", **same))
    assert look() == 2


def test_a_large_mail_is_kept_as_far_as_it_goes(mailbox, monkeypatch):
    monkeypatch.setattr("leads.mail.box.LARGEST", 2000)
    mailbox.deliver(mail("x" * 50 + "\n" + "y " * 5000))
    assert look() == 1
    kept = IncomingMail.objects.get()
    assert len(kept.raw) == 2000
    assert kept.size > 10_000
    tasks.mail.take_in(kept.pk, at=AT)
    kept.refresh_from_db()
    assert kept.reason == "cut"


class Died(BaseException):
    """Stands for kill -9: nothing that follows is done."""


@pytest.mark.parametrize("step", ["waiting", "fetch", "put_away", "_moved"])
@pytest.mark.parametrize("after", [False, True])
def test_cut_off_at_any_step_it_is_done_once(mailbox, monkeypatch, step, after):
    mailbox.deliver(mail(subject="one"), mail(subject="two"))
    whole = getattr(Box, step)

    def dies(self, *given):
        if after:
            whole(self, *given)
        raise Died

    monkeypatch.setattr(Box, step, dies)
    with pytest.raises(Died):
        look()
    monkeypatch.setattr(Box, step, whole)
    look()
    assert sorted(IncomingMail.objects.values_list("mailbox", "uid")) == sorted(
        {(one.mailbox, one.uid) for one in IncomingMail.objects.all()}
    )
    assert IncomingMail.objects.count() == 2
    assert mailbox.lying() == []
    assert {subject for subject, _ in mailbox.lying("Hotline")} == {"one", "two"}


def test_the_sweep_takes_in_what_a_lost_ring_left(mailbox, monkeypatch):
    monkeypatch.setattr(tasks, "database_now", lambda: AT)
    mailbox.deliver(mail())
    look()
    assert tasks.sweep()["leads.take_in"] == 1
    assert IncomingMail.objects.get().inquiry.channel == "email"


def test_a_server_that_is_away_is_noted_and_not_raised(settings, mailbox):
    settings.IMAP["port"] = 1
    assert look() == 0
    state = MailboxState.objects.get()
    assert (state.failing_since, state.error) == (AT, "ConnectionRefusedError")


def test_a_wrong_password_is_noted(settings, mailbox):
    settings.IMAP["password"] = "wrong"
    assert look() == 0
    assert MailboxState.objects.get().error == "error"


def test_a_mail_that_cannot_be_fetched_stops_no_other(mailbox, monkeypatch):
    mailbox.deliver(mail(subject="bad"), mail(subject="good"))
    whole, refused = imaplib.IMAP4.uid, []

    def uid(self, command, *given):
        if command == "FETCH" and not refused:
            refused.append(given)
            return "NO", [b"[SERVERBUG]"]
        return whole(self, command, *given)

    monkeypatch.setattr(imaplib.IMAP4, "uid", uid)
    assert look() == 1
    assert [subject for subject, _ in mailbox.lying()] == ["bad"]
    assert look() == 1


@pytest.mark.parametrize("lacks", ["UIDPLUS", ""])
def test_a_server_without_move(mailbox, monkeypatch, lacks):
    mailbox.deliver(mail())
    whole = imaplib.IMAP4.capability
    without = {"UIDPLUS": 0, "": 1}[lacks]

    def capability(self):
        words = set(whole(self)[1][-1].decode().split()) - {"MOVE", lacks}
        return "OK", [" ".join(words).encode()]

    monkeypatch.setattr(imaplib.IMAP4, "capability", capability)
    assert look() == 1
    assert len(mailbox.lying("Hotline")) == 1
    # Without either only the mail's own end on the server is missing; it is not taken again.
    assert len(mailbox.lying()) == 1 - without
    assert look() == 0


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("step", ["fetch", "put_away", "_moved"])
def test_killed_with_9_after_a_step(mailbox, step):
    """A real kill, of a process of its own, between the server's answers."""
    mailbox.deliver(mail(subject="one"), mail(subject="two"))
    connection.close()
    child = os.fork()
    if child == 0:
        whole = getattr(Box, step)

        def dies(self, *given):
            whole(self, *given)
            os.kill(os.getpid(), signal.SIGKILL)

        setattr(Box, step, dies)
        try:
            look()
        finally:
            os._exit(0)
    assert os.WIFSIGNALED(os.waitpid(child, 0)[1])
    look()
    assert IncomingMail.objects.count() == 2
    assert mailbox.lying() == []
    assert len(mailbox.lying("Hotline")) == 2
