"""Routing: a rule, a set of rules, and a need that nobody has sent yet."""

from datetime import datetime, time

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Field, Layout
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from districts.figure_field import FigureField
from leads.fields import PlainLineField
from leads.models import Officer
from leads.models.roster import Wanted

from .action import ActionForm
from .days import TypedDayField

LANGUAGES = (
    ("ru", _("Russian")),
    ("en", _("English")),
    ("de", _("German")),
    ("fr", _("French")),
    ("it", _("Italian")),
    ("tr", _("Turkish")),
    ("ar", _("Arabic")),
    ("zh", _("Chinese")),
)
PICKS = "picks"


class PickField(forms.MultipleChoiceField):
    """Boxes to tick, in a frame that scrolls."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs):
        super().__init__(required=False, **kwargs)


def staff() -> list[tuple[str, str]]:
    """Officers who have not left, by name."""
    rows = Officer.objects.at_work().select_related("user")
    return sorted(((str(one.pk), str(one)) for one in rows), key=lambda pair: pair[1].casefold())


class RuleForm(ActionForm):
    """`version` is the one that the page showed: what a colleague changed is not undone blindly."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    name = PlainLineField(
        label=_("Name"), at_most=120, error_messages={"required": _("Give the rule a name")}
    )
    officers = PickField(label=_("Officers who take it"))
    language = forms.ChoiceField(label=_("Language of the investor"), required=False)
    capex_from_mln_rub = FigureField(label=_("Investment from, mln ₽"), required=False)
    capex_below_mln_rub = FigureField(label=_("Investment below, mln ₽"), required=False)
    industries = PickField(label=_("Industries"), help_text=_("None ticked: any"))
    districts = PickField(label=_("Districts wanted"), help_text=_("None ticked: any"))

    def __init__(self, names, *args, rule=None, **kwargs):
        said = rule.said() | {"version": rule.version} if rule else {}
        super().__init__(*args, initial=said, **kwargs)
        self.rule = rule
        self.fields["officers"].choices = staff()
        self.fields["language"].choices = [("", _("Any")), *LANGUAGES]
        self.fields["industries"].choices = list(names.industries.items())
        self.fields["districts"].choices = list(names.districts.items())

    def clean(self):
        given = super().clean()
        low, high = given.get("capex_from_mln_rub"), given.get("capex_below_mln_rub")
        if low is not None and high is not None and low >= high:
            self.add_error(
                "capex_below_mln_rub", _("“Below” must be more than “from”. Swap or correct them")
            )
        return given

    def given(self) -> dict:
        """What the verbs take."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}

    def overtaken(self):
        """Somebody changed it first: say so, and let the next press count from there."""
        self.rule.refresh_from_db()
        self.data = self.data.copy()
        self.data["version"] = self.rule.version
        self.add_error(
            None, _("A colleague changed this rule meanwhile. Compare, and save again if right")
        )

    @property
    def helper(self) -> FormHelper:
        helper = super().helper
        helper.layout = Layout(
            "version",
            "name",
            Field("officers", wrapper_class=PICKS),
            Div("language", "capex_from_mln_rub", "capex_below_mln_rub", css_class="fields"),
            Field("industries", wrapper_class=PICKS),
            Field("districts", wrapper_class=PICKS),
        )
        return helper


class DraftForm(ActionForm):
    name = PlainLineField(
        label=_("Name of the draft"),
        at_most=120,
        error_messages={"required": _("Give the draft a name")},
    )


class WhyForm(ActionForm):
    """Answered by GET, nothing of it is personal: the address can be sent to a colleague."""

    wide = True
    language = forms.ChoiceField(
        label=_("Language of the investor"), choices=LANGUAGES, initial="ru", required=False
    )
    industry = forms.ChoiceField(label=_("Industry"), required=False)
    district = forms.ChoiceField(label=_("District wanted"), required=False)
    capex = FigureField(label=_("Investment, mln ₽"), required=False)
    known_to = forms.ChoiceField(label=_("Who has this investor's last inquiry"), required=False)
    on = TypedDayField(label=_("Day"), required=False)
    clock = forms.TimeField(
        label=_("Time"),
        required=False,
        input_formats=["%H:%M", "%H.%M", "%H"],
        help_text=_("Blank: now"),
        error_messages={"invalid": _("Write a time like 9:30")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, names, *args, **kwargs):
        super().__init__(*args, **kwargs)
        blank = [("", "—")]
        self.fields["industry"].choices = [*blank, *names.industries.items()]
        self.fields["district"].choices = [*blank, *names.districts.items()]
        self.fields["known_to"].choices = [("", _("Nobody: a new investor")), *staff()]

    def wanted(self) -> Wanted:
        given = self.cleaned_data
        return Wanted(
            industries=frozenset(filter(None, [given["industry"]])),
            districts=frozenset(filter(None, [given["district"]])),
            capex_mln_rub=given["capex"],
            language=given["language"] or "ru",
            known_to=int(given["known_to"]) if given["known_to"] else None,
        )

    def moment(self, now) -> datetime:
        day, clock = self.cleaned_data["on"], self.cleaned_data["clock"]
        if day is None and clock is None:
            return now
        local = timezone.localtime(now)
        when = datetime.combine(day or local.date(), clock or (time(12) if day else local.time()))
        return timezone.make_aware(when)


class QueueForm(ActionForm):
    """Which officer takes an inquiry off the queue."""

    officer = forms.ChoiceField(
        label=_("Officer"),
        error_messages={
            "required": _("Choose an officer"),
            "invalid_choice": _("There is no such officer. Choose one of the list"),
        },
    )

    def __init__(self, *args, officers=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["officer"].choices = [("", "—"), *(staff() if officers is None else officers)]
