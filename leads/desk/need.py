"""The need of a call: what was read from the words, and over it what the operator chose."""

from dataclasses import replace

from districts.matching.need import Bounds, IndustryGuess, Need
from districts.matching.reading import Reading
from leads import flow
from leads.models import Inquiry

CHOSEN = ("industry", "capex", "land", "power", "gas")


def figures(reading: Reading, given: dict) -> Need:
    """Fields that were left empty stand as read; cleaned fields count before the words."""
    need = reading.need.confident()
    if given.get("industry"):
        need = replace(need, industries=(IndustryGuess(given["industry"], 1.0),))
    if given.get("land"):
        need = replace(need, land_ha=given["land"])
    if given.get("power"):
        need = replace(need, power_mw=_one(given["power"]))
    if given.get("capex"):
        need = replace(need, capex_mln_rub=_one(given["capex"]))
    if given.get("gas"):
        gas = given["gas"] == "yes"
        need = replace(need, gas=gas, gas_m3h=need.gas_m3h if gas else None)
    return need


def asked(reading: Reading, given: dict, typed: dict) -> flow.Asked:
    """What is handed over; `typed` are the fields as they were written, kept beside the reading."""
    chosen = {name: typed.get(name, "") for name in CHOSEN if typed.get(name)}
    consultation = given["outcome"] == "consultation"
    return flow.Asked(
        text=given["text"],
        figures=figures(reading, given),
        suggested=flow.suggestion(reading) | {"chosen": chosen},
        kind=Inquiry.Kind.CONSULTATION if consultation else Inquiry.Kind.PROJECT,
        language=given["language"],
    )


def _one(bounds: Bounds) -> float | None:
    """The one number to plan with: the upper end, or the only one there is."""
    return bounds.max if bounds.max is not None else bounds.min
