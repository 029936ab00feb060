"""Logging a call while the caller is on the line."""

from uuid import uuid4

import pytest
from django.core import mail
from django.urls import reverse

from leads.models import Call, Inquiry
from tests.world import (
    gleb,
    make_industry,
    make_inquiry,
    make_park,
    maria,
    olga,
    registry_changed,
    xenia,
)

pytestmark = pytest.mark.django_db
URL = reverse("desk:desk")
CALL = {
    "channel": "phone",
    "phone": "8 (918) 123-45-67 доб. 5",
    "name": "",
    "text": "Цех переработки яблок, 5 га, 2 МВт, газ нужен",
    "language": "ru",
    "outcome": "inquiry",
}


@pytest.fixture
def desk(client):
    client.force_login(olga())
    return client


def test_it_works(desk):
    make_industry("food_processing")
    make_park("yug", area_free_ha=12)
    registry_changed()
    answer = desk.post(URL, CALL)
    inquiry = Inquiry.objects.get()
    assert answer.url == reverse("desk:logged", args=[inquiry.number])
    call = Call.objects.get()
    assert (call.phone_raw, call.phone_e164, call.extension) == (
        "8 (918) 123-45-67 доб. 5",
        "+79181234567",
        "5",
    )
    assert call.inquiry == inquiry
    assert inquiry.need.land_ha_min == inquiry.need.land_ha_max == 5
    assert (inquiry.need.power_mw, inquiry.need.gas) == (2, True)
    assert inquiry.need.suggested["need"]["power_mw"] == 2
    assert inquiry.match_runs.get().matches.filter(park="yug").exists()


def test_the_page_carries_a_key_of_its_own(desk):
    keys = [desk.get(URL).context["form"]["request_key"].value() for _ in range(2)]
    assert keys[0] != keys[1]


@pytest.mark.parametrize("change", [{}, {"outcome": "off_topic"}, {"channel": "visit"}])
def test_sent_again_it_is_the_same_call(desk, change):
    given = CALL | {"request_key": str(uuid4())} | change
    first, again = desk.post(URL, given), desk.post(URL, given)
    assert first.url == again.url
    assert Call.objects.count() == ("channel" not in change)
    assert Inquiry.objects.count() == ("outcome" not in change)


def test_sent_again_with_the_caller_recognised_meanwhile_it_is_the_same_call(desk):
    given = CALL | {"request_key": str(uuid4())}
    first = desk.post(URL, given)
    again = desk.post(URL, given | {"contact": Call.objects.get().inquiry.contact_id})
    assert first.url == again.url
    assert (Call.objects.count(), Inquiry.objects.count()) == (1, 1)


def test_other_words_on_the_same_page_are_another_call(desk):
    given = CALL | {"request_key": str(uuid4())}
    first = desk.post(URL, given)
    second = desk.post(URL, given | {"phone": "8 918 765-43-21", "text": "Склад, 2 га"})
    assert first.url != second.url
    assert Call.objects.count() == 2


def test_the_key_is_kept_when_the_form_comes_back(desk):
    key = str(uuid4())
    answer = desk.post(URL, CALL | {"request_key": key, "text": ""})
    assert f'value="{key}"' in answer.text


def test_the_empty_desk(desk, django_assert_num_queries):
    with django_assert_num_queries(5):  # session, user, industries, last calls, drafts
        answer = desk.get(URL)
    assert "Call desk" in answer.text or "Приём звонков" in answer.text


@pytest.mark.parametrize("who", [maria, xenia])
def test_who_may_not(client, who):
    client.force_login(who())
    assert client.get(URL).status_code == 403


def test_the_head_may(client):
    client.force_login(gleb())
    assert client.get(URL).status_code == 200


def test_strangers_log_in_first(client):
    assert client.get(URL).url.startswith(reverse("login"))


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"phone": ""}, "phone"),
        ({"phone": "12"}, "phone"),
        ({"phone": "+7 918 123-45-67", "hidden": "on"}, "hidden"),
        ({"text": ""}, "text"),
        ({"text": "до\x00м"}, "text"),
        ({"text": "а" * 1_000_000}, "text"),
        ({"email": "не адрес"}, "email"),
        ({"channel": "visit", "outcome": "dropped"}, "outcome"),
        ({"contact": "99999999"}, "contact"),
        ({"channel": "pigeon"}, "channel"),
        ({"request_key": "mine"}, "request_key"),
    ],
)
def test_what_is_refused_keeps_what_was_typed(desk, change, field):
    answer = desk.post(URL, CALL | {"company": "Агросад"} | change)
    assert answer.status_code == 200
    assert field in answer.context["form"].errors
    assert "Агросад" in answer.text
    assert not Inquiry.objects.exists()


def test_a_visit_needs_some_way_to_answer(desk):
    visit = CALL | {"channel": "visit", "phone": ""}
    assert desk.post(URL, visit).context["form"].has_error("__all__", "no_contact")
    desk.post(URL, visit | {"email": "p@example.com"})
    assert Inquiry.objects.get().channel == "visit"
    assert not Call.objects.exists(), "only a call is a call"


def test_a_hidden_number(desk):
    desk.post(URL, CALL | {"phone": "", "hidden": "on"})
    assert Call.objects.get().hidden
    assert not Inquiry.objects.get().contact.phones.exists()


def test_a_call_off_topic_is_logged_without_an_inquiry(desk):
    answer = desk.post(URL, CALL | {"outcome": "off_topic", "text": "ищет работу"}, follow=True)
    assert Call.objects.get().note == "ищет работу"
    assert not Inquiry.objects.exists()
    assert answer.status_code == 200


def test_a_picked_contact_keeps_his_history(desk):
    known = make_inquiry(phone="+7 918 123-45-67")
    desk.post(URL, CALL | {"contact": known.contact.pk})
    assert known.investor.inquiries.count() == 2


def test_a_known_caller_is_shown_again_with_the_errors(desk):
    known = make_inquiry(phone="+7 918 123-45-67", name="Пётр Иванов")
    answer = desk.post(URL, CALL | {"text": ""})
    assert "Пётр Иванов" in answer.text
    assert known.number in answer.text


def test_bidi_tricks_are_stripped(desk):
    desk.post(URL, CALL | {"name": "Пётр\u202eвонави"})
    assert Inquiry.objects.get().contact.name == "Пётрвонави"


def test_nobody_is_written_to_from_the_request(desk):
    desk.post(URL, CALL | {"email": "p@example.com"})
    assert Inquiry.objects.get().messages.count() == 1
    assert not mail.outbox
