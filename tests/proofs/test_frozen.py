"""A process freezes in the middle of its work, past its lease, and wakes when another did it.

It writes nothing any more: no second officer, match, reminder or letter. Where the mail server was
spoken to already the ending is shown as unknown. The processes are real, frozen by SIGSTOP at the
named call and woken by SIGCONT.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.stack import wait_for

pytestmark = pytest.mark.proof
LEASE_S = 5
ASLEEP: list[subprocess.Popen] = []
CAST = """
from django.utils import timezone
from leads.models import FollowUp, Message
from tests.world import boris, make_inquiry, make_park, maria, registry_changed
for officer in (maria().officer, boris().officer):
    officer.capacity = 1000
    officer.save()
"""
INQUIRY = "inquiry = make_inquiry(at=timezone.now(), email='p@example.com')\n"
# It sleeps at the first call of `place`, and goes on when it is woken.
FROZEN = """
import os, signal
from unittest import mock
import {module} as module
real, frozen = getattr(module{cls}, "{name}"), []
def falls_asleep(*given, **named):
    if not frozen:
        frozen.append(1)
        os.kill(os.getpid(), signal.SIGSTOP)
    return real(*given, **named)
from leads import tasks
with mock.patch.object(module{cls}, "{name}", falls_asleep):
    print(tasks.sweep())
"""


@pytest.fixture(scope="module")
def house(make_stack):
    """A database and a mail server; each process is started by its test."""
    stack = make_stack(without=["web", "worker", "beat", "sweep"], MAIL_LEASE_S=str(LEASE_S))
    stack.manage("shell", "--no-imports", "-c", CAST)
    # From here on: a migration may think for longer between two statements.
    stack.env["FROZEN_AFTER_S"] = str(LEASE_S)
    return stack


@pytest.fixture(autouse=True)
def none_sleeps_on():
    """Whoever a failed test left asleep."""
    yield
    while ASLEEP:
        ASLEEP.pop().kill()


@pytest.fixture
def run(house):
    house.sink.messages.clear()
    house.sink.after_s = 0.0
    return lambda script: house.manage("shell", "--no-imports", "-c", CAST + script)


def freeze(house, module, name, *, cls=""):
    """A sweep that sleeps at this call."""
    script = FROZEN.format(module=module, name=name, cls=cls and f".{cls}")
    command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", script]
    process = subprocess.Popen(
        command, cwd=house.cwd, env=house.env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    ASLEEP.append(process)
    wait_for(lambda: state_of(process.pid) == "T", within=60)
    return process


def state_of(pid: int) -> str:
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]


def wake(process) -> str:
    os.kill(process.pid, signal.SIGCONT)
    return process.communicate(timeout=60)[0].decode()


def counts(house, table, where="true"):
    return house.query(f"SELECT count(*) FROM {table} WHERE {where}")[0][0]


def swept_until(house, condition):
    """Others sweep on until it is so: the frozen one's hold must end by itself."""

    def swept():
        house.manage("sweep")
        return condition()

    wait_for(swept, within=60)


def in_order(house):
    assert " 0 differences" in house.manage("ledger")


def test_routing(house, run):
    run(INQUIRY)
    last = "inquiry_id = (SELECT max(id) FROM leads_inquiry)"
    asleep = freeze(house, "leads.models.inquiry", "assign", cls="Inquiry")
    swept_until(house, lambda: counts(house, "leads_routingdecision", last))
    said = wake(asleep)
    assert counts(house, "leads_routingdecision", last) == 1
    assert counts(house, "leads_activity", f"{last} AND kind = 'routed'") == 1
    assert counts(house, "leads_message", f"{last} AND kind = 'officer_named'") == 1
    assert "idle-in-transaction" in said, "what it had begun was taken back"
    in_order(house)


def test_matching(house, run):
    run(INQUIRY)
    house.manage("sweep")
    last = "inquiry_id = (SELECT max(id) FROM leads_inquiry)"
    before = counts(house, "leads_matchrun", last)
    run("make_park('made-meanwhile'); registry_changed(timezone.now())\n")
    asleep = freeze(house, "leads.models.need", "figures_of", cls="NeedQuerySet")
    current = "registry_version = (SELECT number FROM districts_registryversion)"
    swept_until(house, lambda: not counts(house, "leads_inquiry", f"NOT {current}"))
    after = counts(house, "leads_matchrun", last)
    wake(asleep)
    assert counts(house, "leads_matchrun", last) == after <= before + 1
    in_order(house)


def test_follow_ups(house, run):
    run(INQUIRY)
    house.manage("sweep")
    step = "id = (SELECT max(id) FROM leads_followup)"
    house.query(
        f"UPDATE leads_followup SET due_at = now() - interval '1 s' WHERE {step} RETURNING 1"
    )
    before = counts(house, "leads_activity", "kind = 'reminded'")
    asleep = freeze(house, "leads.models.activity", "record_many", cls="ActivityQuerySet")
    swept_until(
        house, lambda: counts(house, "leads_followup", f"{step} AND reminded_at IS NOT NULL")
    )
    wake(asleep)
    assert counts(house, "leads_activity", "kind = 'reminded'") == before + 1
    house.manage("sweep")
    reminders = [one for one in house.sink.messages if "maria" in one["To"] or "boris" in one["To"]]
    assert len(reminders) == 1


def written(run):
    run(
        INQUIRY + "inquiry.assign(maria().officer, by=None, at=timezone.now())\n"
        "Message.objects.exclude(state='sent').delete()\n"
        "Message.write(inquiry, 'question', key='q', to='p@example.com', subject='Вопрос',"
        " body='Какая мощность?', by=maria(), at=timezone.now())\n"
        "Message.objects.filter(kind='question').update(not_before_at=timezone.now())\n"
    )


LETTER = "kind = 'question' AND id = (SELECT max(id) FROM leads_message)"


def test_a_letter_not_yet_handed_over(house, run):
    written(run)
    asleep = freeze(house, "leads.letters", "hand_over")
    swept_until(house, lambda: counts(house, "leads_message", f"{LETTER} AND state = 'uncertain'"))
    wake(asleep)
    assert house.sink.messages == [], "its lease was over when it woke"
    assert counts(house, "leads_message", f"{LETTER} AND state = 'uncertain'") == 1


def test_a_letter_in_the_mail_servers_hands(house, run):
    written(run)
    house.sink.after_s = 1.0
    command = [sys.executable, "manage.py", "sweep"]
    asleep = subprocess.Popen(
        command, cwd=house.cwd, env=house.env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    ASLEEP.append(asleep)
    wait_for(lambda: house.sink.in_hand, within=60)
    os.kill(asleep.pid, signal.SIGSTOP)
    house.sink.after_s = 0.0
    swept_until(house, lambda: counts(house, "leads_message", f"{LETTER} AND state = 'uncertain'"))
    wake(asleep)
    house.manage("sweep")
    assert len(house.sink.messages) == 1, "sent once, and never again blindly"
    assert counts(house, "leads_message", f"{LETTER} AND state = 'uncertain'") == 1
    told = "kind = 'letter_uncertain' AND inquiry_id = (SELECT max(id) FROM leads_inquiry)"
    assert counts(house, "leads_activity", told) == 1
