"""How much each criterion counts: one figure a criterion, tried or put in force."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Fieldset, Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from districts.figure_field import FigureField
from districts.findings import LABELS
from districts.matching.rules import DISTRICT_RULES, PARK_RULES
from districts.matching.weights import DEFAULT_WEIGHTS
from leads.fields import PlainLineField

from .action import ActionForm

MOST = 1000
GROUPS = (
    (_("The district"), DISTRICT_RULES),
    (_("The site"), PARK_RULES),
)
TRY, SAVE = "try", "save"


def _weighed(rules) -> list[str]:
    """Of these rules those that add to a score: a place ruled out only refuses."""
    return [rule.__name__ for rule in rules if rule.__name__ in DEFAULT_WEIGHTS.by_criterion]


class WeightsForm(ActionForm):
    """`after` is the set that the page showed: what a colleague saved meanwhile is not undone."""

    after = forms.IntegerField(widget=forms.HiddenInput)
    note = PlainLineField(
        label=_("Why these weights"), required=False, help_text=_("Needed only to save them")
    )

    def __init__(self, current, *args, **kwargs):
        self.current = current
        initial = {"after": current.number} | current.by_criterion
        super().__init__(*args, initial=initial, **kwargs)
        for _group, rules in GROUPS:
            for name in _weighed(rules):
                self.initial.setdefault(name, 0)
                self.fields[name] = FigureField(
                    label=LABELS[name][0],
                    at_most=MOST,
                    error_messages={"required": _("Enter a number; 0 leaves it out of account")},
                )

    @property
    def saves(self) -> bool:
        return self.data.get("do") == SAVE

    def clean(self):
        given = super().clean()
        if self.errors:
            return given
        if not any(self.by_criterion().values()):
            raise forms.ValidationError(_("At least one weight must be above zero"))
        if self.saves and given["after"] != self.current.number:
            self.overtaken()
        elif self.saves and self.by_criterion() == self._in_force():
            raise forms.ValidationError(_("These weights are in force already"))
        elif self.saves and not given["note"]:
            self.add_error("note", _("Say why the weights change"))
        return given

    def by_criterion(self) -> dict[str, float]:
        names = [name for _group, rules in GROUPS for name in _weighed(rules)]
        given = {name: self.cleaned_data[name] for name in names}
        return {name: int(one) if one.is_integer() else one for name, one in given.items()}

    def _in_force(self) -> dict[str, float]:
        return {name: self.initial[name] for name in self.by_criterion()}

    def overtaken(self):
        """Another set was saved first: say so, and let the next press count from that one."""
        self.data = self.data.copy()
        self.data["after"] = self.current.number
        self.add_error(
            None, _("A colleague saved other weights meanwhile. Compare, and save again if right")
        )

    @property
    def helper(self) -> FormHelper:
        helper = super().helper
        groups = [
            Fieldset(legend, Div(*_weighed(rules), css_class="weights")) for legend, rules in GROUPS
        ]
        helper.layout = Layout("after", *groups, "note")
        return helper
