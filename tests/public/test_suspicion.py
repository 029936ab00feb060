"""Signs of robots: none refuses anybody, strong ones count at once, weak ones in numbers."""

from datetime import timedelta

import pytest
import time_machine
from django.core import signing
from django.utils import timezone

from leads.models import Inquiry, Quarantine
from leads.public.opened import opening
from tests.public.answers import CONTACT, PROJECT, send, to_check
from tests.world import make_district, make_industry, registry_changed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _registry(db):
    make_industry("food_processing"), make_district("abinsky"), registry_changed()


def post(client, *, after=timedelta(seconds=40), check=None, **changes):
    """Fill the form in as a browser does, so long after it was opened; its signs."""
    client.get("/inquiry/")
    token = opening(at=timezone.now() - after)
    page = to_check(client, **{"token": token} | changes)
    assert send(client, page, **check or {}).url == "/inquiry/sent/"
    inquiry = Inquiry.objects.latest("pk")
    assert client.get("/inquiry/sent/").context["inquiry"] == inquiry
    held = Quarantine.objects.filter(inquiry=inquiry).first()
    assert (held is not None) == (inquiry.disposition == "quarantined")
    return held.signs if held else []


def test_a_person_is_let_in(client):
    assert post(client) == []
    assert Inquiry.objects.get().messages.count() == 1


def test_the_trap_on_any_page(client):
    assert post(client, second_topic="SEO") == ["trap"]
    assert post(client, check={"second_topic": "SEO"}) == ["trap"]


def test_the_sender_sees_the_same_confirmation(client):
    post(client, second_topic="SEO")
    html = client.get("/inquiry/sent/").content.decode()
    assert "Заявка отправлена" in html
    assert "Ответим до" in html or "Ответим завтра" in html or "Ответим " in html
    assert not Inquiry.objects.get().messages.exists()


@pytest.mark.parametrize("damage", ["forged", "cut", "spliced", "of another kind", "letters"])
def test_a_token_that_we_never_gave(client, damage):
    now = timezone.now()
    one, other = opening(at=now), opening(at=now - timedelta(hours=1))
    token = {
        "forged": "forged",
        "cut": one[:-3],
        "spliced": f"{one.split(':')[0]}:{other.split(':', 1)[1]}",
        "of another kind": signing.dumps(["x", 1], salt="another"),
        "letters": "é" * 10,
    }[damage]
    assert post(client, token=token) == ["forged"]


@pytest.mark.parametrize(
    "words",
    [
        {"text": "Купите http://a.example http://b.example http://c.example"},
        {"text": 'Цех <a href="http://a.example">a</a>'},
        {"text": "Цех [url=http://a.example]a[/url]"},
        {"name": "http://a.example"},
        {"company": "www.a.example best prices"},
    ],
)
def test_links(client, words):
    assert post(client, **words) == ["links"]


def test_a_project_may_name_its_own_site(client):
    assert post(client, text="Цех, 5 га, наш сайт https://agrosad.example") == []


def test_the_same_text_again_and_again(client, monkeypatch):
    monkeypatch.setattr("leads.public.suspicion.SAME_TEXT", (3, 6))
    signs = [post(client) for _ in range(5)]
    assert signs == [[], [], [], ["repeated"], ["repeated"]]


def test_a_template_is_one_text_whatever_its_figures(client, monkeypatch):
    monkeypatch.setattr("leads.public.suspicion.SAME_TEXT", (2, 6))
    texts = [f"Куплю готовый завод, {n} га и {n},5 МВт, срочно" for n in range(4)]
    assert [post(client, text=text) for text in texts] == [[], [], ["repeated"], ["repeated"]]


def test_a_few_words_may_be_alike_by_chance(client, monkeypatch):
    monkeypatch.setattr("leads.public.suspicion.SAME_TEXT", (1, 6))
    assert [post(client, text=f"Завод, {n} га") for n in range(4)] == [[]] * 4


def test_faster_than_a_person_types_counts_in_numbers(client, monkeypatch):
    monkeypatch.setattr("leads.public.suspicion.WEAK_OF_ONE", (3, 10))
    found = [post(client, after=timedelta(), text=f"Цех {n}, 5 га") for n in range(5)]
    assert found == [[], [], [], ["too_fast"], ["too_fast"]]


def test_a_page_left_open_for_days_is_no_crime(client):
    assert post(client, after=timedelta(days=5)) == []


def test_a_form_never_opened(client):
    assert post(client, token="") == ["unopened"]


def test_too_many_from_one_address(client, monkeypatch):
    monkeypatch.setattr("leads.public.suspicion.OF_ONE", (2, 10))
    found = [post(client, text=f"Цех {n}, 5 га") for n in range(4)]
    assert found == [[], [], ["too_many"], ["too_many"]]


def test_an_hour_later_they_are_let_in_again(client, monkeypatch):
    monkeypatch.setattr("leads.public.suspicion.OF_ONE", (1, 10))
    post(client), post(client, text="Второй цех")
    with time_machine.travel(timezone.now() + timedelta(minutes=61), tick=False):
        assert post(client, text="Третий цех") == []


def test_a_spoofed_header_does_not_move_the_peer(client, monkeypatch, settings):
    monkeypatch.setattr("leads.public.suspicion.OF_ONE", (2, 10))
    found = []
    for n in range(4):
        client.defaults["HTTP_X_FORWARDED_FOR"] = f"203.0.113.{n}"
        found.append(post(client, text=f"Цех {n}, 5 га"))
    assert found[-1] == ["too_many"]
    settings.TRUSTED_PROXIES = 1
    assert post(client, text="Цех за прокси") == []


def test_a_retry_is_not_counted_again(client, monkeypatch):
    monkeypatch.setattr("leads.public.suspicion.OF_ONE", (1, 10))
    client.get("/inquiry/")
    page = to_check(client, token=opening(at=timezone.now() - timedelta(seconds=40)))
    for _ in range(4):
        assert send(client, page).url == "/inquiry/sent/"
    assert Inquiry.objects.get().disposition == "live"


def test_the_trap_is_neither_seen_nor_heard_nor_reached(client):
    html = client.get("/inquiry/").content.decode()
    trap = html[html.index('class="honeypot"') :][:260]
    assert 'aria-hidden="true"' in trap
    assert 'tabindex="-1"' in trap
    assert 'autocomplete="off"' in trap
    assert not {"second_topic"} & (PROJECT.keys() | CONTACT.keys())
