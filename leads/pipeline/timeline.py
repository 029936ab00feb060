"""History in words: what each kind of event says, out of its keys and figures."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from leads.models import (
    Activity,
    Clock,
    ConsentText,
    FollowUp,
    How,
    Inquiry,
    LostReason,
    Match,
    Message,
    Quarantine,
    Stage,
    Trouble,
    WaitingOn,
)
from leads.need_words import LABELS


@dataclass(frozen=True)
class Line:
    activity: Activity
    detail: str
    note: str

    @property
    def label(self) -> str:
        return _label(Activity.Kind, self.activity.kind)


def lines(activities, names, *, masked: bool) -> list[Line]:
    """The words of a note may name the investor: a masked reader does not get them."""
    return [
        Line(
            activity=row,
            detail=WORDS[row.kind](row.data, names) if row.kind in WORDS else "",
            note="" if masked else row.data.get("text", ""),
        )
        for row in activities
    ]


def places(activities) -> list[str]:
    """The parks and districts that these rows speak of, for `names`."""
    return [row.data["place"] for row in activities if "place" in row.data]


def _label(choices, value) -> str:
    return str(choices(value).label) if value in choices.values else str(value or "")


def _moment(text: str) -> str:
    moment = timezone.localtime(datetime.fromisoformat(text))
    return date_format(moment, "SHORT_DATETIME_FORMAT")


def _officer(data, names):
    return names.officer(data.get("officer"))


def _step(data, names):
    return _label(FollowUp.Kind, data.get("step"))


def _due_step(data, names):
    by = _("by %(moment)s") % {"moment": _moment(data["due"])}
    return f"{_step(data, names)}, {by}"


def _advanced(data, names):
    moved = f"{_label(Stage, data.get('was'))} → {_label(Stage, data.get('to'))}"
    reason = _label(LostReason, data.get("reason"))
    said = f"{moved}: {reason}" if reason else moved
    dropped = ", ".join(str(_label(FollowUp.Kind, kind)) for kind in data.get("dropped", ()))
    return f"{said}. {_('Not done:')} {dropped}" if dropped else said


def _referred(data, names):
    district = str(names.name(data.get("district")))
    return f"{district}, {_('with the contact')}" if data.get("shared") else district


def _need(data, names):
    return ", ".join(str(LABELS[name][0]) for name in data.get("now", {}) if name in LABELS)


def _waiting(data, names):
    said = _label(WaitingOn, data.get("on"))
    if not data.get("until"):
        return said
    day = date_format(date.fromisoformat(data["until"]), "SHORT_DATE_FORMAT")
    return f"{said}, {_('until %(day)s') % {'day': day}}"


def _place(data, names):
    reason = _label(Match.Reason, data.get("reason"))
    place = str(names.name(data.get("place", "")))
    return f"{place}: {reason}" if reason else place


def _letter(data, names):
    return _label(Message.Kind, data.get("letter"))


def _letter_uncertain(data, names):
    letter = _letter(data, names)
    return f"{letter}. {_('Sent once more, under its own number')}" if data.get("again") else letter


def _retried(data, names):
    return _label(Message.Kind, data.get("letter")) or _label(Trouble.Task, data.get("task"))


def _signs(data, names):
    return ", ".join(str(_label(Quarantine.Sign, sign)) for sign in data.get("signs", ()))


def _version(data, names):
    return _("version %(n)s") % {"n": data.get("version")}


def _clock(data, names):
    return _label(Clock.Kind, data.get("clock"))


def _clock_due(data, names):
    return f"{_clock(data, names)}, {_('by %(moment)s') % {'moment': _moment(data['due'])}}"


def _spoken(data, names):
    how = _label(How, data.get("how"))
    return f"{how}, {_('with the full answer')}" if data.get("full_answer") else how


WORDS = {
    "clock_warned": _clock_due,
    "clock_late": _clock_due,
    "clock_acknowledged": _clock,
    "spoken": _spoken,
    "opened": lambda data, names: _label(Inquiry.Channel, data.get("channel")),
    "routed": _officer,
    "reassigned": _officer,
    "taken": _officer,
    "advanced": _advanced,
    "need_changed": _need,
    "follow_up_opened": _due_step,
    "follow_up_moved": _due_step,
    "follow_up_done": _step,
    "reminded": _step,
    "letter_sent": _letter,
    "letter_failed": _letter,
    "letter_uncertain": _letter_uncertain,
    "letter_bounced": _letter,
    "letter_written": _letter,
    "letter_withdrawn": _letter,
    "letter_discarded": _letter,
    "referred": _referred,
    "waiting": _waiting,
    "match_chosen": _place,
    "match_refused": _place,
    "match_reopened": _place,
    "retried": _retried,
    "quarantined": _signs,
    "rated": lambda data, names: _("%(score)s of 5") % {"score": data.get("score")},
    "consent_withdrawn": lambda data, names: _label(ConsentText.Purpose, data.get("purpose")),
    "pack_made": _version,
    "pack_sent": _version,
    "pack_opened": _version,
}
