"""The ledger's page: each class with its count and meaning, the last recounts, what differs."""

import pytest
from django.utils.translation import gettext, override

from leads import tasks
from leads.ledger.check import CHECKS
from leads.ledger.count import Count
from leads.models import Inquiry
from tests.world import andrey, gleb, make_inquiry, maria, olga

pytestmark = pytest.mark.django_db
URL = "/pipeline/ledger/"


def counts(page, group):
    return {row.key: row.count for row in page.context["groups"][group] if row.count}


def test_it_works(client):
    one, other = make_inquiry(), make_inquiry(phone="+7 918 000-00-01")
    Inquiry.objects.filter(pk=other.pk).update(disposition="spam")
    other.follow_ups.update(done_at=other.opened_at, outcome="closed")
    Inquiry.objects.filter(pk=other.pk).update(next_due_at=None)
    tasks.sweep()
    tasks.ledger()
    client.force_login(andrey())
    page = client.get(URL + "?lang=en")
    assert counts(page, "live") == {"live/new": 1}
    assert counts(page, "other") == {"spam": 1}
    assert page.context["last"].difference == 0
    html = page.content.decode()
    for words in ("Nothing differs", "A person decided that it is spam", "Owed an answer"):
        assert words in html, words
    assert f"{URL}live/new/" in html
    assert f"{URL}live/won/" not in html, "an empty class leads nowhere"
    Inquiry.objects.filter(pk=one.pk).update(search="")
    tasks.ledger()
    page = client.get(URL + "?lang=en")
    assert [row.meaning for row in page.context["differences"]] == [
        "Live, and no search would find it"
    ]
    html = page.content.decode()
    assert "1 difference" in html
    assert one.get_absolute_url() in html
    assert [row.difference for row in page.context["history"]] == [1, 0]


def test_before_the_first_recount_it_says_when(client):
    client.force_login(gleb())
    assert "Not counted yet" in client.get(URL + "?lang=en").content.decode()


def test_a_class_that_nobody_knows_is_shown(client):
    make_inquiry()
    Inquiry.objects.update(disposition="gone")
    tasks.ledger()
    client.force_login(gleb())
    assert counts(client.get(URL), "other") == {"gone": 1}


@pytest.mark.parametrize("kind", CHECKS)
def test_every_difference_is_said_in_russian(kind):
    with override("ru"):
        assert gettext(Count.meaning(kind)) != Count.meaning(kind)


@pytest.mark.parametrize("who", [maria, olga])
def test_who_may_not(client, who):
    client.force_login(who())
    assert client.get(URL).status_code == 403
