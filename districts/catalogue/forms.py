"""The filters of the parks. They stand in the address alone; what is wrong filters nothing."""

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.utils.translation import gettext_lazy as _

from districts.figure_field import FigureField
from districts.land import Land

MOST_HA, MOST_MW = 1e6, 1e5
HAZARD_CLASSES = [(str(number), str(number)) for number in range(1, 6)]


def _select(label, refusal, **kwargs):
    refused = {"invalid_choice": refusal}
    return {"label": label, "required": False, "error_messages": refused, **kwargs}


class ParkFilter(forms.Form):
    """What a visitor asks of a park; the engine does the rest."""

    use_required_attribute = False
    land = FigureField(
        label=_("Land from, ha"),
        required=False,
        at_most=MOST_HA,
        error_messages={
            "figure": _("Give the hectares as a number of zero or more, for example 1.5")
        },
    )
    power = FigureField(
        label=_("Power from, MW"),
        required=False,
        at_most=MOST_MW,
        error_messages={
            "figure": _("Give the megawatts as a number of zero or more, for example 1.5")
        },
    )
    hazard = forms.TypedChoiceField(
        **_select(
            _("Hazard class"),
            _("Hazard classes are 1 to 5. Choose one of the list"),
            coerce=int,
            choices=[("", _("Not set")), *HAZARD_CLASSES],
        )
    )
    industry = forms.ChoiceField(
        **_select(_("Industry"), _("There is no such industry. Choose one of the list"))
    )
    district = forms.ChoiceField(
        **_select(_("District"), _("There is no such district. Choose one of the list"))
    )
    gas = forms.BooleanField(label=_("Gas"), required=False)
    rail = forms.BooleanField(label=_("Railway"), required=False)
    port = forms.BooleanField(label=_("Sea port"), required=False)

    def __init__(self, *args, land: Land, **kwargs):
        super().__init__(*args, **kwargs)
        for name, ids in (
            ("industry", land.snapshot.industries),
            ("district", land.snapshot.districts.ids),
        ):
            named = sorted(((one, land.name(one)) for one in ids), key=_by_name)
            self.fields[name].choices = [("", _("Not set")), *named]

    def asked(self) -> dict[str, Any]:
        """What was given, in the order of the bar; nothing where any of it is wrong."""
        if not self.is_valid():
            return {}
        return {name: value for name, value in self.cleaned_data.items() if value}

    def said(self, name: str) -> str:
        """A filter with its value, as the bar shows them."""
        bound, value = self[name], self.cleaned_data[name]
        if isinstance(bound.field, forms.BooleanField):
            return str(bound.label)
        if isinstance(bound.field, forms.ChoiceField):
            value = dict(bound.field.choices)[str(value)]
        return f"{bound.label}: {bound.field.prepare_value(value)}"

    def without(self, name: str) -> str:
        """The address with one filter dropped and all else kept."""
        rest = self.data.copy()
        rest.pop(name, None)
        return f"?{rest.urlencode()}"

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_method, helper.form_tag = "get", False
        return helper


def _by_name(choice: tuple[str, str]) -> str:
    return choice[1].casefold().replace("ё", "е")
