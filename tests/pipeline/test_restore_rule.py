"""A deleted rule comes back to its place."""

import pytest

from leads.models import RoutingRule
from tests.world import AT, gleb, make_rule, maria

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("gone", [0, 1, 2])
def test_it_works(client, gone):
    rules = [make_rule(name) for name in "abc"]
    rules[gone].remove(at=AT)
    client.force_login(gleb())
    assert client.post(f"/pipeline/routing/rules/{rules[gone].pk}/restore/").status_code == 302
    assert list(RoutingRule.objects.deciding().values_list("name", "position")) == [
        ("a", 1),
        ("b", 2),
        ("c", 3),
    ]
    rules[gone].refresh_from_db()
    assert rules[gone].restore() is False


def test_others_that_came_meanwhile_make_room():
    a, b = make_rule("a"), make_rule("b")
    a.remove(at=AT)
    make_rule("c")
    b.move(up=False)
    a.refresh_from_db()
    a.restore()
    assert list(RoutingRule.objects.deciding().values_list("name", flat=True)) == ["a", "c", "b"]


def test_who_may_not(client):
    rule = make_rule("a")
    rule.remove(at=AT)
    client.force_login(maria())
    assert client.post(f"/pipeline/routing/rules/{rule.pk}/restore/").status_code == 403
