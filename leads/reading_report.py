"""How often people kept what the reading of a text suggested, field by field.

A field counts where an inquiry has a suggestion on record (phone, form or letter) and either the
suggestion or the person gave it a value: silence on both sides is no agreement. Of the industries,
`first industry` asks whether the first suggested was kept as one of the chosen.
"""

from collections import Counter
from dataclasses import dataclass

from districts.matching.need import Need as Figures
from leads.models import Need

FIRST = "first industry"


@dataclass(frozen=True)
class Row:
    field: str
    agreed: int
    all: int

    @property
    def share(self) -> float | None:
        """None where nobody said anything."""
        return self.agreed / self.all if self.all else None


def report() -> list[Row]:
    """One row a field, in the order of the need; reads every need with a suggestion."""
    agreed, told = Counter(), Counter()
    needs = Need.objects.exclude(suggested={}).exclude(suggested__need=None)
    for need in needs.order_by("pk").iterator(chunk_size=1000):
        suggested = Figures.from_json(need.suggested["need"])
        for field, was, now in _pairs(suggested, need.figures()):
            told[field] += 1
            agreed[field] += was == now if field != FIRST else was in now
    fields = [FIRST, *(name for name in Figures().to_json())]
    return [Row(field, agreed[field], told[field]) for field in fields]


def _pairs(suggested: Figures, chosen: Figures):
    """(field, suggested, chosen) where either side says something."""
    codes = [[guess.code for guess in need.industries] for need in (suggested, chosen)]
    if codes[0]:
        yield FIRST, codes[0][0], codes[1]
    sides = zip(suggested.to_json().items(), chosen.to_json().values(), strict=True)
    for (field, was), now in sides:
        if field == "industries":
            was, now = map(sorted, codes)
        elif isinstance(was, list | tuple):
            was, now = sorted(was), sorted(now)
        # No is an answer, nothing is not.
        if was not in (None, []) or now not in (None, []):
            yield field, was, now
