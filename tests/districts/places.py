"""Builders of made-up places; nothing here is a fact about a real one."""

import csv
from io import StringIO
from pathlib import Path

from django.core.management import call_command

from districts.models import District, Industry, Park

SHIPPED = Path(__file__).resolve().parents[2] / "districts" / "registry"


def load_shipped() -> str:
    """What `load_registry` printed."""
    out = StringIO()
    call_command("load_registry", stdout=out)
    return out.getvalue()


def shipped(table: str) -> list[dict[str, str]]:
    with (SHIPPED / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def make_district(pk: str = "northern", **what) -> District:
    named = {"name_ru": f"Район {pk}", "name_en": f"District {pk}", "state": "unknown"}
    return District.objects.create(id=pk, **{**named, **what})


def make_park(pk: str = "meadow", **what) -> Park:
    if "district" not in what:
        what["district"] = District.objects.filter(pk="northern").first() or make_district()
    named = {"name_ru": f"Парк {pk}", "name_en": f"Park {pk}", "state": "unknown"}
    return Park.objects.create(id=pk, **{**named, **what})


def make_industry(code: str = "glass", **what) -> Industry:
    return Industry.objects.create(code=code, **{"name_ru": code, "name_en": code, **what})
