"""What each event of an appeal says in the history, out of its keys and figures."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from leads.models import Appeal


def _day(text: str) -> str:
    return date_format(date.fromisoformat(text), "SHORT_DATE_FORMAT")


def _on(name: str):
    """The day under this name, behind the number if there is one."""

    def said(data, names):
        return ", ".join(filter(None, [data.get("number"), name in data and _day(data[name])]))

    return said


def _extended(data, names):
    if not {"due", "reason"} <= data.keys():
        return ""
    due = timezone.localdate(datetime.fromisoformat(data["due"]))
    reason = Appeal.Reason(data["reason"]).label
    return f"{reason}, {_('by %(moment)s') % {'moment': date_format(due, 'SHORT_DATE_FORMAT')}}"


WORDS = {
    "appeal_marked": _on("received"),
    "appeal_registered": _on("registered"),
    "appeal_extended": _extended,
    "appeal_forwarded": lambda data, names: _("in part") if data.get("in_part") else "",
    "appeal_answered": _on("answered"),
}
