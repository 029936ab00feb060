"""Rules change places, by button or key."""

import pytest

from leads.models import RoutingRule
from tests.world import AT, gleb, make_rule, maria

pytestmark = pytest.mark.django_db


def order():
    return list(RoutingRule.objects.deciding().values_list("name", flat=True))


def test_it_works(client):
    a, b, c = (make_rule(name) for name in "abc")
    client.force_login(gleb())
    page = client.post(f"/pipeline/routing/rules/{c.pk}/move/up/")
    assert page.url == f"/pipeline/routing/#rule-{c.pk}"
    assert order() == ["a", "c", "b"]
    client.post(f"/pipeline/routing/rules/{a.pk}/move/down/")
    assert order() == ["c", "a", "b"]
    assert set(RoutingRule.objects.deciding().values_list("position", flat=True)) == {1, 2, 3}
    b.refresh_from_db()
    assert b.version == 1, "a place is no version"


def test_at_the_end_it_stays(client):
    first, last = make_rule("a"), make_rule("b")
    assert first.move(up=True) is False
    assert last.move(up=False) is False
    assert order() == ["a", "b"]


def test_a_swap_returns_the_list_and_says_where_it_stands(client):
    make_rule("a")
    b = make_rule("b")
    client.force_login(gleb())
    page = client.post(
        f"/pipeline/routing/rules/{b.pk}/move/up/?lang=en", headers={"HX-Request": "true"}
    )
    assert [row.rule.name for row in page.context["rows"]] == ["b", "a"]
    assert "<html" not in page.content.decode()
    assert "b stands at place 1." in page["HX-Trigger"]


def test_a_deleted_one_is_passed_over(client):
    a, b, c = (make_rule(name) for name in "abc")
    b.remove(at=AT)
    assert c.move(up=True) is True
    assert order() == ["c", "a"]
    assert a.move(up=False) is False


@pytest.mark.parametrize("path", ["999999/move/up/", "1/move/sideways/"])
def test_missing(client, path):
    client.force_login(gleb())
    assert client.post(f"/pipeline/routing/rules/{path}").status_code == 404


def test_who_may_not(client):
    client.force_login(maria())
    assert client.post(f"/pipeline/routing/rules/{make_rule('a').pk}/move/up/").status_code == 403
