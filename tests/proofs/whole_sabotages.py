"""The proof can fail: each protection taken out is seen by the same look, and nothing is without.

Each case is one aimed death (or freeze, or loss) of test_deaths; it is green as the product is,
and red once the sabotage of that row is done to every process of it.
"""

import os
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from leads import flow, tasks
from leads.models import FollowUp, Message
from tests.proofs import sabotages, steps
from tests.proofs.account import faults
from tests.proofs.house import House, forget_rings, frozen
from tests.proofs.steps import Case, cast
from tests.proofs.witness import Witness
from tests.stack import wait_for
from tests.telephony.signing import SECRET

pytestmark = [pytest.mark.proof, pytest.mark.django_db(transaction=True)]


def ring_lost(case):
    """The web dies after its commit and before its first ring; the worker does what was rung."""
    act = steps.form(case)
    case.house.aim.at("form", 1, point="before publish")
    act()
    case.house.answer_rings()


def redis_empty(case):
    """All rings are in Redis, and Redis loses them."""
    steps.form(case)()
    forget_rings()


def two_at_once(case):
    """The same form comes again while the first one stands before its commit."""
    steps.form(case)
    who, house = f"p{next(case.names) - 1}", case.house
    house.keep_web(2)
    # The first commits are those of the counts of its address.
    house.aim.at("form", 3, point="before commit", how="freeze")
    first = case.witness.begin("send", who=who)
    with frozen(house):
        second = case.witness.begin("send", who=who)
        # Answered already, or held up by what the first has written and not committed.
        wait_for(lambda: case.witness.answered(second) or one_waits(), within=60)
    house.aim.nowhere()
    for ticket in (first, second):
        case.witness.end(ticket)


def one_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT 1 FROM pg_stat_activity"
            " WHERE datname = current_database() AND wait_event_type = 'Lock'"
        )
        return cursor.fetchone() is not None


def hook_unanswered(case):
    """The web dies between the commit of a hook and its answer; the exchange repeats it."""
    act = steps.hooks(case)
    case.house.aim.at("hook", 1, point="before the answer")
    act()


def key_forgotten(case):
    """The answer to a form is lost, and so is all that Redis knew."""
    act = steps.form(case)
    case.house.aim.at("form", 1, point="before the answer")
    keep_web = case.house.keep_web

    def forgetful(*args):
        if case.house.aim.fell:
            forget_rings()
        keep_web(*args)

    case.house.keep_web = forgetful
    act()
    case.house.keep_web = keep_web


def woken_late(case):
    """A sender stands still in the middle of a letter until another has sent it."""
    letter = case.inquiry().messages.get()
    with asleep(case, letter):
        case.house.settle()


def in_hand(case):
    """A sender stands still, his lease runs, and a sweep comes by."""
    steps.question(case)
    with asleep(case, Message.objects.filter(kind="question").latest("pk")):
        case.house.sweep()


def killed_before_the_body(case):
    act = steps.question(case)
    case.house.aim.at("leads.send", 4, point="before mail word")
    act()


def killed_after_the_body(case):
    """The mail server took it, and nobody lived to say so."""
    act = steps.question(case)
    case.house.aim.at("leads.send", 6, point="after mail answer")
    act()


def clock_ahead(case):
    """The clocks of the processes are five days ahead; the database's is right."""
    flow.route(case.inquiry(), at=timezone.now())
    case.house.ahead = timedelta(days=5)
    case.house.settle()
    case.house.ahead = timedelta(0)


def promise_far_ahead(case):
    """Redis loses everything between a promise and its hour."""
    who = case.whom()
    case.house.run("accept", lambda: case.open(who))
    forget_rings()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE leads_followup SET due_at = now() - interval '1 hour'")
    for step in FollowUp.objects.open():
        FollowUp.note_next_due(step.inquiry_id)


def cut_off(case):
    """The mail server hangs up before it has the letter."""
    act = steps.receipt(case)
    case.witness.do("cut", at="mail")
    act()


def asleep(case, letter):
    """Its sender, when all but the body is said."""
    case.house.aim.at("leads.send", 5, point="before mail word", how="freeze")
    return case.house.asleep("leads.send", lambda: tasks.send.run(letter.pk))


CASES = [
    (ring_lost, sabotages.on_commit_only, "lost", "still owed: leads.route"),
    (redis_empty, sabotages.deleted_on_publish, "lost", "still owed: leads.route"),
    (two_at_once, sabotages.no_unique_key, "doubled", "2 inquiries"),
    (hook_unanswered, sabotages.without_key_of_events, "doubled", "hook"),
    (key_forgotten, sabotages.keys_in_redis, "doubled", "2 inquiries"),
    (woken_late, sabotages.no_fencing, "doubled", "the history says sent 2 times"),
    (in_hand, sabotages.no_claim, "doubled", "went out 2 times"),
    (killed_before_the_body, sabotages.processed_before_send, "lost", "no server took it"),
    (killed_after_the_body, sabotages.blind_resend, "doubled", "went out 2 times"),
    (clock_ahead, sabotages.app_clock, "unexpected", "before it was due"),
    (promise_far_ahead, sabotages.eta_task, "lost", "its owner was not told"),
    (cut_off, sabotages.swallowed_exceptions, "lost", "no server took it"),
]
# What the sabotage of an old constraint needs besides.
WITHOUT = {
    sabotages.no_unique_key: ("leads_inquiry", "request_key"),
    sabotages.keys_in_redis: ("leads_inquiry", "request_key"),
    sabotages.without_key_of_events: ("leads_callevent", "event_key"),
}
SCALED = (ring_lost, two_at_once, woken_late, killed_before_the_body, clock_ahead)
WHOLE = os.environ.get("PROVE") == "whole"
CHOSEN = [row for row in CASES if WHOLE or row[0] in SCALED]
EMPTIED = ("inquiry", "investor", "call", "callevent", "incomingmail", "trouble", "peercount")


@contextmanager
def campaign(home, settings, sabotage=None):
    """A house with nothing in it, and its witness."""
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {', '.join(f'leads_{name}' for name in EMPTIED)} CASCADE")
    forget_rings()
    put_back = sabotages.drop_unique(*WITHOUT[sabotage]) if sabotage in WITHOUT else lambda: None
    home.mkdir()
    try:
        with Witness(home) as witness, House(home, sabotage) as house:
            settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", witness.mail_port
            yield Case(house, witness)
    finally:
        put_back()


@pytest.fixture(autouse=True)
def outside(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.TELEPHONY_SECRETS = {"generic": [SECRET]}
    cast()


def test_none_of_the_cases_is_seen_as_the_product_is(tmp_path, settings):
    with campaign(tmp_path / "sound", settings) as case:
        for each, *_ in CHOSEN:
            each(case)
            case.house.settle()
            assert faults(case.witness, made=case.made) == {}, each.__name__


def test_each_sabotage_turns_it_red(tmp_path, settings, capsys):
    seen = {}
    for each, sabotage, sort, words in CHOSEN:
        name = sabotage.__name__
        with campaign(tmp_path / name, settings, sabotage) as case:
            each(case)
            case.house.settle()
            found = faults(case.witness, made=case.made)
        told = [line for line in found.get(sort, []) if words in line]
        assert told, f"{name} is not seen: {found}"
        seen[name] = told[0]
    with capsys.disabled():
        print(f"\npromises 1 to 5: PASS {len(seen)} sabotages, each of them seen")
        for name, line in seen.items():
            print(f"  {name.replace('_', ' ')}: {line}")
