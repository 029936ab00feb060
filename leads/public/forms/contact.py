from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from leads.fields import PhoneField, PlainLineField
from leads.public import choices

EMAIL_AT_MOST = 254


class EmailLineField(PlainLineField):
    """An address with its domain in small letters; the part before @ stays as typed."""

    widget = forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"})
    default_validators = [
        EmailValidator(_("Enter an email address in the form name@example.com")),
    ]

    def __init__(self, **kwargs):
        super().__init__(at_most=EMAIL_AT_MOST, **kwargs)

    def to_python(self, value):
        before, at, domain = super().to_python(value).rpartition("@")
        return f"{before}{at}{domain.lower()}"


class ContactForm(forms.Form):
    """Who asks, and one way to answer him."""

    SEVERAL = ()

    name = PlainLineField(
        label=_("Full name"),
        widget=forms.TextInput(attrs={"autocomplete": "name", "spellcheck": "false"}),
        error_messages={"required": _("Enter your name")},
    )
    company = PlainLineField(
        label=_("Company"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    country = forms.ChoiceField(
        label=_("Country"),
        required=False,
        widget=forms.Select(attrs={"autocomplete": "country"}),
        error_messages={"invalid_choice": _("Choose one of the list")},
    )
    email = EmailLineField(label=_("Email"), required=False)
    phone = PhoneField(
        label=_("Phone with country code (if you prefer a call)"),
        help_text=_("We will only call about this inquiry"),
        required=False,
        region=None,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        countries = choices.countries()
        self.fields["country"].choices = [("", _("Not chosen")), *countries]
        chosen = self.data.get("country") if self.is_bound else None
        # A number without + has the habits of the chosen country, else its code is asked for.
        here = "RU" if get_language() == "ru" else None
        self.fields["phone"].region = chosen if chosen in dict(countries) else here

    def clean(self):
        cleaned = super().clean()
        given = [name for name in ("email", "phone") if cleaned.get(name) or name in self.errors]
        if not given:
            self.add_error(
                "email",
                ValidationError(
                    _("Enter an email address or a phone number"), code="contact_missing"
                ),
            )
        return cleaned
