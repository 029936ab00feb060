"""Investors and the people who speak for them; numbers and addresses by which they are known."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models, transaction
from django.db.models import Case, Func, OuterRef, Q, Value, When
from django.db.models.functions import Right
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from leads.phones import Phone

from .company import BareName

CANDIDATES = 5


class InvestorQuerySet(models.QuerySet):
    def standing(self):
        """Without those that were merged into another."""
        return self.filter(merged_into=None)

    def visible_to(self, user):
        """Recognition needs them all; whose a confidential inquiry is, the inquiry hides."""
        known = user.roles() & {"operator", "manager", "head", "auditor"}
        return self if known else self.none()


class Investor(models.Model):
    """An organisation, or a person acting for himself."""

    name = models.CharField(_("company"), max_length=200, blank=True)
    name_key = models.GeneratedField(
        expression=BareName("name"), output_field=models.TextField(), db_persist=True
    )
    inn = models.CharField(_("INN"), max_length=12, blank=True)
    ogrn = models.CharField(_("OGRN"), max_length=15, blank=True)
    country = models.CharField(_("country"), max_length=80, blank=True)
    created_at = models.DateTimeField()
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged"
    )

    objects = InvestorQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["inn"], condition=~models.Q(inn=""), name="investor_inn"),
            models.Index(fields=["ogrn"], condition=~models.Q(ogrn=""), name="investor_ogrn"),
            GinIndex(fields=["name_key"], opclasses=["gin_trgm_ops"], name="investor_name_key"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(merged_into=models.F("id")), name="investor_not_into_itself"
            )
        ]

    def __str__(self):
        return self.name or str(_("Unnamed investor"))

    def get_absolute_url(self):
        return reverse("desk:investor", args=[self.pk])


class ContactQuerySet(models.QuerySet):
    def standing(self):
        """Without those that were found to be the same person as another."""
        return self.filter(merged_into=None)

    def with_phone(self, e164: str):
        """Contacts known by this number, five at most, by index.

        For a Russian number also one that was kept without its country, by the last ten digits.
        """
        known = Q(e164=e164)
        if e164.startswith("+7"):
            known |= Q(last_ten=e164[-10:])
        return self._by_number(known)[:CANDIDATES]

    def with_phone_like(self, fragments: tuple[str, ...]):
        """Contacts of numbers that begin so (digits of E.164), six at most: the sixth says many."""
        known = Q(pk__in=[])
        for digits in fragments:
            known |= Q(e164__startswith=f"+{digits}")
        return self._by_number(known)[: CANDIDATES + 1]

    def _by_number(self, known: Q):
        numbers = ContactPhone.objects.filter(known, contact=OuterRef("pk"))
        rows = self.standing().filter(pk__in=ContactPhone.objects.filter(known).values("contact"))
        rows = rows.annotate(via=models.Subquery(numbers.order_by("pk").values("e164")[:1]))
        return rows.select_related("investor").order_by("pk")


class Contact(models.Model):
    """A person; the name may be unknown when only a number rang."""

    investor = models.ForeignKey(Investor, on_delete=models.PROTECT, related_name="contacts")
    name = models.CharField(_("full name"), max_length=200, blank=True)
    language = models.CharField(_("language"), max_length=2, default="ru")
    created_at = models.DateTimeField()
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged"
    )

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
        self,
        *,
        name: str = "",
        company: str = "",
        phone: Phone | None = None,
        email: str = "",
        inn: str = "",
        ogrn: str = "",
    ) -> None:
        """Keep a new number or address, and a name where none was known; overwrite nothing."""
        if name and not self.name:
            self.name = name
            Contact.objects.filter(pk=self.pk).update(name=name)
        told = {"name": company, "inn": inn, "ogrn": ogrn}
        news = {key: one for key, one in told.items() if one and not getattr(self.investor, key)}
        if news:
            vars(self.investor).update(news)
            Investor.objects.filter(pk=self.investor_id).update(**news)
        if phone is not None:
            given = {"raw": phone.raw, "extension": phone.extension}
            if phone.e164:
                self.phones.get_or_create(e164=phone.e164, defaults=given)
            else:
                self.phones.create(**given)
        if email:
            self.emails.get_or_create(lowered=email.lower(), defaults={"address": email})


def _last_ten():
    """SQL: the last ten digits of a Russian number, or of one whose country was never known."""
    typed = Func("raw", Value("[^0-9]"), Value(""), Value("g"), function="regexp_replace")
    unread = Q(e164="", raw__regex="([0-9][^0-9]*){10}")
    return Case(
        When(e164__startswith="+7", then=Right("e164", 10)),
        When(unread, then=Right(typed, 10)),
        default=Value(""),
        output_field=models.CharField(max_length=10),
    )


class ContactPhone(models.Model):
    """A number as typed, and as E.164 when it could be read."""

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="phones")
    raw = models.CharField(_("as typed"), max_length=80)
    e164 = models.CharField(max_length=16, blank=True)
    extension = models.CharField(_("extension"), max_length=12, blank=True)
    last_ten = models.GeneratedField(
        expression=_last_ten(), output_field=models.CharField(max_length=10), db_persist=True
    )

    class Meta:
        indexes = [
            models.Index(fields=["e164"], name="contact_phone_e164"),
            models.Index(
                fields=["e164"], opclasses=["varchar_pattern_ops"], name="contact_phone_begins"
            ),
            models.Index(
                fields=["last_ten"], condition=~Q(last_ten=""), name="contact_phone_last_ten"
            ),
        ]

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
