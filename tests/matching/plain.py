"""The same matching once more, in plain Python over rows, one place at a time.

It shares no line with the engine but the weights, so that the two can be held against each other;
the bench takes it for the loop that a careful person would write first.
"""

from dataclasses import dataclass, field

from districts.matching.rows import DistrictRow, IndustryRow, ParkRow, PriorityRow, ShipmentRow
from districts.matching.weights import DEFAULT_WEIGHTS

WEIGHTS = DEFAULT_WEIGHTS.by_criterion
KINDS = {"industrial_park", "technopark", "industrial_zone", "port_zone", "plot"}


@dataclass
class Land:
    industries: list[IndustryRow]
    districts: list[DistrictRow]
    parks: list[ParkRow]
    priorities: list[PriorityRow] = field(default_factory=list)
    shipments: list[ShipmentRow] = field(default_factory=list)

    def __post_init__(self):
        self.industry = {row.code: row for row in self.industries}
        self.district = {row.id: row for row in self.districts}
        self.park = {row.id: row for row in self.parks}
        self.stated = {"official": {}, "evidence": {}}
        for row in self.priorities:
            weights = self.stated[row.basis].setdefault(row.district, {})
            weight = 1.0 if row.weight is None else row.weight
            weights[row.industry] = max(weight, weights.get(row.industry, 0))
        self.shipped = {}
        for row in sorted(self.shipments, key=lambda row: row.year):
            self.shipped[row.district] = row.bn_rub


def kinship(one, other):
    if one.code == other.code:
        return 1.0
    if one.parent == other.code or other.parent == one.code:
        return 0.5
    pairs = [(a, b) for a in one.okved for b in other.okved]
    if any(
        a == b
        or (a + ".").startswith(b + ".")
        or (b + ".").startswith(a + ".")
        or ("." in a and b.startswith(a))
        or ("." in b and a.startswith(b))
        for a, b in pairs
    ):
        return 0.5
    if one.parent and one.parent == other.parent:
        return 0.25
    return 0.25 if any(a.split(".")[0] == b.split(".")[0] for a, b in pairs) else 0.0


def limits(need, park, land, year):
    """(criterion, met True, missed False or unknown None) in the order in which they are told."""

    def enough(name, asked, offered):
        if asked is not None and asked > 0:
            yield name, None if offered is None else offered >= asked

    plot = park.largest_plot_ha if park.largest_plot_ha is not None else park.area_free_ha
    if need.land_ha.min is not None or need.land_ha.max is not None:
        asked = 0.01 if need.land_ha.min is None else need.land_ha.min
        met = None if plot is None else plot >= asked
        if plot is None and park.area_total_ha is not None and park.area_total_ha < asked:
            met = False
        yield "area", met
    yield from enough("power", need.power_mw, park.power_free_mw)
    if need.gas_m3h is not None:
        yield from enough("gas", need.gas_m3h, park.gas_free_m3h)
    elif need.gas:
        yield "gas", None if park.gas_free_m3h is None else park.gas_free_m3h > 0
    yield from enough("water", need.water_m3d, park.water_free_m3d)
    yield from enough("sewage", need.sewage_m3d, park.sewage_free_m3d)
    if need.rail:
        yield "rail", None if park.rail is None else park.rail in ("own", "near")
    if need.hazard_class is not None:
        accepted = park.hazard_class_accepted
        yield "hazard_class", None if accepted is None else accepted <= need.hazard_class
    if park.stage == "closed":
        yield "stage", False
    elif park.stage in ("planned", "building") and need.start_year is not None:
        yield "stage", False if need.start_year <= year else None
    else:
        yield "stage", None if park.stage is None else True
    kinds = KINDS.intersection(need.kinds)
    if kinds:
        yield "kind", None if park.kind is None else park.kind in kinds
    if any(name in land.district for name in need.districts_excluded):
        yield "districts_excluded", park.district not in need.districts_excluded


def district_shares(need, district, land):
    """(criterion, share) of what is asked of a district."""
    guesses = [guess for guess in need.industries if guess.code in land.industry]
    surest = max((guess.confidence for guess in guesses), default=1)

    def kin(stated):
        return max(
            guess.confidence
            / surest
            * weight
            * kinship(land.industry[guess.code], land.industry[code])
            for guess in guesses
            for code, weight in [*stated.items(), (guess.code, 0)]
        )

    wanted = {name for name in need.districts_wanted if name in land.district}
    wanted |= {land.park[name].district for name in need.parks_wanted if name in land.park}
    if wanted:
        beside = any(district.id in land.district[name].neighbours for name in wanted)
        yield "districts_wanted", 1 if district.id in wanted else 0.4 if beside else 0
    if guesses:
        yield "priority", kin(land.stated["official"].get(district.id, {}))
        yield "evidence", kin(land.stated["evidence"].get(district.id, {}))
    classes = {code[:2] for guess in guesses for code in land.industry[guess.code].okved}
    if not guesses or any(10 <= int(name) <= 33 for name in classes):
        staff, people = district.employees_manufacturing, district.population
        known = staff is not None and people
        yield "employment", min(round(staff / people * 1000, 1) / 60, 1) if known else 0
        yield "shipments", min((land.shipped.get(district.id) or 0) / 100, 1)
    for name, asked in (
        ("railway", need.rail),
        ("sea_port", need.port),
        ("federal_highway", need.highway),
        ("airport", need.airport),
    ):
        if asked:
            yield name, 1 if getattr(district, name) else 0


def park_shares(need, park, land):
    """(criterion, share) of what is asked of a park."""

    def ample(name, asked, offered):
        if asked is not None and asked > 0:
            yield name, min((offered or 0) / (2 * asked), 1)

    plot = park.largest_plot_ha if park.largest_plot_ha is not None else park.area_free_ha
    least = need.land_ha.max if need.land_ha.min is None else need.land_ha.min
    yield from ample("area", least, plot)
    yield from ample("power", need.power_mw, park.power_free_mw)
    if need.gas_m3h is not None:
        yield from ample("gas", need.gas_m3h, park.gas_free_m3h)
    elif need.gas:
        yield "gas", 1 if park.gas_free_m3h else 0
    yield from ample("water", need.water_m3d, park.water_free_m3d)
    yield from ample("sewage", need.sewage_m3d, park.sewage_free_m3d)
    if need.rail:
        yield "rail", {"own": 1, "near": 0.6}.get(park.rail, 0)
    if need.hazard_class is not None:
        yield "hazard_class", 1 if (park.hazard_class_accepted or 9) <= need.hazard_class else 0
    worth = {"operating": 1, "building": 0.5, "planned": 0.25}
    dated = need.start_year is not None and park.stage != "operating"
    yield "stage", 0 if dated else worth.get(park.stage, 0)
    if KINDS.intersection(need.kinds):
        yield "kind", 1 if park.kind in need.kinds else 0
    if any(name in land.park for name in need.parks_wanted):
        yield "parks_wanted", 1 if park.id in need.parks_wanted else 0
    guesses = [guess for guess in need.industries if guess.code in land.industry]
    if guesses:
        surest = max(guess.confidence for guess in guesses)
        yield (
            "profile",
            max(
                guess.confidence / surest * kinship(land.industry[guess.code], land.industry[code])
                if code
                else 0
                for guess in guesses
                for code in (*park.industries, None)
            ),
        )
    for name, asked, reach in (
        ("port_km", need.port, 150),
        ("highway_km", need.highway, 30),
        ("airport_km", need.airport, 100),
    ):
        if asked:
            km = getattr(park, name)
            yield name, 0 if km is None else max(1 - km / reach, 0)


def score(shares):
    shares = list(shares)
    whole = sum(WEIGHTS[name] for name, _ in shares)
    return 100 * sum(WEIGHTS[name] * share for name, share in shares) / whole if whole else 0.0


def rank(need, land, year):
    """Districts and parks as (id, score), best first, ten at most; no implied districts."""
    shares = {d.id: list(district_shares(need, d, land)) for d in land.districts}
    districts = [
        (-score(shares[d.id]), d.id) for d in land.districts if d.id not in need.districts_excluded
    ]
    parks = []
    for park in land.parks:
        states = [met for _, met in limits(need, park, land, year)]
        if park.offered is not False and False not in states:
            own = list(park_shares(need, park, land))
            points = score([*own, *shares[park.district]])
            told = any(code in land.industry for code in park.industries)
            doubts = states.count(None) + (told and dict(own).get("profile") == 0)
            parks.append((doubts > 0, -points, doubts, park.id))
    return (
        [(name, -points) for points, name in sorted(districts)[:10]],
        [(name, -points) for _, points, _, name in sorted(parks)[:10]],
    )
