"""How long each promise may take: a figure and its unit a term."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Fieldset, Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from leads.models import Term
from leads.models.term import DEFAULTS

from .action import ActionForm

MOST = 400
Unit = Term.Unit
COUNTED = (Unit.MINUTES, Unit.HOURS, Unit.DAYS, Unit.CALENDAR_DAYS)
AFTERWARDS = (Unit.DAYS, Unit.CALENDAR_DAYS, Unit.MONTHS)
# What the law allows at most; an agency may ask more of itself, not less.
OF_LAW = {code: DEFAULTS[code].amount for code in ("registration", "forwarding", "statutory")}
# What stands together, and the units that make sense there.
GROUPS = (
    (
        _("Answers to the investor"),
        COUNTED,
        ("answer", "first_contact", "substantive_reply", "consultation", "help", "call_back"),
    ),
    (_("Districts"), COUNTED, ("district_reply",)),
    (_("Next steps"), COUNTED, ("step", "check_in", "retry_1", "retry_2", "retry_3")),
    (_("After a won inquiry"), AFTERWARDS, ("aftercare_1", "aftercare_2", "aftercare_3")),
    (
        _("Appeals under 59-FZ"),
        (Unit.CALENDAR_DAYS,),
        ("registration", "forwarding", "statutory"),
    ),
    (_("Warnings"), (Unit.PERCENT,), ("warn_1", "warn_2")),
    (_("Escalation"), COUNTED, ("cool_down",)),
)


class TermsForm(ActionForm):
    def __init__(self, terms: dict[str, Term], *args, **kwargs):
        self.terms = terms
        super().__init__(*args, **kwargs)
        for _group, units, codes in GROUPS:
            for code in codes:
                self._offer(terms[code], units)

    def _offer(self, term, units):
        self.fields[f"{term.code}-amount"] = forms.IntegerField(
            label=term.get_code_display(),
            min_value=1,
            max_value=100 if term.unit == Unit.PERCENT else OF_LAW.get(term.code, MOST),
            initial=term.amount,
            error_messages={
                "required": _("Enter a number"),
                "invalid": _("Enter a whole number"),
                "min_value": _("At least 1"),
                "max_value": _("At most %(limit_value)s"),
            },
        )
        self.fields[f"{term.code}-unit"] = forms.ChoiceField(
            label=_("Unit: %(term)s") % {"term": term.get_code_display()},
            choices=[(unit.value, unit.label) for unit in units],
            initial=term.unit,
        )

    def clean(self):
        given = super().clean()
        first, second = given.get("warn_1-amount"), given.get("warn_2-amount")
        if first and second and first >= second:
            self.add_error("warn_2-amount", _("The second warning comes after the first"))
        return given

    def changed_terms(self):
        """(term, amount, unit) of those that differ."""
        for code, term in self.terms.items():
            amount, unit = self.cleaned_data[f"{code}-amount"], self.cleaned_data[f"{code}-unit"]
            if (amount, unit) != (term.amount, term.unit):
                yield term, amount, unit

    @property
    def helper(self) -> FormHelper:
        helper = super().helper
        helper.layout = Layout(
            *(
                Fieldset(
                    legend,
                    *(Div(f"{code}-amount", f"{code}-unit", css_class="term") for code in codes),
                )
                for legend, _units, codes in GROUPS
            )
        )
        return helper
