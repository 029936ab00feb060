"""A rule is switched off and on; its conditions stay."""

import pytest

from tests.world import AT, gleb, make_rule, maria

pytestmark = pytest.mark.django_db


def test_it_works(client):
    rule = make_rule("a", maria(), language="en")
    client.force_login(gleb())
    for way, on, version in (("off", False, 2), ("off", False, 2), ("on", True, 3)):
        assert client.post(f"/pipeline/routing/rules/{rule.pk}/switch/{way}/").status_code == 302
        rule.refresh_from_db()
        assert (rule.active, rule.version) == (on, version)
    said = [version.said["active"] for version in rule.versions.order_by("number")]
    assert said == [True, False, True]
    assert rule.switch(on=True, by=gleb(), at=AT) is False


def test_who_may_not(client):
    rule = make_rule("a")
    client.force_login(maria())
    assert client.post(f"/pipeline/routing/rules/{rule.pk}/switch/off/").status_code == 403
    assert client.post(f"/pipeline/routing/rules/{rule.pk}/switch/maybe/").status_code == 404
