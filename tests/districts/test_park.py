import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import override

from districts.models import Park

from .places import make_park

pytestmark = pytest.mark.django_db


def test_it_works():
    make_park("open"), make_park("unsaid", stage="")
    make_park("never", offered=False), make_park("gone", stage="closed")
    make_park("retired", retired_at=timezone.now())
    assert set(Park.objects.offered().values_list("pk", flat=True)) == {"open", "unsaid"}


def test_a_park_of_a_retired_district_is_not_offered():
    park = make_park()
    type(park.district).objects.update(retired_at=timezone.now())
    assert not Park.objects.offered().exists()


def test_blank_is_unknown():
    park = make_park()
    park.refresh_from_db()
    assert (park.area_free_ha, park.gas_free_m3h, park.hazard_class_accepted) == (None, None, None)


def test_its_words_follow_the_language():
    park = make_park(managing_company="УК «Луг»", note_ru="Рядом река", note_en="By the river")
    assert (park.manager, park.note) == ("УК «Луг»", "Рядом река")
    with override("en"):
        assert (park.name, park.manager, park.note) == ("Park meadow", "УК «Луг»", "By the river")


@pytest.mark.parametrize(
    ("wrong", "constraint"),
    [
        ({"area_free_ha": 3, "area_total_ha": 2}, "park_area_free_ha_within_total"),
        ({"power_free_mw": 3, "power_total_mw": 2}, "park_power_free_mw_within_total"),
        ({"gas_free_m3h": -1}, "park_gas_free_m3h_not_negative"),
        ({"hazard_class_accepted": 6}, "park_hazard_class"),
        ({"as_of": "2023-13"}, "park_as_of_is_iso"),
    ],
)
def test_impossible_figures_are_refused(wrong, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        make_park(**wrong)


def test_free_without_a_total_is_fine():
    assert make_park(area_free_ha=3).area_total_ha is None
