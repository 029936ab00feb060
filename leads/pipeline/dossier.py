"""All that the page of one inquiry shows, in seven statements, and one for its mails."""

from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Aggregate, CharField, Exists, F, JSONField, OuterRef, Subquery, Value
from django.db.models.functions import Cast, JSONObject
from django.shortcuts import get_object_or_404
from django.utils import timezone

from leads.models import (
    Activity,
    Attachment,
    Clock,
    ContactEmail,
    ContactPhone,
    FollowUp,
    IncomingMail,
    Inquiry,
    Match,
    Message,
    Reading,
    Recording,
    RoutingDecision,
    RoutingRule,
)
from leads.need_words import Fact, facts
from leads.phones import format_phone

from . import referred
from .clock_words import Shown, in_order
from .clock_words import shown as shown_clocks
from .cursor import Page, page
from .names import Names, names
from .panel import Panel, panel
from .referred import Referred
from .routes import Route, route
from .timeline import Line, lines, places

HISTORY = 20
# {"7": "Letters in English", …}
_NAMES = Aggregate(
    Cast("pk", CharField()), F("name"), function="jsonb_object_agg", output_field=JSONField()
)


@dataclass(frozen=True)
class Sound:
    """A recording that this reader may hear."""

    pk: int
    at: datetime
    until: date

    @classmethod
    def of(cls, told: dict) -> "Sound":
        moment, until = datetime.fromisoformat(told["at"]), date.fromisoformat(told["until"])
        return cls(told["pk"], moment, until)


@dataclass(frozen=True)
class Dossier:
    inquiry: Inquiry
    masked: bool
    may_change: bool
    names: Names
    facts: list[Fact]
    steps: list[FollowUp]
    letters: list[Message]
    mails: list[IncomingMail]
    may_write: bool
    match: Panel | None
    route: Route | None
    clocks: list[Shown]
    phones: list[str]
    referrals: list[Referred]
    recordings: list[Sound]
    history: list[Line]
    history_page: Page
    at: object

    @property
    def law_waits(self) -> bool:
        """Whether an answer to the appeal is due."""
        counting = (shown.clock for shown in self.clocks if shown.clock.stopped_at is None)
        return any(clock.kind == Clock.Kind.STATUTORY for clock in counting)

    @property
    def troubled(self) -> list[Message]:
        """Letters that did not arrive, or nobody knows."""
        bad = {Message.State.FAILED, Message.State.UNCERTAIN}
        return [letter for letter in self.letters if letter.state in bad]


def dossier(user, number: str, *, cursor) -> Dossier:
    """Raises Http404 for what this user may not see."""
    at = timezone.now()
    noted = Reading.objects.of_quarter(user, at).filter(inquiry=OuterRef("pk"))
    heard = Recording.objects.visible_to(user).filter(state=Recording.State.FETCHED)
    heard = heard.filter(call__inquiry=OuterRef("pk")).order_by("call__started_at", "pk")
    told = JSONObject(pk="pk", at="call__started_at", until="keep_until")
    rows = with_circle(Inquiry.objects.visible_to(user)).annotate(
        noted=Exists(noted), recordings=ArraySubquery(heard.values(told=told))
    )
    inquiry = get_object_or_404(rows, number=number)
    matches = Match.objects.newest(inquiry).best_first()
    matches = list(matches.select_related("run", "park", "district"))
    excluded = [one["id"] for one in matches[0].run.excluded] if matches else []
    shown = history(inquiry, cursor)
    known = names(
        parks=[
            *excluded,
            *inquiry.need.parks_wanted,
            *places(shown.rows),
            *referred.parks(inquiry.referred_to),
        ]
    )
    steps = inquiry.follow_ups.open().select_related("owner__user").order_by("due_at", "pk")
    at = timezone.now()
    masked, may_change = inquiry.masked_for(user), inquiry.changeable_by(user)
    letters = list(inquiry.messages.to_investor().order_by("planned_at", "pk"))
    mails = list(inquiry.mails.to_show()) if inquiry.has_mails else []
    return Dossier(
        inquiry=inquiry,
        masked=masked,
        may_change=may_change,
        names=known,
        facts=facts(inquiry.need.figures(), known),
        steps=list(steps),
        letters=letters,
        may_write=may_change and not masked and bool(user.roles() & {"manager", "head"}),
        match=panel(matches, known),
        route=route(inquiry.decision, known),
        clocks=shown_clocks(in_order(inquiry.clocks), at=at),
        phones=[format_phone(one) for one in inquiry.phones if one],
        referrals=referred.referred(inquiry.referred_to, known, masked=masked),
        mails=[] if masked else mails,
        recordings=[] if masked else [Sound.of(one) for one in inquiry.recordings],
        history=lines(
            shown.rows, known, masked=masked, mails=mails, undo_by=user, may_change=may_change
        ),
        history_page=shown,
        at=at,
    )


def history(inquiry, cursor) -> Page:
    """Twenty rows of history, newest first."""
    rows = Activity.objects.filter(inquiry=inquiry).telling_overtaken().select_related("actor")
    return page(rows, cursor, by="at", size=HISTORY)


def with_circle(rows):
    decision = RoutingDecision.objects.filter(inquiry=OuterRef("pk")).order_by("-pk")
    # By key, of every rule there is: a decision names those it passed over too.
    named = RoutingRule.objects.order_by().values(one=Value(1)).annotate(names=_NAMES)
    of_contact = {"contact": OuterRef("contact")}
    return rows.select_related(
        "investor", "contact", "need", "main_industry", "officer__user", "appeal"
    ).annotate(
        has_mails=Exists(IncomingMail.objects.filter(inquiry=OuterRef("pk"))),
        phones=ArraySubquery(
            ContactPhone.objects.filter(**of_contact).order_by("pk").values("e164")
        ),
        emails=ArraySubquery(
            ContactEmail.objects.filter(**of_contact).order_by("pk").values("address")
        ),
        referred_to=referred.of_inquiry(),
        files=ArraySubquery(
            Attachment.objects.filter(inquiry=OuterRef("pk"))
            .order_by("added_at")
            .values(told=JSONObject(pk="pk", name="name", size="size"))
        ),
        decision=Subquery(
            decision.values(
                told=JSONObject(
                    officer=F("officer"),
                    rule=F("rule__name"),
                    version=F("rule_version"),
                    version_now=F("rule__version"),
                    rules=Subquery(named.values("names")),
                    candidates=F("candidates"),
                )
            )[:1]
        ),
    )
