"""The list behind a mark: exactly what it counts, by pages, and no more than may be seen."""

import pytest
import time_machine

from leads.models import Call
from leads.reports.catalogue import REPORTS
from tests.reports.figures import NOW, inquiry, moscow
from tests.world import andrey, boris, gleb, maria, olga, xenia

pytestmark = pytest.mark.django_db
URL = "/reports/funnel/inquiries/"
# Session, user, filters; the figure twice: for the list and for its words.
COST = 9


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(NOW, tick=False):
        yield


def numbers(page) -> set[str]:
    return {row.inquiry.number for row in page.context["rows"]}


def test_it_works(client):
    one, two = inquiry(1), inquiry(2)
    one.advance(to="qualified", by=None, at=moscow(12))
    client.force_login(gleb())
    page = client.get(URL, {"mark": "qualified", "lang": "en"})
    assert numbers(page) == {one.number}
    assert page.context["count"] == 1
    html = page.content.decode()
    assert "Qualified: Inquiries" in html
    assert one.get_absolute_url() in html
    assert two.number not in html
    assert "/reports/?#funnel" in html


def test_what_is_of_now_names_no_period(client):
    inquiry(1)
    client.force_login(gleb())
    now = "As it stands now"
    assert now not in client.get(URL + "?mark=new&lang=en").content.decode()
    url = "/reports/workload/inquiries/?mark=nobody-all&lang=en"
    assert now in client.get(url).content.decode()


def test_the_filters_of_the_page_hold(client):
    one, _two = inquiry(1, channel="web"), inquiry(2)
    client.force_login(gleb())
    page = client.get(URL, {"mark": "new", "channel": "web", "period": "year"})
    assert numbers(page) == {one.number}
    assert "period=year&amp;channel=web" in page.content.decode()


def test_a_manager_finds_his_own_only(client):
    hers = inquiry(1, officer=maria().officer)
    inquiry(2, officer=boris().officer)
    inquiry(3)
    client.force_login(maria())
    assert numbers(client.get(URL, {"mark": "new"})) == {hers.number}


def test_a_confidential_one_shows_its_code_name(client, monkeypatch):
    secret = inquiry(1, confidential=True, code_name="Project Reed", officer=maria().officer)
    client.force_login(andrey())
    assert "Company 1" in client.get(URL, {"mark": "new"}).content.decode()
    monkeypatch.setattr("leads.models.secrecy.TRUSTED", frozenset())
    html = client.get(URL, {"mark": "new"}).content.decode()
    assert secret.number in html
    assert "Project Reed" in html
    assert "Company 1" not in html


@pytest.mark.parametrize("mark", ["", "nonsense", "\x00", "-", "1" * 400, "\x00:named"])
def test_a_mark_that_no_report_draws_is_missing(client, mark):
    client.force_login(gleb())
    for report in REPORTS:
        answer = client.get(f"/reports/{report}/inquiries/", {"mark": mark})
        assert answer.status_code == 404, report


def test_a_report_that_there_is_not_is_missing(client):
    client.force_login(gleb())
    assert client.get("/reports/nonsense/inquiries/", {"mark": "new"}).status_code == 404


@pytest.mark.parametrize("user", [olga, xenia])
def test_they_may_not(client, user):
    client.force_login(user())
    assert client.get(URL, {"mark": "new"}).status_code == 403


def test_pages_hold_each_one_once(client, monkeypatch):
    monkeypatch.setattr("leads.reports.listed.PAGE", 2)
    made = [inquiry(n).number for n in range(5)]
    client.force_login(gleb())
    found, before = [], ""
    while before is not None:
        page = client.get(URL, {"mark": "new", "before": before})
        found += [row.inquiry.number for row in page.context["rows"]]
        before = page.context["before"]
    assert found == made[::-1]
    for nonsense in ("²", "9" * 30, "x"):
        assert client.get(URL, {"mark": "new", "before": nonsense}).status_code == 200


def test_calls_are_shown_with_their_inquiries_and_without_numbers(client):
    about = inquiry(1)
    Call.objects.create(
        started_at=moscow(10),
        logged_at=moscow(10),
        outcome="inquiry",
        inquiry=about,
        phone_e164="+79181000001",
    )
    Call.objects.create(started_at=moscow(10), logged_at=moscow(10), outcome="dropped")
    client.force_login(gleb())
    page = client.get("/reports/calls/inquiries/", {"mark": "2-10", "lang": "en"})
    html = page.content.decode()
    assert len(page.context["calls"]) == page.context["count"] == 2
    assert about.get_absolute_url() in html
    assert "79181000001" not in html


def test_an_empty_mark_says_so(client):
    client.force_login(gleb())
    html = client.get(URL, {"mark": "won", "lang": "en"}).content.decode()
    assert "Nothing stands behind this mark" in html


def test_what_it_costs_does_not_grow(client, django_assert_num_queries):
    client.force_login(gleb())
    for n in range(4):
        inquiry(n, officer=maria().officer)
    client.get(URL, {"mark": "new"})
    with django_assert_num_queries(COST):
        client.get(URL, {"mark": "new"})
