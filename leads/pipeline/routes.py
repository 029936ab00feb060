"""Why this officer: the decision as it was taken, each candidate with why he lost."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

LOST = {
    "": _("chosen"),
    "off_duty": _("takes no new inquiries now"),
    "language": _("does not speak the investor's language"),
    "industry": _("works with other industries"),
    "district": _("works with other districts"),
    "at_capacity": _("has as many inquiries as he may"),
    "more_load": _("has more open inquiries for his share"),
    "assigned_later": _("was given an inquiry more recently"),
}


@dataclass(frozen=True)
class Candidate:
    name: str
    reason: str
    chosen: bool


@dataclass(frozen=True)
class Route:
    officer: str
    rule: str
    candidates: list[Candidate]


def route(decision: dict | None, names) -> Route | None:
    """None before the first decision. Each candidate is told once, as he fared last."""
    if decision is None:
        return None
    fared = {one["officer"]: one["lost"] for one in decision["candidates"]}
    return Route(
        officer=names.officer(decision["officer"]),
        rule=decision["rule"] or "",
        candidates=[
            Candidate(names.officer(pk) or f"№ {pk}", LOST.get(lost, lost), lost == "")
            for pk, lost in sorted(fared.items(), key=lambda pair: pair[1] != "")
        ],
    )
