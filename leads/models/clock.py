"""Clocks: by when a word is owed. Warned, escalated, paused and stopped, each of them once."""

from datetime import timedelta

from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .calendar import CalendarDay
from .clock_pausing import PAUSED_BY, STATUTORY, ClockPausing
from .clock_telling import ClockTelling
from .stage import OPEN_STAGES, Disposition, WaitingOn
from .term import Term


class ClockQuerySet(models.QuerySet):
    def running(self):
        return self.filter(stopped_at=None)

    def due(self, at):
        """Something is to be told, or a pause ends."""
        return self.running().filter(next_at__lte=at)

    def at_odds(self, at):
        """Not as its inquiry demands: it runs on a closed one, ended on one that is open again, or
        is paused or runs against what the inquiry waits for."""
        live = Q(inquiry__disposition=Disposition.LIVE, inquiry__stage__in=OPEN_STAGES)
        service = self.exclude(inquiry=None).exclude(kind__in=STATUTORY)
        running = Q(stopped_at=None)
        waits = Q(pk__in=[])
        for kind, parties in PAUSED_BY.items():
            waits |= Q(kind=kind, inquiry__waiting_on__in=parties)
        waits &= Q(inquiry__waiting_until__gt=timezone.localdate(at))
        other_day = ~Q(paused_until=F("inquiry__waiting_until"))
        return service.filter(
            (running & ~live)
            | (Q(stop_event=Clock.Event.CLOSED) & live & self._only())
            | (running & live & waits & (Q(paused_at=None) | other_day))
            | (running & live & ~waits & Q(paused_at__isnull=False))
        )

    def without_newer(self):
        """Only the newest of a kind comes back to life."""
        return self.filter(self._only())

    @staticmethod
    def _only():
        newer = Clock.objects.filter(subject=OuterRef("subject"), kind=OuterRef("kind"))
        return ~Exists(newer.filter(pk__gt=OuterRef("pk")))

    @transaction.atomic
    def stop(self, event: str, *, by=None, at) -> int:
        """What they counted to has happened; those stopped already keep their event."""
        return self.running().update(
            stopped_at=at,
            stop_event=event,
            stopped_by=by,
            next_at=None,
            paused_at=None,
            paused_for="",
            paused_until=None,
        )


class Clock(ClockPausing, ClockTelling, models.Model):
    class Kind(models.TextChoices):
        ANSWER = "answer", _("Acknowledgement")
        CALL_BACK = "call_back", _("Call back")
        FIRST_CONTACT = "first_contact", _("First contact")
        SUBSTANTIVE_REPLY = "substantive_reply", _("Full answer")
        DISTRICT_REPLY = "district_reply", _("Answer of the district")
        REGISTRATION = "registration", _("Registration of the appeal")
        FORWARDING = "forwarding", _("Forwarding of the appeal")
        STATUTORY = "statutory", _("Answer to the appeal")

    class Event(models.TextChoices):
        LETTER = "letter", _("a letter was sent")
        CALL = "call", _("an answered call")
        CONVERSATION = "conversation", _("a conversation was logged")
        DISTRICT = "district", _("the district answered")
        RETURNED = "returned", _("the district returned it")
        REGISTERED = "registered", _("the appeal was registered")
        FORWARDED = "forwarded", _("the appeal was forwarded")
        PAPER = "paper", _("an answer on paper was sent")
        CLOSED = "closed", _("the inquiry was closed")
        TAKEN_BACK = "taken_back", _("it was taken back")

    kind = models.CharField(max_length=17, choices=Kind)
    # What it is about, as one word: inquiry:5, referral:3, call_back:9.
    subject = models.CharField(max_length=40)
    inquiry = models.ForeignKey(
        "leads.Inquiry", null=True, blank=True, on_delete=models.PROTECT, related_name="clocks"
    )
    referral = models.ForeignKey(
        "leads.Referral", null=True, blank=True, on_delete=models.PROTECT, related_name="clocks"
    )
    # Who is told first when neither an inquiry nor a referral names him.
    owner = models.ForeignKey(
        "leads.User", null=True, blank=True, on_delete=models.PROTECT, related_name="clocks"
    )
    rule = models.CharField(max_length=40)
    started_at = models.DateTimeField()
    due_at = models.DateTimeField()
    # Working time from start to due, pauses left out.
    total = models.DurationField()
    told = models.PositiveSmallIntegerField(default=0)
    told_at = models.DateTimeField(null=True, blank=True)
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    acknowledged_by = models.ForeignKey(
        "leads.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    next_at = models.DateTimeField(null=True, blank=True)
    paused_at = models.DateTimeField(null=True, blank=True)
    paused_for = models.CharField(max_length=8, choices=WaitingOn, blank=True)
    paused_until = models.DateField(null=True, blank=True)
    stopped_at = models.DateTimeField(null=True, blank=True)
    stop_event = models.CharField(max_length=12, choices=Event, blank=True)
    stopped_by = models.ForeignKey(
        "leads.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ClockQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["next_at"], name="clock_next", condition=Q(stopped_at=None)),
            models.Index(fields=["inquiry", "started_at"], name="clock_of_inquiry"),
            models.Index(
                fields=["inquiry"], name="clock_ended_with", condition=Q(stop_event="closed")
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "kind"],
                condition=Q(stopped_at=None),
                name="clock_one_running_of_a_kind",
            ),
            models.CheckConstraint(
                condition=Q(stopped_at=None) ^ ~Q(stop_event=""), name="clock_stopped_by_event"
            ),
            models.CheckConstraint(
                condition=Q(paused_at=None, paused_for="", paused_until=None)
                | Q(paused_at__isnull=False, paused_until__isnull=False) & ~Q(paused_for=""),
                name="clock_paused_for_somebody_until",
            ),
            models.CheckConstraint(
                condition=Q(stopped_at=None) | Q(next_at=None, paused_at=None),
                name="clock_stopped_is_silent",
            ),
        ]

    def __str__(self):
        return f"{self.kind} of {self.subject}"

    @classmethod
    @transaction.atomic
    def start(
        cls, kind: str, *, at, term: str = "", due_at=None, rule: str = "", **about
    ) -> "Clock":
        """Have it run from `at`; the one that runs for this subject already, if there is one.

        `about` is `inquiry`, `referral` (with its inquiry), or `subject` with an `owner`. Without
        `due_at` the term counts: that of the kind, or `term`.
        """
        subject = about.pop("subject", "") or subject_of(**about)
        calendar, terms = cls.measures()
        if due_at is None:
            due_at, rule = terms[term or kind].due(calendar, at), terms[term or kind].rule
        row, created = cls.objects.running().get_or_create(
            subject=subject,
            kind=kind,
            stopped_at=None,
            defaults={
                **about,
                "rule": rule,
                "started_at": at,
                "due_at": due_at,
                "total": max(calendar.elapsed(at, due_at), timedelta(0)),
                "next_at": due_at,
            },
        )
        if created:
            cls.objects.filter(pk=row.pk).update(next_at=row.next_moment(calendar, terms, at=at))
            row.refresh_from_db()
        return row

    @classmethod
    def attend_all(cls, inquiry, *, at) -> None:
        """Every clock of it that is not as it should be now, without waiting for the sweep."""
        for clock in cls.objects.at_odds(at).filter(inquiry=inquiry):
            clock.attend(at=at)

    @transaction.atomic
    def attend(self, *, at) -> bool:
        """Bring it in line with its inquiry and the hour; False when another was first, or nothing
        is to be done. Sweeps at once are held apart by the row's lock."""
        own = Clock.objects.select_for_update(of=("self",)).select_related("inquiry")
        row = own.filter(Q(pk__in=Clock.objects.due(at)) | Q(pk__in=Clock.objects.at_odds(at)))
        row = row.filter(pk=self.pk).first()
        if row is None:
            return False
        calendar, terms = self.measures()
        service = row.inquiry is not None and row.kind not in STATUTORY
        if service and not row.inquiry.is_open:
            Clock.objects.filter(pk=row.pk).stop(self.Event.CLOSED, at=at)
        elif row.stopped_at:
            row.run_on(at=at)
        elif row._should_wait(at):
            row._pause(calendar, at=at)
        elif row.paused_at:
            row._continue(row.paused_at, calendar, terms, at=row._resumes_at(calendar, at))
        else:
            row.tell(calendar, terms, at=at)
        self.refresh_from_db()
        return True

    def run_on(self, *, at) -> None:
        """What stopped it was taken back: run on with what was left. The caller holds the row."""
        alive = {"stopped_at": None, "stop_event": "", "stopped_by": None}
        self._continue(self.stopped_at, *self.measures(), at=at, **alive)

    @transaction.atomic
    def postpone(self, *, due_at, rule: str, at) -> bool:
        """Another moment by right, as an extension gives it; what was told stays told."""
        calendar, terms = self.measures()
        if not Clock.objects.running().filter(pk=self.pk).update(due_at=due_at, rule=rule):
            return False
        self.due_at = due_at
        self.total = calendar.elapsed(self.started_at, due_at)
        self.told, self.acknowledged_at = 0, None
        self._keep(next_at=self.next_moment(calendar, terms, at=at))
        return True

    @staticmethod
    def measures():
        """The office's calendar and the terms as of now."""
        return CalendarDay.office(), Term.objects.by_code()

    def _keep(self, **columns) -> None:
        names = ("due_at", "total", "told", "told_at", "acknowledged_at")
        names += ("paused_at", "paused_for", "paused_until")
        kept = {name: getattr(self, name) for name in names}
        Clock.objects.filter(pk=self.pk).update(**kept | columns)
        self.refresh_from_db()


def subject_of(*, inquiry=None, referral=None, owner=None) -> str:
    return f"referral:{referral.pk}" if referral is not None else f"inquiry:{inquiry.pk}"
