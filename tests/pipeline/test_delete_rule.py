"""A rule is deleted with a way back; its decisions still name it."""

import pytest

from leads import flow
from leads.models import RoutingRule
from tests.world import AT, gleb, make_inquiry, make_rule, maria

pytestmark = pytest.mark.django_db


def test_it_works(client):
    rule = make_rule("Все", maria())
    inquiry = make_inquiry()
    flow.route(inquiry, at=AT)
    client.force_login(gleb())
    page = client.post(f"/pipeline/routing/rules/{rule.pk}/delete/", follow=True)
    html = page.content.decode()
    assert not RoutingRule.objects.deciding().exists()
    assert f'form="restore-{rule.pk}"' in html
    assert f'id="restore-{rule.pk}"' in html
    route = client.get(inquiry.get_absolute_url()).context["sheet"].route
    assert route.rule == "Все"


def test_pressed_twice_it_changes_once(client):
    rule = make_rule("a")
    assert rule.remove(at=AT) is True
    assert rule.remove(at=AT) is False


def test_who_may_not(client):
    client.force_login(maria())
    assert client.post(f"/pipeline/routing/rules/{make_rule('a').pk}/delete/").status_code == 403
