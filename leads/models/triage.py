"""A new inquiry looked at for the first time: put off to a day, or found to be owed no answer."""

from django.db import models, transaction
from django.db.models import Q

from .activity import Activity
from .stage import Disposition, Stage


class TriageQuerySet(models.QuerySet):
    def awaiting_triage(self, today):
        """New, live and not put off beyond today; the promise that ends first comes first."""
        rows = self.open().filter(stage=Stage.NEW)
        return rows.filter(Q(snoozed_until=None) | Q(snoozed_until__lte=today))

    def of_same_people(self, inquiry):
        """Other inquiries of whoever has one of its numbers or addresses, or of its investor."""
        contacts = inquiry.contact._meta.model.objects
        phones = inquiry.contact.phones.exclude(e164="").values("e164")
        emails = inquiry.contact.emails.values("lowered")
        known = contacts.filter(Q(phones__e164__in=phones) | Q(emails__lowered__in=emails))
        same = Q(contact__in=known.values("pk")) | Q(investor=inquiry.investor_id)
        return self.filter(same).exclude(pk=inquiry.pk).order_by("-last_activity_at", "-id")


class Triage(models.Model):
    # The promised moment stands; only the queue of the new ones waits for this day.
    snoozed_until = models.DateField(null=True, blank=True)
    duplicate_of = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="duplicates"
    )

    class Meta:
        abstract = True

    @transaction.atomic
    def snooze(self, *, until, by, at, **said) -> bool:
        """Look at it again on this day, None for at once; False when that was said already."""
        rows = type(self).objects.filter(pk=self.pk)
        if self.snoozed_until == until or not rows.update(snoozed_until=until):
            return False
        days = {"was": self.snoozed_until, "until": until}
        said |= {name: day and day.isoformat() for name, day in days.items()}
        Activity.objects.record(self, "snoozed", by=by, at=at, about="snooze", **said)
        self.refresh_from_db()
        return True

    @transaction.atomic
    def set_aside(self, *, disposition: str, by, at, duplicate_of=None) -> bool:
        """No answer is owed: say why, and end its steps; False when it was not live any more."""
        live = type(self).objects.filter(pk=self.pk, disposition=Disposition.LIVE)
        if not live.update(disposition=disposition, duplicate_of=duplicate_of):
            return False
        said = {"disposition": disposition, "of": duplicate_of and duplicate_of.number}
        said["dropped"], said["steps"] = self.follow_ups.drop(by=by, at=at)
        Activity.objects.record(self, "set_aside", by=by, at=at, about="disposition", **said)
        self.refresh_from_db()
        return True

    @transaction.atomic
    def restore(self, row: Activity, *, by, at) -> bool:
        """Undo that setting aside: live again, with the steps that it ended."""
        aside = type(self).objects.filter(pk=self.pk, disposition=row.data["disposition"])
        if not aside.update(disposition=Disposition.LIVE, duplicate_of=None):
            return False
        self.follow_ups.filter(pk__in=row.data["steps"]).open_again()
        Activity.objects.record(self, "restored", by=by, at=at, about="disposition", undoes=row.pk)
        self.refresh_from_db()
        return True
