"""The cast and the builders. Olga operates, Maria manages, Boris manages too, Gleb heads, Dina
answers for her district, Andrey audits, Xenia has no business here.

`at` is a fixed working Tuesday morning; nothing here asks the clock.
"""

from datetime import UTC, datetime, time

from django.contrib.auth.models import Group

from districts.matching.need import Bounds, Need
from districts.models import District, Industry, Park, RegistryVersion
from leads import flow
from leads.models import (
    ContactPhone,
    DistrictOfficer,
    Inquiry,
    Officer,
    RoutingRule,
    RuleSet,
    Shift,
    User,
)
from leads.phones import parse_phone

FIGURES = Need(land_ha=Bounds(5, 5), power_mw=2)
AT = datetime(2026, 11, 17, 7, 30, tzinfo=UTC)  # 10:30 in Moscow
ROUND_THE_CLOCK = (((time(0), time(0)),),) * 7


def make_user(username: str, *roles: str, **fields) -> User:
    named = {"first_name": username.title()} | fields
    user = User.objects.create_user(username, f"{username}@example.com", "secret-word", **named)
    user.groups.set(Group.objects.filter(name__in=roles))
    return User.objects.with_roles().get(pk=user.pk)


def olga() -> User:
    return _known("olga", "operator")


def maria() -> User:
    return _with_desk(_known("maria", "manager"))


def boris() -> User:
    return _with_desk(_known("boris", "manager"))


def gleb() -> User:
    return _known("gleb", "head")


def andrey() -> User:
    return _known("andrey", "auditor")


def xenia() -> User:
    return _known("xenia")


def dina(district: str = "abinsky") -> User:
    user = _known("dina", "district_officer")
    DistrictOfficer.objects.get_or_create(user=user, defaults={"district": make_district(district)})
    return user


def _known(username: str, *roles: str) -> User:
    known = User.objects.with_roles().filter(username=username).first()
    return known or make_user(username, *roles)


def _with_desk(user: User) -> User:
    """With a desk that is manned day and night, so that no test hangs on the hour it runs at."""
    officer, made = Officer.objects.get_or_create(user=user, defaults={"holidays_off": False})
    if made:
        Shift.set_for(officer, ROUND_THE_CLOCK)
    return user


def make_rule(name: str, *officers: User, rule_set: RuleSet | None = None, **conditions):
    """A rule behind the others, of the set in force unless told; officers by their users."""
    rules = rule_set or RuleSet.objects.get(in_force=True)
    given = {"name": name, "officers": [user.officer.pk for user in officers]} | conditions
    rule = rules.add(given, by=None, at=AT)
    return RoutingRule.objects.with_keys().get(pk=rule.pk)


def make_district(key: str = "abinsky", **fields) -> District:
    names = {"name_ru": f"Район {key}", "name_en": f"{key.title()} District"}
    return District.objects.get_or_create(pk=key, defaults=names | fields)[0]


def make_industry(code: str = "food_processing", **fields) -> Industry:
    names = {"name_ru": f"Отрасль {code}", "name_en": code.replace("_", " ").title()}
    return Industry.objects.get_or_create(pk=code, defaults=names | fields)[0]


def make_park(key: str = "park-1", district: str = "abinsky", **fields) -> Park:
    names = {"name_ru": f"Парк {key}", "name_en": f"Park {key}", "stage": "operating"}
    return Park.objects.get_or_create(
        pk=key, defaults=names | {"district": make_district(district)} | fields
    )[0]


def registry_changed(at=AT) -> int:
    """Say that the registry has another version, as every load does."""
    return RegistryVersion.rise(at=at)


def make_inquiry(*, at=AT, by=None, route_to: User | None = None, **what_matters) -> Inquiry:
    """An inquiry through the front door. Names of `Person`, `Asked` and `open_inquiry` all go."""
    person = {"name": "Пётр Иванов", "company": "Агросад", "phone": "+7 918 123-45-67", "email": ""}
    person |= {key: what_matters.pop(key) for key in list(what_matters) if key in person}
    asked = {
        "text": "Цех переработки яблок, 5 га, 2 МВт, газ",
        "figures": FIGURES,
        "kind": "project",
    }
    asked |= {
        key: what_matters.pop(key)
        for key in list(what_matters)
        if key in {*asked, "language", "suggested"}
    }
    phone = parse_phone(person["phone"]) if person["phone"] else None
    inquiry = flow.open_inquiry(
        channel=what_matters.pop("channel", Inquiry.Channel.PHONE),
        asked=flow.Asked(**asked),
        person=flow.Person(**person | {"phone": phone}),
        at=at,
        by=by,
        **what_matters,
    )
    if route_to is not None:
        inquiry.assign(_with_desk(route_to).officer, by=None, at=at)
    return inquiry


def make_phone(contact, raw: str) -> ContactPhone:
    phone = parse_phone(raw)
    return ContactPhone.objects.create(contact=contact, raw=raw, e164=phone.e164 or "")
