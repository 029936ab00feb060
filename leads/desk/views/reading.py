"""What was understood and what fits, while the text is typed."""

from dataclasses import dataclass

from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from districts.findings import asked_lines, line
from districts.land import current_land
from districts.matching.need import Bounds, Need
from districts.matching.reading import read
from districts.models import Park
from leads.access import roles
from leads.desk.forms import CallForm
from leads.desk.need import figures
from leads.plain_text import TEXT_AT_MOST, HoldsNul, clean_text

PLACES = 3
EXCLUDED = 20
GUESSES = 3


@dataclass(frozen=True)
class Echo:
    """What stands under a field: as it was understood, or from the words and to be accepted."""

    name: str
    bounds: Bounds | None = None
    unit: str = ""
    words: str = ""
    accept: str = ""
    problem: str = ""


@require_POST
@roles("operator", "head")
def reading(request):
    """Fragment: what was understood from the form, and what fits it; nothing is stored."""
    return render(request, "desk/_reading.html", understood(request.POST, request.user))


def understood(given, user) -> dict:
    try:
        text = clean_text((given.get("text") or "")[:TEXT_AT_MOST])
    except HoldsNul:
        text = ""
    form = CallForm(given, user=user)
    typed, problems = _cleaned(form, given)
    if not text and not typed:
        return {"echoes": list(_problems(problems))}
    found = read(text)
    land, need = current_land(), figures(found, typed)
    echoes = [*_typed(form, typed), *_problems(problems), *_suggested(form, found, typed, land)]
    return {"found": found, "need": need, "echoes": echoes, **_fits(need, land)}


def _fits(need: Need, land) -> dict:
    """Three places at most, disqualifiers first, and why the others are out."""
    ranking = land.rank(need, on=timezone.localdate())
    shown = (ranking.parks or ranking.near)[:PLACES]
    parks = Park.objects.select_related("district").in_bulk([place.id for place in shown])
    told = [
        (place.id, asked_lines((finding.to_json() for finding in place.findings), land))
        for place in shown
    ]
    excluded = ranking.excluded if need != Need() else ()
    return {
        "industries": [land.name(guess.code) for guess in need.industries],
        "wanted": [land.name(district) for district in need.districts_wanted],
        "excluded": [land.name(district) for district in need.districts_excluded],
        "places": [(parks[key], lines) for key, lines in told if lines],
        "near": not ranking.parks,
        "sure": any(one.state == "met" for _, lines in told for one in lines),
        "out": [line(one.to_json(), land) for one in excluded[:EXCLUDED]],
        "out_count": len(excluded),
    }


def _cleaned(form: CallForm, given) -> tuple[dict, dict]:
    """The fields of figures as far as they can be read, and what is wrong with the others."""
    typed, problems = {}, {}
    for name in ("capex", "land", "power"):
        field = form.fields[name]
        try:
            if value := field.clean(given.get(name) or ""):
                typed[name] = value
        except field.Problem as problem:
            problems[name] = problem.message
    typed |= {name: given[name] for name in ("industry", "gas") if given.get(name)}
    return typed, problems


def _typed(form, typed):
    for name in ("capex", "land", "power"):
        if name in typed:
            yield Echo(name, typed[name], form.fields[name].unit)


def _problems(problems):
    return (Echo(name, problem=words) for name, words in problems.items())


def _suggested(form, found, typed, land):
    """What the words say for a field that is empty; the operator's own choice counts before it."""
    need, told = found.need, {}
    if need.land_ha:
        told["land"] = need.land_ha
    for name, value in (("power", need.power_mw), ("capex", need.capex_mln_rub)):
        if value is not None:
            told[name] = Bounds(value, value)
    for name, bounds in told.items():
        if name not in typed:
            unit = form.fields[name].unit
            yield Echo(name, bounds, unit, accept=_written(bounds, unit))
    if need.gas is not None and "gas" not in typed:
        words = _("needed") if need.gas else _("not needed")
        yield Echo("gas", words=words, accept="yes" if need.gas else "no")
    if "industry" not in typed:
        for guess in need.industries[:GUESSES]:
            yield Echo("industry", words=land.name(guess.code), accept=guess.code)


def _written(bounds: Bounds, unit) -> str:
    """As an operator would type it."""
    ends = [f"{end:g}" for end in dict.fromkeys((bounds.min, bounds.max)) if end is not None]
    if bounds.min is None or bounds.max is None:
        return f"{'до' if bounds.min is None else 'от'} {ends[0]} {unit}"
    return f"{'-'.join(ends)} {unit}"
