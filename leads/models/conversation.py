"""Conversations with an investor, as whoever spoke with him says."""

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from .activity import Activity
from .clock_stopping import heard


class How(models.TextChoices):
    PHONE = "phone", _("by phone")
    MEETING = "meeting", _("in person")
    VIDEO = "video", _("by video")


class Conversing:
    @transaction.atomic
    def log_conversation(self, *, how: str, full_answer: bool = False, text: str = "", by, at):
        """Somebody of ours spoke with the investor: a first contact, or the full answer to him."""
        said = {"how": how, "full_answer": full_answer} | ({"text": text} if text else {})
        row = Activity.objects.record(self, "spoken", by=by, at=at, **said)
        heard(self, "conversation", "full_answer" if full_answer else "", by=by, at=at)
        return row
