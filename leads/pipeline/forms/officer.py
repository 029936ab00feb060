"""An officer as routing knows him, his leave, a team's hours, and a day that differs."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Field, Fieldset, Layout
from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from leads.fields import PlainLineField
from leads.models import Officer, Schedule

from .action import ActionForm
from .days import TypedDayField
from .hours import DAYS, HoursField, week_fields, week_initial, week_of
from .routing import LANGUAGES, PICKS, PickField, staff

MOST_INQUIRIES, MOST_WEIGHT = 1000, 20
_HOURS_HINT = _("Hours like 9-13, 14-18; all seven blank: the hours of the team.")


class OfficerForm(ActionForm):
    on_duty = forms.BooleanField(label=_("Takes new inquiries"), required=False)
    languages = forms.MultipleChoiceField(
        label=_("Languages"),
        choices=LANGUAGES,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick one language at least")},
    )
    capacity = forms.IntegerField(
        label=_("Open inquiries at most"), min_value=0, max_value=MOST_INQUIRIES
    )
    weight = forms.IntegerField(
        label=_("Share of the work"),
        min_value=1,
        max_value=MOST_WEIGHT,
        help_text=_("Who has 2 gets twice as many as who has 1"),
    )
    schedule = forms.ModelChoiceField(
        Schedule.objects.order_by("-is_office", "name"),
        label=_("Team"),
        required=False,
        empty_label=_("The office"),
    )
    holidays_off = forms.BooleanField(
        label=_("Public holidays are days off"),
        required=False,
        help_text=_("Without the tick the hours hold on every day of the year"),
    )
    industries = PickField(label=_("Industries"), help_text=_("None ticked: any"))
    districts = PickField(label=_("Districts"), help_text=_("None ticked: any"))

    def __init__(self, officer, names, *args, week=None, **kwargs):
        initial = {name: getattr(officer, name) for name in _PLAIN} | week_initial(week)
        initial["schedule"] = officer.schedule_id
        for name in ("industries", "districts"):
            initial[name] = list(getattr(officer, name).values_list("pk", flat=True))
        super().__init__(*args, initial=initial, **kwargs)
        self.fields |= week_fields()
        self.fields["industries"].choices = list(names.industries.items())
        self.fields["districts"].choices = list(names.districts.items())

    def changes(self) -> dict:
        """What the verb takes."""
        given = self.cleaned_data
        lists = {name: given[name] for name in ("industries", "districts")}
        plain = {name: given[name] for name in (*_PLAIN, "schedule")}
        return plain | lists | {"week": week_of(given)}

    @property
    def helper(self) -> FormHelper:
        helper = super().helper
        helper.layout = Layout(
            "on_duty",
            Field("languages", wrapper_class=PICKS),
            Div("capacity", "weight", css_class="fields"),
            Fieldset(
                _("Hours"),
                Field("schedule", wrapper_class="medium"),
                "holidays_off",
                HTML(format_html('<p class="hint">{}</p>', _HOURS_HINT)),
                Div(*DAYS, css_class="weights"),
            ),
            Field("industries", wrapper_class=PICKS),
            Field("districts", wrapper_class=PICKS),
        )
        return helper


_PLAIN = ("on_duty", "languages", "capacity", "weight", "holidays_off")


class LeaveForm(ActionForm):
    first_on = TypedDayField(
        label=_("First day"), error_messages={"required": _("Say from which day")}
    )
    last_on = TypedDayField(
        label=_("Last day"), error_messages={"required": _("Say until which day")}
    )
    substitute = forms.ChoiceField(
        label=_("Who stands in"),
        required=False,
        help_text=_("Gets the new inquiries and sees the steps that fall due"),
    )

    def __init__(self, officer, *args, **kwargs):
        super().__init__(*args, **kwargs)
        others = [pair for pair in staff() if pair[0] != str(officer.pk)]
        self.fields["substitute"].choices = [("", _("Nobody")), *others]

    def clean(self):
        given = super().clean()
        first, last = given.get("first_on"), given.get("last_on")
        if first and last and last < first:
            self.add_error("last_on", _("The last day comes before the first. Correct one of them"))
        return given

    def leave(self) -> dict:
        """What the verb takes."""
        given = self.cleaned_data
        substitute = given["substitute"] and Officer.objects.get(pk=given["substitute"])
        return given | {"substitute": substitute or None}


class DayForm(ActionForm):
    """A day on which the office, or a team, works other hours or none."""

    wide = True
    day = TypedDayField(label=_("Day"), error_messages={"required": _("Say which day")})
    hours = HoursField(label=_("Hours"), help_text=_("9-13, 14-18; blank: a day off"))
    schedule = forms.ModelChoiceField(
        Schedule.objects.order_by("-is_office", "name"),
        label=_("Whose"),
        required=False,
        empty_label=_("Everybody's"),
    )
    note = PlainLineField(label=_("Why"), at_most=120, required=False)


class ScheduleForm(ActionForm):
    """A team and its week."""

    name = PlainLineField(
        label=_("Team"), at_most=120, error_messages={"required": _("Give the team a name")}
    )

    def __init__(self, schedule, week, *args, **kwargs):
        self.schedule = schedule
        initial = {"name": schedule.name if schedule else ""} | week_initial(week)
        super().__init__(*args, initial=initial, **kwargs)
        self.fields |= week_fields()

    def clean_name(self):
        name = self.cleaned_data["name"]
        others = Schedule.objects.filter(name=name)
        if others.exclude(pk=self.schedule and self.schedule.pk).exists():
            raise forms.ValidationError(_("There is a team of this name. Give another"))
        return name

    def clean(self):
        given = super().clean()
        if not self.errors and not any(week_of(given)):
            raise forms.ValidationError(_("A team works on one day of the week at least"))
        return given

    def week(self):
        return week_of(self.cleaned_data)

    @property
    def helper(self) -> FormHelper:
        helper = super().helper
        helper.layout = Layout(
            Field("name", wrapper_class="medium"), Div(*DAYS, css_class="weights")
        )
        return helper
