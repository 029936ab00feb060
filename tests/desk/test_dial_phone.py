"""“Call” at the number of a contact."""

import pytest

from leads.models import ContactPhone, Dialling, User
from tests.world import andrey, make_inquiry, maria

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def dials(settings):
    settings.TELEPHONY_DIAL, settings.ZADARMA_KEY = "zadarma", "key"
    settings.TELEPHONY_SECRETS = {"zadarma": ["a secret of sixteen"]}


@pytest.fixture
def phone():
    make_inquiry(route_to=maria())
    User.objects.filter(pk=maria().pk).update(extension="102")
    return ContactPhone.objects.get()


def test_it_works(client, phone):
    client.force_login(maria())
    page = phone.contact.investor.get_absolute_url()
    assert f'action="/desk/phones/{phone.pk}/dial/"' in client.get(page).content.decode()
    assert client.post(f"/desk/phones/{phone.pk}/dial/").headers["Location"] == page
    assert Dialling.objects.get().phone_e164 == "+79181234567"


def test_what_is_no_key_is_a_click_all_the_same(client, phone):
    client.force_login(maria())
    for _ in range(2):
        client.post(f"/desk/phones/{phone.pk}/dial/", {"key": "\x00"})
    assert Dialling.objects.count() == 1


def test_those_who_may_not(client, phone):
    client.force_login(andrey())
    assert client.post(f"/desk/phones/{phone.pk}/dial/").status_code == 403
    client.force_login(maria())
    assert client.post("/desk/phones/999999/dial/").status_code == 404
