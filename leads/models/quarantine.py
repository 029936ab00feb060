"""Quarantine: inquiries that look like a robot's, kept until a person has looked."""

from datetime import timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .activity import Activity
from .inquiry import Inquiry
from .notification import Notification
from .stage import Disposition, Stage

# Nobody may wait behind a machine's suspicion for longer.
JUDGED_WITHIN = timedelta(days=1)


class QuarantineQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(verdict="")

    def settled(self):
        return self.exclude(verdict="")

    def unjudged(self, at):
        """Held for so long that somebody should be ashamed."""
        return self.waiting().filter(held_at__lt=at - JUDGED_WITHIN)

    def listed(self):
        of_inquiry = ("investor", "contact", "need", "officer")
        return self.select_related(*(f"inquiry__{name}" for name in of_inquiry), "settled_by")


class Quarantine(models.Model):
    class Sign(models.TextChoices):
        TRAP = "trap", _("filled a field that people do not see")
        FORGED = "forged", _("the page's seal was forged")
        TOO_MANY = "too_many", _("too many from one address")
        REPEATED = "repeated", _("the same text again and again")
        LINKS = "links", _("links or markup in the text")
        TOO_FAST = "too_fast", _("faster than a person types")
        TOO_OLD = "too_old", _("the page was opened days before")
        UNOPENED = "unopened", _("sent without opening the form")

    class Verdict(models.TextChoices):
        RELEASED = "released", _("Let in by a person")
        SPAM = "spam", _("Spam")

    inquiry = models.OneToOneField(Inquiry, on_delete=models.PROTECT, related_name="quarantine")
    signs = ArrayField(models.CharField(max_length=10, choices=Sign))
    held_at = models.DateTimeField()
    verdict = models.CharField(max_length=8, choices=Verdict, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        "leads.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = QuarantineQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["held_at"], name="quarantine_waiting", condition=Q(verdict="")),
            models.Index(fields=["-settled_at"], name="quarantine_settled"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(verdict="") ^ Q(settled_at__isnull=False),
                name="quarantine_verdict_has_moment",
            )
        ]

    def __str__(self):
        return f"quarantine of {self.inquiry_id}"

    def sign_labels(self) -> list[str]:
        return [str(self.Sign(sign).label) for sign in self.signs]

    @classmethod
    def hold(cls, inquiry, signs, *, at) -> "Quarantine":
        """Keep it out of sight; the caller has marked the inquiry."""
        Activity.objects.record(inquiry, "quarantined", by=None, at=at, signs=list(signs))
        # Once an hour: a flood of robots must not flood the heads.
        Notification.tell_heads("quarantined", key=f"quarantine:{at:%Y-%m-%d %H}", at=at)
        return cls.objects.create(inquiry=inquiry, signs=list(signs), held_at=at)

    def let_in(self, *, by, at) -> bool:
        """It is a person's; False when it was settled meanwhile. `flow.release` owes the rest."""
        return self._settle(self.Verdict.RELEASED, Disposition.LIVE, by=by, at=at)

    def condemn(self, *, by, at) -> bool:
        """It is spam; False when it was settled meanwhile."""
        return self._settle(self.Verdict.SPAM, Disposition.SPAM, by=by, at=at)

    @transaction.atomic
    def _settle(self, verdict, disposition, *, by, at) -> bool:
        held = Quarantine.objects.waiting().filter(pk=self.pk)
        if not held.update(verdict=verdict, settled_at=at, settled_by=by):
            return False
        self.verdict, self.settled_at, self.settled_by = verdict, at, by
        return self._stand(disposition, verdict, by=by, at=at)

    @transaction.atomic
    def take_back(self, *, by, at) -> bool:
        """Undo the verdict; False when there is none, or its officer has moved it on by now."""
        settled = Quarantine.objects.settled().filter(pk=self.pk, inquiry__stage=Stage.NEW)
        if not settled.update(verdict="", settled_at=None, settled_by=None):
            return False
        self.verdict, self.settled_at, self.settled_by = "", None, None
        self.inquiry.follow_ups.open().close(by=by, at=at)
        return self._stand(Disposition.QUARANTINED, "quarantined", by=by, at=at)

    def _stand(self, disposition, said: str, *, by, at) -> bool:
        Inquiry.objects.filter(pk=self.inquiry_id).update(disposition=disposition)
        self.inquiry.disposition = disposition
        Activity.objects.record(self.inquiry, said, by=by, at=at)
        return True
