"""A text becomes a Reading: what kind of call it is, the need in it, and why."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from ..need import Need
from . import (
    figures,
    hazard,
    industries,
    kind,
    land,
    lexicon,
    money,
    numbers,
    people,
    places,
    supplies,
    wishes,
    words,
)
from .lexicon import Lexicon
from .passage import Passage
from .repair import Speller

_NOTHING: Mapping[str, tuple[str, ...]] = MappingProxyType({})
_KINDS = {
    "industrial_park": r"\b(?:индустриальн\w+|промышленн\w+|инвестиционн\w+) парк\w*"
    r"|\bиндустриальник\w*"
    r"|\bпромпарк\w*|\bindustrial parks?",
    "technopark": r"\bтехнопарк\w*|\btechno-?parks?|\btechnology parks?|\bscience parks?",
    "industrial_zone": r"\bпромзон\w*|\bпромышленн\w+ зон\w*|\bindustrial (?:zones?|estates?)",
    "port_zone": r"\bпортов\w+ (?:зон|особ|территори)\w*|\bport(?: special)?(?: economic)? zones?",
    "plot": r"\bотдельн\w+ участ\w+|\b(?:только|просто|голый|чист\w+) (?:земельн\w+ )?участ\w+"
    r"|\bстоящ\w+ участ\w+|\bstand-?alone (?:plot|site)|\bseparate plot|\bgreenfield (?:plot"
    r"|site)",
}
_KIND_PATTERNS = {name: re.compile(pattern) for name, pattern in _KINDS.items()}
_NOT_KIND = re.compile(
    r"(?:\bне|\bnot|\bno|кроме|except|вне|outside|постро\w+|созда\w+|build|develop|резидент\w*"
    r"|льгот\w*)(?: \w+){0,2} ?$"
)
_YEAR = re.compile(
    r"(?:запус\w*|старт\w*|нача\w+|ввод\w*|ввест\w+|пуск\w*|откры\w+|постро\w+|к|до|start\w*"
    r"|launch\w*|commission\w*|operational|open\w*|by|begin\w*"
    r"|online)(?:[ ,:-]+\w+){0,4}?[ :-]+(20[2-4]\d)\b"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says. Only a project has a need; what is said both ways is unknown and named."""

    kind: str
    need: Need
    evidence: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: _NOTHING)
    contradictions: tuple[str, ...] = ()
    foreign_capex: str = ""
    """An investment named in another currency, in its words: no figure is read from it."""


def read(text: str, known: Lexicon | None = None) -> Reading:
    """Reads the first `words.MOST_CHARACTERS` of any string; never raises."""
    vocabulary = known or lexicon.default()
    plain = _speller(vocabulary).repair(words.normalise(text))
    passage = Passage.of(numbers.digits(plain))
    need, evidence, contradictions = _need(passage, vocabulary)
    sort, why = kind.read_kind(passage, need)
    evidence["kind"] = why
    if sort != "project":
        return Reading(sort, Need(), MappingProxyType({"kind": why}))
    shown = {name: found for name, found in evidence.items() if found}
    abroad = "" if need.capex_mln_rub is not None else money.read_foreign_capex(passage)
    return Reading(sort, need, MappingProxyType(shown), contradictions, abroad)


_spellers: dict[int, tuple[Lexicon, Speller]] = {}


def _speller(vocabulary: Lexicon) -> Speller:
    """The speller of a lexicon, built once; the lexicon is kept so that its id stays its own."""
    if id(vocabulary) not in _spellers:
        _spellers.clear()
        _spellers[id(vocabulary)] = vocabulary, Speller(vocabulary)
    return _spellers[id(vocabulary)][1]


def _need(
    passage: Passage, vocabulary: Lexicon
) -> tuple[Need, dict[str, tuple[str, ...]], tuple[str, ...]]:
    found = figures.find(passage)
    guesses = industries.read_industries(passage.text, vocabulary)
    land_ha, land_words = land.read_land(passage, found)
    building_m2, floor_words = land.read_floor(passage, found)
    jobs, jobs_words = people.read_jobs(passage, found)
    capex, capex_words = money.read_capex(passage, found)
    supply = supplies.read_supplies(passage, found)
    danger, hazard_words = hazard.read_hazard_class(passage)
    where = places.read_places(passage, vocabulary)
    said = {
        name: wishes.read_wish(passage, name)
        for name in ("gas", "rail", "port", "highway", "airport")
    }
    year, year_words = _start_year(passage)
    sorts = _park_kinds(passage)
    gas = said["gas"].value
    if gas is None and supply.gas_m3h is not None and not said["gas"].contradiction:
        gas = True
    need = Need(
        industries=guesses,
        land_ha=land_ha,
        building_m2=building_m2,
        power_mw=supply.power_mw,
        gas=gas,
        gas_m3h=supply.gas_m3h,
        water_m3d=supply.water_m3d,
        sewage_m3d=supply.sewage_m3d,
        rail=said["rail"].value,
        port=said["port"].value,
        highway=said["highway"].value,
        airport=said["airport"].value,
        kinds=tuple(sorts),
        start_year=year,
        capex_mln_rub=capex,
        jobs=jobs,
        hazard_class=danger,
        districts_wanted=where.wanted,
        districts_excluded=where.excluded,
    )
    evidence = {
        "industries": tuple(word for guess in guesses for word in guess.words),
        "land_ha": land_words,
        "building_m2": floor_words,
        "jobs": jobs_words,
        "capex_mln_rub": capex_words,
        "hazard_class": hazard_words,
        "start_year": year_words,
        "kinds": tuple(sorts.values()),
        "districts_wanted": tuple(w for d, w in where.words if d in where.wanted),
        "districts_excluded": tuple(w for d, w in where.words if d in where.excluded),
        **{name: (text,) for name, text in supply.words},
        **{name: wish.words for name, wish in said.items()},
    }
    contradictions = tuple(name for name, wish in said.items() if wish.contradiction)
    return need, evidence, contradictions + (("districts",) if where.contradictions else ())


def _park_kinds(passage: Passage) -> dict[str, str]:
    """Kinds of park that are asked for, with the words."""
    found = {}
    for name, pattern in _KIND_PATTERNS.items():
        for match in pattern.finditer(passage.text):
            if not _NOT_KIND.search(passage.text[max(0, match.start() - 40) : match.start()]):
                found[name] = match.group()
                break
    return found


def _start_year(passage: Passage) -> tuple[int | None, tuple[str, ...]]:
    match = _YEAR.search(passage.text)
    return (int(match.group(1)), (match.group().strip(),)) if match else (None, ())
