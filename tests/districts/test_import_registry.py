from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
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


def refused(path):
    """Everything said about a refused import, which changed nothing."""
    before = (RegistryVersion.current(), Park.objects.count(), District.objects.count())
    complaints = StringIO()
    with pytest.raises(CommandError) as stop:
        call_command("import_registry", str(path), stdout=StringIO(), stderr=complaints)
    assert (RegistryVersion.current(), Park.objects.count(), District.objects.count()) == before
    assert "Nothing was changed" in str(stop.value)
    return complaints.getvalue() + str(stop.value)


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
    assert RegistryVersion.current() == 0


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


def test_every_wrong_cell_is_told_with_line_column_and_what_to_do(land, parks):
    text = HEAD + ROW + "forest,nowhere,Лес,Forest,village,много,1,,spring\n"
    said = refused(parks(text))
    assert "parks.csv, line 3, column district: “nowhere” is not in districts" in said
    assert "parks.csv, line 3, column kind: “village” is not one of: industrial_park" in said
    assert "parks.csv, line 3, column area_total_ha: “много” is not a number" in said
    assert "parks.csv, line 3, column as_of: “spring” is not a date; write 2026" in said
    assert "4 to correct" in said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "id,district,name_ru,name_en,colour\nx,northern,a,b,red\n",
            "column colour: no such column",
        ),
        ("district,name_ru\nnorthern,a\n", "the column id is missing"),
        ("id,id\nx,x\n", "column id stands twice"),
        ("id,name_ru\nnew,Новый\n", "a new row needs the column district, name_en"),
        (HEAD + ROW + ROW, "line 3: meadow stands on line 2 too"),
        (HEAD + "x,northern,а,b,,1,2,,\n", "2.000 is more than area_total_ha 1.000"),
        (HEAD + "x,northern,а,b,,-1,,,\n", "-1 is outside 0 to"),
        (HEAD + "x,northern,а,b,,1e400,,,\n", "is outside 0 to"),
        (HEAD + "x,northern,а,b,,NaN,,,\n", "is not a number"),
        (HEAD + ",northern,а,b,,,,,\n", "column id: fill it in"),
        (HEAD + "X Y,northern,а,b,,,,,\n", "write an id of Latin small letters"),
        (HEAD + "x,northern,а,b,,,,,,extra\n", "10 cells for 9 columns"),
        (HEAD + f"x,northern,{'а' * 201},b,,,,,\n", "at most 200 signs"),
        (HEAD + 'x,northern,"а"b,c,,,,,\n', "not a CSV row"),
        ("", "empty. The first line names the columns"),
        ("id,district\nx\0,northern\n", "not UTF-8 or Windows-1251"),
        ("id,district\n".encode("utf-16"), "Save it as “CSV UTF-8”"),
        (b"id,district\n\x98\xff,northern\n", "neither UTF-8 nor Windows-1251"),
        (HEAD + "x,northern,а\u202eб,b,,,,,\n", "remove the control characters"),
    ],
)
def test_what_is_refused(land, parks, text, told):
    assert told in refused(parks(text))


def test_good_rows_of_a_bad_file_are_not_taken(land, parks):
    refused(parks(HEAD + ROW + "forest,nowhere,Лес,Forest,,,,,\n"))
    assert not Park.objects.exists()


def test_a_good_file_beside_a_bad_one_is_not_taken(db, tmp_path):
    (tmp_path / "districts.csv").write_text("id,name_ru,name_en\nsouthern,Южный,Southern\n")
    (tmp_path / "shipments.csv").write_text("district,year,bn_rub\nsouthern,2024,много\n")
    assert "shipments.csv, line 2, column bn_rub" in refused(tmp_path)


def test_a_file_of_an_unknown_name(db, tmp_path):
    (tmp_path / "park.csv").write_text("id\nx\n")
    assert "“park” is no table. Name it one of: sources, industries" in refused(tmp_path)


def test_a_path_that_is_not_there(db, tmp_path):
    assert "no such file or directory" in refused(tmp_path / "nothing")


def test_a_directory_without_tables(db, tmp_path):
    assert "no .csv or .xlsx file" in refused(tmp_path)


def test_a_workbook_that_is_none(db, tmp_path):
    (tmp_path / "parks.xlsx").write_bytes(b"PK\x03\x04 not a workbook")
    assert "not an XLSX workbook" in refused(tmp_path / "parks.xlsx")


def test_two_districts_of_one_oktmo(db, tmp_path):
    make_district("northern", oktmo="03601000")
    path = tmp_path / "districts.csv"
    path.write_text("id,oktmo,name_ru,name_en\nsouthern,03601000,Южный,Southern\n")
    assert "line 2, column oktmo: “03601000” belongs to northern already" in refused(path)


def test_industries_in_a_circle(db, tmp_path):
    path = tmp_path / "industries.csv"
    path.write_text("code,parent,name_ru,name_en\na,b,А,A\nb,a,Б,B\n")
    assert "an industry cannot stand above itself" in refused(path)


def test_a_figure_of_nothing(land, tmp_path):
    path = tmp_path / "figures.csv"
    path.write_text(
        "place_kind,place,field,source\ndistrict,nowhere,lat,S\ndistrict,northern,x,S\n"
    )
    said = refused(path)
    assert "column place: “nowhere” is not in districts" in said
    assert "column field: “x” is not one of: oktmo" in said


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
    run(parks("id,area_total_ha,source,as_of\ndostoyanie,14,passport,2026-06\n"))
    power = Figure.objects.get(place="dostoyanie", field="power_total_mw")
    stage = Figure.objects.get(place="dostoyanie", field="stage")
    assert (power.sources, power.as_of) == (["S152"], "2022-08-18")
    assert stage.sources == ["S150", "S151", "S152", "S153", "S154"]


def test_what_the_agency_imported_survives_the_next_load(parks):
    load_shipped()
    run(parks("id,area_free_ha,source,as_of\ndostoyanie,2.5,passport,2026-06\n"))
    assert "nothing changed" in load_shipped()
    assert Park.objects.get(pk="dostoyanie").area_free_ha == Decimal("2.5")
