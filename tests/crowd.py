"""A made-up hotline of any size, the same for the same seed, loaded by COPY.

`load(count)` fills an empty database whose migrations ran and whose registry is loaded (or has the
few districts of a test): an investor, a contact, a number, an address and a need for each inquiry,
three rows of history, two steps, and for the open ones a matching and their clocks.
"""

import random
from contextlib import contextmanager
from datetime import UTC, datetime

from django.db import connection, transaction

from tests.crowd_rows import NULL, one

OFFICERS = 40
# The columns that rows differ in, by table.
SAID = {
    "investor": "id name inn created_at",
    "contact": "id name created_at investor_id",
    "contactphone": "id raw e164 contact_id",
    "contactemail": "id address lowered contact_id",
    "inquiry": "id number channel kind text stage disposition waiting_on lost_reason capex_mln_rub "
    "registry_version next_due_at opened_at promised_at last_activity_at closed_at search "
    "contact_id main_district_id main_industry_id investor_id officer_id matched_anew "
    "contacted_at stage_since_at version",
    "need": "id industries land_ha_min land_ha_max power_mw capex_mln_rub districts_wanted "
    "inquiry_id",
    "activity": "id kind at data inquiry_id",
    "followup": "id kind owner_id inquiry_id opened_at rule done_at outcome due_at reminded_at",
    "matchrun": "id need rules_version registry_version made_at inquiry_id weights_version mark "
    "places",
    "clock": "id kind subject rule started_at due_at total told inquiry_id",
}


def load(count: int, *, now: datetime, seed: int = 7) -> dict[str, int]:
    """How many rows stand in each table; keys rise with the moment an inquiry came in."""
    land = _land()
    officers = _officers(OFFICERS)
    lines = {name: _line(name) for name in SAID}
    given = {name: [] for name in lines}
    chance = random.Random(seed)
    sizes = dict.fromkeys(lines, 0)
    with transaction.atomic(), connection.cursor() as cursor, _bare(cursor):
        for first in range(1, count + 1, 5000):
            for n in range(first, min(first + 5000, count + 1)):
                one(n, count, chance, now, land, officers, given)
            for name, rows in given.items():
                sizes[name] += len(rows)
                _copy(cursor, name, lines[name], rows)
                rows.clear()
        for name in lines:
            sequence = f"pg_get_serial_sequence('leads_{name}', 'id')"
            cursor.execute(f"SELECT setval({sequence}, (SELECT max(id) FROM leads_{name}))")
        cursor.execute("SELECT setval('leads_inquiry_number', %s)", [count])
    return sizes


def settle() -> None:
    """What autovacuum does in its time: statistics, and the pending lists of the indexes."""
    with connection.cursor() as cursor:
        for name in SAID:
            # VACUUM cannot run within a transaction, and the tests stand in one.
            word = "ANALYZE" if connection.in_atomic_block else "VACUUM ANALYZE"
            cursor.execute(f"{word} leads_{name}")
        for index in ("inquiry_search", "inquiry_words", "investor_name_key"):
            cursor.execute("SELECT gin_clean_pending_list(%s)", [index])


def _land() -> dict:
    from districts.models import District, Industry, Park, RegistryVersion

    keys = {
        name: list(model.objects.order_by("pk").values_list("pk", flat=True))
        for name, model in (("industries", Industry), ("districts", District), ("parks", Park))
    }
    return keys | {"parks": keys["parks"][:3], "version": RegistryVersion.current()}


def _officers(count: int) -> list[int]:
    from django.contrib.auth.models import Group

    from leads.models import Officer, User

    users = [User(username=f"officer-{n}", first_name=f"Офицер {n}") for n in range(count)]
    users = User.objects.bulk_create(users)
    Group.objects.get(name="manager").user_set.add(*users)
    made = Officer.objects.bulk_create(
        Officer(user=one, capacity=32_000, holidays_off=False) for one in users
    )
    return [officer.pk for officer in made]


@contextmanager
def _bare(cursor):
    """Without the indexes, which are faster built at the end, and without asking for each foreign
    key whether it is there."""
    cursor.execute("SET LOCAL session_replication_role = replica")
    cursor.execute(
        "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = ANY(%s) "
        "AND indexdef NOT LIKE 'CREATE UNIQUE%%'",
        [[f"leads_{name}" for name in SAID]],
    )
    indexes = cursor.fetchall()
    for name, _made_by in indexes:
        cursor.execute(f'DROP INDEX "{name}"')
    yield
    for _name, made_by in indexes:
        cursor.execute(made_by)
    cursor.execute("SET LOCAL session_replication_role = origin")


def _line(name: str) -> str:
    """A line of COPY to be filled by name; what no row ever says is written in already."""
    empty = {"ARRAY": "{}", "boolean": "f", "jsonb": "{}", "smallint": "0", "integer": "0"}
    silent = {"tries": "[]", "excluded": "[]", "language": "ru"}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT column_name, data_type, is_nullable FROM information_schema.columns "
            "WHERE table_name = %s AND is_generated = 'NEVER' ORDER BY ordinal_position",
            [f"leads_{name}"],
        )
        return "\t".join(
            f"%({column})s"
            if column in SAID[name].split()
            else silent.get(column, NULL if nullable == "YES" else empty.get(kind, ""))
            for column, kind, nullable in cursor.fetchall()
        )


def _copy(cursor, name: str, line: str, rows: list[dict]) -> None:
    """Text goes as it is: nothing here holds a tab or a backslash."""
    with cursor.copy(f"COPY leads_{name} FROM STDIN") as copy:
        copy.write("".join(line % row + "\n" for row in rows))


NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
