"""Leave: the days on which an officer is away, and who stands in for him."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models, transaction
from django.db.models import F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class LeaveQuerySet(models.QuerySet):
    def on(self, day):
        """Of those who are away on this day of Moscow's calendar."""
        return self.filter(first_on__lte=day, last_on__gte=day)

    def answering_for(self, officer, *, at) -> list:
        """He himself, and while he is away whoever stands in for him, and for that one."""
        found, last = [officer], officer
        while last is not None:
            today = self.on(timezone.localdate(at)).filter(officer=last)
            leave = today.select_related("substitute__user").first()
            last = leave.substitute if leave and leave.substitute not in found else None
            found += [last] if last else []
        return found

    def not_over(self, day):
        return self.filter(last_on__gte=day).order_by("first_on", "pk")


class Leave(models.Model):
    """From the first day to the last, both included."""

    officer = models.ForeignKey("leads.Officer", on_delete=models.CASCADE, related_name="leaves")
    first_on = models.DateField(_("first day"))
    last_on = models.DateField(_("last day"))
    substitute = models.ForeignKey(
        "leads.Officer",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="stands_in",
        verbose_name=_("substitute"),
    )

    objects = LeaveQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["last_on", "first_on"], name="leave_days")]
        constraints = [
            models.CheckConstraint(
                condition=Q(first_on__lte=F("last_on")), name="leave_days_in_order"
            ),
            models.CheckConstraint(
                condition=Q(substitute=None) | ~Q(substitute=F("officer")),
                name="leave_substitute_is_another",
            ),
        ]

    def __str__(self):
        return f"{self.officer_id} {self.first_on}–{self.last_on}"

    @classmethod
    @transaction.atomic
    def plan(cls, officer, *, first_on, last_on, substitute=None) -> "Leave | None":
        """Be away on these days; None when another leave of his holds one of them."""
        type(officer).objects.select_for_update().get(pk=officer.pk)
        if officer.leaves.filter(first_on__lte=last_on, last_on__gte=first_on).exists():
            return None
        return cls.objects.create(
            officer=officer, first_on=first_on, last_on=last_on, substitute=substitute
        )

    def cancel(self) -> bool:
        """He is not away after all; False when somebody took it back first."""
        return bool(Leave.objects.filter(pk=self.pk).delete()[0])


def stood_in_for_by_user(day) -> ArraySubquery:
    """The officers away on this day who have the user of the outer query for a substitute."""
    rows = Leave.objects.on(day).filter(substitute__user=OuterRef("pk"))
    return ArraySubquery(rows.order_by("officer").values("officer"))
