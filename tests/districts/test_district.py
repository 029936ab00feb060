from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.utils.translation import override

from districts.models import District, Shipment

from .places import make_district

pytestmark = pytest.mark.django_db


def ship(district, year, bn_rub):
    return Shipment.objects.create(
        district=district, year=year, bn_rub=Decimal(bn_rub), sources=["S1"], state="sourced"
    )


def test_it_works():
    north, south = make_district("northern"), make_district("southern")
    ship(north, 2023, "1.5"), ship(south, 2023, "7"), ship(north, 2022, "99")
    assert Shipment.objects.years() == [2023, 2022]
    ranked = list(District.objects.by_shipments(2023))
    assert [(row.pk, row.bn_rub) for row in ranked] == [
        ("southern", 7),
        ("northern", Decimal("1.5")),
    ]
    assert ranked[0].shipment_sources == ["S1"]


def test_equal_shipments_stand_in_one_order():
    for name in ("b", "a", "c"):
        ship(make_district(name), 2023, "5")
    assert [row.pk for row in District.objects.by_shipments(2023)] == ["a", "b", "c"]


def test_those_without_a_figure_are_the_rest():
    ship(make_district("northern"), 2023, "1")
    make_district("southern")
    assert [row.pk for row in District.objects.without_shipments(2023)] == ["southern"]


def test_without_any_figure_there_is_no_year():
    make_district()
    assert Shipment.objects.years() == []
    assert [row.pk for row in District.objects.without_shipments(None)] == ["northern"]
    assert list(District.objects.by_shipments(None)) == []


def test_its_name_follows_the_language():
    district = make_district(name_ru="Северный", name_en="Northern", centre_ru="Село")
    assert (district.name, str(district), district.centre) == ("Северный", "Северный", "Село")
    with override("en"):
        assert (district.name, district.centre) == ("Northern", "Село")


def test_a_shipment_stands_for_its_year():
    assert ship(make_district(), 2023, "1").stands_for == "2023"


@pytest.mark.parametrize(
    ("wrong", "constraint"),
    [
        ({"lat": 91}, "district_lat_on_earth"),
        ({"lon": -181}, "district_lon_on_earth"),
        ({"area_km2": 0}, "district_area_above_zero"),
        ({"as_of": "spring"}, "district_as_of_is_iso"),
    ],
)
def test_impossible_figures_are_refused(wrong, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        make_district(**wrong)


def test_one_oktmo_is_one_district():
    make_district("northern", oktmo="03601000")
    with pytest.raises(IntegrityError, match="district_oktmo_once"), transaction.atomic():
        make_district("southern", oktmo="03601000")


def test_one_shipment_a_year():
    district = make_district()
    ship(district, 2023, "1")
    with pytest.raises(IntegrityError, match="shipment_once_a_year"), transaction.atomic():
        ship(district, 2023, "2")
