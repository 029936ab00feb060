"""The head gives an inquiry off the queue in place."""

import pytest

from tests.world import andrey, boris, gleb, make_inquiry, maria, olga

pytestmark = pytest.mark.django_db


def url(inquiry):
    return f"/pipeline/routing/queue/{inquiry.number}/give/"


def test_it_works(client):
    inquiry = make_inquiry(language="zh")
    client.force_login(gleb())
    page = client.post(url(inquiry), {"officer": boris().officer.pk})
    assert page.url == "/pipeline/routing/queue/"
    inquiry.refresh_from_db()
    assert inquiry.officer == boris().officer
    assert inquiry.activities.get(kind="reassigned").actor == gleb()


def test_one_that_was_taken_meanwhile_stays_with_its_officer(client):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(gleb())
    client.post(url(inquiry), {"officer": boris().officer.pk})
    inquiry.refresh_from_db()
    assert inquiry.officer == maria().officer


@pytest.mark.parametrize("officer", ["", "x", "999999", "\x00"])
def test_an_unknown_officer_is_refused_in_place(client, officer):
    inquiry = make_inquiry(language="zh")
    client.force_login(gleb())
    page = client.post(url(inquiry), {"officer": officer})
    assert page.status_code == 422
    assert [one.inquiry for one in page.context["line"]] == [inquiry]
    assert 'role="alert"' in page.content.decode()


@pytest.mark.parametrize("who", [maria, olga, andrey])
def test_who_may_not(client, who):
    inquiry = make_inquiry(language="zh")
    client.force_login(who())
    assert client.post(url(inquiry), {"officer": boris().officer.pk}).status_code == 403
