"""What a clock tells whom and when: two warnings, then at most three escalations, each once."""

from datetime import timedelta

from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .activity import Activity
from .leave import Leave
from .notification import Notification
from .user import User


class Told(models.IntegerChoices):
    """How far it went, in this order; what was told is never told again."""

    NOTHING = 0, _("nothing told")
    WARNED = 1, _("warned")
    WARNED_AGAIN = 2, _("warned again")
    LATE = 3, _("its owner told that it is late")
    HEAD = 4, _("the head told")
    HEAD_AGAIN = 5, _("the head told again")


WARNINGS = {Told.WARNED: "warn_1", Told.WARNED_AGAIN: "warn_2"}


class ClockTelling:
    def next_moment(self, calendar, terms, *, at):
        """When it has something to tell next, as seen from `at`; None when all is told."""
        if self.told >= Told.HEAD_AGAIN:
            return None
        if self.told >= Told.LATE:
            since = max(filter(None, [self.told_at, self.acknowledged_at]))
            return terms["cool_down"].due(calendar, since)
        left = calendar.elapsed(at, self.due_at)
        for stage, share in self._shares_left(terms):
            if self.told < stage and left > timedelta(0):
                return calendar.add(at, max(left - share, timedelta(0)))
        return self.due_at

    def tell(self, calendar, terms, *, at) -> None:
        """Tell the furthest stage that is reached: after a standstill one word, not five."""
        stage = self.told + 1
        if self.told < Told.LATE:
            left = calendar.elapsed(at, self.due_at)
            passed = [one for one, share in self._shares_left(terms) if left <= share]
            stage = Told.LATE if at >= self.due_at else max([stage, *passed])
        self.told, self.told_at = Told(stage), at
        self._keep(next_at=self.next_moment(calendar, terms, at=at))
        said = {"clock": self.kind, "due": self.due_at.isoformat(), "stage": int(stage)}
        if self.referral_id:
            said["referral"] = self.referral_id
        kind = "clock_warned" if stage in WARNINGS else "clock_late"
        if self.inquiry is not None:
            Activity.objects.record(self.inquiry, kind, by=None, at=at, **said)
        key = f"clock:{self.pk}:{self.due_at:%Y%m%d%H%M}:{stage}"
        if self.referral_id and stage == Told.LATE:
            self.referral.write_to_district("referral_late", key=str(int(stage)), at=at)
        for user in self._people(stage, at=at):
            Notification.tell(user, kind, key=key, at=at, inquiry=self.inquiry, **said)

    @property
    def may_be_acknowledged(self) -> bool:
        """Somebody was told that it is late, and nobody has said since that he is at it."""
        late = self.told >= Told.LATE and self.stopped_at is None
        return late and (not self.acknowledged_at or self.acknowledged_at < self.told_at)

    @transaction.atomic
    def acknowledge(self, *, by, at) -> bool:
        """Somebody is at it: the next escalation waits a whole pause from now, once a stage."""
        unsaid = Q(acknowledged_at=None) | Q(acknowledged_at__lt=F("told_at"))
        late = type(self).objects.running().filter(unsaid, pk=self.pk, told__gte=Told.LATE)
        if not late.update(acknowledged_at=at, acknowledged_by=by):
            return False
        self.refresh_from_db()
        if self.next_at is not None and not self.paused_at:
            calendar, terms = self.measures()
            self._keep(next_at=self.next_moment(calendar, terms, at=at))
        if self.inquiry is not None:
            said = {"clock": self.kind, "stage": self.told}
            Activity.objects.record(self.inquiry, "clock_acknowledged", by=by, at=at, **said)
        return True

    def _shares_left(self, terms):
        """The two warnings, each with the working time that is left at it."""
        for stage, code in WARNINGS.items():
            yield stage, self.total * (100 - terms[code].amount) / 100

    def _people(self, stage: int, *, at) -> list[User]:
        """Its owners until it is late; then the heads, and whoever referred it."""
        heads = User.objects.filter(groups__name="head", is_active=True).order_by("pk")
        if stage > Told.LATE:
            referrer = self._officers(at=at) if self.referral_id else []
            return list(dict.fromkeys([*heads, *referrer]))
        if stage in WARNINGS and self.inquiry is None and not self.owner_id:
            # A call back on the operators' queue stands on their page; the head hears of late ones.
            return []
        return self._owners(at=at) or list(heads)

    def _owners(self, *, at) -> list[User]:
        if self.referral_id:
            people = User.objects.filter(district_officer__district__referrals=self.referral_id)
            return list(people.filter(is_active=True).order_by("pk"))
        if self.inquiry is not None:
            return self._officers(at=at)
        return [self.owner] if self.owner_id else []

    def _officers(self, *, at) -> list[User]:
        officer = self.inquiry.officer
        if officer is None:
            return []
        return [one.user for one in Leave.objects.answering_for(officer, at=at)]
