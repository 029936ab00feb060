"""Moving a step to another day."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.world import andrey, boris, make_inquiry, maria

pytestmark = pytest.mark.django_db


def url(step):
    return f"/follow-ups/{step.pk}/postpone/"


def a_step():
    return make_inquiry(route_to=maria()).follow_ups.order_by("due_at").first()


def test_it_works(client):
    step = a_step()
    client.force_login(maria())
    assert client.post(url(step), {"when": "tomorrow"}).url == step.inquiry.get_absolute_url()
    step.refresh_from_db()
    assert timezone.localdate(step.due_at) > timezone.localdate()
    assert step.inquiry.activities.filter(kind="follow_up_moved").count() == 1
    assert step.reminded_at is None


def test_to_a_day_and_back_to_the_list(client):
    step = a_step()
    client.force_login(maria())
    page = client.post(url(step), {"when": "date", "on": "+20", "back": "my_day"})
    assert page.url == "/my-day/"
    step.refresh_from_db()
    assert timezone.localdate(step.due_at) >= timezone.localdate() + timedelta(days=20)


@pytest.mark.parametrize("given", [{}, {"when": "date"}, {"when": "date", "on": "вчера"}])
def test_without_a_day_it_is_refused(client, given):
    step = a_step()
    client.force_login(maria())
    page = client.post(url(step), given)
    assert page.status_code == 422
    assert page.context["form"].errors


def test_a_done_one_is_not_moved(client):
    step = a_step()
    step.complete(by=maria(), at=timezone.now())
    client.force_login(maria())
    page = client.post(url(step) + "?lang=en", {"when": "tomorrow"}, follow=True)
    assert "done already" in page.content.decode()


@pytest.mark.parametrize("who", [boris, andrey])
def test_those_who_may_not(client, who):
    step = a_step()
    client.force_login(who())
    assert client.post(url(step), {"when": "tomorrow"}).status_code == 403


def test_missing(client):
    client.force_login(maria())
    assert client.post("/follow-ups/999999/postpone/").status_code == 404
