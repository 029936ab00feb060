"""Writing to the investor: templates in his language, gaps that stop it, a look, then undo."""

import pytest

from leads.models import Message
from tests.world import AT, andrey, boris, dina, gleb, make_inquiry, maria, olga, xenia

pytestmark = pytest.mark.django_db
KEY = "7d5e2f0a-54fc-4d52-9f53-2b4d7e7a9a10"
WORDS = {"key": KEY, "kind": "question", "to": "p@example.com", "subject": "Мощность"}
WORDS |= {"body": "Какая мощность, МВт?"}


def url(inquiry):
    return f"/inquiries/{inquiry.number}/write/"


@pytest.fixture
def inquiry():
    inquiry = make_inquiry(email="p@example.com", route_to=maria())
    Message.objects.all().delete()
    return inquiry


@pytest.fixture
def as_maria(client):
    client.force_login(maria())
    return client


def test_it_works(as_maria, inquiry):
    page = as_maria.get(url(inquiry))
    form = page.context["form"]
    assert form["to"].value() == "p@example.com"
    assert "Здравствуйте, Пётр Иванов!" in form["body"].value()
    assert inquiry.number in form["subject"].value()
    answer = as_maria.post(url(inquiry), WORDS, follow=True)
    letter = Message.objects.get()
    assert (letter.state, letter.body, letter.written_by) == ("planned", WORDS["body"], maria())
    html = answer.content.decode()
    assert "Письмо уйдёт через 10 с." in html
    assert f'form="withdraw-{letter.pk}"' in html
    assert f'id="withdraw-{letter.pk}"' in html


@pytest.mark.parametrize("who", [olga, andrey, dina, xenia])
def test_those_who_may_not(client, inquiry, who):
    client.force_login(who())
    assert client.get(url(inquiry)).status_code == 403
    assert client.post(url(inquiry), WORDS).status_code == 403


def test_only_his_own_or_the_heads(client, inquiry):
    client.force_login(boris())
    assert client.post(url(inquiry), WORDS).status_code == 403
    client.force_login(gleb())
    assert client.post(url(inquiry), WORDS).status_code == 302


def test_a_secret_is_not_written_to_by_those_it_is_kept_from(client):
    inquiry = make_inquiry(email="p@example.com")
    inquiry.keep_confidential("Янтарь", by=gleb(), at=AT)
    client.force_login(maria())
    assert client.get(url(inquiry)).status_code == 403


def test_missing(as_maria):
    assert as_maria.get("/inquiries/INV-2026-999999/write/").status_code == 404


def test_in_the_investors_language(as_maria):
    inquiry = make_inquiry(email="p@example.com", language="en", route_to=maria())
    form = as_maria.get(url(inquiry)).context["form"]
    assert "we need your answer" in form["subject"].value()
    assert "what you need to know" in form["body"].value()


@pytest.mark.parametrize("kind", ["question", "shortlist", "delay", "result"])
def test_an_unfilled_gap_stops_it(as_maria, inquiry, kind):
    form = as_maria.get(f"{url(inquiry)}?kind={kind}").context["form"]
    given = {name: form[name].value() or "" for name in form.fields}
    answer = as_maria.post(url(inquiry), given)
    assert answer.status_code == 422
    assert "Заполните то, что стоит в двойных скобках: [[" in answer.content.decode()
    assert answer.context["form"]["body"].value() == given["body"], "nothing typed is lost"
    assert not Message.objects.exists()


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("to", "", "Укажите электронную почту инвестора"),
        ("to", "ivanov", "Проверьте адрес"),
        ("to", "a@example.com\nBcc: b@example.com", "Проверьте адрес"),
        ("subject", "", "Напишите, о чём письмо"),
        ("body", " ", "Напишите письмо или выберите шаблон"),
    ],
)
def test_what_is_missing_is_said(as_maria, inquiry, name, value, words):
    answer = as_maria.post(url(inquiry), WORDS | {name: value})
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Message.objects.exists()


def test_a_look_sends_nothing(as_maria, inquiry):
    answer = as_maria.post(url(inquiry), WORDS | {"go": "preview"})
    preview = answer.context["preview"]
    assert preview.subject == "Мощность"
    assert preview.text.startswith("Какая мощность, МВт?")
    assert "Maria" in preview.text
    assert answer.context["form"]["body"].value() == WORDS["body"]
    assert not Message.objects.exists()


def test_a_look_shows_markup_as_text(as_maria, inquiry):
    words = WORDS | {"body": "<script>alert(1)</script>", "go": "preview"}
    assert "<script>alert" not in as_maria.post(url(inquiry), words).content.decode()


def test_another_template_replaces_an_untouched_draft(as_maria, inquiry):
    form = as_maria.get(url(inquiry)).context["form"]
    given = {name: form[name].value() for name in form.fields}
    given["body"] = given["body"].replace("\n", "\r\n")
    form = as_maria.post(url(inquiry), given | {"go": "delay"}).context["form"]
    assert "Новый срок" in form["body"].value()
    assert "что нужно узнать" not in form["body"].value()
    assert "новый срок ответа" in form["subject"].value()
    assert form["key"].value() == str(given["key"])


def test_another_template_keeps_what_was_typed(as_maria, inquiry):
    page = as_maria.post(url(inquiry), WORDS | {"go": "delay"})
    body = page.context["form"]["body"].value()
    assert body.startswith(WORDS["body"])
    assert "Новый срок" in body
    assert page.context["form"]["subject"].value() == "Мощность"
    assert "Ваш текст сохранён" in page.content.decode()


def test_the_same_form_twice_is_one_letter(as_maria, inquiry):
    for _ in range(2):
        assert as_maria.post(url(inquiry), WORDS).status_code == 302
    assert Message.objects.count() == 1


def test_what_was_taken_back_stands_in_the_form(as_maria, inquiry):
    as_maria.post(url(inquiry), WORDS)
    letter = Message.objects.get()
    letter.withdraw(by=maria(), at=AT)
    form = as_maria.get(f"{url(inquiry)}?letter={letter.pk}").context["form"]
    assert {name: form[name].value() for name in form.fields} == WORDS
    as_maria.post(url(inquiry), WORDS | {"body": "Иначе"})
    assert list(Message.objects.values_list("body", "state")) == [("Иначе", "planned")]


def test_only_what_was_taken_back_is_opened_again(as_maria, inquiry):
    as_maria.post(url(inquiry), WORDS)
    for pk in (Message.objects.get().pk, 0, "x", "9" * 30):
        status = as_maria.get(f"{url(inquiry)}?letter={pk}").status_code
        assert status == (404 if str(pk).isdecimal() and len(str(pk)) < 19 else 200)


def test_it_costs_few_queries(as_maria, inquiry, django_assert_max_num_queries):
    with django_assert_max_num_queries(9):
        as_maria.get(url(inquiry))
