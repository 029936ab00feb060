from decimal import Decimal

import pytest
from django.core.management import CommandError, call_command

from districts.management.commands import load_registry
from districts.models import District, Figure, Industry, Origin, Park, RegistryVersion, Source

from .places import SHIPPED, load_shipped, make_park

pytestmark = pytest.mark.django_db


@pytest.fixture
def copy(tmp_path, monkeypatch):
    """Shipped files that a test may spoil."""
    for file in SHIPPED.glob("*.csv"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    monkeypatch.setattr(load_registry, "SHIPPED", tmp_path)
    return tmp_path


def test_it_works():
    said = load_shipped()
    assert "districts: 44 new" in said
    assert "parks: 46 new" in said
    assert District.objects.count() == 44
    assert Industry.objects.get(pk="cement").parent_id == "building_materials"
    assert Source.objects.get(pk="S01").url.startswith("https://dinskayainvest.ru/")
    dostoyanie = Park.objects.get(pk="dostoyanie")
    assert (dostoyanie.area_total_ha, dostoyanie.area_free_ha) == (Decimal("13.3"), None)
    assert dostoyanie.power_free_mw is None
    assert District.objects.get(pk="otradnensky").federal_highway is None
    assert District.objects.get(pk="otradnensky").railway is False


def test_the_second_run_changes_nothing():
    load_shipped()
    version = RegistryVersion.objects.get()
    said = load_shipped()
    assert "nothing changed" in said
    assert "new" not in said
    again = RegistryVersion.objects.get()
    assert (
        (again.number, again.loaded_at)
        == (version.number, version.loaded_at)
        == (1, again.loaded_at)
    )


def test_plans_of_2017_are_never_offered():
    load_shipped()
    assert Park.objects.filter(pk__startswith="plan2017_").count() == 10
    assert not Park.objects.offered().filter(pk__startswith="plan2017_").exists()


def test_a_row_gone_from_the_files_is_retired_and_comes_back(copy):
    load_shipped()
    parks = copy / "parks.csv"
    whole = parks.read_text(encoding="utf-8")
    lines = [line for line in whole.splitlines(True) if not line.startswith("kopanskoy,")]
    parks.write_text("".join(lines), encoding="utf-8")
    figures = copy / "figures.csv"
    kept = [x for x in figures.read_text().splitlines(True) if ",kopanskoy," not in x]
    figures.write_text("".join(kept))
    said = load_shipped()
    assert "1 retired" in said
    assert Park.objects.get(pk="kopanskoy").retired_at is not None
    assert not Park.objects.offered().filter(pk="kopanskoy").exists()
    assert not Figure.objects.filter(place="kopanskoy").exists()
    parks.write_text(whole, encoding="utf-8")
    load_shipped()
    assert Park.objects.get(pk="kopanskoy").retired_at is None


def test_a_changed_file_raises_the_version(copy):
    load_shipped()
    shipments = copy / "shipments.csv"
    shipments.write_text(shipments.read_text().replace("abinsky,2023,96.7", "abinsky,2023,96.8"))
    assert "shipments: 1 changed, 9 same" in load_shipped()
    assert RegistryVersion.current() == 2


def test_the_agencys_own_rows_are_left_alone(copy):
    load_shipped()
    own = make_park("own_park", district=District.objects.get(pk="armavir"))
    Park.objects.filter(pk="dostoyanie").update(origin=Origin.AGENCY, area_free_ha=4)
    Figure.objects.filter(place="dostoyanie").delete()
    said = load_shipped()
    own.refresh_from_db()
    assert own.retired_at is None
    assert Park.objects.get(pk="dostoyanie").area_free_ha == 4
    assert not Figure.objects.filter(place="dostoyanie").exists()
    assert "1 kept" in said
    assert "nothing changed" in said


def test_a_spoiled_file_changes_nothing(copy):
    (copy / "parks.csv").write_text("id,district\nx,nowhere\n", encoding="utf-8")
    with pytest.raises(CommandError, match="nowhere"):
        call_command("load_registry")
    assert not District.objects.exists()
    assert RegistryVersion.current() == 0


def test_its_queries_do_not_grow_with_the_rows(django_assert_max_num_queries):
    with django_assert_max_num_queries(40):
        load_shipped()
    with django_assert_max_num_queries(16):
        load_shipped()
