"""The steps at whose boundaries processes die: each prepares its case and gives what does it."""

from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count

from django.db import connection
from django.test import Client
from django.utils import timezone

from leads import flow, tasks
from leads.models import CalendarDay, CallEvent, Clock, FollowUp, Message
from leads.telephony.exchange.hook import Hook
from leads.telephony.exchange.providers import generic
from tests.mail.arrivals import kept
from tests.proofs.house import House, hook
from tests.proofs.witness import Witness
from tests.telephony.signing import SECRET
from tests.world import (
    boris,
    gleb,
    make_district,
    make_industry,
    make_inquiry,
    make_park,
    maria,
    olga,
    registry_changed,
)

LONG_AGO = timedelta(days=5)


def cast() -> None:
    """People, land, and officers whom nothing that comes here fills up."""
    olga(), gleb()
    for officer in (maria().officer, boris().officer):
        officer.capacity = 30_000
        officer.save()
    make_district(), make_industry(), make_park()
    registry_changed(at=timezone.now())
    # What a process imports and compiles at its first request is inherited by those to come.
    browser = Client()
    for page in ("/inquiry/", "/inquiry/contact/", "/inquiry/check/", "/login/", "/desk/"):
        browser.get(page, follow=True)


@dataclass
class Case:
    """One campaign in one house, told apart by names that nobody else has."""

    house: House
    witness: Witness
    made: list = field(default_factory=list)
    names: count = field(default_factory=lambda: count(1))

    def who(self) -> str:
        return f"p{next(self.names)}"

    def inquiry(self, ago=timedelta(0)):
        """One that came `ago` without the witness."""
        return self.open(self.whom(), ago)

    def whom(self) -> str:
        """For somebody whose inquiry the proof opens itself."""
        self.made.append(self.who())
        return self.made[-1]

    @staticmethod
    def open(who: str, ago=timedelta(0)):
        given = {"phone": f"+7 918 {int(who[1:]):07}", "company": f"К {who}", "name": who}
        return make_inquiry(at=timezone.now() - ago, email=f"{who}@example.com", **given)

    def task(self, name: str, key: int) -> bool:
        return self.house.run(name, lambda: tasks.TASKS[name].run(key))


def form(case: Case):
    who = case.who()
    with connection.cursor() as cursor:
        # Each visitor has an address of his own.
        cursor.execute("DELETE FROM leads_peercount")
    to = {"base": case.house.base_url, "who": who}
    case.witness.do("fill_form", case.house.keep_web, **to)
    return lambda: case.witness.do("send", case.house.keep_web, who=who)


def call(case: Case):
    who, to = case.who(), {"base": case.house.base_url}
    log_in = to | {"who": "olga", "password": "secret-word"}
    if not hasattr(case, "logged_in"):
        case.logged_in = case.witness.do("log_in", case.house.keep_web, **log_in)
    case.witness.do("fill_call", case.house.keep_web, **to, who=who, operator="olga")
    return lambda: case.witness.do("send", case.house.keep_web, who=who)


def hooks(case: Case):
    """A call that nobody took: three hooks."""
    name = f"call-{case.who()}"

    def ring():
        for event, more in (
            ("newCall", {"user": "101"}),
            ("answer", {"answeringNumber": "voicemail"}),
            ("hangup", {"cause": "normalClearing"}),
        ):
            said = hook(name, event, **more) | {"base": case.house.base_url}
            case.witness.do("hook", case.house.keep_web, **said)

    return ring


def route(case: Case):
    key = case.inquiry().pk
    return lambda: case.task("leads.route", key)


def match(case: Case):
    key = case.inquiry().pk
    registry_changed(at=timezone.now())
    return lambda: case.task("leads.match", key)


def remind(case: Case):
    (step, *_) = _overdue(case).follow_ups.order_by("pk")
    return lambda: case.task("leads.remind", step.pk)


def tell(case: Case):
    clock = Clock.objects.due(timezone.now()).filter(inquiry=_overdue(case)).order_by("pk").first()
    return lambda: case.task("leads.tell", clock.pk)


def complete(case: Case):
    """A person ticks a step off and names the next; unanswered, he presses again."""
    inquiry = case.inquiry()
    step = inquiry.follow_ups.order_by("pk").first()

    def press():
        at, words = timezone.now(), {"calendar": CalendarDay.office(), "by": maria()}

        def then():
            due_at = at + timedelta(days=2)
            FollowUp.promise(inquiry, "check_in", at=at, due_at=due_at, subject="x", **words)

        FollowUp.objects.get(pk=step.pk).complete(by=words["by"], at=at, then=then)

    def until_answered():
        while not case.house.run("complete", press):
            pass
        assert inquiry.follow_ups.filter(kind="check_in").count() == 1

    return until_answered


def receipt(case: Case):
    key = case.inquiry().messages.get().pk
    return lambda: case.task("leads.send", key)


def question(case: Case):
    """A letter that a person wrote: its ending unknown, it never goes again by itself."""
    inquiry, at = case.inquiry(), timezone.now() - timedelta(minutes=1)
    to = inquiry.contact.last_address()
    words = {"key": "k", "to": to, "subject": "Вопрос", "body": "Какая мощность?"}
    letter = Message.write(inquiry, "question", **words, by=maria(), at=at)
    return lambda: case.task("leads.send", letter.pk)


def take_in(case: Case):
    mail = _mail(case)
    return lambda: case.task("leads.take_in", mail.pk)


def sweep(case: Case):
    """A bit of everything is owed."""
    _overdue(case), case.inquiry(), _mail(case), question(case)
    registry_changed(at=timezone.now())
    said = hook(f"call-{case.who()}", "newCall", user="101")
    case.witness.do("note_hook", call=said["call"], event=said["event"])
    received = generic.read(Hook(said["body"].encode(), said["headers"]), [SECRET], timezone.now())
    CallEvent.objects.keep("generic", received, at=timezone.now())
    return case.house.sweep


def _overdue(case: Case):
    inquiry = case.inquiry(LONG_AGO)
    flow.route(inquiry, at=timezone.now() - LONG_AGO)
    return inquiry


def _mail(case: Case):
    who = case.whom()
    return kept(sender=f"{who}@example.com", subject=f"Цех {who}")


# The step that is aimed at, by the name of the case.
STEPS = {
    form: "form",
    call: "call",
    hooks: "hook",
    route: "leads.route",
    match: "leads.match",
    remind: "leads.remind",
    tell: "leads.tell",
    complete: "complete",
    receipt: "leads.send",
    question: "leads.send",
    take_in: "leads.take_in",
    sweep: "sweep",
}
