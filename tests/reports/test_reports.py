"""The page of the reports: who may, which period and filters, what it costs."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leads.models import Call
from leads.reports.catalogue import REPORTS
from leads.reports.forms import PeriodForm
from tests.reports.figures import END, NOW, START, inquiry, moscow, propose, scope, step
from tests.world import andrey, boris, dina, gleb, make_district, maria, olga, xenia

pytestmark = pytest.mark.django_db
URL = "/reports/"
# Statements of the page with its session, its user and its filters.
COST = 25


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(NOW, tick=False):
        yield


def busy(n, user):
    """Two inquiries of this manager's that stand in every report between them."""
    made = inquiry(n, officer=user.officer)
    step(made, due_at=moscow(10, 14), done_at=moscow(11), outcome="reached")
    made.advance(to="qualified", by=None, at=moscow(12))
    propose(made, "park-1")[0].choose(by=None, at=moscow(12))
    Call.objects.create(
        started_at=moscow(10), logged_at=moscow(10), outcome="inquiry", inquiry=made, operator=user
    )
    made.follow_ups.open().close(by=None, at=moscow(12))
    lost = inquiry(n + 40, officer=user.officer)
    lost.advance(to="lost", lost_reason="money", by=None, at=moscow(12))
    return {made.pk, lost.pk}


def test_it_works(client):
    busy(1, maria())
    client.force_login(gleb())
    html = client.get(URL + "?lang=en").content.decode()
    for key in REPORTS:
        assert f'id="{key}"' in html
        assert f"/reports/{key}/csv/" in html
    assert "Inquiries that came in: 2, won of them: 0" in html
    assert "this is no GIPB score" in html
    assert "/reports/funnel/inquiries/?mark=qualified&amp;" in html
    assert "<svg" in html
    assert 'style="' not in html


def test_it_is_said_in_russian(client):
    busy(1, maria())
    client.force_login(gleb())
    html = client.get(URL + "?lang=ru").content.decode()
    for words in ("Отчёты", "Поступило заявок: 2, выиграно из них: 0", "Воронка", "Таблица"):
        assert words in html, words


@pytest.mark.parametrize("user", [maria, gleb, andrey])
def test_they_may(client, user):
    client.force_login(user())
    assert client.get(URL).status_code == 200


@pytest.mark.parametrize("user", [olga, dina, xenia])
def test_they_may_not(client, user):
    client.force_login(user())
    assert client.get(URL).status_code == 403


def test_a_stranger_logs_in_first(client):
    assert client.get(URL).url.startswith("/login/")


def test_nothing_is_changed_by_it(client):
    client.force_login(gleb())
    assert client.post(URL).status_code == 405


def test_an_empty_product_says_so(client):
    client.force_login(gleb())
    html = client.get(URL + "?lang=en").content.decode()
    assert "No inquiry came in within the period" in html
    assert "Every open inquiry has a next step" in html


def test_a_manager_reads_his_own_numbers_only():
    hers, his = busy(1, maria()), busy(2, boris())
    for key, report in REPORTS.items():
        for user, own in ((maria(), hers), (gleb(), hers | his)):
            asked = scope(user)
            shown = report.read(asked)
            behind = set()
            for mark in {cell.mark for row in shown.rows for cell in row if cell.mark}:
                column = "inquiry" if key == "calls" else "pk"
                behind |= set(report.marked(asked, mark).values_list(column, flat=True))
            assert behind <= own, (key, user)
            assert behind & hers or key == "districts", (key, user)
            assert bool(behind & his) == (user == gleb()) or key == "districts", (key, user)


def test_what_it_costs_does_not_grow(client):
    busy(1, maria())
    client.force_login(gleb())
    client.get(URL)
    with CaptureQueriesContext(connection) as few:
        client.get(URL)
    for n in range(2, 6):
        busy(n, boris())
    with CaptureQueriesContext(connection) as many:
        client.get(URL)
    assert len(many) == len(few) == COST


def read(user=None, **data):
    form = PeriodForm(data, user=user or gleb(), at=NOW)
    return form, form.scope()


@pytest.mark.parametrize(("period", "days"), [("", 30), ("30", 30), ("quarter", 91), ("year", 365)])
def test_periods_end_with_today(period, days):
    _form, asked = read(period=period)
    assert asked.end == END
    assert (asked.end - asked.start).days == days


def test_own_dates_hold_both_days():
    form, asked = read(period="own", since="2026-11-09", until="10.11.2026")
    assert asked.start == START + timedelta(days=7)
    assert asked.end == START + timedelta(days=9)
    assert form.query() == "period=own&since=2026-11-09&until=2026-11-10"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"since": "2026-11-10"}, "Give both days"),
        ({"since": "2026-11-10", "until": "2026-11-09"}, "ends before it begins"),
        ({"since": "2020-11-10", "until": "2026-11-09"}, "three years at most"),
        ({"since": "0001-01-01", "until": "2026-11-09"}, "Ensure this value is greater"),
        ({"since": "tomorrow", "until": "2026-11-09"}, "Enter a valid date"),
    ],
)
def test_wrong_dates_are_said_and_thirty_days_shown(client, data, said):
    client.force_login(gleb())
    page = client.get(URL, {"period": "own", "lang": "en"} | data)
    assert page.status_code == 200
    assert said in page.content.decode()
    assert (page.context["scope"].end - page.context["scope"].start).days == 30


def test_the_map_names_its_source(client):
    make_district("abinsky", lat=45, lon=38)
    inquiry(1, main_district_id="abinsky")
    client.force_login(gleb())
    html = client.get(URL + "?lang=en").content.decode()
    assert "/reports/districts/inquiries/?mark=abinsky&amp;" in html
    assert '<path d="M' in html
    assert "GeoNames, CC BY 4.0" in html


def test_paper_names_the_filters(client):
    inquiry(1, officer=maria().officer)
    client.force_login(gleb())
    page = client.get(URL, {"channel": "web", "officer": maria().officer.pk, "lang": "en"})
    assert "· Channel: Web form · Officer: Maria" in page.content.decode()


def test_filters_narrow():
    inquiry(1, officer=maria().officer, channel="web")
    inquiry(2, officer=boris().officer, channel="phone")
    for data, expected in (
        ({}, 2),
        ({"channel": "web"}, 1),
        ({"officer": str(boris().officer.pk)}, 1),
        ({"channel": "web", "officer": str(boris().officer.pk)}, 0),
        ({"channel": "nonsense", "officer": "nobody"}, 2),
    ):
        _form, asked = read(**data)
        assert asked.cohort().count() == expected, data
    _form, asked = read(maria(), officer=str(boris().officer.pk))
    assert asked.cohort().get().officer.user == maria()
