"""What an operator types while the caller is on the line: fields in any order, two of them owed."""

from uuid import UUID, uuid4, uuid5

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from leads.desk.amount_field import AmountField
from leads.desk.amounts import CAPEX_MLN, LAND_HA, POWER_MW
from leads.desk.layout import layout
from leads.fields import PhoneField, PlainLineField, PlainTextField, phone_doubt
from leads.models import Call, Contact, Inquiry
from leads.tax_ids import digits, inn_doubt, ogrn_doubt

WITHOUT_INQUIRY = (Call.Outcome.CALL_BACK, Call.Outcome.OFF_TOPIC, Call.Outcome.DROPPED)
# What is typed into the field of the number when the caller hides it.
HIDDEN_WORDS = {"скрыт", "скрытый", "скрыто", "hidden", "crhsn"}
CHANNELS = [
    Inquiry.Channel.PHONE,
    Inquiry.Channel.EMAIL,
    Inquiry.Channel.VISIT,
    Inquiry.Channel.LETTER,
]
GAS = [("", "—"), ("yes", _("Yes, needed")), ("no", _("No, not needed"))]


class CallersNumberField(PhoneField):
    def clean(self, value):
        """A Phone, None when empty, or the word that the number is hidden."""
        hidden = (value or "").strip().lower() in HIDDEN_WORDS
        return self.HIDDEN if hidden else super().clean(value)

    HIDDEN = "hidden"


class KnownContactField(forms.ModelChoiceField):
    """The contact that was picked, or None for a new one; one merged meanwhile leads to the other.

    Only the one that was picked is fetched, never a list of contacts.
    """

    def __init__(self, **kwargs):
        super().__init__(
            queryset=Contact.objects.none(), required=False, widget=forms.HiddenInput, **kwargs
        )

    def clean(self, value):
        if str(value or "").isdigit():
            known = Contact.objects.select_related("merged_into__investor", "investor")
            self.queryset = known.filter(pk=int(str(value)[:18]))
        found = super().clean("" if value == "new" else value)
        return found and (found.merged_into or found)


class CallForm(forms.Form):
    """A call, or an e-mail, visit or letter logged by hand. Cleans; the view hands it to flow."""

    request_key = forms.UUIDField(required=False, initial=uuid4, widget=forms.HiddenInput)
    call = forms.ModelChoiceField(
        queryset=Call.objects.none(), required=False, widget=forms.HiddenInput
    )
    phone = CallersNumberField(label=_("Phone"), required=False)
    contact = KnownContactField()
    name = PlainLineField(label=_("Full name"), required=False)
    company = PlainLineField(label=_("Company"), required=False)
    industry = forms.ChoiceField(label=_("Industry"), required=False)
    capex = AmountField(
        label=_("Investment"), units=CAPEX_MLN, at_most=1e7, unit=_("mln ₽"), example="250 млн"
    )
    land = AmountField(label=_("Land"), units=LAND_HA, at_most=1e5, unit=_("ha"), example="5 га")
    power = AmountField(
        label=_("Power"), units=POWER_MW, at_most=5e3, unit=_("MW"), example="2 МВт"
    )
    gas = forms.ChoiceField(label=_("Gas"), choices=GAS, required=False)
    text = PlainTextField(
        label=_("What is wanted"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    language = forms.ChoiceField(
        label=_("Language of the answer"),
        choices=[("ru", "Русский"), ("en", "English")],
        initial="ru",
    )
    email = forms.EmailField(label=_("E-mail"), required=False, max_length=254)
    tax_id = PlainLineField(label=_("INN or OGRN"), required=False, at_most=40)
    channel = forms.ChoiceField(
        label=_("How it came in"),
        choices=[(channel.value, channel.label) for channel in CHANNELS],
        initial=Inquiry.Channel.PHONE,
    )
    hidden = forms.BooleanField(label=_("The number is hidden"), required=False)
    consented = forms.BooleanField(label=_("Agreed by word, script read"), required=False)
    outcome = forms.ChoiceField(
        label=_("Outcome"), choices=Call.Outcome.choices, initial=Call.Outcome.INQUIRY
    )

    def __init__(self, *args, user, industries=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["industry"].choices = [("", "—"), *industries]
        self.fields["call"].queryset = Call.objects.open_to(user)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.hide_optional = True
        self.helper.layout = layout()

    @property
    def opens_inquiry(self) -> bool:
        return self.cleaned_data.get("outcome") not in WITHOUT_INQUIRY

    def clean_request_key(self) -> UUID | None:
        """The same page sent again with the same words is one request; other words are another.

        So a lost answer may be asked for again, and a page that the browser kept may be used anew.
        Whom the page recognised is no word: a caller is known once the lost request has kept him.
        """
        page = self.cleaned_data["request_key"]
        self.page_key = page
        words = [self.data.get(name, "") for name in self.fields if name != "contact"]
        return page and uuid5(page, repr(words))

    def clean(self):
        given = super().clean()
        if given.get("phone") == CallersNumberField.HIDDEN:
            given |= {"phone": None, "hidden": True}
        by_phone = given.get("channel") == Inquiry.Channel.PHONE
        phone, hidden = given.get("phone"), given.get("hidden")
        if not self.opens_inquiry:
            self._waive()
        nobody = phone is None and not hidden and "phone" not in self.errors
        owed = self.opens_inquiry or given.get("outcome") == Call.Outcome.CALL_BACK
        if by_phone and nobody and owed:
            self.add_error("phone", _("Enter the number, or tick that it is hidden"))
        if phone is not None and hidden:
            self.add_error("hidden", _("A hidden number has no digits: clear one of the two"))
        if not by_phone and not self.opens_inquiry:
            self.add_error("outcome", _("Only a call can end without an inquiry"))
        if self.opens_inquiry and not given.get("text") and "text" not in self.errors:
            self.add_error("text", _("Write in a few words what is wanted"))
        if not by_phone and not self._can_be_answered(given):
            raise ValidationError(_("Enter an email address or a phone number"), code="no_contact")
        return given

    def _waive(self) -> None:
        """A call off topic or cut off is logged whatever stands in the fields of a project."""
        for name in ("capex", "land", "power", "email", "tax_id", "industry"):
            self.errors.pop(name, None)
        if self.cleaned_data.get("outcome") in (Call.Outcome.OFF_TOPIC, Call.Outcome.DROPPED):
            self.errors.pop("phone", None)

    def _can_be_answered(self, given) -> bool:
        asked = {"phone", "email", "contact"}
        return bool(asked & set(self.errors) or any(given.get(name) for name in asked))

    def tax_ids(self) -> dict[str, str]:
        """INN or OGRN, whichever its length says."""
        number = digits(self.cleaned_data.get("tax_id", ""))
        return {"ogrn" if len(number) in (13, 15) else "inn": number[:15]} if number else {}

    @property
    def doubts(self) -> list:
        """Warnings that never block."""
        given = self.cleaned_data
        found = [phone_doubt(given.get("phone")), tax_doubt(given.get("tax_id", ""))]
        if given.get("hidden") and not given.get("email") and self.opens_inquiry:
            found.append(_("There is no way to reach the caller: nobody can keep the promise."))
        return [doubt for doubt in found if doubt]


def tax_doubt(typed: str):
    """A warning about an INN or OGRN that never blocks, or ""."""
    number = digits(typed)
    if not number:
        return ""
    doubt = (ogrn_doubt if len(number) > 12 else inn_doubt)(number)
    if doubt == "length":
        return _("INN has 10 or 12 digits, OGRN 13 or 15; here there are %(n)s.") % {
            "n": len(number)
        }
    return _("The check digit does not agree. Ask for the number once more.") if doubt else ""
