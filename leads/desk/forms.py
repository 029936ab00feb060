"""What an operator types while the caller is on the line: fields in any order, two of them owed."""

from uuid import UUID, uuid4, uuid5

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from leads.fields import PhoneField, PlainLineField, PlainTextField, phone_doubt
from leads.models import Call, Contact, Inquiry

WITHOUT_INQUIRY = (Call.Outcome.CALL_BACK, Call.Outcome.OFF_TOPIC, Call.Outcome.DROPPED)
CHANNELS = [
    Inquiry.Channel.PHONE,
    Inquiry.Channel.EMAIL,
    Inquiry.Channel.VISIT,
    Inquiry.Channel.LETTER,
]


class CallForm(forms.Form):
    """A call, or an e-mail, visit or letter logged by hand. Cleans; the view hands it to flow."""

    request_key = forms.UUIDField(required=False, initial=uuid4, widget=forms.HiddenInput)
    channel = forms.ChoiceField(
        label=_("How it came in"),
        choices=[(channel.value, channel.label) for channel in CHANNELS],
        initial=Inquiry.Channel.PHONE,
    )
    phone = PhoneField(label=_("Phone"), required=False)
    hidden = forms.BooleanField(label=_("The number is hidden"), required=False)
    contact = forms.ModelChoiceField(
        queryset=Contact.objects.none(), required=False, widget=forms.HiddenInput
    )
    name = PlainLineField(label=_("Full name"), required=False)
    company = PlainLineField(label=_("Company"), required=False)
    email = forms.EmailField(label=_("E-mail"), required=False, max_length=254)
    text = PlainTextField(
        label=_("What is wanted"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("For example: apple-processing plant, 5 ha, 2 MW, gas, near Dinskaya"),
    )
    language = forms.ChoiceField(
        label=_("Language of the answer"),
        choices=[("ru", "Русский"), ("en", "English")],
        initial="ru",
    )
    outcome = forms.ChoiceField(
        label=_("Outcome"), choices=Call.Outcome.choices, initial=Call.Outcome.INQUIRY
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.hide_optional = True
        self.helper.layout = Layout(
            Div(
                "phone",
                hx_post=reverse_lazy("desk:caller"),
                hx_trigger="input changed delay:300ms from:#id_phone",
                hx_include="#call",
                hx_target="#caller",
            ),
            "hidden",
            Div(
                "text",
                hx_post=reverse_lazy("desk:reading"),
                hx_trigger="input changed delay:400ms from:#id_text",
                hx_include="#id_text",
                hx_target="#reading",
            ),
            Div("name", "company", css_class="field-row"),
            Div("email", "language", css_class="field-row"),
            Div("channel", "outcome", css_class="field-row"),
        )
        # Only the contact that was picked is fetched, never a list of contacts.
        picked = str(self.data.get("contact", ""))
        if picked.isdigit():
            self.fields["contact"].queryset = Contact.objects.filter(pk=int(picked[:18]))

    @property
    def opens_inquiry(self) -> bool:
        return self.cleaned_data.get("outcome") not in WITHOUT_INQUIRY

    def clean_request_key(self) -> UUID | None:
        """The same page sent again with the same words is one request; other words are another.

        So a lost answer may be asked for again, and a page that the browser kept may be used anew.
        """
        page = self.cleaned_data["request_key"]
        return page and uuid5(page, repr([self.data.get(name, "") for name in self.fields]))

    def clean(self):
        given = super().clean()
        by_phone = given.get("channel") == Inquiry.Channel.PHONE
        phone, hidden = given.get("phone"), given.get("hidden")
        if by_phone and phone is None and not hidden and "phone" not in self.errors:
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

    def _can_be_answered(self, given) -> bool:
        asked = {"phone", "email", "contact"}
        return bool(asked & set(self.errors) or any(given.get(name) for name in asked))

    @property
    def doubts(self) -> list:
        """Warnings that never block."""
        given = self.cleaned_data
        found = [phone_doubt(given.get("phone"))]
        if given.get("hidden") and not given.get("email") and self.opens_inquiry:
            found.append(_("There is no way to reach the caller: nobody can keep the promise."))
        return [doubt for doubt in found if doubt]
