"""What other weights would change, for inquiries at hand; nothing is stored."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from districts.land import Land
from districts.matching.weights import Weights
from leads.models import Inquiry

LAST = 20
IN_FRONT = 3


@dataclass(frozen=True)
class Places:
    """Names of the first places of one kind, best first, by the weights in force and by others."""

    now: list[str]
    then: list[str]

    @property
    def differs(self) -> bool:
        return self.now != self.then

    @property
    def first_differs(self) -> bool:
        return self.now[:1] != self.then[:1]


@dataclass(frozen=True)
class Trial:
    inquiry: Inquiry
    parks: Places
    districts: Places

    @property
    def first_differs(self) -> bool:
        return self.parks.first_differs or self.districts.first_differs


def last_open():
    """The projects that were worked on last."""
    rows = Inquiry.objects.open().filter(kind=Inquiry.Kind.PROJECT).select_related("need")
    return rows.order_by("-last_activity_at", "-id")[:LAST]


def what_if(inquiries: Iterable[Inquiry], land: Land, weights: Weights, *, on: date) -> list[Trial]:
    """Both sides are reckoned on the registry as it stands, so that only the weights differ."""
    return [_trial(inquiry, land, weights, on) for inquiry in inquiries]


def _trial(inquiry, land, weights, on) -> Trial:
    need = inquiry.need.figures()
    sides = [land.first(IN_FRONT, need, by, on=on) for by in (land.weights, weights)]
    districts, parks = (
        [[land.name(key) for key in ids] for ids in kind] for kind in zip(*sides, strict=True)
    )
    return Trial(inquiry, parks=Places(*parks), districts=Places(*districts))
