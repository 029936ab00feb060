"""The form field for an amount with its unit. It cleans, never writes."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from districts.matching.need import Bounds
from leads.desk.amounts import Unread, read_amount

PROBLEMS = {
    "figure": _("Write one amount, for example %(example)s"),
    "currency": _("Write the sum in roubles; another currency may stand in the text"),
    "huge": _("That is more than any project has. Check the unit, for example %(example)s"),
}
AMOUNT_AT_MOST = 60


class AmountField(forms.CharField):
    """Cleans to Bounds in the field's own unit; empty bounds when left empty."""

    widget = forms.TextInput(attrs={"autocomplete": "off"})
    Problem = ValidationError

    def __init__(self, *, units: dict[str, float], at_most: float, unit, example: str, **kwargs):
        self.units, self.at_most, self.unit, self.example = units, at_most, unit, example
        super().__init__(required=False, **kwargs)

    def to_python(self, value) -> Bounds:
        try:
            return read_amount((value or "")[:AMOUNT_AT_MOST], self.units, at_most=self.at_most)
        except Unread as unread:
            words = PROBLEMS[unread.code] % {"example": self.example}
            raise ValidationError(words, code=unread.code) from None

    def run_validators(self, value):
        """Bounds are sound as they come."""

    def prepare_value(self, value):
        return "" if isinstance(value, Bounds) else value
