"""The morning letter, as its reader wants it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from leads.models import User

from .action import ActionForm


class DigestForm(ActionForm):
    digest = forms.ChoiceField(
        label=_("How it comes"), choices=User.Digest.choices, widget=forms.RadioSelect
    )
