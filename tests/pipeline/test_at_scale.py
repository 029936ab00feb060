"""At 100,000 inquiries the pages cost as many statements as at ten, and none walks a whole table.

SCALE sets another number. The crowd is loaded by COPY and goes with the test.
"""

import json
import os

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from leads.models import Inquiry, User
from tests import crowd
from tests.world import gleb, make_district, make_industry, make_park, registry_changed

pytestmark = pytest.mark.django_db
MANY = int(os.environ.get("SCALE", 100_000))
SORTED_AT_MOST = 1000
# The big ones: a walk through all of any of them grows with the years.
BIG = {f"leads_{name}" for name in crowd.SAID}


class Plans:
    """The plan of each statement that reads, as it is asked."""

    def __init__(self):
        self.many, self.faults = 0, []

    def __call__(self, execute, sql, params, many, context):
        self.many += 1
        if sql.lstrip().upper().startswith(("SELECT", "WITH")) and "EXPLAIN" not in sql:
            with connection.connection.cursor() as cursor:
                cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {sql}", params)
                plan = cursor.fetchone()[0]
            plan = json.loads(plan) if isinstance(plan, str) else plan
            self.faults += [f"{fault}: {sql[:200]}" for fault in faults(plan[0]["Plan"])]
        return execute(sql, params, many, context)


def faults(node: dict) -> list[str]:
    found = []
    if node["Node Type"] == "Seq Scan" and node["Relation Name"] in BIG:
        found.append(f"walks all of {node['Relation Name']}")
    if node["Node Type"].endswith("Sort") and node["Actual Rows"] > SORTED_AT_MOST:
        found.append(f"sorts {node['Actual Rows']}")
    return found + [one for part in node.get("Plans", ()) for one in faults(part)]


def land():
    for code in ("food_processing", "logistics", "agriculture"):
        make_industry(code)
    for key in ("abinsky", "anapa", "krymsky"):
        make_park(f"park-{key}", district=make_district(key).pk)
    registry_changed()


def pages(shown: Inquiry, officer: int) -> dict:
    """Name to what is asked of a client."""
    asked = {
        f"list {query}": lambda client, q=query: client.get(f"/pipeline/?{q}")
        for query in (
            *("", "sort=due", "sort=-amount", "sort=opened", "sort=-activity"),
            *("view=mine", "view=new", "view=without", "view=overdue", "view=large"),
            *("view=waiting", f"officer={officer}", f"officer={officer}&stage=qualified"),
            *("officer=none", "industry=logistics", "district=anapa", "stage=new&sort=due"),
        )
    }
    return asked | {
        "board": lambda client: client.get("/pipeline/board/"),
        "inquiry": lambda client: client.get(shown.get_absolute_url()),
        "my day": lambda client: client.get("/my-day/"),
        "search": lambda client: client.post("/pipeline/search/", {"text": "рыбзавод 512"}),
        "palette": lambda client: client.post("/pipeline/palette/", {"text": "кузнецов"}),
    }


def costs(count: int) -> dict[str, tuple[int, list[str]]]:
    crowd.load(count, now=timezone.now())
    crowd.settle()
    client = Client()
    user = User.objects.get(username="officer-0")
    client.force_login(user)
    shown = Inquiry.objects.open().filter(officer=user.officer).order_by("pk").last()
    found = {}
    for name, ask in pages(shown or Inquiry.objects.last(), user.officer.pk).items():
        ask(client)
        plans = Plans()
        with connection.execute_wrapper(plans):
            assert ask(client).status_code == 200, name
        found[name] = plans.many, plans.faults
    return found


def test_few(request):
    """Remembered for the comparison with many."""
    land(), gleb()
    FEW.update({name: many for name, (many, _faults) in costs(10).items()})
    assert FEW


def test_many(capsys):
    land(), gleb()
    found = costs(MANY)
    told = {fault for _many, faults_of in found.values() for fault in faults_of}
    by_page = {name: sorted(set(one)) for name, (_many, one) in found.items() if one}
    assert by_page == {}, "\n".join(sorted(told))
    assert all(many <= 12 for many, _faults in found.values())
    if FEW:
        assert {name: many for name, (many, _faults) in found.items()} == FEW


FEW: dict[str, int] = {}
