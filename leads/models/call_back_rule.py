"""Call-back rules: who calls back and how soon, by the kind of call, its line, and who called."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CallBackRule(models.Model):
    """A blank condition holds for all; the rule with more conditions wins, kind before line."""

    class Kind(models.TextChoices):
        MISSED = "missed", _("Missed")
        ABANDONED = "abandoned", _("Caller gave up")
        OUT_OF_HOURS = "out_of_hours", _("Out of hours")
        VOICEMAIL = "voicemail", _("Voicemail")
        BUSY = "busy", _("Busy")
        FAILED = "failed", _("Did not go through")
        DROPPED = "dropped", _("Cut off")
        CALL_BACK = "call_back", _("Promised at the desk")

    class Owner(models.TextChoices):
        QUEUE = "queue", _("The operators' queue")
        OPERATOR = "operator", _("Who talked with the caller, or whose phone rang alone")
        OFFICER = "officer", _("The officer of the caller's open inquiry")

    kind = models.CharField(_("kind of call"), max_length=12, choices=Kind, blank=True)
    line = models.ForeignKey(
        "leads.Line", null=True, blank=True, on_delete=models.CASCADE, verbose_name=_("line")
    )
    known = models.BooleanField(_("known caller"), null=True, blank=True)
    working_minutes = models.PositiveSmallIntegerField(_("within working minutes"))
    owner = models.CharField(_("owner"), max_length=8, choices=Owner, default=Owner.QUEUE)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "line", "known"], nulls_distinct=False, name="call_back_rule_once"
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display() or '*'}: {self.working_minutes}"

    @classmethod
    def that_fits(cls, *, kind: str, line_id: int | None, known: bool) -> "CallBackRule":
        """The most particular rule; one query. Without any row: a quarter of a working hour."""
        asked = {"kind": kind, "line_id": line_id, "known": known}
        best, most = cls(working_minutes=15), (-1,)
        for row in cls.objects.all():
            said = [getattr(row, name) for name in asked]
            named = [one not in ("", None) for one in said]
            fits = all(
                not holds or one == wanted
                for holds, one, wanted in zip(named, said, asked.values(), strict=True)
            )
            if fits and (sum(named), *named) > most:
                best, most = row, (sum(named), *named)
        return best
