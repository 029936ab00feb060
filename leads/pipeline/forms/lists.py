"""The filters of the pipeline, which stand in the URL, and its search, which never does."""

from crispy_forms.helper import FormHelper
from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from leads.fields import PlainLineField
from leads.models import OPEN_STAGES, Stage
from leads.phones import digits_for_search

SHORTEST = 3


class FilterForm(forms.Form):
    """Fields that are wrong are left out of `cleaned_data`; the rest still filter."""

    stage = forms.ChoiceField(label=pgettext_lazy("inquiry", "Stage"), required=False)
    officer = forms.ChoiceField(label=_("Officer"), required=False)
    industry = forms.ChoiceField(label=_("Industry"), required=False)
    district = forms.ChoiceField(label=_("District"), required=False)
    overdue = forms.BooleanField(label=_("Overdue"), required=False)
    unassigned = forms.BooleanField(label=_("Nobody's"), required=False)
    closed = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, names, **kwargs):
        super().__init__(*args, **kwargs, use_required_attribute=False)
        self.helper = FormHelper()
        self.helper.form_method, self.helper.form_tag = "get", False
        anyone = [("", _("Any"))]
        closed = [(stage.value, stage.label) for stage in (Stage.WON, Stage.LOST)]
        opened = [(stage.value, stage.label) for stage in Stage if stage in OPEN_STAGES]
        self.fields["stage"].choices = anyone + (closed if self.data.get("closed") else opened)
        self.fields["officer"].choices = [*anyone, *names.officers.items()]
        self.fields["industry"].choices = [*anyone, *names.industries.items()]
        self.fields["district"].choices = [*anyone, *names.districts.items()]

    def narrow(self, rows, *, at):
        """The rows that every sound filter lets through."""
        self.is_valid()
        wanted = {name: value for name, value in self.cleaned_data.items() if value}
        rows = rows.closed().admitted() if "closed" in wanted else rows.open()
        columns = {"industry": "main_industry", "district": "main_district"}
        for name in ("stage", "officer", "industry", "district"):
            if name in wanted:
                rows = rows.filter(**{columns.get(name, name): wanted[name]})
        if "overdue" in wanted:
            rows = rows.overdue(at)
        return rows.filter(officer=None) if "unassigned" in wanted else rows


class SearchForm(forms.Form):
    text = PlainLineField(
        label=_("Number, phone, name or company"),
        error_messages={"required": _("Type at least three characters")},
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs, use_required_attribute=False)

    def clean_text(self):
        text = self.cleaned_data["text"]
        if len(text) < SHORTEST:
            raise forms.ValidationError(_("Type at least three characters"), code="too_short")
        return text

    def words(self) -> list[str]:
        """The text as typed, and its digits as they may stand in a stored phone number."""
        text = self.cleaned_data["text"]
        digits = () if any(one.isalpha() for one in text) else digits_for_search(text)
        return [text, *(one for one in digits if len(one) >= SHORTEST)]
