"""Investors and the people who speak for them; numbers and addresses by which they are known."""

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from leads.phones import Phone


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


class Contact(models.Model):
    """A person; the name may be unknown when only a number rang."""

    investor = models.ForeignKey(Investor, on_delete=models.PROTECT, related_name="contacts")
    name = models.CharField(_("full name"), max_length=200, blank=True)
    language = models.CharField(_("language"), max_length=2, default="ru")
    created_at = models.DateTimeField()

    objects = ContactQuerySet.as_manager()

    def __str__(self):
        return self.name or str(_("Name unknown"))

    def last_address(self) -> str:
        """The e-mail address that came last, or "". Costs a query unless prefetched."""
        newest = max(self.emails.all(), key=lambda email: email.pk, default=None)
        return newest.address if newest else ""

    @classmethod
    def meet(cls, *, name: str, company: str, country: str, language: str, at) -> "Contact":
        """A new investor and contact; a known caller is picked at the door, never guessed."""
        investor = Investor.objects.create(name=company, country=country, created_at=at)
        return cls.objects.create(investor=investor, name=name, language=language, created_at=at)

    @transaction.atomic
    def learn(
        self, *, name: str = "", company: str = "", phone: Phone | None = None, email: str = ""
    ) -> None:
        """Keep a new number or address, and a name where none was known; overwrite nothing."""
        if name and not self.name:
            self.name = name
            Contact.objects.filter(pk=self.pk).update(name=name)
        if company and not self.investor.name:
            self.investor.name = company
            Investor.objects.filter(pk=self.investor_id).update(name=company)
        if phone is not None:
            given = {"raw": phone.raw, "extension": phone.extension}
            if phone.e164:
                self.phones.get_or_create(e164=phone.e164, defaults=given)
            else:
                self.phones.create(**given)
        if email:
            self.emails.get_or_create(lowered=email.lower(), defaults={"address": email})


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
