"""However the dialogue with the mail server ends: no letter is lost, none repeated in silence.

A mail server breaks off at each of eight points. What it did not confirm is its own state, on the
history and on the list of what must be looked at; only the acknowledgement is repeated, once, under
its Message-ID, and the history says so.
"""

import os
import signal
import time
from datetime import timedelta

import pytest
from django.db import connection

from leads import letters
from leads.models import Message
from tests.proofs.mail_server import POINTS, MailServer
from tests.world import AT, gleb, make_inquiry, maria

pytestmark = [pytest.mark.proof, pytest.mark.django_db]
EACH = 50 if os.environ.get("PROVE") == "whole" else 3
# What is certain when the answer to this point does not come.
NOT_TAKEN = ("banner", "ehlo", "mail", "rcpt", "data")
KINDS = ("question", "received")


@pytest.fixture
def server(settings):
    with MailServer() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        settings.EMAIL_TIMEOUT = 5
        yield server


def make_letter(kind):
    inquiry = make_inquiry(email="p@example.com")
    if kind == "received":
        return inquiry.messages.get()
    inquiry.messages.all().delete()
    return Message.write(
        inquiry, kind, key="k", to="p@example.com", subject="Вопрос", body="Какая мощность?\n.",
        by=maria(), at=AT,
    )  # fmt: skip


def deliver(letter, at):
    return letters.deliver(Message.objects.get(pk=letter.pk), at=at, now=lambda: at)


def settle(letter, at=AT):
    """As the sweeps do, hour after hour, until nothing more comes of it by itself."""
    for hour in range(1, 24):
        moment = at + timedelta(hours=hour)
        Message.objects.stuck(moment).end_unknown(moment)
        if deliver(letter, moment) in {"sent", "uncertain", "failed"}:
            break
    return Message.objects.get(pk=letter.pk)


def faults(server, kept) -> list[str]:
    """One plain line for each letter lost, repeated in silence or of an ending nobody sees."""
    found = []
    unsettled = set(Message.objects.unsettled().values_list("pk", flat=True))
    for letter in map(settle, kept):
        seen = server.times(letter.message_id)
        unknown = letter.inquiry.activities.filter(kind="letter_uncertain")
        said_again = unknown.filter(data__again=True).exists()
        unsettled |= set(Message.objects.unsettled().values_list("pk", flat=True))
        shown = letter.state in {"uncertain", "failed"} and letter.pk in unsettled
        told = letter.state != "uncertain" or unknown.exists()
        wrong = {
            "lost": seen == 0 and not shown,
            "called sent, and never taken": seen == 0 and letter.state == "sent",
            f"repeated {seen} times": seen > 2 or (seen == 2 and letter.kind != "received"),
            "repeated in silence": seen == 2 and not said_again,
            "of an unknown ending that nobody sees": not told or letter.state == "planned",
        }
        found += [f"{letter.kind} {letter.pk}: {what}" for what, is_so in wrong.items() if is_so]
    if len({letter.message_id for letter in kept}) < len(kept):
        found.append("two letters under one Message-ID")
    return found


def cut_each(server, point, kinds=KINDS):
    """So many letters of each kind, each met by one break at this point."""
    kept = []
    for kind in kinds:
        for _ in range(EACH):
            letter = make_letter(kind)
            server.cut_at = point
            state = deliver(letter, AT + timedelta(seconds=10))
            assert server.cut_at is None, "the break was not met"
            kept.append(letter)
            if point in NOT_TAKEN:
                assert state == "planned", "what was not taken goes again"
            elif point == "quit":
                assert state == "sent", "after its 250 nothing is in doubt"
            else:
                assert state == ("planned" if kind == "received" else "uncertain")
    return kept


def test_it_works(server, capsys):
    kept = [letter for point in POINTS for letter in cut_each(server, point)]
    assert faults(server, kept) == []
    rows = list(Message.objects.filter(pk__in=[letter.pk for letter in kept]))
    repeats = sum(server.times(letter.message_id) == 2 for letter in rows)
    uncertain = sum(letter.state == "uncertain" for letter in rows)
    assert uncertain == 2 * EACH, "a question cut in its body, or before its 250"
    assert repeats == EACH, "an acknowledgement cut before its 250"
    with capsys.disabled():
        print(
            f"\npromise 5: PASS {len(rows)} letters cut at {len(POINTS)} points of the dialogue, "
            f"{2 * EACH} each: 0 lost, 0 silent repeats, {repeats} acknowledgements repeated once "
            f"under their Message-ID and shown so, {uncertain} unknown endings shown"
        )


def test_an_unknown_ending_is_on_the_pages(server, client):
    letter = cut_each(server, "dot", ["question"])[0]
    client.force_login(gleb())
    assert letter.inquiry.number in client.get("/pipeline/set-aside/").content.decode()
    html = client.get(letter.inquiry.get_absolute_url()).content.decode()
    assert "Неизвестно, дошло ли письмо «Вопрос»" in html
    assert "Исход письма неизвестен" in html


def test_control_a_blind_resend_is_seen(server, monkeypatch):
    """Were every unknown ending simply sent again, the same look finds each repeat."""

    def blindly(self, *, at):
        return self.ours().update(state="planned", not_before_at=at, token=None)

    monkeypatch.setattr(Message, "ended_unknown", blindly)
    kept = []
    for _ in range(EACH):
        kept.append(make_letter("question"))
        server.cut_at = "dot"
        deliver(kept[-1], AT + timedelta(seconds=10))
    found = faults(server, kept)
    assert sum("repeated 2 times" in line for line in found) == EACH


def test_control_an_unknown_ending_called_sent_is_seen(server, monkeypatch):
    monkeypatch.setattr(Message, "ended_unknown", Message.sent)
    letter = make_letter("question")
    server.cut_at = "body"
    deliver(letter, AT + timedelta(seconds=10))
    assert any("called sent, and never taken" in line for line in faults(server, [letter]))


@pytest.mark.parametrize("point", ["banner", "mail", "rcpt", "data", "dot"])
@pytest.mark.parametrize(("answer", "state"), [(b"451 later", "planned"), (b"550 no", "failed")])
def test_a_refusal_is_kept_with_its_cause(server, point, answer, state):
    letter = make_letter("question")
    server.answers[point] = answer
    # A banner of 5xx is the server's trouble, not the letter's.
    expected = "planned" if point == "banner" else state
    assert deliver(letter, AT + timedelta(seconds=10)) == expected
    assert answer.decode()[:3] in Message.objects.get(pk=letter.pk).last_error
    server.answers.clear()
    assert faults(server, [letter]) == []


@pytest.mark.parametrize("point", ["banner", "ehlo", "mail", "rcpt", "data", "dot"])
def test_a_server_that_is_too_slow(server, settings, point):
    settings.EMAIL_TIMEOUT = 0.2
    server.slow_s[point] = 1.0
    letter = make_letter("question")
    state = deliver(letter, AT + timedelta(seconds=10))
    assert state == ("uncertain" if point == "dot" else "planned")
    server.slow_s.clear()
    settings.EMAIL_TIMEOUT = 5
    assert faults(server, [letter]) == []


@pytest.mark.parametrize("name", ["EMAIL_USE_TLS", "EMAIL_USE_SSL"])
def test_a_server_without_the_tls_it_should_have_gets_nothing(server, settings, name):
    setattr(settings, name, True)
    settings.EMAIL_TIMEOUT = 0.5
    letter = make_letter("question")
    assert deliver(letter, AT + timedelta(seconds=10)) == "planned"
    assert server.taken == []
    assert Message.objects.get(pk=letter.pk).last_error


def test_what_is_sent_comes_out_as_it_was_written(server):
    letter = make_letter("question")
    assert deliver(letter, AT + timedelta(seconds=10)) == "sent"
    text = server.taken[0].get_payload()[0].get_payload(decode=True).decode()
    assert text.startswith("Какая мощность?\r\n.\r\n"), "a lone dot is a line like any other"


@pytest.mark.django_db(transaction=True)
def test_killed_at_each_point(server, capsys):
    """kill -9 while the answer to each step is awaited: the lease ends, and nothing is guessed."""
    kept = []
    for point in POINTS:
        for kind in KINDS:
            for _ in range(EACH if EACH > 3 else 1):
                kept.append(make_letter(kind))
                killed_at(server, point, kept[-1])
    assert faults(server, kept) == []
    with capsys.disabled():
        print(f"\npromise 5: PASS {len(kept)} senders killed with -9 at {len(POINTS)} points")


def killed_at(server, point, letter):
    at = AT + timedelta(seconds=10)
    connection.close()  # a child must not inherit it
    child = os.fork()
    if child == 0:
        try:
            deliver(letter, at)
        finally:
            os._exit(0)

    def kill(reached):
        if reached == point:
            os.kill(child, signal.SIGKILL)
            time.sleep(0.05)

    server.reached = kill
    _, status = os.waitpid(child, 0)
    server.reached = lambda reached: None
    assert os.WIFSIGNALED(status) or point == "quit", "the blow did not fall"
