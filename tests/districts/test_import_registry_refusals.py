"""What `import_registry` refuses: each time with the place, the reason, and nothing changed."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from districts.models import District, Park, RegistryVersion

from .places import make_district

pytestmark = pytest.mark.django_db
HEAD = "id,district,name_ru,name_en,kind,area_total_ha,area_free_ha,source,as_of\n"
ROW = "meadow,northern,Парк Луг,Meadow Park,industrial_park,40,12.5,passport,2026-03\n"


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
        (HEAD + "x,northern,а,b,,1e400,,,\n", "is not a number"),
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
