"""Needs and parks as hypothesis makes them: sparse or rich, ordinary or at the edges."""

from hypothesis import strategies as st

from districts.matching.need import Bounds, IndustryGuess, Need
from districts.matching.rows import ParkRow
from districts.matching.snapshot import KINDS, RAILS, STAGES

DISTRICTS = [f"district_{n:02}" for n in range(1, 13)]
INDUSTRIES = ["machine_tools", "machine_building", "food_processing", "glass", "pharma", "energy"]


def maybe(strategy):
    return st.none() | strategy


def figures(most):
    """Round figures meet each other at the limits more often than any float would."""
    return st.integers(0, most * 2).map(lambda n: n / 2)


def some(choices, most=2):
    return st.lists(st.sampled_from(choices), max_size=most, unique=True).map(tuple)


guesses = st.lists(
    st.tuples(st.sampled_from([*INDUSTRIES, "alchemy"]), st.sampled_from([1.0, 0.8, 0.3])),
    max_size=3,
    unique_by=lambda pair: pair[0],
).map(lambda pairs: tuple(IndustryGuess(code, sure) for code, sure in pairs))

land = st.one_of(
    st.just(Bounds()),
    figures(60).map(lambda n: Bounds(n + 0.5, n + 0.5)),
    figures(60).map(lambda n: Bounds(n + 0.5, None)),
    figures(60).map(lambda n: Bounds(None, n + 0.5)),
)

needs = st.builds(
    Need,
    industries=guesses,
    land_ha=land,
    power_mw=maybe(figures(25)),
    gas=maybe(st.booleans()),
    gas_m3h=maybe(figures(2000).map(lambda n: n + 0.5)),
    water_m3d=maybe(figures(2000)),
    sewage_m3d=maybe(figures(1500)),
    rail=maybe(st.booleans()),
    port=maybe(st.booleans()),
    highway=maybe(st.booleans()),
    airport=maybe(st.booleans()),
    kinds=some(KINDS),
    start_year=maybe(st.integers(2025, 2030)),
    hazard_class=maybe(st.integers(1, 5)),
    districts_wanted=some([*DISTRICTS, "atlantis"]),
    districts_excluded=some([*DISTRICTS, "atlantis"]),
    parks_wanted=some(["park_02", "park_31"], most=1),
)

parks = st.builds(
    ParkRow,
    id=st.integers(100, 999).map(lambda n: f"park_{n}"),
    district=st.sampled_from(DISTRICTS),
    kind=maybe(st.sampled_from(KINDS)),
    stage=maybe(st.sampled_from(STAGES)),
    area_total_ha=maybe(figures(120)),
    area_free_ha=maybe(figures(60)),
    largest_plot_ha=maybe(figures(60)),
    power_free_mw=maybe(figures(30)),
    gas_free_m3h=maybe(figures(2000)),
    water_free_m3d=maybe(figures(2000)),
    sewage_free_m3d=maybe(figures(2000)),
    rail=maybe(st.sampled_from(RAILS)),
    hazard_class_accepted=maybe(st.integers(1, 5)),
    port_km=maybe(figures(300)),
    highway_km=maybe(figures(60)),
    airport_km=maybe(figures(150)),
    industries=some(INDUSTRIES),
    offered=maybe(st.booleans()),
)
