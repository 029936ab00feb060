"""A conversation with the investor, as whoever spoke says."""

from django import forms
from django.utils.translation import gettext_lazy as _

from leads.fields import PlainTextField
from leads.models import How

from .action import ActionForm


class ConversationForm(ActionForm):
    how = forms.ChoiceField(
        label=_("How you spoke"),
        choices=How.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Say how you spoke")},
    )
    full_answer = forms.BooleanField(
        label=_("The investor has the full answer now"),
        help_text=_("Only when all was answered: it stops the term of the full answer"),
        required=False,
    )
    text = PlainTextField(label=_("What was said"), required=False)
