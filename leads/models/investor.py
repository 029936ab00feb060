"""Investors and the people who speak for them; numbers and addresses by which they are known."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Investor(models.Model):
    """An organisation, or a person acting for himself."""

    name = models.CharField(_("company"), max_length=200, blank=True)
    inn = models.CharField(_("INN"), max_length=12, blank=True)
    country = models.CharField(_("country"), max_length=80, blank=True)
    created_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["inn"], condition=~models.Q(inn=""), name="investor_inn"),
        ]

    def __str__(self):
        return self.name or str(_("Unnamed investor"))


class ContactQuerySet(models.QuerySet):
    def with_phone(self, e164: str):
        """Contacts known by this number, five at most, by one equality probe."""
        return self.filter(phones__e164=e164).select_related("investor").order_by("pk")[:5]

    def with_email(self, address: str):
        """Contacts known by this address, five at most, by one equality probe."""
        return self.filter(emails__lowered=address.lower()).select_related("investor")[:5]


class Contact(models.Model):
    """A person; the name may be unknown when only a number rang."""

    investor = models.ForeignKey(Investor, on_delete=models.PROTECT, related_name="contacts")
    name = models.CharField(_("full name"), max_length=200, blank=True)
    language = models.CharField(_("language"), max_length=2, default="ru")
    created_at = models.DateTimeField()

    objects = ContactQuerySet.as_manager()

    def __str__(self):
        return self.name or str(_("Name unknown"))


class ContactPhone(models.Model):
    """A number as typed, and as E.164 when it could be read."""

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="phones")
    raw = models.CharField(_("as typed"), max_length=80)
    e164 = models.CharField(max_length=16, blank=True)
    extension = models.CharField(_("extension"), max_length=12, blank=True)

    class Meta:
        indexes = [models.Index(fields=["e164"], name="contact_phone_e164")]

    def __str__(self):
        return self.e164 or self.raw


class ContactEmail(models.Model):
    """An address as typed, and lowered for the look-up."""

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="emails")
    address = models.EmailField(max_length=254)
    lowered = models.CharField(max_length=254)

    class Meta:
        indexes = [models.Index(fields=["lowered"], name="contact_email_lowered")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(lowered=models.functions.Lower("address")),
                name="contact_email_is_lowered",
            )
        ]

    def __str__(self):
        return self.address
