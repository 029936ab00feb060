"""One cell of the table: a figure or a day, drawn from the inquiry as its editor saw it."""

from dataclasses import replace

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from districts.figure_field import FigureField

from .days import TypedDayField, due_on


class AmountForm(forms.Form):
    """`was` is the amount that its editor saw: another's is never overwritten unseen."""

    use_required_attribute = False
    value = FigureField(label=_("Investment, mln ₽"), required=False, at_most=1e9)
    was = forms.FloatField(required=False, widget=forms.HiddenInput)

    def __init__(self, inquiry, *args):
        self.inquiry = inquiry
        amount = inquiry.capex_mln_rub
        super().__init__(*args, initial={"value": amount, "was": amount})

    def clean(self):
        given, now = super().clean(), self.inquiry.capex_mln_rub
        if now not in (given.get("was"), given.get("value")):
            self.data = self.data.copy()
            self.data["was"] = "" if now is None else str(now)
            said = _("Changed meanwhile: %(stands)s stands there. Enter once more keeps yours")
            self.add_error(
                "value", said % {"stands": self.fields["value"].prepare_value(now) or "—"}
            )
        return given

    def need(self):
        return replace(self.inquiry.need.figures(), capex_mln_rub=self.cleaned_data["value"])


class DueForm(forms.Form):
    use_required_attribute = False
    value = TypedDayField(
        label=_("Day of the next step"),
        help_text="",
        error_messages={"required": _("Say by which day")},
    )

    def __init__(self, inquiry, *args):
        due = inquiry.next_due_at
        shown = date_format(timezone.localtime(due), "d.m.Y") if due else ""
        super().__init__(*args, initial={"value": shown})

    def due_at(self):
        return due_on(self.cleaned_data["value"])
