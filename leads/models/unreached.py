"""Steps whose investor was not reached: tried again by themselves, three times, then the head's."""

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from .activity import Activity
from .calendar import CalendarDay
from .notification import Notification
from .term import Term

RETRIES = 3


class NotReached(models.TextChoices):
    NO_ANSWER = "no_answer", _("No answer")
    BUSY = "busy", _("Busy")
    ASKED_LATER = "asked_later", _("Asked to call later")
    WRONG_NUMBER = "wrong_number", _("Wrong number")


class Unreached:
    @property
    def last_reason(self) -> str:
        return str(NotReached(self.tries[-1]["reason"]).label) if self.tries else ""

    @transaction.atomic
    def not_reached(self, *, reason: str, by, at) -> bool:
        """Keep the try and its reason and try again after a longer pause; after the third the head
        has it. False when it was done or tried meanwhile."""
        terms, calendar = Term.objects.by_code(), CalendarDay.office()
        tries = [*self.tries, {"at": at.isoformat(), "reason": reason, "by": by and by.pk}]
        given_up = len(tries) > RETRIES
        term = terms["step" if given_up else f"retry_{len(tries)}"]
        due = term.due(calendar, at)
        rows = type(self).objects.open().filter(pk=self.pk, tries=self.tries)
        if not rows.update(
            tries=tries,
            due_at=due,
            rule=term.rule,
            reminded_at=None,
            with_head_at=at if given_up else None,
        ):
            return False
        self.refresh_from_db()
        self.note_next_due(self.inquiry_id)
        said = {"step": self.kind, "reason": reason, "due": due.isoformat(), "tries": len(tries)}
        Activity.objects.record(self.inquiry, "unreached", by=by, at=at, **said)
        if given_up:
            key = f"unreached:{self.pk}:{len(tries)}"
            Notification.tell_heads("unreached", key=key, at=at, inquiry=self.inquiry, **said)
        return True
