"""All that the page of one inquiry shows, in six statements whatever there is of it."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import JSONObject
from django.shortcuts import get_object_or_404
from django.utils import timezone

from leads.models import (
    Activity,
    ContactEmail,
    ContactPhone,
    FollowUp,
    Inquiry,
    Match,
    Message,
    Referral,
    RoutingDecision,
)
from leads.phones import format_phone

from .cursor import Page, page
from .names import Names, names
from .need_words import Fact, facts
from .panel import Panel, panel
from .routes import Route, route
from .timeline import Line, lines, places

HISTORY = 20
# What the page shows of a letter.
LETTER = ("kind", "state", "sent_at", "last_error")


@dataclass(frozen=True)
class Dossier:
    inquiry: Inquiry
    masked: bool
    may_change: bool
    names: Names
    facts: list[Fact]
    steps: list[FollowUp]
    letters: list[Message]
    match: Panel | None
    route: Route | None
    phones: list[str]
    passed_to: list[str]
    history: list[Line]
    history_page: Page
    at: object


def dossier(user, number: str, *, cursor) -> Dossier:
    """Raises Http404 for what this user may not see."""
    inquiry = get_object_or_404(with_circle(Inquiry.objects.visible_to(user)), number=number)
    matches = Match.objects.newest(inquiry).best_first()
    matches = list(matches.select_related("run", "park", "district"))
    excluded = [one["id"] for one in matches[0].run.excluded] if matches else []
    shown = history(inquiry, cursor)
    known = names(parks=[*excluded, *inquiry.need.parks_wanted, *places(shown.rows)])
    steps = inquiry.follow_ups.open().select_related("owner__user").order_by("due_at", "pk")
    masked, may_change = inquiry.masked_for(user), inquiry.changeable_by(user)
    return Dossier(
        inquiry=inquiry,
        masked=masked,
        may_change=may_change,
        names=known,
        facts=facts(inquiry.need.figures(), known),
        steps=list(steps),
        letters=[_letter(told) for told in inquiry.letters],
        match=panel(matches, known),
        route=route(inquiry.decision, known),
        phones=[format_phone(one) for one in inquiry.phones if one],
        passed_to=[str(known.name(district)) for district in inquiry.referred_to],
        history=lines(shown.rows, known, masked=masked, undo_by=user, may_change=may_change),
        history_page=shown,
        at=timezone.now(),
    )


def history(inquiry, cursor) -> Page:
    """Twenty rows of history, newest first."""
    rows = Activity.objects.filter(inquiry=inquiry).telling_overtaken().select_related("actor")
    return page(rows, cursor, by="at", size=HISTORY)


def with_circle(rows):
    decision = RoutingDecision.objects.filter(inquiry=OuterRef("pk")).order_by("-pk")
    of_contact = {"contact": OuterRef("contact")}
    letters = Message.objects.filter(inquiry=OuterRef("pk")).exclude(kind=Message.Kind.REMINDER)
    told = JSONObject(**{name: name for name in LETTER})
    return rows.select_related(
        "investor", "contact", "need", "main_industry", "officer__user"
    ).annotate(
        phones=ArraySubquery(
            ContactPhone.objects.filter(**of_contact).order_by("pk").values("e164")
        ),
        emails=ArraySubquery(
            ContactEmail.objects.filter(**of_contact).order_by("pk").values("address")
        ),
        letters=ArraySubquery(letters.order_by("planned_at").values(told=told)),
        referred_to=ArraySubquery(
            Referral.objects.filter(inquiry=OuterRef("pk")).order_by("pk").values("district_id")
        ),
        decision=Subquery(
            decision.values(
                told=JSONObject(
                    officer=F("officer"), rule=F("rule__name"), candidates=F("candidates")
                )
            )[:1]
        ),
    )


def _letter(told: dict) -> Message:
    sent_at = told["sent_at"] and datetime.fromisoformat(told["sent_at"])
    return Message(**told | {"sent_at": sent_at})
