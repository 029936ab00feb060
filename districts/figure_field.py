"""The form field for a figure. It cleans, never writes."""

import math
import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class FigureField(forms.Field):
    """A number of zero or more, in either spelling: 1,5 and 1.5, 1 500 and 1 500,5.

    A comma before three last digits groups thousands on an English page, and is decimal on a
    Russian one. `at_most` is the largest that makes sense; `whole` refuses fractions.
    """

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
    default_error_messages = {"figure": _("Enter a number, for example 1.5")}

    def __init__(self, *, at_most: float = 1e9, whole: bool = False, **kwargs):
        self.at_most, self.whole = at_most, whole
        super().__init__(**kwargs)

    def to_python(self, value) -> float | None:
        text = re.sub(r"[\s\u00a0\u202f']", "", str(value if value is not None else ""))
        if not text:
            return None
        if get_language() == "en" and re.fullmatch(r"[1-9]\d{0,2}(,\d{3})+(\.\d+)?", text):
            text = text.replace(",", "")
        if not re.fullmatch(r"\d{1,15}([.,]\d{1,6})?", text):
            raise ValidationError(self.error_messages["figure"], code="figure")
        number = float(text.replace(",", "."))
        if self.whole and not number.is_integer():
            raise ValidationError(_("Enter a whole number"), code="whole")
        if number > self.at_most:
            most = number_format(self.at_most, 0, use_l10n=True, force_grouping=True)
            raise ValidationError(_("Enter a number up to %(most)s") % {"most": most}, code="most")
        return number

    def prepare_value(self, value):
        if not isinstance(value, int | float) or isinstance(value, bool) or math.isnan(value):
            return value
        shown = f"{value:.6f}".rstrip("0").rstrip(".")
        return shown.replace(".", ",") if get_language() == "ru" else shown
