"""Letters that answer: what their leaving the house does to what was promised."""

from .appeal_ending import NOTICES
from .calendar import CalendarDay
from .clock_stopping import heard

# With places or papers in it: the promised answer is given, and we ask how it goes.
PROPOSALS = frozenset(["shortlist", "pack"])
# The full answer, with or without them.
FULL = PROPOSALS | {"result"}
ANSWERED_STEPS = ("first_contact", "substantive_reply")


class Answering:
    """What a letter does that says a word which was owed."""

    def answer(self, *, at) -> None:
        """It has left the house: stop the clocks that it answers, and keep the promises."""
        if self.written_by_id:
            self.inquiry.contacted(at=at)
        heard(self.inquiry, "letter", self.kind, by=self.written_by, at=at)
        if self.kind == "pack" and (pack := getattr(self, "answer_pack", None)):
            pack.left(by=self.written_by, at=at)
        if self.kind in NOTICES and (appeal := getattr(self.inquiry, "appeal", None)):
            appeal.notice_left(self, at=at)
        if self.kind not in FULL or not self.inquiry.is_open:
            return
        steps = self.inquiry.follow_ups
        if self.kind in PROPOSALS and not steps.open().filter(kind="check_in").exists():
            calendar = CalendarDay.office()
            steps.model.promise(self.inquiry, "check_in", calendar=calendar, by=None, at=at)
        for step in steps.open().filter(kind__in=ANSWERED_STEPS).order_by("due_at", "pk"):
            # The last one stays: only a person can say what comes after it.
            if steps.open().exclude(pk=step.pk).exists():
                step.complete(by=self.written_by, at=at)
