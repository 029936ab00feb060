"""A made-up hotline of any size, the same for the same seed, loaded by COPY.

`load(count)` fills an empty database whose migrations ran and whose registry is loaded (or has the
few districts of a test): an investor, a contact, a number, an address and a need for each inquiry,
three rows of history, two steps, and for the open ones a matching and their clocks.
"""

import random
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from django.db import connection, transaction

OFFICERS = 40
STAGES = ("new", "qualified", "matching", "proposal", "visit", "agreement")
SURNAMES = [
    "Иванов",
    "Петров",
    "Сидоров",
    "Кузнецов",
    "Попов",
    "Васильев",
    "Соколов",
    "Михайлов",
    "Новиков",
    "Фёдоров",
]
NAMES = [
    "Пётр",
    "Иван",
    "Сергей",
    "Анна",
    "Мария",
    "Ольга",
    "Николай",
    "Елена",
    "Дмитрий",
    "Татьяна",
]
BEGIN = [
    "Агро",
    "Юг",
    "Север",
    "Кубань",
    "Край",
    "Техно",
    "Пром",
    "Строй",
    "Эко",
    "Био",
    "Хим",
    "Мет",
    "Лес",
    "Вин",
    "Сад",
    "Мол",
    "Рыб",
    "Зерн",
]
END = [
    "сад",
    "инвест",
    "пром",
    "торг",
    "сервис",
    "комплекс",
    "холдинг",
    "плюс",
    "завод",
    "транс",
    "маш",
    "дом",
    "ресурс",
]
WANTED = (
    "Цех переработки яблок, {ha} га, {mw} МВт, газ",
    "Тепличный комплекс на {ha} га, нужна вода",
    "Склад с железной дорогой, {ha} га",
    "Завод удобрений, {ha} га, {mw} МВт, рядом порт",
    "Консервный завод {ha} га, {mw} МВт",
)
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
NULL = "\\N"


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
                _one(n, count, chance, now, land, officers, given)
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


def _one(n, count, chance, now, land, officers, given) -> None:
    opened = now - timedelta(minutes=30 + (count - n) * (3 * 525_600) / count)
    # Two of ten are open, the younger the likelier; one of a hundred of those waits for an officer.
    is_open = chance.random() < 0.2
    stage = STAGES[min(int(chance.expovariate(0.5)), 5)] if is_open else "won"
    if not is_open and chance.random() < 0.7:
        stage = "lost"
    officer = officers[chance.randrange(len(officers))]
    if is_open and chance.random() < 0.002:
        officer, stage = NULL, "new"
    active = min(opened + timedelta(hours=chance.expovariate(1 / 300)), now)
    closed = NULL if is_open else active
    due = now + timedelta(hours=chance.uniform(-60, 400)) if is_open else NULL
    industry, district = chance.choice(land["industries"]), chance.choice(land["districts"])
    capex = round(chance.lognormvariate(5, 1.2), 1) if chance.random() < 0.8 else NULL
    ha, mw = round(chance.uniform(0.5, 40), 1), round(chance.uniform(0.1, 12), 1)
    name = f"{chance.choice(SURNAMES)} {chance.choice(NAMES)}"
    company = f"ООО «{chance.choice(BEGIN)}{chance.choice(END)} {chance.randrange(1000)}»"
    phone, email = f"+79{n * 7919 % 10**9:09d}", f"p{n}@example.com"
    number = f"INV-{opened.year}-{n:06d}"
    given["investor"].append(
        {"id": n, "name": company, "inn": f"{n * 37 % 10**10:010d}", "created_at": opened}
    )
    given["contact"].append({"id": n, "name": name, "created_at": opened, "investor_id": n})
    given["contactphone"].append({"id": n, "raw": phone, "e164": phone, "contact_id": n})
    given["contactemail"].append({"id": n, "address": email, "lowered": email, "contact_id": n})
    given["inquiry"].append(
        {
            "id": n,
            "number": number,
            "channel": chance.choice(("phone", "web", "email")),
            "kind": "project",
            "text": chance.choice(WANTED).format(ha=ha, mw=mw),
            "stage": stage,
            "disposition": "live",
            "waiting_on": "investor" if is_open and chance.random() < 0.1 else "nobody",
            "lost_reason": "other" if stage == "lost" else "",
            "capex_mln_rub": capex,
            "registry_version": land["version"],
            "next_due_at": due,
            "opened_at": opened,
            "promised_at": opened + timedelta(hours=4),
            "last_activity_at": active,
            "closed_at": closed,
            "search": f"{number} {company} {name} {phone} {email}".lower(),
            "contact_id": n,
            "main_district_id": district,
            "main_industry_id": industry,
            "investor_id": n,
            "officer_id": officer,
            "matched_anew": is_open,
            "contacted_at": active,
            "stage_since_at": active,
            "version": 3,
        }
    )
    given["need"].append(
        {
            "id": n,
            "industries": f"{{{industry}}}",
            "land_ha_min": ha,
            "land_ha_max": ha,
            "power_mw": mw,
            "capex_mln_rub": capex,
            "districts_wanted": f"{{{district}}}",
            "inquiry_id": n,
        }
    )
    told = [("opened", opened, '{"channel": "phone"}'), ("routed", opened, '{"officer": 1}')]
    last = f'{{"to": "{stage}", "was": "new", "about": "stage"}}'
    told.append(("advanced", active, last) if stage != "new" else ("unrouted", active, "{}"))
    for place, (kind, at, data) in enumerate(told):
        row = {"id": 3 * n - 2 + place, "kind": kind, "at": at, "data": data, "inquiry_id": n}
        given["activity"].append(row)
    step = {"owner_id": officer, "inquiry_id": n, "opened_at": opened, "rule": "by_hand"}
    done = {"done_at": active, "outcome": "reached", "due_at": opened + timedelta(hours=4)}
    done["reminded_at"] = NULL
    given["followup"].append({"id": 2 * n - 1, "kind": "first_contact", **step, **done})
    second = done
    if is_open:
        told_at = now if due < now else NULL
        second = {"due_at": due, "reminded_at": told_at, "done_at": NULL, "outcome": ""}
    given["followup"].append({"id": 2 * n, "kind": "substantive_reply", **step, **second})
    if is_open:
        _watched(n, given, opened, due, land, district)


def _watched(n, given, opened, due, land, district) -> None:
    given["matchrun"].append(
        {
            "id": n,
            "need": "{}",
            "rules_version": "0",
            "registry_version": land["version"],
            "made_at": opened,
            "inquiry_id": n,
            "weights_version": 1,
            "mark": f"{n:032d}",
            "places": f'{{"names": [false, ["{district}"], []], "scores": [[50.0], []]}}',
        }
    )
    given["clock"].append(
        {
            "id": n,
            "kind": "substantive_reply",
            "subject": f"inquiry:{n}",
            "rule": "by_hand",
            "started_at": opened,
            "due_at": due,
            "total": timedelta(hours=8),
            "told": 3,
            "inquiry_id": n,
        }
    )


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
