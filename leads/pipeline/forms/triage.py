"""What is said of a new inquiry in one key: why it is declined, of which it is a double, when."""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy as _

from leads.fields import PlainLineField
from leads.models import Disposition, Inquiry, LostReason

from .action import ActionForm
from .follow_up import PostponeForm


@dataclass(frozen=True)
class Decline:
    """No project at all is set aside; a project that comes to nothing is lost."""

    key: str
    label: str
    disposition: str = ""
    lost: str = ""


DECLINES = (
    *(
        Decline(one.value, one.label, disposition=one.value)
        for one in (Disposition.NOT_A_PROJECT, Disposition.SPAM)
    ),
    *(
        Decline(one.value, one.label, lost=one.value)
        for one in (
            LostReason.NO_SITE,
            LostReason.MONEY,
            LostReason.NO_ANSWER,
            LostReason.OTHER,
        )
    ),
)


class DuplicateForm(ActionForm):
    of = PlainLineField(
        label=_("Number of the other inquiry"),
        help_text=_("For example: INV-2026-000123, or its last digits"),
        at_most=20,
        error_messages={"required": _("Say of which inquiry")},
    )

    def __init__(self, inquiry, user, *args):
        super().__init__(*args)
        self.inquiry, self.user = inquiry, user

    def clean_of(self):
        text = self.cleaned_data["of"].upper()
        rows = Inquiry.objects.visible_to(self.user).exclude(pk=self.inquiry.pk)
        found = list(rows.filter(number=text)[:1])
        if not found and text.isdigit():
            found = list(rows.filter(number__endswith=f"-{int(text):06d}")[:2])
        if len(found) != 1:
            raise forms.ValidationError(
                _("No one inquiry has this number. Enter it whole"), code="no_inquiry"
            )
        return found[0]


class SnoozeForm(PostponeForm):
    """Until which day; the promised moment stands."""
