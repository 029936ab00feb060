"""Step 2: who asks, and one way to answer him."""

import pytest

from tests.public.answers import CONTACT, PROJECT
from tests.world import make_industry

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _first_step(client):
    make_industry("food_processing")
    client.post("/inquiry/", PROJECT)


def post(client, **changes):
    return client.post("/inquiry/contact/", CONTACT | changes)


def errors(client, **changes) -> dict:
    page = post(client, **changes)
    assert page.status_code == 200
    return page.context["form"].errors


def test_it_works(client):
    page = client.get("/inquiry/contact/")
    assert "no-store" in page.headers["Cache-Control"]
    assert "Позвоним только по этой заявке" in page.content.decode()
    assert post(client).url == "/inquiry/check/"
    assert client.get("/inquiry/contact/").context["form"]["name"].value() == "Пётр Иванов"


def test_without_the_first_step_it_leads_back(client):
    client.session.flush()
    client.cookies.clear()
    assert client.get("/inquiry/contact/").url == "/inquiry/"


def test_in_english(client):
    page = client.get("/inquiry/contact/?lang=en")
    assert "Phone with country code" in page.content.decode()
    assert "Germany" in page.content.decode()


def test_one_way_of_contact_is_enough(client):
    assert post(client, email="", phone="+7 918 123-45-67").status_code == 302
    assert post(client, email="p@example.com", phone="").status_code == 302
    found = errors(client, email="", phone="")
    assert found == {"email": ["Укажите электронную почту или телефон"]}


def test_two_errors_at_once_and_nothing_is_lost(client):
    page = post(client, name="", email="", phone="12", company="ООО «Ромашка»")
    content = page.content.decode()
    assert set(page.context["form"].errors) == {"name", "phone"}
    assert "ООО «Ромашка»" in content
    assert 'value="12"' in content
    assert "Исправьте ответы (2)" in content
    assert "В номере не хватает цифр" in content


def test_on_an_english_page_a_number_without_its_code_asks_for_it(client):
    given = CONTACT | {"country": "", "phone": "8 918 123-45-67"}
    page = client.post("/inquiry/contact/", given)
    assert page.status_code == 302, "on a Russian page it is Russian"
    page = client.post("/inquiry/contact/?lang=en", given)
    assert list(page.context["form"].errors) == ["phone"]


@pytest.mark.parametrize(
    ("country", "phone", "wrong"),
    [
        ("", "+49 30 901820", False),
        ("DE", "030 901820", False),
        ("RU", "8 (918) 123-45-67", False),
        ("", "8 918 123-45-67", False),
        ("", "030 901820", True),
        ("DE", "+49 1", True),
        ("", "+999 123456789", True),
        ("", "позвоните", True),
        ("", "+7 918 123-45-67\x00", True),
        ("", "1" * 1_000_000, True),
    ],
)
def test_phones(client, country, phone, wrong):
    page = post(client, country=country, phone=phone)
    assert page.status_code == (200 if wrong else 302)
    if wrong:
        assert list(page.context["form"].errors) == ["phone"]


@pytest.mark.parametrize(
    "email",
    ["p", "p@", "@example.com", "p@example", "p p@example.com", "p\x00@example.com", "я" * 300],
)
def test_impossible_addresses(client, email):
    assert list(errors(client, email=email)) == ["email"]


@pytest.mark.parametrize("name", ["Ли", "Jean-Luc O’Neill", "王小明", "محمد", "Madonna", "Ё" * 200])
def test_any_name_is_a_name(client, name):
    assert post(client, name=name).status_code == 302


@pytest.mark.parametrize("name", ["", "\u202e\u200b", "я" * 201, "Пётр\x00"])
def test_what_is_no_name(client, name):
    assert list(errors(client, name=name)) == ["name"]


def test_an_unknown_country_is_refused(client):
    assert list(errors(client, country="XX")) == ["country"]


def test_back_and_the_other_language_keep_what_is_typed(client):
    assert post(client, name="", go="back").url == "/inquiry/"
    assert post(client, name="Анна", email="", switch="en").url == "/inquiry/contact/?lang=en"
    assert client.get("/inquiry/contact/").context["form"]["name"].value() == "Анна"
