"""The name under which the shown filters are kept."""

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from leads.fields import PlainLineField
from leads.pipeline.filters import narrowed

from .action import ActionForm


class SavedViewForm(ActionForm):
    name = PlainLineField(
        label=_("Name of the view"),
        at_most=60,
        error_messages={"required": _("Give the view a name")},
    )
    shared = forms.BooleanField(label=_("For everyone"), required=False)
    query = forms.CharField(required=False, max_length=2000, widget=forms.HiddenInput)

    def clean_query(self):
        """Only our own parts, in their order; a page or anything else is left out."""
        return narrowed(QueryDict(self.cleaned_data["query"]))[:500]
