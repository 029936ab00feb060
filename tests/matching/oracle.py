"""The match once more as one SQL statement, and the rows of a registry put into its tables."""

import json
from pathlib import Path

from django.db import connection

from districts.matching.weights import DEFAULT_WEIGHTS
from districts.models import District, Industry, Park, Priority, Shipment

STATEMENT = (Path(__file__).parent / "oracle.sql").read_text(encoding="utf-8")


def store(rows, batch=2000):
    """Rows of the matching as rows of the database; names are the keys."""

    def named(key):
        return {"name_ru": key, "name_en": key}

    def blank(row, *names):
        return {name: getattr(row, name) or "" for name in names}

    def same(row, names):
        return {name: getattr(row, name) for name in names}

    parents = [
        Industry(code=i.code, okved=list(i.okved), **named(i.code)) for i in rows["industries"]
    ]
    Industry.objects.bulk_create(parents)
    for row in rows["industries"]:
        if row.parent:
            Industry.objects.filter(pk=row.code).update(parent=row.parent)
    flags = ("sea_port", "railway", "airport", "federal_highway")
    District.objects.bulk_create(
        (
            District(
                id=row.id,
                population=row.population and int(row.population),
                employees_manufacturing=row.employees_manufacturing
                and int(row.employees_manufacturing),
                neighbours=list(row.neighbours),
                **same(row, flags),
                **named(row.id),
            )
            for row in rows["districts"]
        ),
        batch_size=batch,
    )
    heaviest = {}
    for row in rows["priorities"]:
        key = row.district, row.industry, row.basis
        heaviest[key] = max(heaviest.get(key, 0), 1.0 if row.weight is None else row.weight)
    Priority.objects.bulk_create(
        (
            Priority(district_id=district, industry_id=industry, basis=basis, weight=weight)
            for (district, industry, basis), weight in heaviest.items()
        ),
        batch_size=batch,
    )
    Shipment.objects.bulk_create(
        Shipment(district_id=row.district, year=row.year, bn_rub=row.bn_rub)
        for row in rows["shipments"]
        if row.bn_rub is not None
    )
    figures = (
        *("area_total_ha", "area_free_ha", "largest_plot_ha", "power_free_mw", "gas_free_m3h"),
        *("water_free_m3d", "sewage_free_m3d", "port_km", "highway_km", "airport_km"),
        "hazard_class_accepted",
    )
    Park.objects.bulk_create(
        (
            Park(
                id=row.id,
                district_id=row.district,
                industries=list(row.industries),
                offered=row.offered is not False,
                **same(row, figures),
                **blank(row, "kind", "stage", "rail"),
                **named(row.id),
            )
            for row in rows["parks"]
        ),
        batch_size=batch,
    )


def ask(need, year, weights=DEFAULT_WEIGHTS):
    """Every district and every offered park: (place, id, missed, unknown, score), best first."""
    given = {
        "need": json.dumps(need.to_json()),
        "weights": json.dumps(dict(weights.by_criterion)),
        "year": year,
    }
    with connection.cursor() as cursor:
        cursor.execute(STATEMENT, given)
        return cursor.fetchall()
