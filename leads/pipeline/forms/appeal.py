"""What is done with an appeal under 59-FZ: marked, registered, extended, forwarded, answered."""

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from leads.fields import PlainLineField
from leads.models import EXTENDED_AT_MOST, Appeal

from .action import ActionForm
from .days import PastDayField
from .letter import TO

LETTER, PAPER = "letter", "paper"


class MarkForm(ActionForm):
    received_on = PastDayField(
        label=_("Came on"),
        error_messages={"required": _("Say on which day it came")},
    )

    @classmethod
    def of(cls, inquiry, data):
        came = timezone.localdate(inquiry.opened_at)
        return cls(data, initial={"received_on": shown(came)})


class RegisterForm(ActionForm):
    number = PlainLineField(
        label=_("Registration number"),
        at_most=40,
        error_messages={"required": _("Enter the number of the register")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    registered_on = PastDayField(
        label=_("Registered on"),
        initial=_("today"),
        error_messages={"required": _("Say on which day it was registered")},
    )
    to_forward = forms.BooleanField(
        label=_("Another body is competent"),
        help_text=_("It must be forwarded within 7 days, and the applicant told"),
        required=False,
    )

    def __init__(self, appeal, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.appeal = appeal

    def clean_registered_on(self):
        day = self.cleaned_data["registered_on"]
        if day < self.appeal.received_on:
            came = {"day": shown(self.appeal.received_on)}
            raise forms.ValidationError(
                _("It came on %(day)s. Enter that day or a later one") % came
            )
        return day


class NoticeForm(ActionForm):
    """The applicant is told by letter, or has been on paper."""

    told = forms.ChoiceField(
        label=_("How the applicant is told"),
        choices=[
            (LETTER, _("by a letter from here, which goes in 10 seconds")),
            (PAPER, _("on paper, which has gone already")),
        ],
        widget=forms.RadioSelect,
        initial=LETTER,
        error_messages={"required": _("Say how the applicant is told")},
    )
    to = forms.EmailField(
        label=TO.label, required=False, max_length=254, error_messages=TO.error_messages,
        widget=TO.widget, help_text=_("Only for a letter"),
    )  # fmt: skip
    on = PastDayField(label=_("Went on"), required=False, initial=_("today"))

    def __init__(self, appeal, *args, **kwargs):
        kwargs.setdefault("initial", {"to": appeal.inquiry.contact.last_address()})
        super().__init__(*args, **kwargs)
        self.order_fields([name for name in self.fields if name not in ("told", "to", "on")])

    def clean(self):
        given = super().clean()
        if given.get("told") == LETTER and not given.get("to") and "to" not in self.errors:
            self.add_error("to", TO.error_messages["required"])
        if given.get("told") == PAPER and not given.get("on") and "on" not in self.errors:
            self.add_error("on", _("Say on which day it went"))
        return given

    @property
    def on_paper(self) -> bool:
        return self.cleaned_data["told"] == PAPER


class ExtendForm(NoticeForm):
    days = forms.IntegerField(
        label=_("Days more"),
        initial=EXTENDED_AT_MOST,
        min_value=1,
        max_value=EXTENDED_AT_MOST,
        help_text=_("Calendar days, 30 at most, and only once"),
        error_messages={
            "required": _("Enter a number"),
            "invalid": _("Enter a whole number"),
            "min_value": _("At least 1"),
            "max_value": _("The law allows 30 days at most"),
        },
    )
    reason = forms.ChoiceField(
        label=_("Reason"),
        choices=Appeal.Reason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the reason: the applicant reads it")},
    )


class ForwardForm(NoticeForm):
    body = PlainLineField(
        label=_("To which body"),
        error_messages={"required": _("Enter the body that is competent")},
        help_text=_("Its full name, as the applicant reads it"),
    )
    in_part = forms.BooleanField(
        label=_("Only a part of it"),
        help_text=_("The rest is answered here, and its term runs on"),
        required=False,
    )


class PaperForm(ActionForm):
    number = PlainLineField(
        label=_("Outgoing number"), at_most=40, required=False, help_text=_("If it has one")
    )
    on = PastDayField(
        label=_("Went on"),
        initial=_("today"),
        error_messages={"required": _("Say on which day it went")},
    )


def shown(day) -> str:
    return date_format(day, "SHORT_DATE_FORMAT")
