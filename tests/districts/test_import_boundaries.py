"""Boundaries of an agency's own on the map: found in the registry or named, undone in one step."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from districts.borders import simplified
from districts.models import Boundary
from tests.districts.places import make_district

pytestmark = pytest.mark.django_db
CREDIT = ("--credit", "© Agency", "--credit-url", "https://agency.example/licence")


def ring(lon, lat, size=0.4):
    return [
        [lon, lat],
        [lon + size, lat],
        [lon + size, lat + size],
        [lon, lat + size],
        [lon, lat],
    ]


def feature(told, geometry=None):
    geometry = geometry or {"type": "Polygon", "coordinates": [ring(39, 45)]}
    return {"type": "Feature", "properties": told, "geometry": geometry}


@pytest.fixture(autouse=True)
def _two(db):
    make_district("east", oktmo="03701000", lat=45.2, lon=39.2, name_ru="Восточный район")
    make_district("west", oktmo="03705000", lat=45.2, lon=38.8, name_ru="Западный район")


@pytest.fixture
def run(tmp_path):
    def call(features, *options):
        path = tmp_path / "borders.geojson"
        text = features if isinstance(features, str) else json.dumps({"features": features})
        path.write_text(text, encoding="utf-8")
        out, err = StringIO(), StringIO()
        try:
            call_command(
                "import_boundaries", str(path), *(options or CREDIT), stdout=out, stderr=err
            )
        except CommandError as error:
            return f"{err.getvalue()}{error}"
        return out.getvalue() + err.getvalue()

    return call


def the_map(client):
    html = client.get("/districts/?lang=en").content.decode()
    return html.split('id="map"')[1].split('id="after-map"')[0]


@pytest.mark.parametrize(
    "told",
    [
        {"oktmo": "03701000"},
        {"OKTMO": "03701000001"},
        {"id": "east"},
        {"name": "Восточный муниципальный район"},
        {"name_en": "District east"},
    ],
)
def test_it_works(client, run, told):
    said = run([feature(told)])
    assert "1 districts, 4 points drawn with 4" in said
    assert "no outline for west: drawn as a disc" in said
    drawn = the_map(client)
    assert '<a href="https://agency.example/licence">© Agency</a>' in drawn
    assert "Schematic" not in drawn
    assert Boundary.objects.get().rings == [[[39, 45], [39.4, 45], [39.4, 45.4], [39, 45.4]]]


def test_undo_brings_the_schematic_map_back(client, run):
    run([feature({"id": "east"})])
    out = StringIO()
    call_command("import_boundaries", "--remove", "--dry-run", stdout=out)
    assert Boundary.objects.exists()
    call_command("import_boundaries", "--remove", stdout=out)
    assert "1 boundaries removed" in out.getvalue()
    assert "Schematic" in the_map(client)


def test_a_dry_run_writes_nothing(run):
    assert "nothing was written" in run([feature({"id": "east"})], *CREDIT, "--dry-run")
    assert not Boundary.objects.exists()


def test_a_second_import_takes_the_place_of_the_first(run):
    run([feature({"id": "east"})])
    west = {"type": "Polygon", "coordinates": [ring(38.6, 45)]}
    run([feature({"id": "west"}, west)])
    assert [row.pk for row in Boundary.objects.all()] == ["west"]


@pytest.mark.parametrize(
    ("features", "said"),
    [
        ("{", "this is no JSON"),
        ("[]", "no features"),
        ([], "no features"),
        ([feature({"name": "Nowhere"})], "feature 1 (Nowhere): no district of the registry"),
        ([feature({})], "feature 1: no district of the registry"),
        ([None], "feature 1: no district"),
        ([feature({"id": "east"}), feature({"oktmo": "03701000"})], "feature 2 (03701000): east"),
        ([feature({"id": "east"}, {"type": "Point", "coordinates": [1, 2]})], "geometry is Point"),
        ([feature({"id": "east", "oktmo": "03705000"})], "it may be east or west"),
        ([feature({"id": "west"}, {"type": "Polygon", "coordinates": []})], "no ring"),
        (
            [feature({"id": "west"}, {"type": "Polygon", "coordinates": [["x"]]})],
            "not pairs of numbers",
        ),
        (
            [feature({"id": "west"}, {"type": "Polygon", "coordinates": [ring(4e6, 5e6)]})],
            "export it in WGS 84",
        ),
        (
            [feature({"id": "west"}, {"type": "Polygon", "coordinates": [ring(45, 39)]})],
            "whether the two are swapped",
        ),
        (
            [feature({"id": "west"}, {"type": "Polygon", "coordinates": [ring(39, 45)[:-1]]})],
            "close it",
        ),
        (
            [feature({"id": "west"}, {"type": "Polygon", "coordinates": [[[39, 45]] * 5]})],
            "fewer than three",
        ),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_changed(run, features, said):
    run([feature({"id": "east"})])
    told = run(features)
    assert said in told
    assert "Nothing was changed." in told
    assert [row.pk for row in Boundary.objects.all()] == ["east"]


def test_a_map_without_a_credit_is_refused(run):
    assert "Say whose boundaries" in run([feature({"id": "east"})], "--credit", " ")


def test_a_credit_is_never_markup(client, run):
    run([feature({"id": "east"})], "--credit", "<script>alert(1)</script>")
    assert "<script>alert" not in the_map(client)


def test_neighbours_keep_one_line_between_them():
    """A wavy line between two squares is drawn with fewer points, and the same from both sides."""
    wave = [(39.0 + 0.0004 * (n % 3), 45 + n / 100) for n in range(101)]
    east = [*wave, (40.0, 46.0), (40.0, 45.0)]
    west = [*wave[::-1], (38.0, 45.0), (38.0, 46.0)]
    drawn = simplified({"east": [east], "west": [west]}, 0.3)
    shared = set(drawn["east"][0]) & set(drawn["west"][0])
    assert {wave[0], wave[-1]} <= shared
    assert len(shared) < 10
    assert len(drawn["east"][0]) == len(shared) + 2 == len(drawn["west"][0])


def test_an_island_stays_and_a_speck_goes():
    island = [(39.0, 45.0), (39.001, 45.0), (39.0, 45.001)]
    land = [(39.0, 46.0), (40.0, 46.0), (40.0, 47.0)]
    assert simplified({"a": [island]}, 0.3) == {"a": [island]}
    assert simplified({"a": [island, land]}, 0.3)["a"] == [land]
