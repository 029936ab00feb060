from datetime import date

import pytest

from districts.matching.judging import FEW, judge
from districts.matching.need import Need
from districts.matching.ranking import order
from districts.matching.snapshot import Snapshot
from districts.matching.weights import DEFAULT_WEIGHTS
from tests.bench.made_up_land import needs, rows
from tests.matching import plain
from tests.matching.land import make_land, make_park

TODAY = date(2026, 11, 22)
MANY = FEW + 200


def test_it_works():
    land = make_land(make_park("a", power_free_mw=3), make_park("b", power_free_mw=9))
    districts, parks = judge(Need(power_mw=5), land, DEFAULT_WEIGHTS, TODAY)
    assert [place for place, _ in parks.best(10)] == [1]
    assert parks.best(10)[0][1] == parks.score(1)
    assert parks.by_relaxation() == [0]
    assert districts.best(10)[0][0] == 0


@pytest.mark.parametrize("count", [FEW - 1, MANY])
def test_among_equals_the_first_ids_win_in_order(count):
    parks = [make_park(f"{n:05}", power_free_mw=8) for n in range(count)]
    # Two better ones stand late.
    parks[700] = make_park("00700", power_free_mw=9)
    parks[900] = make_park("00900", power_free_mw=10)
    _, best = order(Need(power_mw=5), make_land(*parks), at=TODAY)
    assert [place for place, _ in best] == [900, 700, 0, 1, 2, 3, 4, 5, 6, 7]


def test_many_parks_are_ordered_as_plain_python_orders_them():
    catalogue = rows(30, MANY)
    snapshot = Snapshot.compile(**catalogue, version="many")
    land = plain.Land(**{name: list(value) for name, value in catalogue.items()})
    compared = 0
    for need in needs(25, 30):
        _, expected = plain.rank(need, land, TODAY.year)
        _, found = order(need, snapshot, at=TODAY)
        assert [score for _, score in found] == pytest.approx([s for _, s in expected], abs=0.011)
        if len({round(score, 1) for _, score in expected}) == len(expected):
            assert [snapshot.parks.ids[place] for place, _ in found] == [n for n, _ in expected]
            compared += 1
    assert compared >= 5
