"""`manage.py sweep` does what is owed and says so in one line."""

import time
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import InterfaceError, OperationalError
from django.utils import timezone

from leads.management.commands import sweep as command
from leads.models import Message
from leads.models.writing import HELD_FOR
from leads.tasks import TASKS, database_now
from tests.world import make_inquiry, maria

pytestmark = pytest.mark.django_db


def test_it_works():
    maria()
    inquiry = make_inquiry(at=timezone.now())
    out = StringIO()
    call_command("sweep", stdout=out)
    done = dict.fromkeys(TASKS, 0) | {"leads.route": 1}
    said = ", ".join(f"{name} {count}" for name, count in done.items())
    assert out.getvalue() == f"{said}\n"
    inquiry.refresh_from_db()
    assert inquiry.officer is not None


def test_a_letter_goes_at_the_moment_its_hold_ends(monkeypatch):
    inquiry = make_inquiry(at=timezone.now(), email="p@example.com")
    letter = inquiry.messages.get()
    moment = database_now() + timedelta(seconds=1)
    Message.objects.filter(pk=letter.pk).update(not_before_at=moment)
    command._wait(1.4)
    letter.refresh_from_db()
    assert letter.state == "sent"
    assert timedelta(0) <= letter.sent_at - moment < timedelta(seconds=2)


def test_a_letter_written_while_it_waits_is_seen_before_its_hold_ends():
    assert timedelta(seconds=command.LOOK_S) < HELD_FOR


def test_it_outlives_a_database_that_does_not_answer(monkeypatch):
    rounds = iter([OperationalError, InterfaceError, KeyboardInterrupt])
    monkeypatch.setattr(command, "sweep", lambda by: (_ for _ in ()).throw(next(rounds)))
    monkeypatch.setattr(time, "sleep", lambda seconds: None)
    with pytest.raises(KeyboardInterrupt):
        call_command("sweep", forever=True)
