"""A need: what an investor asks of a place, in figures. Unknown is None, never zero or no."""

from dataclasses import asdict, dataclass, field, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Bounds:
    """A closed range in the unit its owner names; None on a side means no bound there."""

    min: float | None = None
    max: float | None = None

    def __bool__(self) -> bool:
        return self.min is not None or self.max is not None


@dataclass(frozen=True, slots=True)
class IndustryGuess:
    """An industry code with how sure the reading is (0–1) and the words that led there."""

    code: str
    confidence: float
    words: tuple[str, ...] = ()


_MEASURED = frozenset(["power_mw", "gas_m3h", "water_m3d", "sewage_m3d", "capex_mln_rub"])


def _float(figure: float | None) -> float | None:
    return None if figure is None else float(figure)


@dataclass(frozen=True, slots=True)
class Need:
    """One inquiry in figures; units stand in the names, ids and codes are the registry's."""

    industries: tuple[IndustryGuess, ...] = ()
    land_ha: Bounds = field(default_factory=Bounds)
    building_m2: Bounds = field(default_factory=Bounds)
    power_mw: float | None = None
    gas: bool | None = None
    gas_m3h: float | None = None
    water_m3d: float | None = None
    sewage_m3d: float | None = None
    rail: bool | None = None
    port: bool | None = None
    highway: bool | None = None
    airport: bool | None = None
    kinds: tuple[str, ...] = ()
    start_year: int | None = None
    capex_mln_rub: float | None = None
    jobs: Bounds = field(default_factory=Bounds)
    hazard_class: int | None = None
    districts_wanted: tuple[str, ...] = ()
    districts_excluded: tuple[str, ...] = ()
    parks_wanted: tuple[str, ...] = ()

    def confident(self, least: float = 0.3) -> "Need":
        """Without the weaker guesses of the trade: they may be chosen, never assumed."""
        return replace(
            self, industries=tuple(one for one in self.industries if one.confidence >= least)
        )

    def to_json(self) -> dict[str, Any]:
        """The contract's shape: plain lists and dicts; a range without bounds is null."""
        values = asdict(self)
        for name in ("land_ha", "building_m2", "jobs"):
            values[name] = values[name] if getattr(self, name) else None
        return values

    def told(self) -> dict[str, Any]:
        """What is told alone, for `from_json` to read: a third of the room of `to_json`.

        Equal needs are told in the same words: 5 and 5.0 are one figure.
        """
        told: dict[str, Any] = {}
        for name in self.__slots__:
            value = getattr(self, name)
            if value is None or value == ():
                continue
            if isinstance(value, Bounds):
                if value:
                    told[name] = {"min": _float(value.min), "max": _float(value.max)}
            elif name == "industries":
                told[name] = [
                    guess.code
                    if guess.confidence == 1
                    else {"code": guess.code, "confidence": guess.confidence}
                    for guess in value
                ]
            else:
                told[name] = _float(value) if name in _MEASURED else value
        return told

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> "Need":
        """Reads what `to_json` wrote, or any part of it; unknown keys raise TypeError."""
        given = {name: value for name, value in values.items() if value is not None}
        for name in ("land_ha", "building_m2", "jobs"):
            if name in given:
                given[name] = Bounds(given[name].get("min"), given[name].get("max"))
        for name in ("kinds", "districts_wanted", "districts_excluded", "parks_wanted"):
            if name in given:
                given[name] = tuple(given[name])
        given["industries"] = tuple(
            IndustryGuess(guess, 1.0)
            if isinstance(guess, str)
            else IndustryGuess(
                guess["code"], guess.get("confidence", 1.0), tuple(guess.get("words", ()))
            )
            for guess in given.get("industries", ())
        )
        return replace(cls(), **given)
