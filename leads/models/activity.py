"""History: who did what, when. Rows are only ever added; a trigger refuses anything else."""

import json

from django.db import connection, models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.fields.json import KT
from django.db.models.functions import Greatest
from django.utils.translation import gettext_lazy as _


def _as_text(column):
    return models.functions.Cast(column, models.CharField())


class ActivityQuerySet(models.QuerySet):
    def record(self, inquiry, kind: str, *, by, at, **data):
        """Add one row, raise the inquiry's version and bring it to the head of every list.

        `by` is None for the system. `data` holds keys and figures; free text only where the kind
        is a note. `about` names what was changed (stage, officer, step:7): a row can be undone
        until a newer one is about the same.
        """
        row = self.create(inquiry=inquiry, kind=kind, actor=by, at=at, data=data)
        newest = Greatest("last_activity_at", at)
        type(inquiry).objects.filter(pk=inquiry.pk).update(
            version=F("version") + 1, last_activity_at=newest
        )
        return row

    def record_many(self, keys, kind: str, *, at, **data) -> None:
        """One row for the key of each inquiry, by one statement, for what no person did.

        The inquiries keep their places in the lists: nobody has worked on them.
        """
        statement = f'COPY "{self.model._meta.db_table}" (inquiry_id, kind, at, data) FROM STDIN'
        told = json.dumps(data)
        with connection.cursor() as cursor, cursor.copy(statement) as copy:
            for key in keys:
                copy.write_row((key, kind, at, told))

    def raise_many(self, keys, *, at) -> None:
        """What `record` does to its inquiry, for these at once."""
        inquiries = self.model._meta.get_field("inquiry").related_model.objects
        # In one order, or two who raise the same could wait for each other.
        held = inquiries.filter(pk__in=keys).order_by("pk").select_for_update()
        newest = Greatest("last_activity_at", at)
        inquiries.filter(pk__in=list(held.values_list("pk", flat=True))).update(
            version=F("version") + 1, last_activity_at=newest
        )

    def telling_overtaken(self):
        """Each with `overtaken`: undone already, or a newer row is about the same thing."""
        newer = Activity.objects.filter(inquiry=OuterRef("inquiry"), pk__gt=OuterRef("pk"))
        newer = newer.annotate(same=KT("data__about"), of=KT("data__undoes"))
        same = Q(same=OuterRef("told_about")) | Q(of=OuterRef("told_key"))
        told = self.annotate(told_about=KT("data__about"), told_key=_as_text("pk"))
        return told.annotate(overtaken=Exists(newer.filter(same)))

    def newest(self, limit: int = 20):
        return self.select_related("actor").order_by("-at", "-id")[:limit]


class Activity(models.Model):
    class Kind(models.TextChoices):
        OPENED = "opened", _("Inquiry opened")
        CALLED = "called", _("Call")
        MATCHED = "matched", _("Places matched")
        ROUTED = "routed", _("Officer found")
        UNROUTED = "unrouted", _("No officer free")
        REASSIGNED = "reassigned", _("Officer changed")
        ADVANCED = "advanced", _("Stage changed")
        NEED_CHANGED = "need_changed", _("Need changed")
        FOLLOW_UP_OPENED = "follow_up_opened", _("Next step set")
        FOLLOW_UP_DONE = "follow_up_done", _("Next step done")
        FOLLOW_UP_MOVED = "follow_up_moved", _("Next step moved")
        REMINDED = "reminded", _("Reminder sent")
        LETTER_SENT = "letter_sent", _("Letter sent")
        LETTER_FAILED = "letter_failed", _("Letter not sent")
        LETTER_UNCERTAIN = "letter_uncertain", _("Letter of unknown outcome")
        LETTER_BOUNCED = "letter_bounced", _("Letter came back")
        LETTER_WRITTEN = "letter_written", _("Letter written")
        LETTER_WITHDRAWN = "letter_withdrawn", _("Letter taken back")
        LETTER_DISCARDED = "letter_discarded", _("Letter thrown away")
        MAIL_RECEIVED = "mail_received", _("The investor wrote")
        NOTED = "noted", _("Note")
        REFERRED = "referred", _("Passed to the district")
        MATCH_CHOSEN = "match_chosen", _("Place accepted")
        MATCH_REFUSED = "match_refused", _("Place refused")
        MATCH_REOPENED = "match_reopened", _("Place open again")
        TAKEN = "taken", _("Taken from the queue")
        WAITING = "waiting", _("Waiting")
        MADE_CONFIDENTIAL = "made_confidential", _("Made confidential")
        DISCLOSED = "disclosed", _("No longer confidential")
        RETRIED = "retried", _("Given another try")
        FOLLOW_UP_REOPENED = "follow_up_reopened", _("Next step open again")
        FOLLOW_UP_WITHDRAWN = "follow_up_withdrawn", _("Next step taken back")
        NOTE_WITHDRAWN = "note_withdrawn", _("Note taken back")
        SNOOZED = "snoozed", _("Put off")
        SET_ASIDE = "set_aside", _("Set aside")
        RESTORED = "restored", _("Live again")
        QUARANTINED = "quarantined", _("Put into quarantine")
        RELEASED = "released", _("Let in from quarantine")
        SPAM = "spam", _("Found to be spam")
        INVESTOR_WROTE = "investor_wrote", _("The investor wrote")
        QUESTION_ASKED = "question_asked", _("The investor is asked")
        QUESTION_ANSWERED = "question_answered", _("The investor answered")
        FILE_ADDED = "file_added", _("The investor sent a file")
        WITHDRAWN = "withdrawn", _("The investor withdrew the inquiry")
        CAME_BACK = "came_back", _("The investor took the inquiry up again")
        RATED = "rated", _("The investor rated the answer")
        CONSENT_WITHDRAWN = "consent_withdrawn", _("Consent withdrawn")
        LINK_ASKED = "link_asked", _("The link was sent once more")
        PACK_MADE = "pack_made", _("Answer prepared")
        PACK_SENT = "pack_sent", _("Answer on its way")
        PACK_OPENED = "pack_opened", _("The investor opened the answer")
        CLOCK_WARNED = "clock_warned", _("Warned of a term")
        CLOCK_LATE = "clock_late", _("A term has passed")
        CLOCK_ACKNOWLEDGED = "clock_acknowledged", _("Somebody is at it")
        REFERRAL_ACCEPTED = "referral_accepted", _("The district took it on")
        REFERRAL_RETURNED = "referral_returned", _("The district sent it back")
        REFERRAL_ANSWERED = "referral_answered", _("The district answered")
        UNREACHED = "unreached", _("Nobody was reached")
        RECORDING_DELETED = "recording_deleted", _("Recording deleted after its term")
        SPOKEN = "spoken", _("Conversation")
        APPEAL_MARKED = "appeal_marked", _("Marked as an appeal under 59-FZ")
        APPEAL_UNMARKED = "appeal_unmarked", _("Found to be no appeal")
        APPEAL_REGISTERED = "appeal_registered", _("Appeal registered")
        APPEAL_EXTENDED = "appeal_extended", _("Term of the appeal extended")
        APPEAL_FORWARDED = "appeal_forwarded", _("Appeal forwarded")
        APPEAL_ANSWERED = "appeal_answered", _("Appeal answered on paper")
        APPEAL_UNDONE = "appeal_undone", _("Taken back")

    inquiry = models.ForeignKey(
        "leads.Inquiry", on_delete=models.PROTECT, related_name="activities"
    )
    kind = models.CharField(max_length=20, choices=Kind)
    actor = models.ForeignKey(
        "leads.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()
    data = models.JSONField(default=dict)

    objects = ActivityQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["inquiry", "-at", "-id"], name="activity_of_inquiry")]

    def __str__(self):
        return f"{self.kind} {self.at:%Y-%m-%d %H:%M}"
