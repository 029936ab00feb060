"""Ticking a step off: an open inquiry never stands without the next one."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.world import andrey, boris, dina, gleb, make_inquiry, maria, olga

pytestmark = pytest.mark.django_db


def url(step):
    return f"/follow-ups/{step.pk}/complete/"


def steps(inquiry):
    return inquiry.follow_ups.open().order_by("pk")


def with_one_step(**what):
    inquiry = make_inquiry(route_to=maria(), **what)
    step, *rest = steps(inquiry)
    for other in rest:
        other.complete(by=maria(), at=timezone.now())
    return inquiry, step


def test_it_works(client):
    inquiry, step = with_one_step()
    client.force_login(maria())
    given = {"when": "three_days", "subject": "Выслать план"}
    assert client.post(url(step), given).url == inquiry.get_absolute_url()
    following = steps(inquiry).get()
    assert (following.kind, following.subject) == ("step", "Выслать план")
    assert timezone.localdate(following.due_at) >= timezone.localdate() + timedelta(days=3)
    step.refresh_from_db()
    assert (step.done_by, step.outcome) == (maria(), "reached")
    inquiry.refresh_from_db()
    assert inquiry.next_due_at == following.due_at


def test_back_to_the_day_it_was_opened_from(client):
    _, step = with_one_step()
    client.force_login(maria())
    assert client.post(url(step), {"when": "week", "back": "my_day"}).url == "/my-day/"


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "x" * 5000])
def test_back_is_no_address(client, back):
    _, step = with_one_step()
    client.force_login(maria())
    page = client.post(url(step), {"when": "week", "back": back})
    assert page.url == step.inquiry.get_absolute_url()


def test_while_another_step_is_open_nothing_more_is_asked(client):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(maria())
    step = steps(inquiry)[0]
    assert client.post(url(step), {"outcome": "reached"}).status_code == 302
    step.refresh_from_db()
    assert step.outcome == "reached"


def test_the_last_one_asks_what_comes_next_and_keeps_what_was_typed(client):
    inquiry, step = with_one_step()
    client.force_login(maria())
    page = client.post(url(step) + "?lang=en", {"subject": "Выслать план"})
    html = page.content.decode()
    assert page.status_code == 422
    assert "This was the last open step" in html
    assert 'value="Выслать план"' in html
    assert steps(inquiry).get() == step


def test_a_typed_day_needs_no_button(client):
    inquiry, step = with_one_step()
    client.force_login(maria())
    assert client.post(url(step), {"on": "+10"}).status_code == 302
    due = timezone.localdate(steps(inquiry).get().due_at)
    assert due >= timezone.localdate() + timedelta(days=10)


@pytest.mark.parametrize(
    "given",
    [
        {"when": "date", "on": ""},
        {"when": "date", "on": "вчера"},
        {"when": "someday"},
        {"when": "week", "subject": "я" * 201},
        {"when": "week", "subject": "а\x00"},
        {"when": "week", "outcome": "nonsense"},
    ],
)
def test_what_is_wrong_is_said(client, given):
    inquiry, step = with_one_step()
    client.force_login(maria())
    page = client.post(url(step), given)
    assert page.status_code == 422
    assert page.context["form"].errors
    assert steps(inquiry).get() == step


def test_to_close_leads_to_closing_and_leaves_the_step_till_then(client):
    inquiry, step = with_one_step()
    client.force_login(maria())
    page = client.post(url(step), {"when": "close"})
    assert page.url == f"/inquiries/{inquiry.number}/advance/?to=lost&back="
    assert steps(inquiry).get() == step


def test_pressed_twice_it_opens_one_step(client):
    inquiry, step = with_one_step()
    client.force_login(maria())
    client.post(url(step), {"when": "week"})
    page = client.post(url(step) + "?lang=en", {"when": "week"}, follow=True)
    assert "done already" in page.content.decode()
    assert steps(inquiry).count() == 1


@pytest.mark.parametrize("who", [boris, andrey, dina])
def test_those_who_may_not(client, who):
    _, step = with_one_step()
    client.force_login(who())
    assert client.post(url(step), {"when": "week"}).status_code == 403
    step.refresh_from_db()
    assert step.done_at is None


def test_the_head_and_the_operator_of_a_new_one_may(client):
    for who in (gleb, olga):
        _, step = with_one_step()
        client.force_login(who())
        assert client.post(url(step), {"when": "week"}).status_code == 302


@pytest.mark.parametrize("key", ["999999", "9" * 18, "9" * 40, "x"])
def test_missing(client, key):
    client.force_login(maria())
    assert client.post(f"/follow-ups/{key}/complete/").status_code == 404


def test_its_page_asks(client):
    _, step = with_one_step()
    client.force_login(maria())
    html = client.get(url(step) + "?lang=en&back=my_day").content.decode()
    assert "In 3 days" in html
    assert 'name="back" value="/my-day/"' in html


def test_htmx_gets_the_form_alone_to_stand_under_its_row(client):
    _, step = with_one_step()
    client.force_login(maria())
    html = client.get(url(step), headers={"HX-Request": "true"}).content.decode()
    assert html.startswith('<h2 id="ask-title">')
    assert f'<form method="post" action="{url(step)}"' in html
    assert f'id="step{step.pk}_on"' in html


def test_nobody_reached_is_tried_again_and_asks_for_no_other(client):
    inquiry = make_inquiry(route_to=maria())
    step = inquiry.follow_ups.get(kind="first_contact")
    client.force_login(maria())
    client.post(f"/follow-ups/{step.pk}/complete/", {"outcome": "unreached", "reason": "busy"})
    step.refresh_from_db()
    assert (step.done_at, len(step.tries)) == (None, 1)
    html = client.get(inquiry.get_absolute_url() + "?lang=en").content.decode()
    assert "tried 1 time: Busy" in html
