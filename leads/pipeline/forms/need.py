"""The need, corrected by hand: every figure may be unknown, and unknown is never no."""

from django import forms
from django.utils.translation import gettext_lazy as _

from districts.figure_field import FigureField
from districts.matching.need import Bounds, IndustryGuess, Need
from districts.models import Park
from leads.need_words import AMOUNTS, FLAGS, RANGES, named

from .merging import MergingForm

YES_NO = [("", _("Not mentioned")), ("yes", _("Needed")), ("no", _("Not needed"))]
WHOLE = {"jobs", "start_year", "hazard_class"}
MOST = {"start_year": 2100, "hazard_class": 5}
PLACES = ("industries", "kinds", "districts_wanted", "districts_excluded")


class _ManyField(forms.MultipleChoiceField):
    def __init__(self, **kwargs):
        super().__init__(
            required=False,
            widget=forms.SelectMultiple(attrs={"size": 6}),
            help_text=_("Several: hold Ctrl"),
            **kwargs,
        )


class NeedForm(MergingForm):
    wide = True
    industries = _ManyField(label=_("Industries"))
    kinds = _ManyField(label=_("Kind of site"), choices=Park.Kind.choices)
    districts_wanted = _ManyField(label=_("Districts wanted"))
    districts_excluded = _ManyField(label=_("Districts ruled out"))

    def __init__(self, figures: Need, names, *args, **kwargs):
        self.figures = figures
        super().__init__(*args, initial=_initial(figures), **kwargs)
        self.fields["industries"].choices = list(names.industries.items())
        for name in ("districts_wanted", "districts_excluded"):
            self.fields[name].choices = list(names.districts.items())
        for name in RANGES:
            for end, word in (("min", _("%(what)s, from")), ("max", _("%(what)s, to"))):
                self.fields[f"{name}_{end}"] = _figure(name, word % {"what": named(name)})
        for name in AMOUNTS:
            self.fields[name] = _figure(name, named(name))
        for name in FLAGS:
            self.fields[name] = forms.ChoiceField(label=named(name), choices=YES_NO, required=False)
        self.remember()

    def clean(self):
        given = super().clean()
        for name in RANGES:
            low, high = given.get(f"{name}_min"), given.get(f"{name}_max")
            if low is not None and high is not None and low > high:
                self.add_error(f"{name}_max", _("“To” is less than “from”. Swap or correct them"))
        if given.get("hazard_class") == 0:
            self.add_error("hazard_class", _("Enter a class from 1 to 5"))
        both = set(given.get("districts_wanted", ())) & set(given.get("districts_excluded", ()))
        if both:
            self.add_error(
                "districts_excluded", _("A district cannot be wanted and ruled out at once")
            )
        return given

    def need(self) -> Need:
        """The figures as corrected; parks that the investor named stay as they were."""
        given = self.cleaned_data
        figures = {name: given[name] for name in AMOUNTS}
        for name in ("start_year", "hazard_class"):
            figures[name] = None if figures[name] is None else int(figures[name])
        return Need(
            industries=tuple(IndustryGuess(code, 1.0) for code in given["industries"]),
            **{name: Bounds(given[f"{name}_min"], given[f"{name}_max"]) for name in RANGES},
            **{name: {"yes": True, "no": False}.get(given[name]) for name in FLAGS},
            **{name: tuple(given[name]) for name in PLACES[1:]},
            **figures,
            parks_wanted=self.figures.parks_wanted,
        )


def _figure(name, label):
    return FigureField(
        label=label, required=False, whole=name in WHOLE, at_most=MOST.get(name, 1e9)
    )


def _initial(figures: Need) -> dict:
    initial = {name: list(getattr(figures, name)) for name in PLACES[1:]}
    initial["industries"] = [guess.code for guess in figures.industries]
    for name in RANGES:
        initial[f"{name}_min"] = getattr(figures, name).min
        initial[f"{name}_max"] = getattr(figures, name).max
    for name in AMOUNTS:
        initial[name] = getattr(figures, name)
    for name in FLAGS:
        initial[name] = {True: "yes", False: "no", None: ""}[getattr(figures, name)]
    return initial
