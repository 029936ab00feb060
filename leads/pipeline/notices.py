"""Notices in words: what each kind says out of its keys and figures, and where it leads."""

from dataclasses import dataclass

from django.urls import reverse

from leads.models import Clock, Notification

from .timeline import WORDS as OF_HISTORY

# Kinds whose words are not those of the event in the history under the same name.
WORDS = {
    "step_late": lambda data, names: OF_HISTORY["reminded"](data, names),
    "unreached": lambda data, names: OF_HISTORY["unreached"](data, names),
    "referred": lambda data, names: str(names.name(data.get("district"))),
    "referral_accepted": lambda data, names: str(names.name(data.get("district"))),
    "referral_returned": lambda data, names: str(names.name(data.get("district"))),
    "referral_answered": lambda data, names: str(names.name(data.get("district"))),
    "clock_warned": lambda data, names: OF_HISTORY["clock_warned"](data, names),
    "clock_late": lambda data, names: OF_HISTORY["clock_late"](data, names),
    "letter_failed": lambda data, names: OF_HISTORY["letter_failed"](data, names),
}
# Where a notice leads that is about no inquiry.
PAGES = {"ledger": "pipeline:ledger", "quarantined": "pipeline:quarantine"}


@dataclass(frozen=True)
class Notice:
    row: Notification
    detail: str
    masked: bool
    url: str


def notices(user, rows, names) -> list[Notice]:
    return [
        Notice(
            row=row,
            detail=WORDS[row.kind](row.data, names) if row.kind in WORDS else "",
            masked=row.inquiry is None or row.inquiry.masked_for(user),
            url=_url(user, row),
        )
        for row in rows
    ]


def opened(user, inquiry, *, at) -> None:
    """He has the inquiry before him: what was told him about it is read. One query, if any."""
    if getattr(user, "unread", 0):
        user.unread -= Notification.objects.of_user(user).about(inquiry).read(at=at)


def _url(user, row) -> str:
    if "referral" in row.data and "district_officer" in user.roles():
        return reverse("pipeline:referral", args=[row.data["referral"]])
    if row.inquiry is not None:
        return row.inquiry.get_absolute_url()
    if row.data.get("clock") == Clock.Kind.CALL_BACK:
        return reverse("desk:call_backs")
    return reverse(PAGES[row.kind]) if row.kind in PAGES else ""
