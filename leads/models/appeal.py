"""Appeals under 59-FZ: registered, answered or forwarded within the terms of the law.

The law's terms run beside those of the service, whatever becomes of the inquiry: no wait pauses
them and no closing ends them.
"""

from datetime import date, datetime, time

from django.db import IntegrityError, models, transaction
from django.db.models import Q
from django.db.models.functions import ExtractYear
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .activity import Activity
from .appeal_ending import AppealEnding
from .clock import Clock
from .clock_starting import start_of_law

# Article 12: the term may be extended once, by so many days at most, with a notice to whoever asks.
EXTENDED_AT_MOST = 30


class NumberTaken(Exception):
    """Another appeal was registered under this number in the same year."""


class Appeal(AppealEnding, models.Model):
    class Reason(models.TextChoices):
        REQUEST = "request", _("documents were asked for from another body")
        EXCEPTIONAL = "exceptional", _("an exceptional case that takes longer to look into")

    inquiry = models.OneToOneField("leads.Inquiry", on_delete=models.PROTECT, related_name="appeal")
    received_on = models.DateField()
    number = models.CharField(max_length=40, blank=True)
    registered_on = models.DateField(null=True, blank=True)
    # Asked for with a letter; in force once that has left, or its paper twin was handed over.
    extension_days = models.PositiveSmallIntegerField(null=True, blank=True)
    extension_reason = models.CharField(max_length=11, choices=Reason, blank=True)
    extension_letter = models.ForeignKey(
        "leads.Message", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    extended_on = models.DateField(null=True, blank=True)
    forwarded_to = models.CharField(max_length=200, blank=True)
    # Of the rest of it the answer is still ours.
    in_part = models.BooleanField(default=False)
    forwarding_letter = models.ForeignKey(
        "leads.Message", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    forwarded_on = models.DateField(null=True, blank=True)
    # Only of an answer on paper: one that goes by letter is a Message.
    answer_number = models.CharField(max_length=40, blank=True)
    answered_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "number",
                ExtractYear("registered_on"),
                condition=~Q(number=""),
                name="appeal_number_once_a_year",
            ),
            models.CheckConstraint(
                condition=Q(registered_on=None) ^ ~Q(number=""), name="appeal_registered_has_number"
            ),
            models.CheckConstraint(
                condition=Q(extended_on=None)
                | Q(extension_days__range=(1, EXTENDED_AT_MOST)) & ~Q(extension_reason=""),
                name="appeal_extended_within_the_law",
            ),
            models.CheckConstraint(
                condition=Q(forwarded_on=None) | ~Q(forwarded_to=""),
                name="appeal_forwarded_to_somebody",
            ),
        ]

    def __str__(self):
        return self.number or f"appeal {self.pk}"

    @property
    def is_open(self) -> bool:
        """Whether the law still waits for something; costs a query."""
        return self._counting().exists()

    @classmethod
    @transaction.atomic
    def mark(cls, inquiry, *, received_on: date, by, at) -> bool:
        """The law counts from the day it came; False when it is marked already."""
        row, created = cls.objects.get_or_create(
            inquiry=inquiry, defaults={"received_on": received_on}
        )
        if created:
            Clock.start(Clock.Kind.REGISTRATION, inquiry=inquiry, at=moment_of(received_on, at))
            row.record("appeal_marked", by=by, at=at, received=received_on.isoformat())
        return created

    @transaction.atomic
    def unmark(self, *, by, at, **said) -> bool:
        """It is no appeal after all; False once it is registered, or unmarked by another."""
        fresh = Appeal.objects.select_for_update().filter(pk=self.pk, registered_on=None)
        if not fresh.exists():
            return False
        self._counting().stop(Clock.Event.TAKEN_BACK, by=by, at=at)
        fresh.delete()
        self.record("appeal_unmarked", by=by, at=at, **said)
        return True

    def unmark_back(self, row: Activity, *, by, at) -> bool:
        """Undo that marking."""
        return self.unmark(by=by, at=at, undoes=row.pk)

    @transaction.atomic
    def register(self, *, number: str, registered_on: date, to_forward=False, by, at) -> bool:
        """Under this number: the answer is due from that day on, and the forwarding where another
        body is competent. False when it is registered already; raises NumberTaken."""
        fresh = Appeal.objects.filter(pk=self.pk, registered_on=None)
        try:
            with transaction.atomic():
                changed = fresh.update(number=number, registered_on=registered_on)
        except IntegrityError:
            raise NumberTaken from None
        if not changed:
            return False
        self._counting().stop(Clock.Event.REGISTERED, by=by, at=at)
        kinds = [Clock.Kind.STATUTORY, *([Clock.Kind.FORWARDING] if to_forward else [])]
        start_of_law(self.inquiry, kinds, at=moment_of(registered_on, at))
        said = {"number": number, "registered": registered_on.isoformat()}
        self.record("appeal_registered", by=by, at=at, **said)
        self.refresh_from_db()
        return True

    @transaction.atomic
    def unregister(self, row: Activity, *, by, at) -> bool:
        """Undo that registration; False when the appeal was dealt with since."""
        untouched = Q(extended_on=None, forwarded_on=None, answered_on=None)
        rows = Appeal.objects.filter(untouched, pk=self.pk, number=row.data["number"])
        if not self._running(Clock.Kind.STATUTORY).exists():
            return False
        if not rows.update(number="", registered_on=None):
            return False
        self._counting().stop(Clock.Event.TAKEN_BACK, by=by, at=at)
        stopped = self.inquiry.clocks.filter(kind=Clock.Kind.REGISTRATION, stopped_at=row.at)
        for clock in stopped.without_newer().select_for_update():
            clock.run_on(at=at)
        self.record("appeal_undone", by=by, at=at, undoes=row.pk)
        return True

    def record(self, kind: str, *, by, at, **data) -> None:
        """What a letter has done cannot be undone, so it is said to be about nothing."""
        about = {} if "message" in data else {"about": "appeal"}
        Activity.objects.record(self.inquiry, kind, by=by, at=at, **about, **data)

    def _counting(self):
        """The clocks of the law that run on it."""
        law = [Clock.Kind.REGISTRATION, Clock.Kind.FORWARDING, Clock.Kind.STATUTORY]
        return self._running(*law)

    def _running(self, *kinds):
        return self.inquiry.clocks.running().filter(kind__in=kinds)


def moment_of(day: date, at) -> datetime:
    """Now, or the beginning of a day that has passed."""
    if day >= timezone.localdate(at):
        return at
    return timezone.make_aware(datetime.combine(day, time()))
