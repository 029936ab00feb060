"""From the answers of step 1 to figures, and from confirmed figures to what is handed over.

Text is read, people confirm: what was read stands on the last page for correction, and both are
kept.
"""

from dataclasses import dataclass, replace
from typing import Any

from districts.matching.need import Bounds, IndustryGuess, Need
from districts.matching.reading import read

from .choices import CAPEX_AT_LEAST, UNSURE

# Read, and shown to be kept or dropped as they are.
EXTRAS = ("building_m2", "sewage_m3d", "highway", "airport", "kinds", "start_year")
_YES_NO = ("gas", "rail", "port")
_FIGURES = ("power_mw", "gas_m3h", "water_m3d", "capex_mln_rub")
_RANGES = ("land_ha", "jobs")
_PLACES = ("districts_wanted", "districts_excluded")


@dataclass(frozen=True)
class Understood:
    """What the words say (`reading`), and the same with what was chosen beside them (`need`)."""

    reading: Any
    need: Need
    chosen: dict[str, str]


def understand(project: dict, park) -> Understood:
    """Cleaned answers of step 1, and the site that came with the visitor or None."""
    reading = read(project["text"])
    need = reading.need.confident()
    industry = project["industry"]
    if industry != UNSURE:
        # The choice counts; what the words said besides is offered unticked.
        need = replace(need, industries=(IndustryGuess(industry, 1.0),))
    if need.capex_mln_rub is None:
        need = replace(need, capex_mln_rub=CAPEX_AT_LEAST.get(project["capex"]))
    district = project["district"]
    if district:
        wanted = (district, *(other for other in need.districts_wanted if other != district))
        excluded = tuple(other for other in need.districts_excluded if other != district)
        need = replace(need, districts_wanted=wanted, districts_excluded=excluded)
    if park is not None and project.get("with_park"):
        need = replace(need, parks_wanted=(park.pk,))
    chosen = {name: project[name] for name in ("industry", "capex", "district")}
    return Understood(reading, need, chosen)


def confirmed(understood: Understood, answers: dict) -> Need:
    """The need after correction: cleaned answers of the last page over what was understood."""
    need = understood.need
    sure = {guess.code: guess for guess in understood.reading.need.industries}
    dropped = {name: getattr(Need(), name) for name in EXTRAS if name not in answers["also"]}
    return replace(
        need,
        industries=tuple(
            sure.get(code, IndustryGuess(code, 1.0)) for code in answers["industries"]
        ),
        **{name: answers[name] for name in (*_FIGURES, *_YES_NO, "hazard_class")},
        **{name: Bounds(answers[f"{name}_min"], answers[f"{name}_max"]) for name in _RANGES},
        **{name: tuple(answers[name]) for name in _PLACES},
        **dropped,
    )


def corrections(understood: Understood, need: Need) -> dict:
    """What is kept beside the reading: its words, the choices, and where the person changed it."""
    before, after = understood.need.to_json(), need.to_json()
    before["industries"] = [guess.code for guess in understood.need.industries]
    after["industries"] = [guess.code for guess in need.industries]
    return {
        "evidence": {name: list(words) for name, words in understood.reading.evidence.items()},
        "chosen": understood.chosen,
        "changed": {
            name: [before[name], after[name]]
            for name in before
            if _listed(before[name]) != _listed(after[name])
        },
    }


def kind_of(understood: Understood, need: Need) -> str:
    """Figures make a project, whatever the words were taken for."""
    return "project" if need != Need() else understood.reading.kind


def _listed(value):
    return list(value) if isinstance(value, tuple) else value
