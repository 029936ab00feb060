"""What districts said about an inquiry, for its page; comes with the inquiry's own statement."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef
from django.db.models.functions import JSONObject
from django.utils.translation import gettext as _

from leads.models import Referral

COLUMNS = (
    *("district", "accepted_at", "returned_at", "return_reason", "return_note"),
    *("answered_at", "answer", "parks", "land_ha", "power_mw", "due_at"),
)


@dataclass(frozen=True)
class Referred:
    name: str
    state: str
    answer: str
    reason: str
    return_note: str
    figures: list[str]
    due_at: datetime | None


def of_inquiry() -> ArraySubquery:
    rows = Referral.objects.filter(inquiry=OuterRef("pk")).order_by("pk")
    told = JSONObject(**{name: F(name) for name in COLUMNS})
    return ArraySubquery(rows.values(told=told))


def parks(told: list[dict]) -> list[str]:
    """The sites that districts named, for `names`."""
    return [park for one in told for park in one["parks"]]


def referred(told: list[dict], names, *, masked: bool) -> list[Referred]:
    """A masked reader gets no free words: they may name the investor."""
    found = []
    for one in told:
        row = Referral(**{key: value for key, value in one.items() if key != "district"})
        figures = [str(names.name(park)) for park in row.parks]
        figures += [f"{row.land_ha:g} {_('ha')}"] if row.land_ha is not None else []
        figures += [f"{row.power_mw:g} {_('MW')}"] if row.power_mw is not None else []
        found.append(
            Referred(
                name=str(names.name(one["district"])),
                state=row.state,
                answer="" if masked else row.answer,
                reason=row.get_return_reason_display(),
                return_note="" if masked else row.return_note,
                figures=figures,
                due_at=datetime.fromisoformat(one["due_at"]) if one["due_at"] else None,
            )
        )
    return found
