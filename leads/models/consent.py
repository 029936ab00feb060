"""Consents: which text a person agreed to, when, where from and for what."""

import hashlib

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from .activity import Activity


class ConsentText(models.Model):
    """One version of a consent document; never edited, only followed by another."""

    class Purpose(models.TextChoices):
        PROCESSING = "processing", _("Processing of personal data")
        MAILING = "mailing", _("News by e-mail")

    purpose = models.CharField(max_length=10, choices=Purpose)
    version = models.CharField(max_length=20)
    language = models.CharField(max_length=2)
    body = models.TextField()
    sha256 = models.CharField(max_length=64, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["purpose", "version", "language"], name="consent_text_one_a_version"
            )
        ]

    def __str__(self):
        return f"{self.purpose} {self.version} {self.language}"

    @classmethod
    def current(cls, purpose: str, language: str) -> "ConsentText":
        """The newest version in this language; DoesNotExist where none was loaded."""
        return cls.objects.filter(purpose=purpose, language=language).latest("pk")

    @classmethod
    def current_version(cls, purpose: str, language: str) -> str:
        """The name of the newest version in this language; an empty string where there is none."""
        texts = cls.objects.filter(purpose=purpose, language=language).order_by("-pk")
        return texts.values_list("version", flat=True).first() or ""

    @staticmethod
    def fingerprint(body: str) -> str:
        return hashlib.sha256(body.encode()).hexdigest()


class ConsentQuerySet(models.QuerySet):
    def standing(self):
        return self.filter(withdrawn_at=None)


class Consent(models.Model):
    class Channel(models.TextChoices):
        WEB = "web", _("Web form")
        SPOKEN = "spoken", _("By word, script read")

    contact = models.ForeignKey("leads.Contact", on_delete=models.PROTECT, related_name="consents")
    inquiry = models.ForeignKey("leads.Inquiry", on_delete=models.PROTECT, related_name="consents")
    text = models.ForeignKey(ConsentText, on_delete=models.PROTECT, related_name="+")
    channel = models.CharField(max_length=6, choices=Channel)
    address = models.GenericIPAddressField(null=True, blank=True)
    given_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = ConsentQuerySet.as_manager()

    def __str__(self):
        return f"{self.text} {self.given_at:%Y-%m-%d %H:%M}"

    def is_proof(self) -> bool:
        """Whether the text that is kept is still the text that was agreed to."""
        return ConsentText.fingerprint(self.text.body) == self.text.sha256

    @transaction.atomic
    def withdraw(self, *, at) -> bool:
        """The person takes it back; False when that was done before. Without the consent to the
        processing the inquiry ends too: what was promised cannot be done."""
        if not Consent.objects.standing().filter(pk=self.pk).update(withdrawn_at=at):
            return False
        purpose = self.text.purpose
        Activity.objects.record(self.inquiry, "consent_withdrawn", by=None, at=at, purpose=purpose)
        if purpose == ConsentText.Purpose.PROCESSING:
            self.inquiry.withdraw(at=at)
        return True
