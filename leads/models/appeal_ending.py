"""What becomes of an appeal: extended, forwarded, answered on paper; each can be taken back.

By letter they happen when it has left the house, on paper when somebody says that it has.
"""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from .calendar import CalendarDay
from .clock import Clock
from .clock_stopping import heard, unheard
from .term import Term

# Letters whose leaving makes it so.
NOTICES = frozenset(["extension", "forwarding"])


class AppealEnding:
    @transaction.atomic
    def plan_extension(self, *, days: int, reason: str, letter=None) -> bool:
        """By so many days, once its notice has gone; False when it was extended already."""
        said = {"extension_days": days, "extension_reason": reason, "extension_letter": letter}
        return self._write(said, extended_on=None)

    @transaction.atomic
    def extend(self, *, on: date, by, at, **said) -> bool:
        """The applicant was told on that day: the answer is due later; once only, and not when the
        answer has been given."""
        clock = self._running(Clock.Kind.STATUTORY).first()
        if clock is None or not self._write({"extended_on": on}, extended_on=None):
            return False
        was = {"was": clock.due_at.isoformat(), "was_rule": clock.rule}
        term = self._extended(clock)
        due_at = term.due(CalendarDay.office(), clock.started_at)
        clock.postpone(due_at=due_at, rule=term.rule, at=at)
        told = {"days": self.extension_days, "reason": self.extension_reason}
        told |= {"due": due_at.isoformat()} | was
        self.record("appeal_extended", by=by, at=at, **told, **said)
        return True

    def due_extended(self, days: int) -> datetime | None:
        """When the answer would be due then; None when none is owed."""
        clock = self._running(Clock.Kind.STATUTORY).first()
        if clock is None:
            return None
        return self._extended(clock, days).due(CalendarDay.office(), clock.started_at)

    def plan_forwarding(self, *, to: str, in_part: bool, letter=None) -> bool:
        """To this body, once its notice has gone; False when it was forwarded already."""
        said = {"forwarded_to": to, "in_part": in_part, "forwarding_letter": letter}
        return self._write(said, forwarded_on=None)

    @transaction.atomic
    def forward(self, *, on: date, by, at, **said) -> bool:
        """It went to the competent body and the applicant was told; of what stays ours the answer
        is still due."""
        if not self._counting().exists() or not self._write(
            {"forwarded_on": on}, forwarded_on=None
        ):
            return False
        kinds = [Clock.Kind.FORWARDING, *([] if self.in_part else [Clock.Kind.STATUTORY])]
        self._running(*kinds).stop(Clock.Event.FORWARDED, by=by, at=at)
        self.record("appeal_forwarded", by=by, at=at, in_part=self.in_part, **said)
        return True

    @transaction.atomic
    def answer_on_paper(self, *, number: str, on: date, by, at) -> bool:
        """The answer was posted or handed over; False when none is owed any more."""
        if not self._running(Clock.Kind.STATUTORY).exists():
            return False
        self._write({"answered_on": on, "answer_number": number})
        heard(self.inquiry, Clock.Event.PAPER, by=by, at=at)
        said = {"number": number, "answered": on.isoformat()}
        self.record("appeal_answered", by=by, at=at, **said)
        return True

    def notice_left(self, letter, *, at) -> None:
        """What it tells of is so from now on."""
        told = {"on": timezone.localdate(at), "by": letter.written_by, "at": at}
        if letter.pk == self.extension_letter_id:
            self.extend(**told, message=letter.pk)
        elif letter.pk == self.forwarding_letter_id:
            self.forward(**told, message=letter.pk)

    @transaction.atomic
    def take_back(self, row, *, by, at) -> bool:
        """Undo what was done on paper; a letter that has left cannot be called back."""
        if "message" in row.data or not getattr(self, f"_back_{row.kind}")(row, at=at):
            return False
        self.record("appeal_undone", by=by, at=at, undoes=row.pk)
        return True

    def _back_appeal_extended(self, row, *, at) -> bool:
        clock = self._running(Clock.Kind.STATUTORY).first()
        if clock is None or not self._write({"extended_on": None}):
            return False
        due_at = datetime.fromisoformat(row.data["was"])
        return clock.postpone(due_at=due_at, rule=row.data["was_rule"], at=at)

    def _back_appeal_forwarded(self, row, *, at) -> bool:
        self._write({"forwarded_on": None})
        unheard(self.inquiry, row.at, event=Clock.Event.FORWARDED, at=at)
        return True

    def _back_appeal_answered(self, row, *, at) -> bool:
        self._write({"answered_on": None, "answer_number": ""})
        unheard(self.inquiry, row.at, event=Clock.Event.PAPER, at=at)
        return True

    def _extended(self, clock, days: int = 0) -> Term:
        """The term of the law and the days that were added to it."""
        _code, amount, _unit = clock.rule.split(":")
        added = days or self.extension_days
        return Term(code=clock.kind, amount=int(amount) + added, unit=Term.Unit.CALENDAR_DAYS)

    def _write(self, columns: dict, **guard) -> bool:
        changed = type(self).objects.filter(pk=self.pk, **guard).update(**columns)
        self.refresh_from_db()
        return bool(changed)
