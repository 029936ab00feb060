"""The shipped files are whole and say nothing that their sources do not."""

from decimal import Decimal

import pytest

from districts.as_of import last_day
from districts.models import District, Park

from .places import shipped

SHIPMENTS_2023 = {
    "abinsky": "96.7",
    "krasnodar": "67.1",
    "novorossiysk": "58.7",
    "belorechensky": "28.4",
    "timashyovsky": "19.9",
    "armavir": "15.9",
    "seversky": "12.4",
    "kushchyovsky": "9.9",
    "dinskoy": "9.6",
    "krymsky": "8.8",
}
TABLES = ("districts", "parks", "priorities", "shipments", "evidence", "figures")
FREE = (
    *("largest_plot_ha", "power_free_mw", "gas_free_m3h", "water_free_m3d", "sewage_free_m3d"),
    *("hazard_class_accepted", "price_rub_ha", "airport_km"),
)


def ids(table, column="id"):
    return {row[column] for row in shipped(table)}


def listed(cell):
    return [part for part in cell.split(";") if part]


def test_the_registry_has_its_rows():
    assert len(shipped("districts")) == 44
    assert len(shipped("parks")) == 46
    assert len(shipped("industries")) == 36


def test_shipments_are_the_ten_of_2023():
    assert {row["district"]: row["bn_rub"] for row in shipped("shipments")} == SHIPMENTS_2023
    assert {row["year"] for row in shipped("shipments")} == {"2023"}


def test_every_district_named_exists():
    known = ids("districts")
    named = {row["district"] for table in ("parks", "priorities", "shipments", "evidence")
             for row in shipped(table)}  # fmt: skip
    neighbours = {name for row in shipped("districts") for name in listed(row["neighbours"])}
    assert named | neighbours <= known


def test_neighbours_know_each_other():
    near = {row["id"]: set(listed(row["neighbours"])) for row in shipped("districts")}
    assert [(a, b) for a, names in near.items() for b in names if a not in near[b]] == []


def test_every_industry_named_exists():
    known = ids("industries", "code")
    named = {row["industry"] for row in shipped("priorities")}
    for table in ("parks", "evidence"):
        named |= {code for row in shipped(table) for code in listed(row["industries"])}
    named |= {row["parent"] for row in shipped("industries") if row["parent"]}
    assert named <= known


@pytest.mark.parametrize("table", TABLES)
def test_every_source_named_is_registered(table):
    known = ids("sources")
    assert {name for row in shipped(table) for name in listed(row["source"])} <= known


@pytest.mark.parametrize("table", TABLES)
def test_a_row_without_source_is_not_called_sourced(table):
    rows = [row for row in shipped(table) if not row["source"]]
    assert {row["state"] for row in rows} <= {"unverified"}


@pytest.mark.parametrize("table", TABLES)
def test_dates_are_days_that_were(table):
    for row in shipped(table):
        last_day(row.get("as_of", ""))


def test_every_known_figure_of_a_district_has_its_own_provenance():
    stated = {(row["place"], row["field"]) for row in shipped("figures")
              if row["place_kind"] == "district"}  # fmt: skip
    columns = {name: f"{name}_ru" if name == "centre" else name for name in District.FIGURES}
    missing = [
        (row["id"], name)
        for row in shipped("districts")
        for name, column in columns.items()
        if row[column] and (row["id"], name) not in stated
    ]
    assert missing == []


def test_figures_speak_of_values_that_are_there():
    places = {
        "district": {row["id"]: row for row in shipped("districts")},
        "park": {row["id"]: row for row in shipped("parks")},
    }
    blank = []
    for row in shipped("figures"):
        place = places[row["place_kind"]][row["place"]]
        if not place.get(row["field"], place.get(f"{row['field']}_ru")):
            blank.append(row)
    assert blank == []


def test_what_nobody_sourced_is_blank_and_not_zero():
    parks = shipped("parks")
    assert {row[name] for row in parks for name in FREE} == {""}
    zeros = {(row["id"], name) for row in parks for name in row if row[name] in {"0", "0.0"}}
    assert {name for _, name in zeros} == {"port_km"}, "only a port lies at its port"
    assert all(row["kind"] == "port_zone" for row in parks if (row["id"], "port_km") in zeros)


def test_free_area_is_known_where_it_was_offered_as_free():
    assert {row["id"]: row["area_free_ha"] for row in shipped("parks") if row["area_free_ha"]} == {
        "raevskaya_wood": "22.3"
    }


def test_totals_are_not_sold_as_free():
    power = {row["id"]: row["power_total_mw"] for row in shipped("parks") if row["power_total_mw"]}
    assert power == {"dostoyanie": "17"}


def test_parks_of_the_2017_list_are_never_offered():
    plans = [row for row in shipped("parks") if row["id"].startswith("plan2017_")]
    assert len(plans) == 10
    assert {row["offered"] for row in plans} == {"no"}


def test_choices_are_known_ones():
    for row in shipped("parks"):
        assert row["kind"] in Park.Kind.values
        assert row["stage"] in {*Park.Stage.values, ""}
        assert row["field"] in {*Park.Field.values, ""}
        assert row["rail"] in {*Park.Rail.values, ""}
    assert {row["kind"] for row in shipped("districts")} == set(District.Kind.values)


def test_official_statements_are_five_and_weigh_more_than_evidence():
    rows = shipped("priorities")
    official = [row for row in rows if row["basis"] == "official"]
    evidence = [row for row in rows if row["basis"] == "evidence"]
    assert {row["district"] for row in official} == {
        *("novorossiysk", "apsheronsky", "gulkevichsky", "korenovsky", "seversky")
    }
    least = min(Decimal(row["weight"]) for row in official)
    assert least > max(Decimal(row["weight"]) for row in evidence)


def test_evidence_from_general_knowledge_makes_no_priority():
    """Abrau-Dyurso is known from memory alone, so wine is no evidence of Novorossiysk."""
    unverified = {
        (row["district"], code)
        for row in shipped("evidence")
        if row["state"] == "unverified"
        for code in listed(row["industries"])
    }
    sourced = {
        (row["district"], code)
        for row in shipped("evidence")
        if row["state"] == "sourced"
        for code in listed(row["industries"])
    }
    claimed = {(r["district"], r["industry"]) for r in shipped("priorities")
               if r["basis"] == "evidence"}  # fmt: skip
    assert ("novorossiysk", "beverages_wine") in unverified - sourced
    assert claimed <= sourced


@pytest.mark.parametrize(
    ("table", "stems"),
    [("industries", ("name",)), ("districts", ("name", "centre")), ("parks", ("name", "note")),
     ("evidence", ("company", "fact"))],
)  # fmt: skip
def test_words_stand_in_both_languages(table, stems):
    for row in shipped(table):
        for stem in stems:
            assert bool(row[f"{stem}_ru"]) == bool(row[f"{stem}_en"]), row
