"""Sets of weights: the newest is in force, none is edited, wrong ones are refused."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import ProgrammingError, transaction

from districts import land
from districts.matching.weights import DEFAULT_WEIGHTS
from districts.models import RegistryVersion, WeightSet

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 17, 7, 30, tzinfo=UTC)
GIVEN = dict(DEFAULT_WEIGHTS.by_criterion)


@pytest.fixture(autouse=True)
def _own_land(monkeypatch):
    monkeypatch.setattr(land, "_current", None)


def put(weights, after=1, **words):
    return WeightSet.put_in_force(
        weights, after=after, at=AT, **{"by": "Gleb", "note": "?"} | words
    )


def test_it_works():
    first = WeightSet.current()
    assert (first.number, first.by_criterion) == (1, GIVEN)
    made = put(GIVEN | {"power": 30}, note="power is scarce")
    assert (made.number, made.made_by, made.note) == (2, "Gleb", "power is scarce")
    assert WeightSet.current() == made
    assert WeightSet.objects.get(number=1).by_criterion == GIVEN


def test_every_process_holds_the_new_weights_by_one_row(django_assert_num_queries):
    RegistryVersion.rise(at=AT)
    assert land.current_land().weights.by_criterion["power"] == GIVEN["power"]
    with django_assert_num_queries(1):
        land.current_land()
    put(GIVEN | {"power": 30})
    weights = land.current_land().weights
    assert (weights.version, weights.by_criterion["power"]) == ("2", 30)


def test_a_set_that_follows_another_than_the_newest_is_not_made():
    assert put(GIVEN | {"power": 30})
    version = RegistryVersion.current()
    assert put(GIVEN | {"power": 1}, after=1) is None
    assert WeightSet.current().by_criterion["power"] == 30
    assert RegistryVersion.current() == version


@pytest.mark.parametrize(
    "weights",
    [
        {},
        [],
        GIVEN | {"alchemy": 1},
        GIVEN | {"power": -1},
        GIVEN | {"power": float("nan")},
        GIVEN | {"power": 1001},
        GIVEN | {"power": True},
        GIVEN | {"power": "8"},
        dict.fromkeys(GIVEN, 0),
    ],
)
def test_what_are_no_weights_is_refused(weights):
    with pytest.raises(ValidationError):
        put(weights)
    assert WeightSet.objects.count() == 1
    assert RegistryVersion.current() == 0


@pytest.mark.parametrize("harm", ["update", "delete"])
def test_the_database_refuses_to_change_a_set(harm):
    rows = WeightSet.objects.filter(number=1)
    with pytest.raises(ProgrammingError, match="never changed or removed"), transaction.atomic():
        rows.update(note="x") if harm == "update" else rows.delete()
