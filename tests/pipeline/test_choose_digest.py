"""Choosing the language of the morning letter, or none."""

import pytest

from leads.models import User
from tests.world import andrey, maria, xenia

pytestmark = pytest.mark.django_db
URL = "/notifications/letter/"


def choice(user) -> str:
    return User.objects.get(pk=user.pk).digest


def test_it_works(client):
    client.force_login(maria())
    page = client.get("/notifications/?lang=en").content.decode()
    assert "maria@example.com" in page
    assert choice(maria()) == "ru", "on, unless somebody does not want it"
    for wanted in ("off", "en", "ru"):
        assert client.post(URL, {"digest": wanted}).status_code == 302
        assert choice(maria()) == wanted


@pytest.mark.parametrize("wrong", ["", "de", "\x00"])
def test_what_is_wrong_changes_nothing(client, wrong):
    client.force_login(maria())
    client.post(URL, {"digest": wrong})
    assert choice(maria()) == "ru"


@pytest.mark.parametrize("who", [andrey, xenia])
def test_those_who_get_none_have_nothing_to_choose(client, who):
    client.force_login(who())
    assert client.post(URL, {"digest": "off"}).status_code == 403
    assert "/notifications/letter/" not in client.get("/notifications/").content.decode()


def test_without_an_address_it_says_so(client):
    User.objects.filter(pk=maria().pk).update(email="")
    client.force_login(maria())
    assert "no e-mail address" in client.get("/notifications/?lang=en").content.decode()


def test_only_by_a_post(client):
    client.force_login(maria())
    assert client.get(URL).status_code == 405
