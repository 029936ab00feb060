"""What stands in a class of the ledger, item by item."""

import pytest

from leads.models import Call
from tests.world import AT, andrey, gleb, make_inquiry, maria, olga

pytestmark = pytest.mark.django_db
URL = "/pipeline/ledger/"


def test_it_works(client):
    one = make_inquiry()
    client.force_login(andrey())
    page = client.get(URL + "live/new/")
    assert [row.inquiry for row in page.context["rows"]] == [one]
    assert client.get(URL + "live/won/").context["rows"] == []
    assert client.get(URL + "spam/").context["count"] == 0


def test_calls(client):
    call = Call.objects.create(
        started_at=AT, outcome="off_topic", logged_at=AT, operator=olga(), phone_raw="112"
    )
    client.force_login(gleb())
    page = client.get(URL + "call/off_topic/")
    assert page.context["page"].rows == [call]
    assert "112" in page.content.decode()
    Call.objects.update(outcome="", logged_at=None)
    assert client.get(URL + "call/unlogged/").context["page"].rows == [call]


@pytest.mark.parametrize("key", ["live", "live/gone", "gone", "call/gone", "x/y", "live/new/x"])
def test_no_such_class(client, key):
    client.force_login(gleb())
    assert client.get(f"{URL}{key}/").status_code == 404


def test_fifty_a_page(client):
    for n in range(52):
        Call.objects.create(started_at=AT, outcome="dropped", logged_at=AT, phone_raw=str(n))
    client.force_login(gleb())
    page = client.get(URL + "call/dropped/")
    older = client.get(URL + f"call/dropped/?from={page.context['page'].older}")
    assert (len(page.context["page"].rows), len(older.context["page"].rows)) == (50, 2)


def test_it_costs_the_same_whatever_stands_there(client, django_assert_max_num_queries):
    for n in range(5):
        make_inquiry(phone=f"+7 918 000-00-0{n}")
    client.force_login(gleb())
    with django_assert_max_num_queries(5):
        client.get(URL + "live/new/")


def test_who_may_not(client):
    client.force_login(maria())
    assert client.get(URL + "live/new/").status_code == 403
