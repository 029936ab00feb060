"""Calls: one conversation or attempt, as the operator saw it."""

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class CallTaken(Exception):
    """The call was logged before, by whoever `str()` of it names in a sentence."""


class CallQuerySet(models.QuerySet):
    def of_operator(self, user):
        return self.filter(operator=user)

    def open_to(self, user):
        """Calls that this operator may log: his own, and those that nobody has taken."""
        return self.filter(Q(operator=user) | Q(operator=None))

    def newest(self, limit: int):
        rows = self.select_related("inquiry", "contact__investor", "operator")
        return rows.order_by("-started_at", "-id")[:limit]


class Call(models.Model):
    class Direction(models.TextChoices):
        INBOUND = "inbound", _("Inbound")
        OUTBOUND = "outbound", _("Outbound")

    class Outcome(models.TextChoices):
        INQUIRY = "inquiry", _("Inquiry")
        CONSULTATION = "consultation", _("Consultation")
        CALL_BACK = "call_back", _("Call back")
        OFF_TOPIC = "off_topic", _("Off topic")
        DROPPED = "dropped", _("Cut off")

    request_key = models.UUIDField(null=True, unique=True)
    direction = models.CharField(max_length=8, choices=Direction, default=Direction.INBOUND)
    phone_raw = models.CharField(_("phone"), max_length=80, blank=True)
    phone_e164 = models.CharField(max_length=16, blank=True)
    extension = models.CharField(max_length=12, blank=True)
    hidden = models.BooleanField(_("number hidden"), default=False)
    operator = models.ForeignKey(
        "leads.User", null=True, on_delete=models.PROTECT, related_name="calls"
    )
    contact = models.ForeignKey(
        "leads.Contact", null=True, on_delete=models.PROTECT, related_name="calls"
    )
    inquiry = models.ForeignKey(
        "leads.Inquiry", null=True, on_delete=models.PROTECT, related_name="calls"
    )
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=12, choices=Outcome)
    note = models.TextField(blank=True)

    objects = CallQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["phone_e164", "-started_at"], name="call_of_number"),
            models.Index(fields=["-started_at", "-id"], name="call_newest"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(hidden=False) | Q(phone_e164=""), name="call_hidden_has_no_number"
            ),
            models.CheckConstraint(
                condition=Q(inquiry__isnull=False) | ~Q(outcome__in=["inquiry", "consultation"]),
                name="call_about_something_has_inquiry",
            ),
        ]

    def __str__(self):
        return f"{self.phone_e164 or self.phone_raw or '—'} {self.started_at:%Y-%m-%d %H:%M}"

    @transaction.atomic
    def complete(self, *, by, request_key) -> None:
        """Write what came of a call of the exchange. Raises CallTaken when logged before."""
        told = {name: getattr(self, name) for name in ("outcome", "note", "contact", "inquiry")}
        unlogged = Call.objects.filter(pk=self.pk, request_key=None)
        if not unlogged.update(**told, operator=by, request_key=request_key):
            first = Call.objects.select_related("operator").get(pk=self.pk)
            raise CallTaken(_("%(who)s has logged this call already") % {"who": first.operator})
        self.operator, self.request_key = by, request_key
