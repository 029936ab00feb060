"""Whether a text is a project, asks for advice, or is neither."""

from ..need import Need
from .cues import ASKED, CUES
from .passage import Passage


def read_kind(passage: Passage, need: Need) -> tuple[str, tuple[str, ...]]:
    """`project`, `consultation` or `other`, with the words that decided."""
    scores: dict[str, float] = {}
    words: dict[str, list[str]] = {}
    for kind, table in CUES.items():
        for weight, pattern in table:
            found = list(dict.fromkeys(m.group() for m in pattern.finditer(passage.text)))[:4]
            if found:
                scores[kind] = scores.get(kind, 0.0) + weight + 0.5 * (len(found) - 1)
                words.setdefault(kind, []).extend(found)
    scores["project"] = scores.get("project", 0.0) + _figures(need)
    if need.industries:
        scores["project"] += 1.5 * need.industries[0].confidence
    if scores.get("other", 0.0) >= 4 and _figures(need) < 1:
        scores["project"] *= 0.6
    best = max(("project", "consultation", "other"), key=lambda kind: scores.get(kind, 0.0))
    if scores.get(best, 0.0) < 1.0:
        asked = ASKED.search(passage.text)
        return ("consultation", (asked.group(),)) if asked else ("other", ())
    return best, tuple(words.get(best, ()))[:5]


def _figures(need: Need) -> float:
    """What figures alone say for a project."""
    points = (
        2.0 * bool(need.land_ha) + 1.5 * bool(need.building_m2) + 2.0 * (need.power_mw is not None)
    )
    points += 1.0 * (need.gas is not None) + 1.0 * (need.rail is not None) + 1.0 * bool(need.jobs)
    points += 1.0 * (need.capex_mln_rub is not None) + 1.0 * (need.water_m3d is not None)
    return points + 0.5 * bool(need.districts_wanted) + 1.0 * (need.hazard_class is not None)
