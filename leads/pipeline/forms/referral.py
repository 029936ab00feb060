"""What a district answers about an inquiry, or why it sends it back."""

from crispy_forms.bootstrap import AppendedText
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from districts.figure_field import FigureField
from districts.models import Park
from leads.fields import PlainTextField
from leads.models import Referral

from .action import ActionForm


class ReturnForm(ActionForm):
    reason = forms.ChoiceField(
        label=_("Why it goes back"),
        choices=Referral.ReturnReason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Say why it goes back")},
    )
    note = PlainTextField(label=_("In words"), required=False)


class AnswerForm(ActionForm):
    answer = PlainTextField(
        label=_("Your answer"),
        help_text=_("The agency passes it on to the investor"),
        error_messages={"required": _("Write the answer")},
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    parks = forms.ModelMultipleChoiceField(
        Park.objects.none(),
        label=_("Sites of the district that fit"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    land_ha = FigureField(label=_("Free land"), required=False, at_most=100_000)
    power_mw = FigureField(label=_("Free power"), required=False, at_most=10_000)

    def __init__(self, district, *args, **kwargs):
        super().__init__(*args, **kwargs)
        offered = Park.objects.filter(district=district).order_by("pk")
        self.fields["parks"].queryset = offered
        if not offered:
            del self.fields["parks"]

    @property
    def helper(self) -> FormHelper:
        helper = super().helper
        helper.hide_optional = False
        figures = AppendedText("land_ha", _("ha")), AppendedText("power_mw", _("MW"))
        parks = ["parks"] if "parks" in self.fields else []
        helper.layout = Layout("answer", *parks, *figures)
        return helper

    def given(self) -> dict:
        said = dict(self.cleaned_data)
        return said | {"parks": [park.pk for park in said.get("parks") or ()]}
