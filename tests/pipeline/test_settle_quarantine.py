"""Verdicts: let in with everything owed from now on, or spam; several at once, and undone."""

from datetime import timedelta

import pytest
from django.utils import timezone
from zeal import zeal_ignore

from leads import tasks
from leads.ledger import recount
from leads.models import Quarantine
from tests.pipeline.test_quarantine import held
from tests.world import (
    AT,
    andrey,
    gleb,
    make_industry,
    make_park,
    maria,
    olga,
    registry_changed,
)

pytestmark = pytest.mark.django_db
URL = "/pipeline/quarantine/settle/"


def settle(client, verdict, *inquiries, who=olga):
    client.force_login(who())
    keys = [Quarantine.objects.get(inquiry=inquiry).pk for inquiry in inquiries]
    answer = client.post(URL, {"verdict": verdict, "keys": keys})
    for inquiry in inquiries:
        inquiry.refresh_from_db()
    return answer


def test_it_works(client):
    maria()
    inquiry = held()
    before = timezone.now()
    assert settle(client, "release", inquiry).url == "/pipeline/quarantine/"
    assert inquiry.disposition == "live"
    steps = {step.kind: step for step in inquiry.follow_ups.open()}
    assert set(steps) == {"first_contact", "substantive_reply"}
    assert all(step.opened_at >= before for step in steps.values())
    assert inquiry.promised_at == steps["first_contact"].due_at
    assert inquiry.messages.get().kind == "received"
    assert inquiry.answer_packs.count() == 1
    tasks.route(inquiry.pk)
    inquiry.refresh_from_db()
    assert inquiry.officer == maria().officer


def test_spam_is_kept_and_owed_nothing(client):
    inquiry = held()
    settle(client, "spam", inquiry)
    assert inquiry.disposition == "spam"
    assert not inquiry.messages.exists()


def test_several_at_once_and_pressed_twice(client):
    inquiries = [held() for _ in range(3)]
    # Each is let in by a verb of its own: fifty at most, and never on a page that only reads.
    with zeal_ignore():
        settle(client, "release", *inquiries)
        settle(client, "release", *inquiries)
    for inquiry in inquiries:
        assert inquiry.messages.count() == 1
        assert inquiry.activities.filter(kind="released").count() == 1


@pytest.mark.parametrize("verdict", ["release", "spam"])
def test_a_verdict_is_undone(client, verdict):
    inquiry = held()
    settle(client, verdict, inquiry)
    settle(client, "hold", inquiry)
    assert inquiry.disposition == "quarantined"
    assert not inquiry.follow_ups.open().exists()
    settle(client, "release", inquiry)
    assert inquiry.disposition == "live"
    assert inquiry.follow_ups.open().count() == 2
    assert inquiry.messages.count() == 1


def test_what_its_officer_moved_on_stays(client):
    inquiry = held()
    settle(client, "release", inquiry)
    inquiry.advance(to="qualified", by=gleb(), at=timezone.now())
    settle(client, "hold", inquiry)
    assert inquiry.disposition == "live"


def test_without_a_tick_it_says_so(client):
    client.force_login(olga())
    page = client.post(URL, {"verdict": "release"}, follow=True)
    assert "Отметьте заявки" in page.content.decode()
    for keys in ("x", "9" * 30, "-1"):
        assert client.post(URL, {"verdict": "release", "keys": keys}).status_code == 302


def test_those_who_may_not(client):
    inquiry = held()
    assert settle(client, "release", inquiry, who=andrey).status_code == 403
    assert settle(client, "release", inquiry, who=maria).status_code == 403
    assert inquiry.disposition == "quarantined"


def test_the_ledger_agrees_and_misses_nobody(client):
    make_industry(), make_park(), registry_changed(), maria()
    inquiry = held(consents=("processing",))
    assert recount(AT).differences == {}
    assert recount(AT + timedelta(days=2)).differences == {"quarantine_unjudged": [inquiry.number]}
    settle(client, "release", inquiry)
    assert recount(timezone.now()).differences == {}
