"""Step 3: what was understood stands for correction; the one place that opens an inquiry."""

import pytest

from districts.matching.need import Bounds
from leads.models import Consent, Contact, Inquiry
from tests.public.answers import CONTACT, PROJECT, fields_of, send, to_check
from tests.world import make_district, make_industry, make_park, registry_changed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _registry(db):
    make_industry("food_processing", name_ru="Пищевая промышленность")
    make_industry("agriculture", name_ru="Сельское хозяйство")
    make_district("abinsky", name_ru="Абинский район")
    make_district("krymsky", name_ru="Крымский район")
    registry_changed()


def test_it_works(client):
    page = to_check(client)
    assert page.headers["Cache-Control"].count("no-store") == 1
    assert page.context["form"]["power_mw"].value() == "2"
    assert page.context["form"]["gas"].value() == "yes"

    done = send(client, page)
    assert (done.status_code, done.url) == (302, "/inquiry/sent/")
    inquiry = Inquiry.objects.get()
    assert inquiry.text == PROJECT["text"]
    assert (inquiry.channel, inquiry.kind, inquiry.language) == ("web", "project", "ru")
    figures = inquiry.need.figures()
    assert figures.land_ha == Bounds(5, 5)
    assert (figures.power_mw, figures.gas, figures.capex_mln_rub) == (2, True, 250)
    assert figures.industries[0].code == "food_processing"
    assert inquiry.contact.name == "Пётр Иванов"
    assert inquiry.investor.country == "Россия"
    assert inquiry.contact.emails.get().address == "p@example.com"
    assert inquiry.match_runs.count() == 1


def test_the_consent_is_kept_with_its_text_and_address(client):
    send(client, to_check(client))
    consent = Consent.objects.get()
    assert consent.text.version == "2026-11"
    assert (consent.channel, consent.address) == ("web", "127.0.0.1")


def test_the_consent_is_the_text_that_was_read(client):
    send(client, to_check(client), language="en")
    assert Inquiry.objects.get().language == "en"
    assert Consent.objects.get().text.language == "ru"


def test_what_was_corrected_is_what_counts(client):
    page = to_check(client)
    changes = {
        "land_ha_min": "7,5",
        "land_ha_max": "10",
        "power_mw": "",
        "gas": "no",
        "rail": "yes",
        "hazard_class": "3",
        "jobs_min": "40",
        "industry_more": "agriculture",
        "wanted_more": "abinsky",
        "excluded_more": "krymsky",
    }
    send(client, page, **changes)
    inquiry = Inquiry.objects.get()
    figures = inquiry.need.figures()
    assert figures.land_ha == Bounds(7.5, 10)
    assert figures.power_mw is None
    assert (figures.gas, figures.rail, figures.port) == (False, True, None)
    assert (figures.hazard_class, figures.jobs) == (3, Bounds(40, None))
    assert {guess.code for guess in figures.industries} >= {"food_processing", "agriculture"}
    assert figures.districts_wanted == ("abinsky",)
    assert figures.districts_excluded == ("krymsky",)
    kept = inquiry.need.suggested
    assert kept["need"]["power_mw"] == 2
    assert kept["changed"]["power_mw"] == [2, None]
    assert kept["chosen"]["capex"] == "to_1000"
    assert "capex_mln_rub" not in kept["changed"]


def test_an_unticked_industry_is_dropped(client):
    page = to_check(client)
    send(client, page, industries=[])
    assert Inquiry.objects.get().need.industries == []


def test_words_in_a_band_give_its_lower_bound(client):
    page = to_check(client, text="Склад", capex="to_5000")
    assert page.context["form"]["capex_mln_rub"].value() == "1000"
    page = to_check(client, text="Склад", capex="to_50")
    assert page.context["form"]["capex_mln_rub"].value() is None


def test_in_english(client):
    client.get("/inquiry/?lang=en")
    page = to_check(client, text="Apple processing plant, 5 ha, 2 MW, gas", country="GB")
    assert "What we understood" in page.content.decode()
    assert page.context["form"]["language"].value() == "en"
    send(client, page)
    inquiry = Inquiry.objects.get()
    assert inquiry.language == "en"
    assert inquiry.need.power_mw == 2


def test_without_consent_nothing_is_opened_and_all_stays(client):
    page = to_check(client)
    refused = client.post("/inquiry/check/", fields_of(page) | {"power_mw": "3,25"})
    assert refused.status_code == 200
    assert list(refused.context["form"].errors) == ["consent"]
    assert 'value="3,25"' in refused.content.decode()
    assert not Contact.objects.exists()
    again = client.get("/inquiry/check/")
    assert again.context["form"]["power_mw"].value() == "3,25"
    assert not again.context["form"]["consent"].value()


def test_the_box_is_never_ticked_beforehand(client):
    page = to_check(client)
    send(client, page, power_mw="много")
    again = client.get("/inquiry/check/")
    assert "checked" not in str(again.context["form"]["consent"])


def test_a_changed_consent_document_is_read_again(client):
    page = to_check(client)
    refused = send(client, page, consent_version="2020-01")
    assert list(refused.context["form"].errors) == ["consent"]
    assert not Inquiry.objects.exists()


def test_three_errors_at_once(client):
    page = to_check(client)
    refused = send(client, page, power_mw="много", land_ha_min="9", land_ha_max="5", consent="")
    content = refused.content.decode()
    assert set(refused.context["form"].errors) == {"power_mw", "land_ha_max", "consent"}
    for name in ("power_mw", "land_ha_max", "consent"):
        assert f'href="#id_{name}"' in content
    assert "data-takes-focus" in content
    assert 'value="много"' in content
    assert "<title>Ошибка:" in content
    assert not Inquiry.objects.exists()


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"wanted_more": "krymsky", "excluded_more": "krymsky"}, "excluded_more"),
        ({"gas": "no", "gas_m3h": "100"}, "gas"),
        ({"hazard_class": "6"}, "hazard_class"),
        ({"industries": ["nope"]}, "industries"),
        ({"districts_wanted": ["\x00"]}, "districts_wanted"),
        ({"language": "de"}, "language"),
        ({"jobs_min": "1e400"}, "jobs_min"),
    ],
)
def test_what_makes_no_sense_is_refused(client, changes, wrong):
    refused = send(client, to_check(client), **changes)
    assert wrong in refused.context["form"].errors
    assert not Inquiry.objects.exists()


def test_zero_figures_are_harmless(client):
    zeros = dict.fromkeys(("land_ha_min", "land_ha_max", "power_mw", "gas_m3h", "water_m3d"), "0")
    make_park(area_free_ha=5)
    registry_changed()
    assert send(client, to_check(client), **zeros).status_code == 302


def test_without_the_first_steps_it_leads_back(client):
    assert client.get("/inquiry/check/").url == "/inquiry/"
    client.post("/inquiry/", PROJECT)
    assert client.get("/inquiry/check/").url == "/inquiry/contact/"


def test_the_language_switch_keeps_corrections(client):
    page = to_check(client)
    moved = client.post(
        "/inquiry/check/", fields_of(page) | {"power_mw": "4", "consent": "on", "switch": "en"}
    )
    assert moved.url == "/inquiry/check/?lang=en"
    page = client.get(moved.url)
    assert page.context["form"]["power_mw"].value() == "4"
    assert "Check your answers" in page.content.decode()
    assert not Inquiry.objects.exists()


def test_changed_words_are_read_anew(client):
    page = to_check(client)
    send(client, page, consent="", power_mw="4")
    page = to_check(client, text="Цех, 9 МВт")
    assert page.context["form"]["power_mw"].value() == "9"


def test_an_asked_site_is_in_the_need(client):
    make_park("yug", "abinsky", name_ru="Парк «Юг»")
    client.get("/inquiry/?park=yug")
    page = to_check(client)
    assert "Парк «Юг»" not in page.content.decode().split("understood")[1]
    client.get("/inquiry/?park=yug")
    client.post("/inquiry/", PROJECT | {"with_park": "on"})
    send(client, client.get("/inquiry/check/"))
    assert Inquiry.objects.get().need.parks_wanted == ["yug"]


def test_a_doubtful_phone_and_address_are_asked_about(client):
    page = to_check(client, email="p@mial.ru", phone="+7 111 111-11-11")
    content = page.content.decode()
    assert "mail.ru" in content
    assert "Номер необычный" in content
    assert send(client, page).status_code == 302


def test_markup_in_the_text_stays_text(client):
    page = to_check(client, text="<script>alert(1)</script> цех")
    assert "<script>alert" not in page.content.decode()
    assert "&lt;script&gt;" in page.content.decode()


def test_it_costs_few_queries(client, django_assert_max_num_queries):
    to_check(client)
    with django_assert_max_num_queries(10):
        client.get("/inquiry/check/")


def test_names_and_answers_fit(client):
    page = to_check(client, **{name: CONTACT[name] for name in ("name", "company")})
    assert "Агросад" in page.content.decode()
