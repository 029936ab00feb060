"""Hectares asked for by district, for each hectare known to be free."""

import pytest

from leads.models import Inquiry, Need
from leads.reports import demand
from tests.reports.figures import (
    assert_marks_lead_to_their_counts,
    inquiry,
    leave_out,
    rows,
    scope,
)
from tests.world import make_district, make_park

pytestmark = pytest.mark.django_db


def test_unknown_land_is_unknown_and_no_land_has_no_ratio():
    for n, key in enumerate(("abinsky", "krymsky", "seversky")):
        make_district(key, lat=45 + n, lon=38)
    make_park("one", "abinsky", area_free_ha=4)
    make_park("two", "abinsky")
    make_park("three", "krymsky")
    make_park("four", "dinskoy", area_free_ha=0)
    make_park("gone", "abinsky", area_free_ha=900, offered=False)
    inquiry(1, main_district_id="abinsky")
    inquiry(2, main_district_id="abinsky")
    silent = inquiry(3, main_district_id="abinsky")
    Need.objects.filter(inquiry=silent).update(land_ha_min=None, land_ha_max=None)
    inquiry(4, main_district_id="krymsky")
    inquiry(5, main_district_id="dinskoy")
    inquiry(6, main_district_id=None)
    leave_out(10)
    Inquiry.objects.filter(disposition="spam").update(main_district_id="abinsky")
    report = demand.read(scope())
    assert rows(report) == [
        ["Abinsky District", 3, 2, "10.0", "4.0", "1 of 2", "2.50"],
        ["Dinskoy District", 1, 1, "5.0", "0.0", "1 of 1", "—"],
        ["Krymsky District", 1, 1, "5.0", "unknown", "0 of 1", "unknown"],
    ]
    assert [bar.tone for bar in report.bars] == [5, 6, 6]
    drawn = {area.mark: (area.tone, area.said) for area in report.areas}
    assert drawn == {"abinsky": (5, "2.50"), "krymsky": (6, "?"), "": (0, "")}
    assert report.title == "More asked than is known to be free: 1; free land unknown: 1"
    assert report.facts == [("Without a district", "1", "nowhere")]
    assert_marks_lead_to_their_counts(demand, report, scope())
    assert demand.marked(scope(), "nowhere").count() == 1


def test_land_that_nobody_named_is_unknown():
    make_park("one", "abinsky", area_free_ha=4)
    Need.objects.filter(inquiry=inquiry(1, main_district_id="abinsky")).update(
        land_ha_min=None, land_ha_max=None
    )
    assert rows(demand.read(scope())) == [
        ["Abinsky District", 1, 0, "unknown", "4.0", "1 of 1", "—"]
    ]


def test_no_district_is_asked():
    assert demand.read(scope()).title == "No district is asked for"
