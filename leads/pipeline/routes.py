"""Why this officer: the decision as it was taken, circle by circle, each with why he lost."""

from dataclasses import dataclass, field

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

LOST = {
    "": gettext_lazy("chosen"),
    "off_duty": gettext_lazy("takes no new inquiries now"),
    "language": gettext_lazy("does not speak the investor's language"),
    "industry": gettext_lazy("works with other industries"),
    "district": gettext_lazy("works with other districts"),
    "at_capacity": gettext_lazy("has as many inquiries as he may"),
    "on_leave": gettext_lazy("is on leave"),
    "off_shift": gettext_lazy("is off shift"),
    "more_load": gettext_lazy("has more open inquiries for his share"),
    "assigned_later": gettext_lazy("was given an inquiry more recently"),
}


@dataclass(frozen=True)
class Candidate:
    name: str
    reason: str
    chosen: bool


@dataclass
class Step:
    """One circle of candidates: who knows the investor, a rule's officers, or the whole office."""

    title: str
    candidates: list[Candidate] = field(default_factory=list)


@dataclass(frozen=True)
class Route:
    officer: str
    steps: list[Step]
    # Of the rule that decided, or "": its version then, and whether it was edited since.
    rule: str = ""
    version: int | None = None
    edited: bool = False

    @property
    def why(self) -> Candidate | None:
        """The winner, with what made him so."""
        chosen = (one for step in self.steps for one in step.candidates if one.chosen)
        return next(chosen, None)


def route(decision: dict | None, names) -> Route | None:
    """None before the first decision. `decision` holds officer, candidates, the rule's name and
    version then and now, and the names of the rules by key."""
    if decision is None:
        return None
    version = decision.get("version")
    return Route(
        officer=names.officer(decision["officer"]),
        steps=steps(decision["candidates"], decision.get("rules") or {}, names),
        rule=decision["rule"] or "",
        version=version,
        edited=version is not None and version != decision.get("version_now"),
    )


def steps(candidates: list[dict], rules: dict, names) -> list[Step]:
    """In the order in which they were asked; within one the winner first."""
    found: dict[object, Step] = {}
    for one in sorted(candidates, key=lambda one: one["lost"] != ""):
        key = "known" if one.get("known") else one["rule"]
        if key not in found:
            found[key] = Step(_title(key, rules))
        found[key].candidates.append(_candidate(one, names))
    asked = list(dict.fromkeys("known" if o.get("known") else o["rule"] for o in candidates))
    return [found[key] for key in asked]


def _title(key, rules: dict) -> str:
    if key == "known":
        return _("Who knows the investor")
    if key is None:
        return _("The whole office")
    name = rules.get(str(key)) or rules.get(key)
    return _("Rule: %(name)s") % {"name": name} if name else _("A rule")


def _candidate(one: dict, names) -> Candidate:
    reason = str(LOST.get(one["lost"], one["lost"]))
    if "load" in one:
        load = ngettext("%(load)s open inquiry", "%(load)s open inquiries", one["load"])
        reason += ", " + load % {"load": number_format(one["load"])}
    if one.get("for"):
        absent = ", ".join(names.officer(pk) for pk in one["for"])
        reason += ", " + _("stands in for %(names)s") % {"names": absent}
    return Candidate(
        name=names.officer(one["officer"]) or f"№ {one['officer']}",
        reason=reason,
        chosen=one["lost"] == "",
    )
