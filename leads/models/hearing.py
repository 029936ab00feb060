"""What the investor does himself: he writes, withdraws, comes back. His officer is woken."""

from datetime import timedelta

from django.db import models, transaction
from django.utils.translation import gettext as _

from .activity import Activity
from .calendar import CalendarDay
from .notification import Notification
from .stage import Disposition, Stage, WaitingOn

ANSWERED_WITHIN = timedelta(hours=4)  # working hours
# So long after he withdrew may he take it back by one press.
COMES_BACK_WITHIN = timedelta(days=1)


class HearingQuerySet(models.QuerySet):
    def admitted(self):
        """Let in: neither in quarantine nor spam."""
        return self.exclude(disposition__in=[Disposition.QUARANTINED, Disposition.SPAM])


class Hearing:
    """The verbs of an inquiry that are the investor's; `by` is nobody of ours."""

    def may_come_back(self, at) -> bool:
        """Whether it was withdrawn so lately that one press takes it back. Costs a query."""
        said = self.activities.filter(kind="withdrawn", at__gt=at - COMES_BACK_WITHIN)
        return self.disposition == Disposition.WITHDRAWN and said.exists()

    @transaction.atomic
    def hear(self, text: str, *, kind: str = "investor_wrote", at, **data) -> None:
        """Keep his words, wake his officer, open again what was closed without success."""
        said = Activity.objects.record(self, kind, by=None, at=at, text=text, **data)
        self.contacted(at=at)
        if self.waiting_on == WaitingOn.INVESTOR:
            self.wait(on=WaitingOn.NOBODY, by=None, at=at)
        if self.disposition == Disposition.WITHDRAWN:
            self._return(at=at)
        elif self.disposition == Disposition.LIVE and self.stage == Stage.LOST:
            self.advance(to=Stage.QUALIFIED, by=None, at=at)
        self.wake("investor_wrote", said, at=at)

    def wake(self, notice: str, said: Activity, *, at) -> None:
        """Tell his officer, or the heads where he has none, and promise him an answer: once,
        however often he writes before it comes."""
        self._tell(notice, said, at=at)
        subject = _("Answer the investor")
        if self.is_open and not self.follow_ups.open().filter(subject=subject).exists():
            calendar = CalendarDay.office()
            due = calendar.add(at, ANSWERED_WITHIN)
            step = self.follow_ups.model
            step.promise(
                self, step.Kind.STEP, calendar=calendar, by=None, at=at, due_at=due, subject=subject
            )

    @transaction.atomic
    def withdraw(self, *, at) -> bool:
        """He wants nothing more: what was promised ends here. False when it is not live."""
        live = type(self).objects.live().filter(pk=self.pk)
        if not live.update(disposition=Disposition.WITHDRAWN):
            return False
        self.follow_ups.open().close(by=None, at=at)
        said = Activity.objects.record(self, "withdrawn", by=None, at=at)
        self.refresh_from_db()
        self._tell("withdrawn", said, at=at)
        return True

    @transaction.atomic
    def come_back(self, *, at) -> bool:
        """He wants it after all; False when it was not withdrawn."""
        said = self._return(at=at)
        if said is not None:
            self.wake("investor_wrote", said, at=at)
        return said is not None

    def _return(self, *, at) -> Activity | None:
        away = type(self).objects.filter(pk=self.pk, disposition=Disposition.WITHDRAWN)
        if not away.update(disposition=Disposition.LIVE):
            return None
        said = Activity.objects.record(self, "came_back", by=None, at=at)
        self.refresh_from_db()
        return said

    def _tell(self, notice: str, said: Activity, *, at) -> None:
        event = {"key": f"{notice}:{said.pk}", "at": at, "inquiry": self}
        if self.officer is not None:
            Notification.tell(self.officer.user, notice, **event)
        elif self.disposition != Disposition.QUARANTINED:
            Notification.tell_heads(notice, **event)
