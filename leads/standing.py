"""Where an inquiry stands, in an investor's words: what we do, what comes next and by when."""

from dataclasses import dataclass, field
from datetime import datetime, time

from django.utils.translation import gettext_lazy as _

from leads.models import Consent, Disposition, Stage, WaitingOn
from leads.worktime import MOSCOW

# What we do now, and how many steps of the way are behind.
WORDS = {
    Stage.NEW: (_("We are reading your inquiry"), 2),
    Stage.QUALIFIED: (_("We are clearing up the details"), 2),
    Stage.MATCHING: (_("We are looking for sites"), 2),
    Stage.PROPOSAL: (_("You have our proposal"), 4),
    Stage.VISIT: (_("We are preparing the visit to the site"), 4),
    Stage.AGREEMENT: (_("We are preparing the agreement"), 4),
    Stage.WON: (_("Your project is under way"), 5),
    Stage.LOST: (_("Work on the inquiry has ended"), 5),
}
ENDED = {
    Disposition.WITHDRAWN: _("You withdrew the inquiry"),
    Disposition.DUPLICATE: _("We continue under your other inquiry"),
}
WAY = (
    _("Received"),
    _("Your officer"),
    _("Looking for sites"),
    _("Proposal"),
    _("Decision"),
)
NEXT = {
    "first_contact": _("we contact you"),
    "substantive_reply": _("an answer with places and figures"),
    "call_back": _("we call you back"),
    "check_in": _("we ask how it goes"),
}


@dataclass(frozen=True)
class Standing:
    """`due` may be past: then we are `late` and say so."""

    headline: str
    next: str = ""
    due: datetime | None = None
    late: bool = False
    ended: bool = False
    way: list[tuple[str, str]] = field(default_factory=list)

    @property
    def whole_day(self) -> bool:
        """Whether the hour says nothing: the day alone was named."""
        return self.due is not None and self.due.astimezone(MOSCOW).time() == time.max


def standing(inquiry, *, at) -> Standing:
    """Two queries at most."""
    if inquiry.disposition in (Disposition.LIVE, Disposition.QUARANTINED):
        return _under_way(inquiry, at=at)
    return Standing(ENDED.get(inquiry.disposition, WORDS[Stage.LOST][0]), ended=True)


def _under_way(inquiry, *, at) -> Standing:
    headline, place = WORDS[Stage(inquiry.stage)]
    if inquiry.stage == Stage.NEW and inquiry.officer is None:
        headline, place = _("We have your inquiry"), 1
    ended = inquiry.closed_at is not None
    said, due = ("", None) if ended else _next(inquiry)
    ours = inquiry.waiting_on != WaitingOn.INVESTOR
    late = ours and due is not None and due < at
    return Standing(headline, said, due, late, ended, _way(place))


def _next(inquiry) -> tuple[str, datetime | None]:
    """The next word and its moment; what we wait for from him comes first."""
    if inquiry.waiting_on == WaitingOn.INVESTOR and inquiry.waiting_until:
        until = datetime.combine(inquiry.waiting_until, time.max, MOSCOW)
        return _("your answer"), until
    step = inquiry.follow_ups.open().order_by("due_at").first()
    if step is None:
        return NEXT["first_contact"], inquiry.promised_at
    return NEXT.get(step.kind, _("we get in touch")), step.due_at


def _way(place: int) -> list[tuple[str, str]]:
    states = ["done" if at < place else "now" if at == place else "next" for at in range(len(WAY))]
    return list(zip(states, WAY, strict=True))


def consents(inquiry) -> list[Consent]:
    """What he agreed to and has not taken back."""
    rows = Consent.objects.standing().filter(inquiry=inquiry).select_related("text")
    return list(rows.order_by("pk"))
