from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from districts.figure_field import FigureField
from districts.models import Park
from leads.public import choices
from leads.public.understanding import EXTRAS, Understood

NOT_SAID = ("", _("not said"))
YES_NO = (NOT_SAID, ("yes", _("needed")), ("no", _("not needed")))
HAZARD_CLASSES = (
    NOT_SAID,
    ("1", _("1, the most dangerous")),
    *((str(number), str(number)) for number in (2, 3, 4)),
    ("5", _("5, the least dangerous")),
)
LABELS = {
    "building_m2": _("Building, m²"),
    "sewage_m3d": _("Sewage, m³/day"),
    "highway": _("Federal highway"),
    "airport": _("Airport"),
    "kinds": _("Kind of site"),
    "start_year": _("Start in"),
}


# Purposes apart: each has a document of its own and a box that nobody ticked beforehand.
CONSENTS = {
    "consent": ("processing", _("I consent to the processing of my personal data")),
    "mailing": ("mailing", _("I also want news of sites and events by e-mail")),
}


class SeveralField(forms.MultipleChoiceField):
    """Boxes for a few of many codes: those shown were understood, any of `known` is accepted."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs):
        super().__init__(required=False, **kwargs)
        self.known = {}

    def offer(self, known, shown) -> None:
        self.known = dict(known)
        codes = dict.fromkeys(code for code in shown if code in self.known)
        self.choices = [(code, self.known[code]) for code in codes]

    def valid_value(self, value):
        return value in self.known


def _yes_no(label):
    return forms.TypedChoiceField(
        label=label,
        required=False,
        choices=YES_NO,
        coerce=lambda answer: answer == "yes",
        empty_value=None,
    )


def _one_more(label):
    return forms.ChoiceField(label=label, required=False)


class CheckForm(forms.Form):
    """What was understood, for correction; the language of the answer; the consent."""

    SEVERAL = ("industries", "districts_wanted", "districts_excluded", "also")
    MORE = {
        "industries": "industry_more",
        "districts_wanted": "wanted_more",
        "districts_excluded": "excluded_more",
    }
    RANGES = ("land_ha", "jobs")

    industries = SeveralField(label=_("Industries"))
    industry_more = _one_more(_("Add an industry"))
    land_ha_min = FigureField(label=_("Land from, ha"), required=False, at_most=1e6)
    land_ha_max = FigureField(label=_("Land to, ha"), required=False, at_most=1e6)
    power_mw = FigureField(label=_("Power, MW"), required=False, at_most=1e5)
    gas = _yes_no(_("Gas"))
    gas_m3h = FigureField(label=_("Gas, m³/h"), required=False)
    water_m3d = FigureField(label=_("Water, m³/day"), required=False)
    rail = _yes_no(_("Railway"))
    port = _yes_no(_("Sea port"))
    hazard_class = forms.TypedChoiceField(
        label=_("Hazard class"),
        required=False,
        choices=HAZARD_CLASSES,
        coerce=int,
        empty_value=None,
    )
    jobs_min = FigureField(label=_("Jobs from"), required=False, whole=True)
    jobs_max = FigureField(label=_("Jobs to"), required=False, whole=True)
    capex_mln_rub = FigureField(label=_("Investment, mln ₽"), required=False)
    districts_wanted = SeveralField(label=_("Wanted districts"))
    wanted_more = _one_more(_("Add a wanted district"))
    districts_excluded = SeveralField(label=_("Districts that do not suit"))
    excluded_more = _one_more(_("Add a district that does not suit"))
    also = forms.MultipleChoiceField(
        label=_("Also understood"), required=False, widget=forms.CheckboxSelectMultiple
    )
    language = forms.ChoiceField(
        label=_("Language of the answer"),
        choices=choices.BOTH_LANGUAGES,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the language of the answer")},
    )
    consent_version = forms.CharField(widget=forms.HiddenInput, required=False)
    consent = forms.BooleanField(
        error_messages={
            "required": _("Tick the consent: without it we may not keep your name and address")
        }
    )

    mailing = forms.BooleanField(required=False)

    def __init__(self, *args, understood: Understood, version: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.version = version
        need = understood.need
        industries, districts = choices.industries(), choices.districts()
        guesses = (*need.industries, *understood.reading.need.industries)
        self._offer("industries", industries, [guess.code for guess in guesses])
        self._offer("districts_wanted", districts, need.districts_wanted)
        self._offer("districts_excluded", districts, need.districts_excluded)
        self.fields["also"].choices = [
            (name, f"{LABELS[name]}: {_shown(getattr(need, name))}")
            for name in EXTRAS
            if getattr(need, name)
        ]
        for name, (purpose, words) in CONSENTS.items():
            self.fields[name].label = _consent_label(purpose, words)

    def _offer(self, name, known, understood) -> None:
        kept = self.data.getlist(name) if self.is_bound else self.initial.get(name) or ()
        self.fields[name].offer(known, [*understood, *kept])
        if not self.fields[name].choices:
            self.fields[name].widget = forms.MultipleHiddenInput()
        self.fields[self.MORE[name]].choices = [("", _("Choose from the list")), *known]

    def clean(self):
        cleaned = super().clean()
        for name, more in self.MORE.items():
            added = [cleaned[more]] if cleaned.get(more) else []
            cleaned[name] = list(dict.fromkeys([*cleaned.get(name, []), *added]))
        for name in self.RANGES:
            least, most = cleaned.get(f"{name}_min"), cleaned.get(f"{name}_max")
            if least is not None and most is not None and least > most:
                self._refuse(f"{name}_max", _("“To” is less than “from”: swap or correct them"))
        both = set(cleaned["districts_wanted"]) & set(cleaned["districts_excluded"])
        if both:
            names = ", ".join(self.fields["districts_wanted"].known[code] for code in sorted(both))
            words = _("Wanted and unsuitable at once: %(names)s. Untick one of them")
            self._refuse("excluded_more", words % {"names": names})
        if cleaned.get("gas") is False and cleaned.get("gas_m3h"):
            self._refuse("gas", _("Gas is not needed, yet a volume is given: correct one of them"))
        if cleaned.get("consent") and cleaned["consent_version"] != self.version:
            words = _("The consent document has changed. Read it again and confirm")
            self._refuse("consent", words)
        return cleaned

    def _refuse(self, name, words) -> None:
        self.add_error(name, ValidationError(words, code="contradiction"))


def understood_answers(need) -> dict:
    """The answers of the last page as they follow from what was understood."""
    yes_no = {True: "yes", False: "no", None: ""}
    return {
        "industries": [guess.code for guess in need.industries],
        "land_ha_min": need.land_ha.min,
        "land_ha_max": need.land_ha.max,
        "jobs_min": need.jobs.min,
        "jobs_max": need.jobs.max,
        **{name: yes_no[getattr(need, name)] for name in ("gas", "rail", "port")},
        **{
            name: getattr(need, name)
            for name in ("power_mw", "gas_m3h", "water_m3d", "hazard_class", "capex_mln_rub")
        },
        "districts_wanted": list(need.districts_wanted),
        "districts_excluded": list(need.districts_excluded),
        "also": [name for name in EXTRAS if getattr(need, name)],
    }


def _shown(value) -> str:
    """A figure, a range, a yes, kinds of sites, in words."""
    if value is True:
        return str(_("needed"))
    if isinstance(value, tuple):
        kinds = dict(Park.Kind.choices)
        return ", ".join(str(kinds.get(kind, kind)) for kind in value)
    if hasattr(value, "min"):
        ends = dict.fromkeys(end for end in (value.min, value.max) if end is not None)
        return "–".join(FigureField().prepare_value(end) for end in ends)
    return str(value) if isinstance(value, int) else FigureField().prepare_value(value)


def _consent_label(purpose, words):
    return format_html(
        '{} (<a href="{}" target="_blank" rel="noopener">{}</a>)',
        words,
        reverse("public:consent", args=[purpose]),
        _("consent document, opens in a new tab"),
    )
