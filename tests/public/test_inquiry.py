"""Step 1: the project. What is typed survives errors, Back, refresh and the other language."""

import pytest

from tests.public.answers import PROJECT
from tests.world import make_district, make_industry, make_park

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _registry(db):
    make_industry("food_processing", name_ru="Пищевая промышленность", name_en="Food")
    make_district("abinsky", name_ru="Абинский район", name_en="Abinsk District")


def test_it_works(client):
    page = client.get("/inquiry/")
    content = page.content.decode()
    assert "no-store" in page.headers["Cache-Control"]
    assert " novalidate" in content
    assert "maxlength" not in content
    for words in ("Пищевая промышленность", "Не знаю / обсудим", "Абинский район", "250 млн"):
        assert words in content
    assert client.post("/inquiry/", PROJECT).url == "/inquiry/contact/"
    assert client.get("/inquiry/").context["form"]["text"].value() == PROJECT["text"]


def test_in_english(client):
    content = client.get("/inquiry/?lang=en").content.decode()
    for words in ("What do you want to build?", "Not sure yet", "Abinsk District"):
        assert words in content


def test_nothing_answered(client):
    page = client.post("/inquiry/", {})
    content = page.content.decode()
    assert set(page.context["form"].errors) == {"text", "industry"}
    assert "Исправьте ответы (2)" in content
    assert 'href="#id_text"' in content
    assert "data-takes-focus" in content
    assert "<title>Ошибка:" in content


def test_an_error_keeps_everything(client):
    page = client.post("/inquiry/", PROJECT | {"industry": ""})
    content = page.content.decode()
    assert PROJECT["text"] in content
    assert 'value="to_1000"' in content
    assert "checked" in content
    assert client.get("/inquiry/").context["form"]["text"].value() == PROJECT["text"]


def test_the_language_switch_keeps_what_is_not_yet_sent(client):
    moved = client.post("/inquiry/", {"text": "Цех", "industry": "", "switch": "en"})
    assert moved.url == "/inquiry/?lang=en"
    page = client.get(moved.url)
    assert page.context["form"]["text"].value() == "Цех"
    assert "Your project" in page.content.decode()


def test_enter_presses_continue(client):
    """The first button of a form is the one that Enter presses."""
    form = client.get("/inquiry/").content.decode().split("<form")[1]
    first = form.split("<button")[1].split("</button>")[0]
    assert "name=" not in first


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Цех\x00", "нельзя сохранить"),
        ("\u202e\u200b ", "Расскажите, что вы хотите построить"),
        ("я" * 20_001, "Сократите его на 1 знак."),
        ("я" * 500_000, "Сократите его на 480\u00a0000 знаков."),
    ],
)
def test_bad_text_is_refused_and_shown(client, text, words):
    page = client.post("/inquiry/", PROJECT | {"text": text})
    assert page.status_code == 200
    assert words in page.context["form"].errors["text"][0]
    assert page.context["form"]["text"].value() == text
    assert client.get("/inquiry/contact/").url == "/inquiry/"


@pytest.mark.parametrize("name", ["industry", "district", "capex"])
@pytest.mark.parametrize("value", ["nope", "\x00", "я" * 5000])
def test_what_is_not_in_the_list_is_refused(client, name, value):
    page = client.post("/inquiry/", PROJECT | {name: value})
    assert list(page.context["form"].errors) == [name]


def test_a_site_comes_with_the_address(client):
    make_park("yug", "abinsky", name_ru="Парк «Юг»")
    page = client.get("/inquiry/?park=yug")
    assert "Парк «Юг», Абинский район" in page.content.decode()
    assert page.context["form"]["with_park"].value()
    client.post("/inquiry/", PROJECT)
    assert not client.get("/inquiry/").context["form"]["with_park"].value()


def test_a_district_comes_with_the_address(client):
    page = client.get("/inquiry/?district=abinsky")
    assert page.context["form"]["district"].value() == "abinsky"


@pytest.mark.parametrize(
    "query", ["park=nope", "park=%00", "park=", "district=nope", "district=%00"]
)
def test_an_unknown_place_is_told_and_the_form_works(client, query):
    page = client.get(f"/inquiry/?{query}")
    assert "из ссылки не найден" in page.content.decode()
    assert client.post(f"/inquiry/?{query}", PROJECT).url == "/inquiry/contact/"


def test_a_site_that_is_not_offered_is_unknown(client):
    make_park("plan", "abinsky", offered=False)
    assert client.get("/inquiry/?park=plan").context["missing"] == "park"


def test_a_site_that_left_meanwhile_stops_nothing(client):
    park = make_park("yug", "abinsky")
    client.get("/inquiry/?park=yug")
    park.delete()
    assert client.post("/inquiry/", PROJECT | {"with_park": "on"}).url == "/inquiry/contact/"


def test_it_costs_few_queries(client, django_assert_max_num_queries):
    client.post("/inquiry/", PROJECT)
    with django_assert_max_num_queries(3):
        client.get("/inquiry/")
