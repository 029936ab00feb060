"""Our answer as a page: the request, places with sources, open questions; openings are counted."""

import pytest
from django.utils import timezone

from leads import flow, tasks
from leads.models import AnswerPack, Message
from leads.models.writing import HELD_FOR
from tests.public.visitor import make_web_inquiry, open_status
from tests.world import gleb, make_district, make_industry, make_park, registry_changed

pytestmark = pytest.mark.django_db
URL = "/status/pack/"


@pytest.fixture
def inquiry(client):
    make_industry(), make_district("abinsky", name_ru="Абинский район", name_en="Abinsk District")
    make_park("yug", area_free_ha=12, power_free_mw=None, name_ru="Парк «Юг»", name_en="Park South")
    registry_changed()
    found = make_web_inquiry()
    open_status(client, found)
    return found


def make(inquiry, language="ru", by=None) -> AnswerPack:
    """As the worker makes it."""
    pack = inquiry.answer_packs.first()
    if by is not None:
        pack = flow.plan_pack(inquiry, language, by=by, at=timezone.now())
    tasks.make_pack(pack.pk)
    pack.refresh_from_db()
    return pack


def deliver(pack) -> None:
    """Send it, and let the ten seconds pass in which it can be taken back."""
    letter = flow.send_pack(pack, by=gleb(), at=timezone.now())
    Message.objects.filter(pk=letter.pk).update(not_before_at=timezone.now() - HELD_FOR)
    tasks.send(letter.pk)


def test_it_works(client, inquiry):
    make(inquiry)
    html = client.get(URL).content.decode()
    for words in (
        "Ответ на вашу заявку",
        inquiry.number,
        inquiry.text,
        "Парк «Юг»",
        "Абинский район",
        "Открытые вопросы",
        "Парк «Юг»: пока не опубликовано: Мощность",
        "Меры поддержки",
    ):
        assert words in html, words


def test_in_english(client, inquiry):
    pack = make(inquiry, "en", by=gleb())
    deliver(pack)
    html = client.get(f"{URL}?lang=en").content.decode()
    assert "Park South" in html
    assert "Abinsk District" in html
    assert "Park South: not published yet: Power" in html


def test_before_it_is_made(client, inquiry):
    html = client.get(URL).content.decode()
    assert "Ответ готовится" in html
    assert inquiry.answer_packs.get().openings == 0


def test_each_visit_counts_once(client, inquiry):
    pack = make(inquiry)
    client.get(URL), client.get(URL), client.head(URL)
    pack.refresh_from_db()
    assert pack.openings == 1
    assert inquiry.activities.filter(kind="pack_opened").count() == 1
    del client.cookies["pack"]
    client.get(URL)
    pack.refresh_from_db()
    assert pack.openings == 2
    assert inquiry.activities.filter(kind="pack_opened").count() == 1


def test_what_was_prepared_and_not_sent_is_not_his(client, inquiry):
    make(inquiry)
    second = make(inquiry, by=gleb())
    assert client.get(URL).context["pack"].version == 1
    flow.send_pack(second, by=gleb(), at=timezone.now())
    assert client.get(URL).context["pack"].version == 1, "its letter may still be taken back"
    deliver(second)
    assert client.get(URL).context["pack"].version == 2


def test_a_stored_answer_stays_as_it_was(client, inquiry):
    from districts.models import Park

    make(inquiry)
    Park.objects.update(name_ru="Другое имя")
    registry_changed()
    assert "Парк «Юг»" in client.get(URL).content.decode()


def test_in_quarantine_none_is_made(client):
    inquiry = make_web_inquiry(signs=("trap",))
    assert not inquiry.answer_packs.exists()
    open_status(client, inquiry)
    assert "Ответ готовится" in client.get(URL).content.decode()


def test_a_stranger_is_refused(client, inquiry):
    make(inquiry)
    del client.cookies["status"]
    assert client.get(URL).status_code == 404
