from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import call_command
from openpyxl import Workbook

from districts.models import District, Figure, Origin, Park, RegistryVersion, Shipment

from .places import SHIPPED, load_shipped, make_district, make_industry, make_park

pytestmark = pytest.mark.django_db
HEAD = "id,district,name_ru,name_en,kind,area_total_ha,area_free_ha,source,as_of\n"
ROW = "meadow,northern,Парк Луг,Meadow Park,industrial_park,40,12.5,passport,2026-03\n"


def run(path, *options):
    """(what it printed, its complaints)."""
    out, complaints = StringIO(), StringIO()
    call_command("import_registry", str(path), *options, stdout=out, stderr=complaints)
    return out.getvalue(), complaints.getvalue()


@pytest.fixture
def land(db):
    return make_district()


@pytest.fixture
def parks(tmp_path):
    def write(text, encoding="utf-8"):
        path = tmp_path / "parks.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return path

    return write


def test_it_works(land, parks):
    said, complaints = run(parks(HEAD + ROW))
    park = Park.objects.get()
    assert "parks: 1 new" in said
    assert (park.name_ru, park.area_free_ha, park.origin) == ("Парк Луг", Decimal("12.5"), "agency")
    assert park.offered is True
    assert park.power_free_mw is None
    assert "“passport” is not in sources.csv" in complaints
    assert RegistryVersion.current() == 1


def test_the_same_again_changes_nothing(land, parks):
    run(parks(HEAD + ROW))
    said, _ = run(parks(HEAD + ROW))
    assert "parks: 1 same" in said
    assert "nothing changed" in said
    assert RegistryVersion.current() == 1


def test_the_shipped_directory_changes_nothing_after_loading():
    load_shipped()
    said, complaints = run(SHIPPED)
    assert ("nothing changed" in said, complaints) == (True, "")


def test_a_dry_run_says_what_would_change_and_writes_nothing(land, parks):
    make_park(area_free_ha=3)
    said, _ = run(parks(HEAD + ROW), "--dry-run")
    assert "area_free_ha: 3.000 → 12.5" in said
    assert "nothing was written" in said
    assert Park.objects.get().area_free_ha == 3
    assert not RegistryVersion.objects.exists()


@pytest.mark.parametrize(
    ("delimiter", "encoding"),
    [(",", "utf-8"), (",", "utf-8-sig"), (";", "utf-8"), (";", "cp1251"), (",", "cp1251")],
)
def test_encodings_and_delimiters(land, parks, delimiter, encoding):
    run(parks((HEAD + ROW).replace(",", delimiter), encoding))
    assert Park.objects.get().name_ru == "Парк Луг"


def test_lists_stand_in_quotes_where_the_delimiter_is_a_semicolon(land, parks):
    make_industry("glass"), make_industry("cement")
    text = 'id;district;name_ru;name_en;industries\nmeadow;northern;Луг;Meadow;"glass;cement"\n'
    run(parks(text))
    assert Park.objects.get().industries == ["glass", "cement"]


def test_a_workbook_of_several_sheets(db, tmp_path):
    book = Workbook()
    book.active.title = "districts"
    book.active.append(["id", "oktmo", "name_ru", "name_en", "railway", "population"])
    book.active.append(["northern", 3601000, "Северный", "Northern", True, 12000.0])
    sheet = book.create_sheet("shipments")
    sheet.append(["district", "year", "bn_rub", "source"])
    sheet.append(["northern", 2024, 7.25, "report"])
    book.create_sheet("Notes")
    book.save(tmp_path / "land.xlsx")
    run(tmp_path / "land.xlsx")
    district = District.objects.get()
    assert (district.oktmo, district.railway, district.population) == ("03601000", True, 12000)
    assert Shipment.objects.get().bn_rub == Decimal("7.25")


def test_a_workbook_of_one_sheet_takes_the_files_name(land, tmp_path):
    book = Workbook()
    book.active.append(["id", "district", "name_ru", "name_en"])
    book.active.append(["meadow", "northern", "Луг", "Meadow"])
    book.save(tmp_path / "parks.xlsx")
    run(tmp_path / "parks.xlsx")
    assert Park.objects.get().pk == "meadow"


def test_russian_spreadsheet_habits(land, parks):
    text = "id;district;name_ru;name_en;area_total_ha;price_rub_ha;offered;as_of\n"
    run(parks(text + "meadow;northern;Луг;Meadow;12,5;1\u00a0200\u00a0000;нет;31.01.2026\n"))
    park = Park.objects.get()
    assert (park.area_total_ha, park.price_rub_ha) == (Decimal("12.5"), 1_200_000)
    assert (park.offered, park.as_of) == (False, "2026-01-31")


def test_columns_left_out_stay_and_blank_cells_become_unknown(land, parks):
    make_park(area_free_ha=3, power_free_mw=2, managing_company="Луг")
    run(parks("id,power_free_mw\nmeadow,\n"))
    park = Park.objects.get()
    assert (park.area_free_ha, park.power_free_mw, park.managing_company) == (3, None, "Луг")


def test_a_place_without_a_source_is_not_called_sourced(land, parks):
    run(parks("id,district,name_ru,name_en,state\nmeadow,northern,Луг,Meadow,sourced\n"))
    assert Park.objects.get().state == "unverified"


def test_a_new_value_leaves_the_old_source_behind(parks):
    load_shipped()
    run(parks("id,area_total_ha,source,as_of\ndostoyanie,14,passport,2026-06\n"))
    assert not Figure.objects.filter(place="dostoyanie", field="area_total_ha").exists()
    park = Park.objects.get(pk="dostoyanie")
    assert (park.sources, park.as_of, park.origin) == (["passport"], "2026-06", Origin.AGENCY)


def test_values_not_in_the_file_keep_the_source_they_had(parks):
    load_shipped()
    run(parks("id,area_total_ha,source,as_of\nkuban_ust_labinsk,14,passport,2026-06\n"))
    told = {row.field: row for row in Figure.objects.filter(place="kuban_ust_labinsk")}
    assert (told["water_total_m3d"].sources, told["water_total_m3d"].as_of) == (["S155"], "2026")
    assert (told["stage"].sources, told["stage"].origin) == (["S155", "S162"], Origin.AGENCY)
    assert "area_total_ha" not in told
    assert "rail" not in told, "unknown, so nothing to keep a source of"


def test_what_the_agency_imported_survives_the_next_load(parks):
    load_shipped()
    run(parks("id,area_free_ha,source,as_of\ndostoyanie,2.5,passport,2026-06\n"))
    assert "nothing changed" in load_shipped()
    assert Park.objects.get(pk="dostoyanie").area_free_ha == Decimal("2.5")
