"""After logging in each role begins where its work is."""

import pytest
from django.urls import reverse

from tests.world import dina, gleb, maria, olga, xenia

pytestmark = pytest.mark.django_db
URL = reverse("home")


@pytest.mark.parametrize(
    ("who", "home"),
    [
        (olga, "desk:desk"),
        (maria, "pipeline:my_day"),
        (gleb, "pipeline:pipeline"),
        (dina, "pipeline:referrals"),
    ],
)
def test_it_works(client, who, home):
    client.force_login(who())
    assert client.get(URL).url == reverse(home)


def test_who_may_not(client):
    assert client.get(URL).url.startswith(reverse("login"))
    client.force_login(xenia())
    assert client.get(URL).status_code == 403
