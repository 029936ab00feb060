"""Letters that answer: what their leaving the house does to what was promised."""

from functools import partial

from .calendar import CalendarDay


class Answering:
    """What a letter does that is the full answer."""

    def stop_answer_clock(self, *, at) -> None:
        """The answer has left the house: the promise is kept, and we shall ask how it goes."""
        steps = self.inquiry.follow_ups
        step = steps.filter(done_at=None, kind="substantive_reply").first()
        if step is not None:
            asked = steps.filter(done_at=None, kind="check_in").exists()
            ask = partial(
                steps.model.promise,
                self.inquiry,
                "check_in",
                calendar=CalendarDay.office(),
                by=None,
                at=at,
            )
            step.complete(by=None, at=at, then=None if asked else ask)
