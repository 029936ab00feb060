"""The look-ups of the call desk at 100,000 investors, each as its fragment is answered.

`python -m pytest -q -s -o python_files='bench_*.py' tests/bench/bench_lookup.py`. Targets, p95 and
with all statements: who calls 20 ms, duplicates 150 ms.
"""

import os
import random
import re
from statistics import quantiles
from time import perf_counter

import pytest
from django.db import connection

from leads.models import Contact, alike
from leads.phones import parse_phone

pytestmark = pytest.mark.django_db
MANY = int(os.environ.get("INVESTORS", "100000"))
ASKED = 300
FORMS = ("ООО", "АО", "ИП", "ПАО", "ЗАО")
BEGIN = re.findall(
    r"\w+",
    "агро юг север куб край тех пром строй эко био хим мет лес вин сад мол рыб мяс зерн порт",
)
END = re.findall(
    r"\w+",
    "сад инвест пром торг сервис комплекс холдинг плюс групп завод транс маш дом ресурс альянс",
)
FILL = """
INSERT INTO leads_investor (name, inn, ogrn, country, created_at)
SELECT (%(forms)s::text[])[1 + (n * 7) %% 5] || ' «' || initcap((%(begin)s::text[])[1 + n %% 20])
    || (%(end)s::text[])[1 + (n / 20) %% 15] || ' ' || (n / 300) || '»',
    lpad((n * 37)::text, 10, '7'), lpad((n * 41)::text, 13, '1'), '', now()
FROM generate_series(1, %(many)s) n;
INSERT INTO leads_contact (investor_id, name, language, created_at)
SELECT id, 'Контакт ' || id, 'ru', now() FROM leads_investor;
INSERT INTO leads_contactphone (contact_id, raw, e164, extension)
SELECT id, '', '+79' || lpad((id * 7919 %% 1000000000)::text, 9, '0'), '' FROM leads_contact;
INSERT INTO leads_contactemail (contact_id, address, lowered)
SELECT id, 'p' || id || '@example.com', 'p' || id || '@example.com' FROM leads_contact;
ANALYZE leads_investor;
ANALYZE leads_contact;
ANALYZE leads_contactphone;
ANALYZE leads_contactemail;
SELECT gin_clean_pending_list('investor_name_key');
"""


@pytest.fixture
def many():
    with connection.cursor() as cursor:
        for statement in FILL.split(";\n"):
            if statement.strip():
                cursor.execute(
                    statement, {"forms": list(FORMS), "begin": BEGIN, "end": END, "many": MANY}
                )
        cursor.execute("SELECT e164 FROM leads_contactphone ORDER BY random() LIMIT %s", [ASKED])
        return [number for (number,) in cursor.fetchall()]


def p95(call, asked) -> float:
    times = []
    for one in asked:
        start = perf_counter()
        list(call(one))
        times.append((perf_counter() - start) * 1000)
    return quantiles(times, n=20)[-1]


def test_look_ups(many, capsys):
    chosen = random.Random(7)
    names = [
        f"{chosen.choice(BEGIN)}{chosen.choice(END)} {chosen.randrange(300)}" for _ in range(ASKED)
    ]
    slips = [name[:2] + "о" + name[3:] for name in names]
    begun = [name[: chosen.randrange(3, 9)] for name in names]
    figures = {
        "who calls, whole number": (20, p95(lambda n: Contact.objects.with_phone(n), many)),
        "who calls, typed raw": (
            20,
            p95(lambda n: Contact.objects.with_phone(parse_phone("8" + n[2:]).e164), many),
        ),
        "who calls, four digits": (
            20,
            p95(lambda n: Contact.objects.with_phone_like((n[1:5],)), many),
        ),
        "who calls, seven digits": (
            20,
            p95(lambda n: Contact.objects.with_phone_like((n[1:8],)), many),
        ),
        "e-mail": (150, p95(lambda n: alike(email=f"p{int(n[-5:]) + 1}@example.com"), many)),
        "INN and OGRN": (150, p95(lambda n: alike(inn=n[-10:], ogrn=n[-10:] + "111"), many)),
        "company, whole": (150, p95(lambda name: alike(company=name), names)),
        "company, a slip of the keys": (150, p95(lambda name: alike(company=name), slips)),
        "company, while it is typed": (150, p95(lambda name: alike(company=name), begun)),
        "all at once": (
            150,
            p95(lambda name: alike(company=name, email="p7@example.com", inn="7777777777"), names),
        ),
    }
    with capsys.disabled():
        print(f"\n{MANY:,} investors, p95 of {ASKED} look-ups")
        for name, (target, measured) in figures.items():
            print(f"  {name:30} {measured:7.1f} ms of {target}")
    late = {name: pair for name, pair in figures.items() if pair[1] > pair[0]}
    assert late == {}
