"""Referrals: an inquiry passed to a municipality; its officer sees this and nothing else."""

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MinValueValidator
from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .activity import Activity
from .clock import Clock
from .message import Message
from .notification import Notification
from .user import User


class ReferralQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those to the district that this user answers for; to anyone else there are none."""
        return self.filter(district__officers__user=user)

    def open(self):
        """Neither answered nor sent back."""
        return self.filter(answered_at=None, returned_at=None)


class Referral(models.Model):
    class ReturnReason(models.TextChoices):
        NO_SITE = "no_site", _("No fitting site here")
        NO_UTILITIES = "no_utilities", _("Not enough power, gas or water")
        NOT_OURS = "not_ours", _("Another district or body answers for it")
        UNCLEAR = "unclear", _("The question is not clear")
        OTHER = "other", _("Another reason")

    inquiry = models.ForeignKey("leads.Inquiry", on_delete=models.PROTECT, related_name="referrals")
    district = models.ForeignKey(
        "districts.District", on_delete=models.PROTECT, related_name="referrals"
    )
    referred_by = models.ForeignKey("leads.User", on_delete=models.PROTECT, related_name="+")
    referred_at = models.DateTimeField()
    question = models.TextField(_("what the district should answer"), blank=True)
    contact_shared = models.BooleanField(_("share the investor's contact"), default=False)
    due_at = models.DateTimeField(null=True, blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(
        "leads.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    returned_at = models.DateTimeField(null=True, blank=True)
    return_reason = models.CharField(max_length=12, choices=ReturnReason, blank=True)
    return_note = models.TextField(_("in words"), blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        "leads.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answer = models.TextField(_("answer"), blank=True)
    parks = ArrayField(models.SlugField(max_length=60), default=list, blank=True)
    land_ha = models.FloatField(null=True, blank=True, validators=[MinValueValidator(0)])
    power_mw = models.FloatField(null=True, blank=True, validators=[MinValueValidator(0)])

    objects = ReferralQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["district", "-referred_at"], name="referral_of_district"),
        ]
        constraints = [
            # One that came back may be passed on again; the first stays as it was.
            models.UniqueConstraint(
                fields=["inquiry", "district"],
                condition=Q(returned_at=None),
                name="referral_one_a_district",
            ),
            models.CheckConstraint(
                condition=Q(returned_at=None) ^ ~Q(return_reason=""),
                name="referral_returned_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(answered_at=None) ^ ~Q(answer=""), name="referral_answered_has_words"
            ),
            models.CheckConstraint(
                condition=Q(answered_at=None) | Q(returned_at=None),
                name="referral_answered_or_returned",
            ),
        ]

    def __str__(self):
        return f"{self.inquiry_id} to {self.district_id}"

    @property
    def shows_people(self) -> bool:
        """Whether the district may see whose it is and whom to call."""
        return self.contact_shared and not self.inquiry.confidential

    @property
    def state(self) -> str:
        if self.answered_at:
            return "answered"
        if self.returned_at:
            return "returned"
        return "accepted" if self.accepted_at else "new"

    @classmethod
    @transaction.atomic
    def refer(cls, inquiry, district, *, by, at, question: str, contact_shared: bool) -> bool:
        """Pass it on; False when this district has it already. The inquiry's clocks run on."""
        row, created = cls.objects.get_or_create(
            inquiry=inquiry,
            district=district,
            returned_at=None,
            defaults={
                "referred_by": by,
                "referred_at": at,
                "question": question,
                "contact_shared": contact_shared,
            },
        )
        if created:
            clock = Clock.start("district_reply", inquiry=inquiry, referral=row, at=at)
            cls.objects.filter(pk=row.pk).update(due_at=clock.due_at)
            row._record("referred", by=by, at=at, shared=contact_shared)
            row.write_to_district("referral", key="new", at=at)
            for user in row.officers():
                key = f"referral:{row.pk}"
                said = {"key": key, "at": at, "inquiry": inquiry, "referral": row.pk}
                Notification.tell(user, "referred", **said, district=row.district_id)
        return created

    def officers(self):
        """Who answers for the district; nobody where none can log in."""
        people = User.objects.filter(district_officer__district=self.district_id, is_active=True)
        return people.order_by("pk")

    def write_to_district(self, kind: str, *, key: str, at) -> None:
        """Owe each of its officers a letter with the number alone: what is asked stays inside."""
        for user in self.officers().exclude(email=""):
            name = f"{kind}:{self.pk}:{key}:{user.pk}"
            Message.plan(self.inquiry, kind, key=name, to=user.email, language="ru", at=at)

    @transaction.atomic
    def accept(self, *, by, at) -> bool:
        """The district takes it on; False when it did, or settled it."""
        fresh = Referral.objects.open().filter(pk=self.pk, accepted_at=None)
        if not fresh.update(accepted_at=at, accepted_by=by):
            return False
        return self._told("referral_accepted", by=by, at=at)

    @transaction.atomic
    def send_back(self, *, reason: str, note: str, by, at) -> bool:
        """Return it with a reason; False when it was settled meanwhile."""
        said = {"return_reason": reason, "return_note": note, "settled_by": by}
        if not Referral.objects.open().filter(pk=self.pk).update(returned_at=at, **said):
            return False
        self.clocks.all().stop(Clock.Event.RETURNED, by=by, at=at)
        return self._told("referral_returned", by=by, at=at, reason=reason)

    @transaction.atomic
    def reply(self, *, answer: str, parks=(), land_ha=None, power_mw=None, by, at) -> bool:
        """The district's answer, with sites and figures where it names some; False when settled."""
        figures = {"parks": list(parks), "land_ha": land_ha, "power_mw": power_mw}
        accepted = {} if self.accepted_at else {"accepted_at": at, "accepted_by": by}
        said = {"answered_at": at, "answer": answer, "settled_by": by} | figures | accepted
        if not Referral.objects.open().filter(pk=self.pk).update(**said):
            return False
        self.clocks.all().stop(Clock.Event.DISTRICT, by=by, at=at)
        told = {name: value for name, value in figures.items() if value}
        return self._told("referral_answered", by=by, at=at, **told)

    def _told(self, kind: str, *, by, at, **data) -> bool:
        """In the history of its inquiry, and to the owner, who stays its watcher."""
        self.refresh_from_db()
        self._record(kind, by=by, at=at, **data)
        said = {"referral": self.pk, "district": self.district_id}
        key = f"{kind}:{self.pk}"
        Notification.tell_officer(self.inquiry, kind, key=key, at=at, **said)
        return True

    def _record(self, kind: str, *, by, at, **data) -> None:
        said = {"district": self.district_id, "referral": self.pk} | data
        Activity.objects.record(self.inquiry, kind, by=by, at=at, **said)
