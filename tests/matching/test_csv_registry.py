import shutil

import pytest

from districts.matching.csv_registry import RegistryError, load, rows
from tests.matching.made_up import REGISTRY


@pytest.fixture
def registry(tmp_path):
    return shutil.copytree(REGISTRY, tmp_path / "registry")


def replace(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_it_works():
    land = load(REGISTRY)
    assert len(land.districts.ids) == 12
    assert len(land.parks.ids) == 58, "two of sixty are not offered"
    park = next(row for row in rows(REGISTRY)["parks"] if row.id == "park_01")
    assert (park.power_free_mw, park.rail, park.offered) == (3.2, "near", True)
    assert park.industries == ("paper_packaging", "energy", "pharma")


def test_blank_is_unknown():
    park = next(row for row in rows(REGISTRY)["parks"] if row.id == "park_60")
    assert park.power_free_mw is park.rail is park.stage is park.area_total_ha is None


def test_the_version_follows_what_the_files_hold(registry):
    before = load(registry).version
    assert load(registry).version == before == load(REGISTRY).version
    replace(registry / "parks.csv", "113.6,3.2,", "113.6,3.3,")
    assert load(registry).version != before


def test_a_byte_order_mark_and_other_columns_do_no_harm(registry):
    path = registry / "shipments.csv"
    path.write_text("\ufeffdistrict,note,year,bn_rub\ndistrict_01,x,2023,5\n", encoding="utf-8")
    assert rows(registry)["shipments"][0].bn_rub == 5


def test_priorities_and_shipments_may_be_missing(registry):
    (registry / "priorities.csv").unlink()
    (registry / "shipments.csv").unlink()
    assert len(load(registry).parks.ids) == 58


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("parks", "113.6,3.2,", "113.6,much,", "line 2: power_free_mw is no figure"),
        ("parks", "113.6,3.2,", "113.6,-1,", "line 2: power_free_mw is no figure"),
        ("parks", "113.6,3.2,", "113.6,nan,", "line 2: power_free_mw is no figure"),
        ("parks", ",near,", ",nearby,", "line 2: rail is none of none, near, own: 'nearby'"),
        ("parks", "park_01,", ",", "line 2: id is blank"),
        ("parks", "park_01,district_01", "park_01,atlantis", "unknown district 'atlantis'"),
        ("parks", "park_02,", "park_01,", "park given twice: park_01"),
        ("shipments", ",2022,", ",,", "line 2: year is blank"),
    ],
)
def test_what_makes_no_sense_is_refused(registry, name, old, new, told):
    replace(registry / f"{name}.csv", old, new)
    with pytest.raises(RegistryError, match=told):
        load(registry)


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(RegistryError, match="is not there"):
        load(tmp_path)
