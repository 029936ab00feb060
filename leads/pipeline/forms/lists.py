"""The search of the pipeline, which never stands in the URL."""

from django import forms
from django.utils.translation import gettext_lazy as _

from leads.fields import PlainLineField
from leads.phones import digits_for_search

SHORTEST = 3


class SearchForm(forms.Form):
    text = PlainLineField(
        label=_("Number, phone, name or company"),
        error_messages={"required": _("Type at least three characters")},
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs, use_required_attribute=False)

    def clean_text(self):
        text = self.cleaned_data["text"]
        if len(text) < SHORTEST:
            raise forms.ValidationError(_("Type at least three characters"), code="too_short")
        return text

    def words(self) -> list[str]:
        """The text as typed, and its digits as they may stand in a stored phone number."""
        text = self.cleaned_data["text"]
        digits = () if any(one.isalpha() for one in text) else digits_for_search(text)
        return [text, *(one for one in digits if len(one) >= SHORTEST)]
