"""What the pages cost where so many inquiries stand; runs in a process of its own, on a filled
database, without anything that only tests have. Called by bench_million.py."""

import json
from itertools import count
from statistics import median, quantiles
from time import perf_counter, process_time, sleep, time

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import path
from django.utils import timezone

from config.urls import urlpatterns as product

BARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]


def bare(request):
    return HttpResponse("hello")


@login_required
def empty(request):
    return HttpResponse(str(request.user.pk))


urlpatterns = [path("bare/", bare), path("empty/", empty), *product]


class Statements:
    """How many statements and milliseconds in the database."""

    def __init__(self):
        self.many, self.ms = 0, 0.0

    def __call__(self, execute, *given):
        began = perf_counter()
        try:
            return execute(*given)
        finally:
            self.many += 1
            self.ms += (perf_counter() - began) * 1000


def timed(call, times: int = 40) -> dict:
    """p50 and p95 in ms of a warm call, its processor time here, and its statements.

    Neighbours on the machine lengthen the first two and not the third.
    """
    call()
    seen = Statements()
    with connection.execute_wrapper(seen):
        answer = call()
    took, busy = [], []
    for _ in range(times):
        began, work = perf_counter(), process_time()
        call()
        took.append((perf_counter() - began) * 1000)
        busy.append((process_time() - work) * 1000)
    found = {"p50": median(took), "p95": quantiles(took, n=20)[-1], "cpu": median(busy)}
    found |= {"statements": seen.many, "sql": seen.ms}
    if isinstance(answer, HttpResponse):
        assert answer.status_code == 200, answer.status_code
        found["bytes"] = len(answer.content)
    return found


def measure(size: int) -> None:
    from leads.models import Contact, Inquiry, Investor, User
    from leads.pipeline.filters import ORDERS
    from leads.pipeline.keyset import Mark
    from leads.pipeline.rows import capped
    from tests import crowd
    from tests.world import gleb

    began = time()
    rows = crowd.load(size, now=timezone.now())
    crowd.settle()
    figures = {"rows": sum(rows.values()), "loaded_s": time() - began}
    settings.ROOT_URLCONF = "tests.bench.million"
    user = User.objects.with_roles().get(username="officer-0")
    with override_settings(MIDDLEWARE=BARE):
        client = Client(SERVER_NAME="localhost")
        client.force_login(user, settings.AUTHENTICATION_BACKENDS[0])
        figures["H"] = timed(lambda: client.get("/bare/"), 200)
        figures["A0"] = timed(lambda: client.get("/empty/"), 200)
    investor = Investor.objects.create(name="bench", created_at=timezone.now())

    def insert():
        with transaction.atomic():
            return Contact.objects.create(investor=investor, name="x", created_at=timezone.now())

    figures["I"] = timed(insert, 100)
    client = Client(SERVER_NAME="localhost")
    client.force_login(user, settings.AUTHENTICATION_BACKENDS[0])
    opened = Inquiry.objects.open().order_by("-last_activity_at", "-id")
    half = opened[min(opened.count() // 2, 60_000)]
    deep = Mark(half.last_activity_at, half.pk)
    mine = f"/pipeline/?officer={user.officer.pk}"
    shown = opened.filter(officer=user.officer)[0]
    number = f"+79{size // 2 * 7919 % 10**9:09d}"
    search = lambda text: client.post("/pipeline/search/", {"text": text}, HTTP_HX_REQUEST="true")  # noqa: E731
    palette = lambda text: client.post("/pipeline/palette/", {"text": text})  # noqa: E731
    assert "activity" in ORDERS
    pages = {
        "T1 list": lambda: client.get("/pipeline/"),
        "T1 list, next due first": lambda: client.get("/pipeline/?sort=due"),
        "T1 list, largest first": lambda: client.get("/pipeline/?sort=-amount"),
        "T2 owner and stage": lambda: client.get(f"{mine}&stage=qualified"),
        "T3 a page far down": lambda: client.get(f"/pipeline/?from={deep}"),
        "T4 search, name": lambda: search("кузнецов анна"),
        "T4 search, company": lambda: search("рыбзавод 512"),
        "T4 search, phone": lambda: search(number[5:]),
        "T4 palette, name": lambda: palette("кузнецов"),
        "T4 palette, phone": lambda: palette(number[6:]),
        "T4 palette, words": lambda: palette("тепличный"),
        "T5 board": lambda: client.get("/pipeline/board/"),
        "T6 inquiry": lambda: client.get(shown.get_absolute_url()),
        "my day": lambda: client.get("/my-day/"),
    }
    figures |= {name: timed(page) for name, page in pages.items()}
    boss = Client(SERVER_NAME="localhost")
    boss.force_login(gleb(), settings.AUTHENTICATION_BACKENDS[0])
    figures["T8 who calls"] = timed(lambda: boss.post("/desk/caller/", {"phone": number}))
    counted = [Inquiry.objects.open(), Inquiry.objects.awaiting_route()]
    figures["T17 counts of the list"] = timed(lambda: capped(*counted))
    figures["T7 register"] = _registered()
    figures["T13 routed after"] = _routed()
    figures["reports"] = timed(lambda: boss.get("/reports/"), 3)
    print(json.dumps(figures))


def _asked(n: int):
    from districts.matching.need import Bounds, Need
    from leads import flow
    from leads.phones import parse_phone

    person = flow.Person(
        name="Пётр Иванов",
        company=f"ООО «Проба {n}»",
        phone=parse_phone(f"+7999{n:07d}"),
        email=f"bench{n}@example.com",
    )
    asked = flow.Asked(text="Цех, 5 га, 2 МВт", figures=Need(land_ha=Bounds(5, 5), power_mw=2))
    return lambda: flow.open_inquiry(
        channel="phone", asked=asked, person=person, at=timezone.now(), by=None
    )


def _registered() -> dict:
    numbers = count()
    return timed(lambda: _asked(next(numbers))(), 40)


def _routed() -> dict:
    """From the commit to the beginning of the task, by the clock of the one machine."""
    took = []
    for n in range(1000, 1030):
        inquiry = _asked(n)()
        committed = time()
        for _ in range(400):
            found = inquiry.routing_decisions.values_list("decided_at", flat=True).first()
            if found:
                break
            sleep(0.01)
        took.append((found.timestamp() - committed) * 1000)
    late = {"p50": median(took), "p95": quantiles(took, n=20)[-1]}
    return late | {"cpu": 0.0, "statements": 0, "sql": 0.0}
