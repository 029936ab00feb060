"""Lines: the agency's numbers that callers dial, as the exchange names them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LineQuerySet(models.QuerySet):
    def dialled(self, raw: str):
        """The line that an exchange writes as `raw`, with or without its plus; or none."""
        digits = "".join(sign for sign in raw if sign.isdigit())
        return self.filter(digits=digits).first() if digits else None


class Line(models.Model):
    digits = models.CharField(
        _("number, digits only, as the exchange writes it"), max_length=20, unique=True
    )
    name = models.CharField(_("name"), max_length=60)
    announces_recording = models.BooleanField(
        _("every caller is told that the talk is recorded"),
        default=False,
        help_text=_("Without this notice no recording is kept, whatever the exchange offers."),
    )

    objects = LineQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(digits__regex=r"^[0-9]+$"), name="line_digits_only"
            )
        ]

    def __str__(self):
        return self.name
