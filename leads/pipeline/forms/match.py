"""Why a matched place is refused."""

from django import forms
from django.utils.translation import gettext_lazy as _

from leads.fields import PlainLineField
from leads.models import Match

from .action import ActionForm


class RefuseForm(ActionForm):
    reason = forms.ChoiceField(
        label=_("Why it is refused"),
        choices=[("", "—"), *Match.Reason.choices],
        error_messages={
            "required": _("Choose a reason"),
            "invalid_choice": _("There is no such reason. Choose one of the list"),
        },
    )
    note = PlainLineField(
        label=_("In the investor's words"),
        required=False,
        help_text=_("Needed for another reason"),
    )

    def clean(self):
        given = super().clean()
        if given.get("reason") == Match.Reason.OTHER and not given.get("note") and not self.errors:
            self.add_error("note", _("Say which reason"))
        return given
