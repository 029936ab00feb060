"""E-mail that came in: one row a mail, kept as it came before anything is done about it."""

import hashlib
import re

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .activity import Activity
from .calendar import CalendarDay
from .follow_up import FollowUp
from .message import Message
from .notification import Notification
from .stage import WaitingOn

# Where an answer ends and what it answers begins, as the usual programs mark it.
_QUOTED = re.compile(
    r"^(?:>|-{2,} ?(?:original message|исходное сообщение|пересланное сообщение)"
    r"|on .{5,120} wrote:$|.{5,120}(?:пишет|написал\(а\)|писал\(а\)|написала?):$)",
    re.IGNORECASE | re.MULTILINE,
)


class IncomingMailQuerySet(models.QuerySet):
    def awaiting(self):
        """Kept, and nothing done about it yet."""
        return self.filter(taken_at=None)

    def to_show(self):
        """Without their bytes, which may be many."""
        return self.defer("raw").order_by("stored_at", "pk")

    def of_no_inquiry(self):
        """Done with and of no inquiry: somebody may look whether that is right; newest first."""
        rows = self.filter(taken_at__isnull=False, inquiry=None).defer("raw")
        return rows.order_by("-stored_at", "-pk")


class IncomingMail(models.Model):
    class Kind(models.TextChoices):
        LETTER = "letter", pgettext_lazy("mail", "Letter")
        BOUNCE = "bounce", _("Undelivered letter")
        AUTO = "auto", _("Automatic answer")
        BULK = "bulk", _("Mass mailing")
        OWN = "own", _("Our own letter")

    class Reason(models.TextChoices):
        UNREADABLE = "unreadable", _("The mail is damaged; what could be read of it stands here")
        NO_SENDER = "no_sender", _("It does not say who sent it")
        NO_TEXT = "no_text", _("There is no text in it")
        CUT = "cut", _("It is too large: only its beginning was kept")
        LONG = "long", _("The text is long: only its beginning is shown")

    mailbox = models.CharField(max_length=200)
    uid_validity = models.BigIntegerField()
    uid = models.BigIntegerField()
    # Of what its sender wrote: the same mail delivered twice is one.
    identity = models.CharField(max_length=64, unique=True)
    raw = models.BinaryField()
    size = models.BigIntegerField()
    stored_at = models.DateTimeField()
    taken_at = models.DateTimeField(null=True)
    # As it was read.
    kind = models.CharField(max_length=6, choices=Kind, default=Kind.LETTER)
    message_id = models.CharField(max_length=250, blank=True)
    from_name = models.CharField(max_length=200, blank=True)
    from_address = models.CharField(max_length=254, blank=True)
    subject = models.CharField(max_length=300, blank=True)
    text = models.TextField(blank=True)
    # [{"name", "size", "safe"}]
    attachments = models.JSONField(default=list)
    reason = models.CharField(max_length=10, choices=Reason, blank=True)
    # Somebody said that it is a person's letter, whatever its headers say.
    by_hand = models.BooleanField(default=False)
    inquiry = models.ForeignKey(
        "leads.Inquiry", null=True, on_delete=models.PROTECT, related_name="mails"
    )
    answers = models.ForeignKey(Message, null=True, on_delete=models.PROTECT, related_name="mails")

    objects = IncomingMailQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["id"], name="mail_awaiting", condition=Q(taken_at=None)),
            models.Index(
                fields=["message_id"], name="mail_message_id", condition=~Q(message_id="")
            ),
            models.Index(fields=["inquiry", "stored_at"], name="mail_of_inquiry"),
            models.Index(
                fields=["-stored_at", "-id"],
                name="mail_of_no_inquiry",
                condition=Q(inquiry=None, taken_at__isnull=False),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["mailbox", "uid_validity", "uid"], name="mail_once_from_the_server"
            )
        ]

    def __str__(self):
        return f"mail {self.pk}"

    def own_words(self) -> tuple[str, str]:
        """What was written now, and what is quoted under it; the second may be ""."""
        found = _QUOTED.search(self.text)
        # A mail that begins with a quotation is answered in between: it is shown whole.
        if not found or not self.text[: found.start()].strip():
            return self.text, ""
        return self.text[: found.start()].rstrip(), self.text[found.start() :].strip()

    @classmethod
    def known(cls, mailbox: str, uid_validity: int, uid: int) -> bool:
        return cls.objects.filter(mailbox=mailbox, uid_validity=uid_validity, uid=uid).exists()

    @classmethod
    @transaction.atomic(durable=True)
    def keep(cls, *, mailbox: str, uid_validity: int, uid: int, raw: bytes, size: int, at):
        """Keep it as it came, committed when this returns; None when the same mail is kept."""
        row = cls(
            mailbox=mailbox,
            uid_validity=uid_validity,
            uid=uid,
            identity=identity(raw),
            raw=raw,
            size=size,
            stored_at=at,
        )
        cls.objects.bulk_create([row], ignore_conflicts=True)
        kept = cls.objects.filter(mailbox=mailbox, uid_validity=uid_validity, uid=uid)
        return kept.filter(identity=row.identity).first()

    @transaction.atomic
    def take(self, read, *, inquiry, at, answers=None, opened: bool = False) -> bool:
        """Note what it says and whose it is, and wake who must answer; False when taken already.

        `read` is what leads.mail.reading made of it; a mail that `opened` its inquiry wakes nobody:
        the first contact is promised already.
        """
        said = {name: getattr(read, name) for name in READ}
        rows = IncomingMail.objects.awaiting().filter(pk=self.pk)
        if not rows.update(**said, inquiry=inquiry, answers=answers, taken_at=at):
            return False
        self.refresh_from_db()
        if inquiry is not None and self.kind == self.Kind.LETTER:
            count = len(self.attachments)
            Activity.objects.record(
                inquiry, "mail_received", by=None, at=at, mail=self.pk, attachments=count
            )
            if not opened:
                self._wake(inquiry, at=at)
        return True

    def _wake(self, inquiry, *, at) -> None:
        """An answer is due within hours, once however many mails wait for it."""
        inquiry = type(inquiry).objects.select_for_update(of=("self",)).get(pk=inquiry.pk)
        inquiry.contacted(at=at)
        Notification.tell_officer(inquiry, "investor_wrote", key=f"mail:{self.pk}", at=at)
        if not inquiry.is_open:
            return
        if inquiry.waiting_on == WaitingOn.INVESTOR:
            inquiry.wait(on=WaitingOn.NOBODY, by=None, at=at)
        kind = FollowUp.Kind.REPLY
        if not inquiry.follow_ups.open().filter(kind=kind).exists():
            calendar = CalendarDay.office()
            FollowUp.promise(inquiry, kind, calendar=calendar, by=None, at=at)

    def treat_as_letter(self, *, by, at) -> bool:
        """A person wrote it after all: it is taken in once more; False when it has its inquiry."""
        rows = IncomingMail.objects.of_no_inquiry().filter(pk=self.pk)
        return bool(rows.update(by_hand=True, taken_at=None))


# What the reading of a mail gives, by the names of the columns.
READ = (
    "kind",
    "message_id",
    "from_name",
    "from_address",
    "subject",
    "text",
    "attachments",
    "reason",
)


def identity(raw: bytes) -> str:
    """One for all copies of a mail: what its sender wrote, without the stamps of its way here."""
    head, _gap, body = raw.replace(b"\r\n", b"\n").partition(b"\n\n")
    kept, taken = [], False
    for line in head.split(b"\n"):
        if not line.startswith((b" ", b"\t")):
            taken = line.lower().startswith((b"message-id:", b"date:", b"from:", b"subject:"))
        if taken:
            kept.append(line)
    return hashlib.sha256(b"\n".join([*kept, b"", body.rstrip(b"\n")])).hexdigest()
