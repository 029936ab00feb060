"""Notices inside the product: one for one user about one thing, told once and read once."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import Func, IntegerField, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from .user import User


def notification_kinds():
    """A function, so that a new kind is no migration."""
    return Notification.Kind.choices


# The page head counts no further: more than this is simply many.
COUNTED = 100


class NotificationQuerySet(models.QuerySet):
    def of_user(self, user):
        """Nobody reads another's notices, the head neither."""
        return self.filter(user=user)

    def unread(self):
        return self.filter(read_at=None)

    def about(self, inquiry):
        return self.filter(inquiry=inquiry)

    def for_list(self):
        return self.select_related("inquiry__investor", "inquiry__contact", "inquiry__officer")

    def read(self, *, at) -> int:
        """Mark them; those read already keep their moment."""
        return self.unread().update(read_at=at)


class Notification(models.Model):
    class Kind(models.TextChoices):
        ASSIGNED = "assigned", _("An inquiry is yours now")
        UNROUTED = "unrouted", _("Nobody was free for an inquiry")
        INVESTOR_WROTE = "investor_wrote", _("The investor wrote")
        WITHDRAWN = "withdrawn", _("The investor withdrew the inquiry")
        QUARANTINED = "quarantined", _("Somebody waits in quarantine")
        CALL_MISSED = "call_missed", _("A call was missed")
        LETTER_FAILED = "letter_failed", _("A letter did not go out")
        STEP_LATE = "step_late", _("A promised step is late")
        CLOCK_WARNED = "clock_warned", _("A term is running out")
        CLOCK_LATE = "clock_late", _("A term has passed")
        REFERRED = "referred", _("The agency asks your district")
        REFERRAL_ACCEPTED = "referral_accepted", _("The district took it on")
        REFERRAL_RETURNED = "referral_returned", _("The district sent it back")
        REFERRAL_ANSWERED = "referral_answered", _("The district answered")
        UNREACHED = "unreached", _("An investor cannot be reached")
        LEDGER = "ledger", _("The ledger found a difference")

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="notifications")
    # Its words stand in leads.pipeline.notices.
    kind = models.CharField(max_length=24, choices=notification_kinds)
    # Names the event: whoever tells it again, another sweep or another worker, tells nothing new.
    key = models.CharField(max_length=80)
    inquiry = models.ForeignKey(
        "leads.Inquiry",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="notifications",
    )
    # Keys and figures only, as with an Activity: never what a person typed.
    data = models.JSONField(default=dict)
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)

    objects = NotificationQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["user", "-at", "-id"], name="notification_newest"),
            models.Index(
                fields=["user", "inquiry"], name="notification_unread", condition=Q(read_at=None)
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["user", "key"], name="notification_told_once")
        ]

    def __str__(self):
        return f"{self.kind} to {self.user_id}"

    @classmethod
    def tell(cls, user, kind: str, *, key: str, at, inquiry=None, **data) -> bool:
        """Tell one user one thing; False when he was told it already, by whomever.

        Belongs into the transaction of the verb that it tells of: they stand or fall together.
        """
        _row, created = cls.objects.get_or_create(
            user=user,
            key=key,
            defaults={"kind": kind, "inquiry": inquiry, "data": data, "at": at},
        )
        return created

    @classmethod
    def tell_officer(cls, inquiry, kind: str, *, key: str, at, **data) -> None:
        """Tell its officer, or every head while it has none."""
        if inquiry.officer is None:
            cls.tell_heads(kind, key=key, at=at, inquiry=inquiry, **data)
        else:
            cls.tell(inquiry.officer.user, kind, key=key, at=at, inquiry=inquiry, **data)

    @classmethod
    def tell_heads(cls, kind: str, *, key: str, at, inquiry=None, **data) -> int:
        """Tell every head who is with us; how many were told it for the first time."""
        heads = User.objects.filter(groups__name="head", is_active=True).order_by("pk")
        return sum(cls.tell(head, kind, key=key, at=at, inquiry=inquiry, **data) for head in heads)


def unread_of_user() -> Func:
    """How many notices the user of the outer query has not read, COUNTED at most."""
    unread = Notification.objects.unread().filter(user=OuterRef("pk")).order_by()
    return Func(
        ArraySubquery(unread.values("pk")[:COUNTED]),
        function="CARDINALITY",
        output_field=IntegerField(),
    )
