"""What is typed into the palette, and the page it was opened on; both come by POST alone."""

from django import forms
from django.urls import Resolver404, resolve

from districts.matching.reading.repair import other_layout
from leads.fields import PlainLineField
from leads.phones import digits_for_search

SHORTEST = 2
DIGITS = 3
"""A phone number's fragment below is no fragment: it stands in every number."""


class PaletteForm(forms.Form):
    text = PlainLineField(required=False)
    path = forms.CharField(required=False, max_length=200)

    def clean_path(self):
        """The number of the inquiry whose page it is, or of a page under it; "" elsewhere."""
        try:
            return resolve(self.cleaned_data["path"]).kwargs.get("number", "")
        except Resolver404:
            return ""

    def texts(self) -> list[str]:
        """As typed, as the same keys in the other layout, and a phone number's digits."""
        text = self.cleaned_data["text"].lower()
        if len(text) < SHORTEST:
            return []
        digits = () if any(one.isalpha() for one in text) else digits_for_search(text)
        digits = [one for one in digits if len(one) >= DIGITS]
        return list(dict.fromkeys(filter(None, [text, other_layout(text).strip(), *digits])))
