"""What an answer pack says: the request as understood, places with sources, and what is open.

Plain values in the pack's language, so that a stored pack reads the same whatever changes later.
"""

from dataclasses import asdict
from datetime import date, datetime
from decimal import Decimal

from django.conf import settings
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from districts.facts import Fact, SourceBook, district_facts, park_facts
from districts.findings import asked_lines
from districts.land import current_land
from leads.models import Match
from leads.need_words import LABELS, facts

PLACES = 3
# What an investor asks first; of the rest the page of the place tells.
FIGURES = frozenset(
    [
        *("stage", "settlement", "area_free_ha", "largest_plot_ha", "power_free_mw"),
        *("gas_free_m3h", "water_free_m3d", "sewage_free_m3d", "rail", "hazard_class_accepted"),
        *("port_km", "highway_km", "airport_km", "price_rub_ha", "managing_company"),
        *("population", "employees_manufacturing", "sea_port", "railway", "federal_highway"),
    ]
)

# What a managing company can be asked; the rest is found in statistics or not at all.
ASKED_ABOUT = frozenset(["area", "power", "gas", "water", "sewage", "rail", "hazard_class"])


def content(inquiry, language: str, *, at) -> dict:
    """Some ten queries; `inquiry` comes with its need."""
    with translation.override(language):
        land = current_land()
        matches = _matches(inquiry)
        book = SourceBook(at.date(), *[match.park or match.district for match in matches])
        # All facts before the first source is read: the book asks for its sources once.
        told = [_facts(match, book, land) for match in matches]
        places = [_place(match, said) for match, said in zip(matches, told, strict=True)]
        return _plain(
            {
                "number": inquiry.number,
                "text": inquiry.text,
                "request": [asdict(one) for one in facts(inquiry.need.figures(), land)],
                "near": any(match.near for match in matches),
                "places": places,
                "questions": [*_contradictions(inquiry), *_unknown(places)],
                "made_on": at.date(),
            }
        )


def _matches(inquiry) -> list[Match]:
    rows = Match.objects.newest(inquiry).exclude(state=Match.State.REFUSED).best_first()
    rows = rows.select_related("park__district", "district")
    parks = list(rows.filter(place=Match.Place.PARK)[:PLACES])
    return parks or list(rows.filter(place=Match.Place.DISTRICT)[:PLACES])


def _facts(match: Match, book: SourceBook, land) -> tuple[list, list]:
    """The findings and the figures of a place."""
    names = land.names["en" if translation.get_language() == "en" else "ru"]
    if match.park:
        figures = park_facts(match.park, book, names)
    else:
        figures = district_facts(match.district, book)
    return asked_lines(match.findings, land), figures


def _place(match: Match, told: tuple[list, list]) -> dict:
    place = match.park or match.district
    lines, figures = told
    return {
        "name": place.name,
        "district": match.district.name if match.park else "",
        "url": settings.BASE_URL + place.get_absolute_url(),
        "accepted": match.state == Match.State.CHOSEN,
        "lines": [asdict(line) for line in lines],
        "figures": [_figure(fact) for fact in figures if fact.field in FIGURES],
    }


def _figure(fact: Fact) -> dict:
    known = fact.value not in (None, "", [])
    return {
        "label": fact.label,
        "value": fact.value if known else None,
        "unit": fact.unit,
        "sources": [{"name": one.name, "url": one.url} for one in fact.dated.sources],
        "date": fact.dated.date,
        "stale": fact.dated.is_stale,
    }


def _contradictions(inquiry) -> list[str]:
    """Only those that are open still: what was corrected since is no question."""
    said = inquiry.need.suggested.get("contradictions", [])
    words = _("Your text says two different things about “%(what)s”. Which is right?")
    need = inquiry.need.figures()
    return [
        words % {"what": LABELS[name][0]}
        for name in said
        if name in LABELS and getattr(need, name) in (None, (), "")
    ]


def _unknown(places: list[dict]) -> list[str]:
    """What was asked for and nobody has published, a line a place."""
    words = _("%(place)s: not published yet: %(what)s. We ask the managing company")
    found = []
    for place in places:
        open_ = [
            str(line["label"])
            for line in place["lines"]
            if line["state"] == "unknown" and line["criterion"] in ASKED_ABOUT
        ]
        if open_:
            found.append(words % {"place": place["name"], "what": ", ".join(open_)})
    return found


def _plain(value):
    """As JSON holds it: figures as numbers, words as the language of the moment says them."""
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value) if isinstance(value, Promise) else value
