"""Form fields for what people write: lines, long text, phones. They clean, never write."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from leads.phones import Phone, parse_phone
from leads.plain_text import LINE_AT_MOST, TEXT_AT_MOST, HoldsNul, clean_line, clean_text

# What ContactPhone.raw holds.
PHONE_AT_MOST = 80


class _PlainField(forms.CharField):
    """No `maxlength` on the control: a browser would cut a pasted text without a word."""

    def __init__(self, *, at_most: int, **kwargs):
        self.at_most = at_most
        super().__init__(strip=False, **kwargs)
        # NUL is answered by our own words, and before the text is touched.
        self.validators = [
            validator
            for validator in self.validators
            if not isinstance(validator, ProhibitNullCharactersValidator)
        ]

    def to_python(self, value):
        value = super().to_python(value)
        try:
            value = self.cleaned(value)
        except HoldsNul:
            raise ValidationError(
                _("The text holds a character that cannot be stored. Type it again by hand."),
                code="nul",
            ) from None
        if len(value) > self.at_most:
            raise ValidationError(self._too_long(len(value)), code="too_long")
        return value

    def _too_long(self, length: int) -> str:
        over = length - self.at_most
        return ngettext(
            "The text is %(length)s characters long, at most %(at_most)s fit. "
            "Shorten it by %(over)s character.",
            "The text is %(length)s characters long, at most %(at_most)s fit. "
            "Shorten it by %(over)s characters.",
            over,
        ) % {
            name: number_format(count, 0, use_l10n=True, force_grouping=True)
            for name, count in (("length", length), ("at_most", self.at_most), ("over", over))
        }


class PlainLineField(_PlainField):
    """One line without invisible characters, 200 characters unless told."""

    cleaned = staticmethod(clean_line)

    def __init__(self, *, at_most: int = LINE_AT_MOST, **kwargs):
        super().__init__(at_most=at_most, **kwargs)


class PlainTextField(_PlainField):
    """Several lines without invisible characters, 20,000 characters unless told."""

    widget = forms.Textarea
    cleaned = staticmethod(clean_text)

    def __init__(self, *, at_most: int = TEXT_AT_MOST, **kwargs):
        super().__init__(at_most=at_most, **kwargs)


PHONE_PROBLEMS = {
    "too_short": _("The number is too short. Include the country code, like +7 or +49"),
    "too_long": _("The number is too long. Enter one number with its country code, like +7 or +49"),
    "not_a_number": _("Enter a phone number with its country code, like +7 or +49"),
    "country_missing": _("Enter the number with its country code, like +7 or +49"),
}


class PhoneField(PlainLineField):
    """Cleans to a Phone, or None when left empty; blocks only what cannot be a number.

    `region` is the country whose habits hold for a number without `+` (None asks for the code); a
    form may set it before cleaning. What is unusual passes: ask `phone_doubt` for the warning.
    """

    widget = forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "inputmode": "tel"})

    def __init__(self, *, region: str | None = "RU", **kwargs):
        self.region = region
        super().__init__(at_most=PHONE_AT_MOST, **kwargs)

    def clean(self, value) -> Phone | None:
        text = super().clean(value)
        if not text:
            return None
        phone = parse_phone(text, self.region)
        if phone.blocked:
            raise ValidationError(PHONE_PROBLEMS[phone.problem], code=phone.problem)
        return phone

    def prepare_value(self, value):
        return value.raw if isinstance(value, Phone) else value


def phone_doubt(phone: Phone | None):
    """A warning that never blocks: an unassigned range, or more text than one number; or ""."""
    if phone is None:
        return ""
    if phone.rest:
        return _("Only the first number was read: %(e164)s") % {"e164": phone.e164}
    return _("Unusual number. Check it once more.") if phone.problem == "unusual" else ""
