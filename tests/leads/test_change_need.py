"""The need corrected by hand: kept, told in history, matched again."""

import pytest

from districts.matching.need import Bounds, Need
from leads import flow
from leads.models import Inquiry
from tests.world import AT, make_district, make_inquiry, maria, registry_changed

pytestmark = pytest.mark.django_db


def test_it_works():
    make_district("abinsky")
    registry_changed()
    inquiry = make_inquiry(figures=Need(land_ha=Bounds(5, 5)))
    figures = Need(land_ha=Bounds(9, None), capex_mln_rub=650)
    assert flow.change_need(inquiry, figures, by=maria(), at=AT)
    inquiry = Inquiry.objects.get(pk=inquiry.pk)
    assert inquiry.need.figures() == figures
    assert inquiry.capex_mln_rub == 650
    assert inquiry.match_runs.count() == 2
    changed = inquiry.activities.get(kind="need_changed")
    told = {name: changed.data[name] for name in ("was", "now")}
    assert told == {
        "was": {"land_ha": {"min": 5, "max": 5}, "capex_mln_rub": None},
        "now": {"land_ha": {"min": 9, "max": None}, "capex_mln_rub": 650},
    }


def test_the_same_figures_change_nothing():
    figures = Need(land_ha=Bounds(5, 5), gas=False)
    inquiry = make_inquiry(figures=figures)
    assert flow.change_need(inquiry, figures, by=maria(), at=AT) is None
    assert inquiry.match_runs.count() == 1
    assert not inquiry.activities.filter(kind="need_changed").exists()


def test_what_is_no_project_is_kept_and_not_matched():
    inquiry = make_inquiry(kind="consultation")
    assert flow.change_need(inquiry, Need(power_mw=2), by=maria(), at=AT) is None
    assert Inquiry.objects.get(pk=inquiry.pk).need.power_mw == 2
