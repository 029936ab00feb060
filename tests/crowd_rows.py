"""One inquiry of the made-up hotline, with all that belongs to it, as rows of COPY by table."""

from datetime import timedelta

NULL = "\\N"
STAGES = ("new", "qualified", "matching", "proposal", "visit", "agreement")
SURNAMES = "Иванов Петров Сидоров Кузнецов Попов Васильев Соколов Михайлов Фёдоров"
NAMES = "Пётр Иван Сергей Анна Мария Ольга Николай Елена Дмитрий Татьяна"
BEGIN = "Агро Юг Север Кубань Край Техно Пром Строй Эко Био Хим Мет Лес Вин Сад Рыб Зерн"
END = "сад инвест пром торг сервис комплекс холдинг плюс завод транс маш дом"
SURNAMES, NAMES, BEGIN, END = (words.split() for words in (SURNAMES, NAMES, BEGIN, END))
WANTED = (
    "Цех переработки яблок, {ha} га, {mw} МВт, газ",
    "Тепличный комплекс на {ha} га, нужна вода",
    "Склад с железной дорогой, {ha} га",
    "Завод удобрений, {ha} га, {mw} МВт, рядом порт",
    "Консервный завод {ha} га, {mw} МВт",
)


def one(n, count, chance, now, land, officers, given) -> None:
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
