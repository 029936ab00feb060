"""Calls that somebody asked the exchange to make: one row a click, asked once and never again.

The exchange rings the desk first and then whoever is called; the call itself comes by its hooks.
"""

import uuid
from datetime import timedelta

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .user import User

# Later nobody expects his phone to ring any more.
FRESH = timedelta(seconds=60)
# A second click within so long is the first one, pressed twice.
ONE_CLICK = timedelta(seconds=15)
LEASE = timedelta(seconds=60)


class DiallingQuerySet(models.QuerySet):
    def due(self, at):
        """To be asked for now."""
        return self.filter(state=Dialling.State.PLANNED, asked_at__gt=at - FRESH)

    def forgotten(self, at):
        """Too late to be asked for."""
        return self.filter(state=Dialling.State.PLANNED, asked_at__lte=at - FRESH)

    def stuck(self, at):
        """Whoever asked for it died with the answer."""
        return self.filter(state=Dialling.State.ASKING, leased_until__lt=at)

    def end(self, at) -> int:
        """Say of those that will not change any more what is known of them."""
        late = self.forgotten(at).update(state=Dialling.State.LATE, settled_at=at)
        return late + self.stuck(at).update(state=Dialling.State.UNKNOWN, settled_at=at)

    def of_user(self, user):
        return self.filter(user=user)


class Dialling(models.Model):
    class State(models.TextChoices):
        PLANNED = "planned", _("The exchange is being asked")
        ASKING = "asking", _("The exchange is being asked to ring")
        TAKEN = "taken", _("Your phone rings first, then the other one")
        REFUSED = "refused", _("The exchange refused. Dial by hand")
        FAILED = "failed", _("The exchange cannot be reached. Dial by hand")
        UNKNOWN = "unknown", _("Nobody knows whether it rings. Look at your phone before you dial")
        LATE = "late", _("It took too long and was given up. Dial by hand")

    # Of the form that was pressed.
    key = models.UUIDField(unique=True, default=uuid.uuid4)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="diallings")
    extension = models.CharField(max_length=12)
    phone_e164 = models.CharField(max_length=16)
    state = models.CharField(max_length=7, choices=State, default=State.PLANNED)
    asked_at = models.DateTimeField()
    leased_until = models.DateTimeField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    error = models.CharField(max_length=80, blank=True)

    objects = DiallingQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["asked_at"],
                name="dialling_open",
                condition=Q(state__in=["planned", "asking"]),
            ),
            models.Index(fields=["user", "-asked_at"], name="dialling_of_user"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["planned", "asking"]) ^ Q(settled_at__isnull=False),
                name="dialling_settled_has_moment",
            )
        ]

    def __str__(self):
        return f"{self.state} by {self.user_id}"

    @property
    def is_moving(self) -> bool:
        return self.settled_at is None

    @property
    def went_well(self) -> bool:
        return self.state == self.State.TAKEN

    @classmethod
    @transaction.atomic
    def ask(cls, *, phone_e164: str, key, by, at) -> tuple["Dialling", bool]:
        """Have the desk of this person ring and then this number; whether it is a new click.

        Pressed twice it is one row: by the key of its form, and by the few seconds between.
        """
        User.objects.select_for_update().get(pk=by.pk)
        again = Q(key=key) | Q(
            phone_e164=phone_e164,
            asked_at__gt=at - ONE_CLICK,
            state__in=[cls.State.PLANNED, cls.State.ASKING, cls.State.TAKEN, cls.State.UNKNOWN],
        )
        if same := cls.objects.filter(again, user=by).order_by("-pk").first():
            return same, False
        new = {"user": by, "extension": by.extension, "phone_e164": phone_e164}
        return cls.objects.create(**new, key=key, asked_at=at), True

    def claim(self, *, at) -> bool:
        """Before the exchange is asked; whoever dies after it leaves it unknown, never repeated."""
        rows = Dialling.objects.due(at).filter(pk=self.pk)
        return bool(rows.update(state=self.State.ASKING, leased_until=at + LEASE))

    def settle(self, state: str, error: str = "", *, at) -> bool:
        """What the exchange said; False when it was settled meanwhile."""
        ours = Dialling.objects.filter(pk=self.pk, state=self.State.ASKING)
        return bool(ours.update(state=state, error=error[:80], settled_at=at))
