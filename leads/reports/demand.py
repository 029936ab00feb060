"""Districts: hectares demanded for each known free hectare of a district's parks.

Demand is the least land asked for by the inquiries that came in within the period, each counted
once, in its main district (the first of its match). Free land is the sum of what the offered
parks of the district have published; a park that published nothing adds nothing and is told, and
where none did, free land is unknown, never zero. Test, spam, quarantined, duplicate and erased
inquiries are left out. Classes of the ratio: up to 0.25, 0.5, 1, 2, and above.
"""

import re

from django.db.models import Count, Q, Sum
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from districts.cells import sheet
from districts.models import District, Park

from .report import NONE, Area, Bar, Cell, Report, figure, scaled
from .scope import Scope

KEY = "districts"
NAME = gettext_lazy("Districts")
CLASSES = (0.25, 0.5, 1, 2)
# The tone of a ratio that cannot be said, apart from the five.
UNSAID = 6
_ASKED = Coalesce("need__land_ha_min", "need__land_ha_max")


def _ratio(asked, free) -> float | None:
    """None where it cannot be said: nothing known, nothing free."""
    return None if asked is None or not free else asked / float(free)


def _areas(districts, bars, ratios) -> tuple[list[Area], tuple[int, int]]:
    """The districts as cells around their centres; what nobody asked for is left white."""
    centred = [
        (row.pk, float(row.lat), float(row.lon))
        for row in districts
        if row.lat is not None and row.lon is not None and row.retired_at is None
    ]
    drawn = sheet(centred)
    names = {row.pk: row.name for row in districts}
    areas = [
        Area(
            path=cell.path,
            x=round(cell.middle[0]),
            y=round(cell.middle[1]),
            tone=bars[cell.id].tone if cell.id in bars else 0,
            mark=cell.id if cell.id in bars else "",
            label=f"{names[cell.id]}: {bars[cell.id].said}" if cell.id in bars else "",
            said=ratios.get(cell.id, ""),
        )
        for cell in drawn.cells
    ]
    return areas, (round(drawn.width), round(drawn.height))


def read(scope: Scope) -> Report:
    demand = scope.cohort().order_by().values("main_district")
    demand = demand.annotate(n=Count("pk"), asked=Sum(_ASKED), named=Count(_ASKED))
    demand = {row["main_district"]: row for row in demand}
    nowhere = demand.pop(None, None)
    land = (
        Park.objects.offered()
        .order_by()
        .values("district")
        .annotate(free=Sum("area_free_ha"), known=Count("area_free_ha"), parks=Count("pk"))
    )
    land = {row["district"]: row for row in land}
    districts = {row.pk: row for row in District.objects.all()}
    names = {key: row.name for key, row in districts.items()}
    bars, rows, short, ratios = [], [], 0, {}
    order = sorted(demand, key=lambda key: (-(demand[key]["asked"] or 0), names[key]))
    for key in order:
        asked, named, n = demand[key]["asked"], demand[key]["named"], demand[key]["n"]
        found = land.get(key, {"free": None, "known": 0, "parks": 0})
        free, ratio = found["free"], _ratio(asked, found["free"])
        short += ratio is not None and ratio > 1
        free_said = _("unknown") if free is None else figure(free)
        ratio_said = figure(ratio, 2) if ratio is not None else NONE
        if free is None:
            ratio_said = _("unknown")
        said = _("asked %(asked)s ha, free %(free)s") % {
            "asked": figure(asked) if named else _("unknown"),
            "free": free_said if free is None else f"{free_said} {_('ha')}",
        }
        tone = UNSAID if ratio is None else 1 + sum(ratio > edge for edge in CLASSES)
        bars.append(Bar(names[key], asked or 0, key, said, tone=tone))
        ratios[key] = "?" if free is None else ratio_said
        known = _("%(known)s of %(parks)s") % found
        rows.append(
            [
                Cell(names[key]),
                Cell(n, key),
                Cell(named, f"{key}:named"),
                Cell(figure(asked) if named else _("unknown")),
                Cell(free_said),
                Cell(known),
                Cell(ratio_said),
            ]
        )
    unknown = sum(land.get(key, {}).get("free") is None for key in order)
    title = _("More asked than is known to be free: %(short)s; free land unknown: %(unknown)s")
    drawn, size = _areas(districts.values(), {bar.mark: bar for bar in bars}, ratios)
    return Report(
        key=KEY,
        name=str(NAME),
        title=title % {"short": short, "unknown": unknown}
        if order
        else _("No district is asked for"),
        definition=_(
            "Hectares asked for by the inquiries of the period, each in its main district, for "
            "each hectare known to be free in the district's offered parks. Free land that nobody "
            "published is unknown, never zero."
        ),
        columns=[
            _("District"),
            _("Inquiries"),
            _("Named the land"),
            _("Asked, ha"),
            _("Known free, ha"),
            _("Parks that published it"),
            _("Asked per free hectare"),
        ],
        rows=rows,
        bars=scaled(bars),
        areas=drawn,
        sheet=size,
        legend=[_("up to %(most)s") % {"most": figure(edge, 2)} for edge in CLASSES]
        + [_("more than %(most)s") % {"most": figure(CLASSES[-1], 2)}],
        facts=[(_("Without a district"), str(nowhere["n"]), "nowhere")] if nowhere else [],
    )


def marked(scope: Scope, mark: str):
    if mark == "nowhere":
        return scope.cohort().filter(main_district=None)
    district, colon, named = mark.partition(":")
    if (colon and named != "named") or not re.fullmatch(r"[\w-]{1,80}", district):
        return None
    if not District.objects.filter(pk=district).exists():
        return None
    rows = scope.cohort().filter(main_district=district)
    land = Q(need__land_ha_min__isnull=False) | Q(need__land_ha_max__isnull=False)
    return rows.filter(land) if colon else rows
