"""History in words: what each kind of event says, out of its keys and figures."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from leads.flow import undoable
from leads.models import (
    Activity,
    Call,
    Clock,
    ConsentText,
    Disposition,
    FollowUp,
    How,
    IncomingMail,
    Inquiry,
    LostReason,
    Match,
    Message,
    NotReached,
    Quarantine,
    Referral,
    Stage,
    Trouble,
    WaitingOn,
)
from leads.need_words import LABELS

from . import appeal_words


@dataclass(frozen=True)
class Line:
    activity: Activity
    detail: str
    note: str
    mail: IncomingMail | None = None
    may_undo: bool = False

    @property
    def taken_back(self) -> bool:
        """A note that its writer withdrew: the words stay, struck through."""
        return self.activity.kind == "noted" and self.activity.overtaken

    @property
    def label(self) -> str:
        return _label(Activity.Kind, self.activity.kind)


def lines(
    activities, names, *, masked: bool, mails=(), undo_by=None, may_change=False
) -> list[Line]:
    """The words of a note or a mail may name the investor: a masked reader does not get them.

    A deed can be undone by whoever may change the inquiry, and by who did it.
    """
    by_key = {} if masked else {mail.pk: mail for mail in mails}
    return [
        Line(
            activity=row,
            detail=WORDS[row.kind](row.data, names) if row.kind in WORDS else "",
            note="" if masked else row.data.get("text", ""),
            mail=by_key.get(row.data.get("mail")),
            may_undo=bool(undo_by and (may_change or row.actor_id == undo_by.pk) and undoable(row)),
        )
        for row in activities
    ]


def places(activities) -> list[str]:
    """The parks and districts that these rows speak of, for `names`."""
    return [
        place
        for row in activities
        for place in ([row.data["place"]] if "place" in row.data else row.data.get("parks", ()))
    ]


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
    return _with_due(_step(data, names), _("by %(moment)s"), data)


def _snoozed(data, names):
    if not data.get("until"):
        return _("no longer")
    return _("until %(day)s") % {"day": _date(data["until"])}


def _date(text: str) -> str:
    return date_format(date.fromisoformat(text), "SHORT_DATE_FORMAT")


def _set_aside(data, names):
    said = _label(Disposition, data.get("disposition"))
    return f"{said} → {data['of']}" if data.get("of") else said


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
    return f"{said}, {_('until %(day)s') % {'day': _date(data['until'])}}"


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


def _clock(data, names):
    return _label(Clock.Kind, data.get("clock"))


def _clock_due(data, names):
    return _with_due(_clock(data, names), _("by %(moment)s"), data)


def _with_due(said, words, data):
    """A notice may carry no moment."""
    return f"{said}, {words % {'moment': _moment(data['due'])}}" if "due" in data else said


def _spoken(data, names):
    how = _label(How, data.get("how"))
    return f"{how}, {_('with the full answer')}" if data.get("full_answer") else how


def _returned(data, names):
    return (
        f"{names.name(data.get('district'))}: {_label(Referral.ReturnReason, data.get('reason'))}"
    )


def _answered(data, names):
    parks = ", ".join(str(names.name(park)) for park in data.get("parks", ()))
    district = str(names.name(data.get("district")))
    return f"{district}: {parks}" if parks else district


def _district(data, names):
    return str(names.name(data.get("district")))


def _signs(data, names):
    return ", ".join(str(_label(Quarantine.Sign, sign)) for sign in data.get("signs", ()))


def _version(data, names):
    return _("version %(n)s") % {"n": data.get("version")}


def _unreached(data, names):
    said = f"{_step(data, names)}: {_label(NotReached, data.get('reason'))}"
    return _with_due(said, _("again by %(moment)s"), data)


WORDS = {
    **appeal_words.WORDS,
    "unreached": _unreached,
    "referral_accepted": _district,
    "referral_returned": _returned,
    "referral_answered": _answered,
    "clock_warned": _clock_due,
    "clock_late": _clock_due,
    "clock_acknowledged": _clock,
    "spoken": _spoken,
    "called": lambda data, names: _label(Call.Direction, data.get("direction")),
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
    **dict.fromkeys(("match_chosen", "match_refused", "match_reopened"), _place),
    "retried": _retried,
    "follow_up_reopened": _step,
    "follow_up_withdrawn": _step,
    "snoozed": _snoozed,
    "set_aside": _set_aside,
    "quarantined": _signs,
    "rated": lambda data, names: _("%(score)s of 5") % {"score": data.get("score")},
    "consent_withdrawn": lambda data, names: _label(ConsentText.Purpose, data.get("purpose")),
    **dict.fromkeys(("pack_made", "pack_sent", "pack_opened"), _version),
}
