"""Answer packs: what an investor is told of his inquiry at one moment, page and PDF, by version."""

from django.db import models, transaction
from django.db.models import F, Max, Q

from .activity import Activity
from .inquiry import Inquiry
from .stage import Disposition


class AnswerPackQuerySet(models.QuerySet):
    def awaiting_making(self):
        """Planned, and the inquiry is let in; those in quarantine are made when they are."""
        closed_to_us = [Disposition.QUARANTINED, Disposition.SPAM, Disposition.ERASED]
        return self.filter(made_at=None).exclude(inquiry__disposition__in=closed_to_us)

    def made(self):
        return self.filter(made_at__isnull=False)

    def for_investor(self):
        """What he may read: the one made for the form at once, later ones when they were sent."""
        return self.made().filter(Q(made_by=None) | Q(sent_at__isnull=False)).order_by("-version")


class AnswerPack(models.Model):
    inquiry = models.ForeignKey(
        "leads.Inquiry", on_delete=models.PROTECT, related_name="answer_packs"
    )
    version = models.PositiveSmallIntegerField()
    language = models.CharField(max_length=2)
    # None: planned by the form itself.
    made_by = models.ForeignKey(
        "leads.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    planned_at = models.DateTimeField()
    made_at = models.DateTimeField(null=True, blank=True)
    # As it was read when it was made: what the registry says later changes nothing of it.
    content = models.JSONField(default=dict)
    # Empty where no PDF could be drawn: then the page prints.
    pdf = models.CharField(max_length=80, blank=True)
    letter = models.OneToOneField(
        "leads.Message",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="answer_pack",
    )
    sent_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    openings = models.PositiveIntegerField(default=0)

    objects = AnswerPackQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["planned_at"], name="answer_pack_planned", condition=Q(made_at=None)
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["inquiry", "version"], name="answer_pack_one_a_version"
            ),
            models.CheckConstraint(
                condition=Q(sent_at=None) | Q(made_at__isnull=False),
                name="answer_pack_sent_is_made",
            ),
        ]

    def __str__(self):
        return f"answer {self.version} to {self.inquiry_id}"

    @classmethod
    @transaction.atomic
    def plan(cls, inquiry, language: str, *, by, at) -> "AnswerPack":
        """Owe the next version; made within seconds by `leads.make_pack`."""
        Inquiry.objects.select_for_update().get(pk=inquiry.pk)
        newest = inquiry.answer_packs.aggregate(version=Max("version"))["version"] or 0
        return cls.objects.create(
            inquiry=inquiry, version=newest + 1, language=language, made_by=by, planned_at=at
        )

    @transaction.atomic
    def make(self, content: dict, pdf: str, *, at) -> bool:
        """Keep what it says; False when another worker was first."""
        waiting = AnswerPack.objects.filter(pk=self.pk, made_at=None)
        if not waiting.update(content=content, pdf=pdf, made_at=at):
            return False
        Activity.objects.record(
            self.inquiry, "pack_made", by=self.made_by, at=at, version=self.version
        )
        self.refresh_from_db()
        return True

    @transaction.atomic
    def send_by(self, letter) -> None:
        """This letter takes it to the investor; until that has left, nothing is sent."""
        AnswerPack.objects.made().filter(pk=self.pk, sent_at=None).update(letter=letter)
        self.letter = letter

    @transaction.atomic
    def left(self, *, by, at) -> bool:
        """Its letter has left the house; False when one went before."""
        if not AnswerPack.objects.made().filter(pk=self.pk, sent_at=None).update(sent_at=at):
            return False
        Activity.objects.record(self.inquiry, "pack_sent", by=by, at=at, version=self.version)
        self.refresh_from_db()
        return True

    @transaction.atomic
    def opened(self, *, at) -> None:
        """He looked at it; each visit counts, the first is history."""
        mine = AnswerPack.objects.filter(pk=self.pk)
        mine.update(openings=F("openings") + 1)
        if mine.filter(opened_at=None).update(opened_at=at):
            Activity.objects.record(
                self.inquiry, "pack_opened", by=None, at=at, version=self.version
            )
