"""Questions: what an officer needs to know from the investor, asked on his status page."""

from django.db import models, transaction
from django.db.models import Q

from .activity import Activity
from .stage import WaitingOn


class QuestionQuerySet(models.QuerySet):
    def open(self):
        return self.filter(answered_at=None)


class Question(models.Model):
    inquiry = models.ForeignKey("leads.Inquiry", on_delete=models.PROTECT, related_name="questions")
    text = models.CharField(max_length=500)
    asked_by = models.ForeignKey("leads.User", on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["inquiry"],
                condition=Q(answered_at=None),
                name="question_one_open_an_inquiry",
            ),
            models.CheckConstraint(
                condition=Q(answer="") ^ Q(answered_at__isnull=False),
                name="question_answer_has_moment",
            ),
        ]

    def __str__(self):
        return f"question to {self.inquiry_id}"

    @classmethod
    @transaction.atomic
    def ask(cls, inquiry, text: str, *, until, by, at) -> "Question":
        """Ask, and wait for the investor until that day; an open question is asked anew."""
        asked = {"text": text, "asked_by": by, "asked_at": at}
        row, _created = cls.objects.update_or_create(
            inquiry=inquiry, answered_at=None, defaults=asked
        )
        Activity.objects.record(inquiry, "question_asked", by=by, at=at, question=row.pk)
        inquiry.wait(on=WaitingOn.INVESTOR, until=until, by=by, at=at)
        return row

    @transaction.atomic
    def reply(self, text: str, *, at) -> bool:
        """The investor's answer; False when it was answered already. Nobody waits for him then."""
        waiting = Question.objects.open().filter(pk=self.pk)
        if not waiting.update(answer=text, answered_at=at):
            return False
        self.inquiry.hear(text, kind="question_answered", at=at, question=self.pk)
        return True
