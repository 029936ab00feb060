"""What a recount of the ledger costs: 100,000 inquiries and as many calls, whole (LEDGER=… else).

They are copies of one that went through the arrows, so that every check walks rows of its own.
"""

import os
from time import perf_counter

import pytest
from django.apps import apps
from django.core import mail
from django.db import connection

from leads import flow, tasks
from leads.ledger import by_class, recount
from leads.ledger.check import CHECKS
from leads.models import Call, Inquiry
from tests.world import make_industry, make_park, maria, olga, registry_changed

COUNT = int(os.environ.get("LEDGER", 100_000))
# The page counts the classes itself; the checks run in a worker.
CLASSES_AT_MOST_S = 1.0
# Where its rows are reached by another way than a column `inquiry_id`.
BELOW = {"leads_match": ("run_id", "leads_matchrun")}


def copies(table: str, inquiry: int, count: int) -> None:
    """The rows of `table` that belong to the inquiry, so many times, under keys of their own."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT column_name FROM information_schema.columns "
            "WHERE table_name = %s AND is_generated = 'NEVER'",
            [table],
        )
        columns = [name for (name,) in cursor.fetchall()]
        column, above = BELOW.get(table, ("inquiry_id", ""))
        own = "id" if table == "leads_inquiry" else column
        changed = {
            "id": "id + n * 1000",
            own: f"{own} + n * 1000",
            "number": "'INV-2020-' || lpad((id + n * 1000)::text, 9, '0')",
            "request_key": "NULL",
            "message_id": "message_id || n",
        }
        if table == "leads_message":
            changed["key"] = "key || n"
        chosen = ", ".join(changed.get(name, f'"{name}"') for name in columns)
        names = ", ".join(f'"{name}"' for name in columns)
        where = f"{own} = %s" if not above else f"{own} IN (SELECT id FROM {above} WHERE id < 1000)"
        cursor.execute(
            f"INSERT INTO {table} ({names}) SELECT {chosen} FROM {table}, "
            f"generate_series(1, %s) n WHERE {where}",
            [count, inquiry] if not above else [count],
        )


@pytest.fixture
def many(db):
    make_industry(), make_park(), registry_changed()
    maria()
    call = Call(started_at=tasks.database_now(), outcome="inquiry", phone_e164="+79181234567")
    asked = flow.Asked(text="Цех переработки яблок, 5 га")
    person = flow.Person(name="Пётр", company="Агросад", email="p@example.com")
    call = flow.take_call(call=call, at=call.started_at, by=olga(), person=person, asked=asked)
    tasks.sweep()
    mail.outbox.clear()
    tables = [
        model._meta.db_table
        for model in apps.get_app_config("leads").get_models()
        if any(field.attname == "inquiry_id" for field in model._meta.concrete_fields)
    ]
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET LOCAL session_replication_role = replica")
        for table in ("leads_inquiry", *tables, "leads_match"):
            copies(table, call.inquiry_id, COUNT)
        cursor.execute("SET LOCAL session_replication_role = origin")
        cursor.execute("ANALYZE")


def test_a_recount(many, capsys):
    at = tasks.database_now()
    costs = {}
    for kind, (question, _prefix) in CHECKS.items():
        began = perf_counter()
        assert list(question(at)[:1000]) == [], kind
        costs[kind] = perf_counter() - began
    began = perf_counter()
    count = recount(at)
    took = perf_counter() - began
    assert (count.inquiries, count.calls, count.difference) == (COUNT + 1, COUNT + 1, 0)
    assert Inquiry.objects.count() == COUNT + 1
    began = perf_counter()
    classes = by_class()
    counted = perf_counter() - began
    assert classes == {"live/new": COUNT + 1, "call/inquiry": COUNT + 1}
    dearest = sorted(costs.items(), key=lambda pair: -pair[1])[:8]
    with capsys.disabled():
        print(f"\nledger of {COUNT:,} inquiries and {COUNT:,} calls: {took * 1000:.0f} ms")
        print(f"  the classes alone            {counted * 1000:5.0f} ms")
        for kind, cost in dearest:
            print(f"  {kind:28} {cost * 1000:5.0f} ms")
    assert counted < CLASSES_AT_MOST_S
