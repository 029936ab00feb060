"""The desk's page over time: drafts taken up again, calls of the exchange, figures typed."""

from uuid import uuid4

import pytest
from django.urls import reverse

from leads.models import Call, DeskDraft, Inquiry
from tests.world import AT, gleb, make_industry, make_inquiry, olga

pytestmark = pytest.mark.django_db
URL = reverse("desk:desk")
CALL = {
    "channel": "phone",
    "phone": "8 (918) 123-45-67",
    "text": "Цех переработки яблок, 5 га, 2 МВт, газ нужен",
    "language": "ru",
    "outcome": "inquiry",
}


@pytest.fixture
def desk(client):
    client.force_login(olga())
    return client


def test_a_draft_is_taken_up_where_it_was_left(desk):
    key, user = uuid4(), olga()
    DeskDraft.keep(key, {"company": "Агросад", "land": "5га"}, base=0, by=user, at=AT)
    page = desk.get(URL, {"draft": key})
    assert page.context["form"]["company"].value() == "Агросад"
    assert f'data-key="{key}"' in page.text
    desk.post(URL, CALL | {"request_key": str(key)})
    assert not DeskDraft.objects.exists(), "saved, it is a draft no more"


def test_somebody_elses_draft_is_an_empty_page(desk):
    key = uuid4()
    DeskDraft.keep(key, {"company": "Агросад"}, base=0, by=gleb(), at=AT)
    assert "Агросад" not in desk.get(URL, {"draft": key}).text
    assert desk.get(URL, {"draft": "x"}).status_code == 200


def test_without_a_script_a_call_is_parked_by_a_button(desk):
    key = str(uuid4())
    given = CALL | {"request_key": key, "company": "Агросад", "phone": "89", "keep": "draft"}
    answer = desk.post(URL, given, follow=True)
    assert f"?draft={key}" in answer.text
    assert DeskDraft.objects.get().fields["phone"] == "89"


def test_parked_again_without_a_script_the_last_word_counts_and_the_other_is_told(desk):
    key, user = uuid4(), olga()
    DeskDraft.keep(key, {"company": "Агросад"}, base=0, by=user, at=AT)
    page = desk.get(URL, {"draft": key})
    assert '<input type="hidden" name="version" value="1">' in page.text
    given = CALL | {"request_key": str(key), "keep": "draft", "version": "1", "company": "Юг"}
    DeskDraft.keep(key, {"company": "Агросад-2"}, base=1, by=user, at=AT)
    answer = desk.post(URL, given, follow=True)
    assert DeskDraft.objects.get().fields["company"] == "Юг"
    assert "Агросад-2" in answer.text
    assert desk.post(URL, given | {"version": "x"}).status_code == 302


def ringing(**fields):
    known = {"phone_raw": "+79181234567", "phone_e164": "+79181234567", "started_at": AT}
    known |= {"provider": "generic", "exchange_id": str(uuid4()), "state": "talking"}
    return Call.objects.create(**known | fields)


def test_a_call_of_the_exchange_is_shown_and_completed(desk):
    call = ringing()
    page = desk.get(URL, {"call": call.pk})
    assert page.context["form"]["phone"].value() == "+79181234567"
    desk.post(URL, CALL | {"call": call.pk, "phone": "+79181234567"})
    assert Call.objects.count() == 1
    call.refresh_from_db()
    assert (call.outcome, call.operator, call.started_at) == ("inquiry", olga(), AT)
    assert call.inquiry == Inquiry.objects.get()


def test_a_call_is_completed_once(desk, client):
    call = ringing()
    desk.post(URL, CALL | {"call": call.pk})
    Call.objects.filter(pk=call.pk).update(operator=None)
    again = desk.post(URL, CALL | {"call": call.pk, "text": "Склад, 2 га", "request_key": uuid4()})
    assert again.context["form"].non_field_errors()
    assert Inquiry.objects.count() == 1, "nothing of it is kept"


def test_a_colleagues_call_is_as_good_as_missing(desk):
    call = ringing(operator=gleb())
    assert not desk.get(URL, {"call": call.pk}).context["form"]["phone"].value()
    assert desk.get(URL, {"call": "9" * 30}).status_code == 200
    assert "call" in desk.post(URL, CALL | {"call": call.pk}).context["form"].errors


def test_a_script_is_answered_with_where_to_go_or_422(desk):
    script = {"headers": {"X-Desk": "1"}}
    assert desk.post(URL, CALL | {"text": ""}, **script).status_code == 422
    answer = desk.post(URL, CALL, **script)
    assert answer.json() == {"go": reverse("desk:logged", args=[Inquiry.objects.get().number])}


def test_figures_typed_count_before_the_words_and_both_are_kept(desk):
    make_industry("food_processing")
    typed = {"land": "7 га", "capex": "250м", "industry": "food_processing", "gas": "no"}
    desk.post(URL, CALL | typed)
    need = Inquiry.objects.get().need
    assert (need.land_ha_min, need.land_ha_max, need.gas) == (7, 7, False)
    assert need.capex_mln_rub == 250
    assert need.industries[0] == "food_processing"
    assert need.power_mw == 2, "left empty, it stands as read"
    assert need.suggested["need"]["land_ha"] == {"min": 5, "max": 5}
    assert need.suggested["chosen"] == typed


@pytest.mark.parametrize(
    ("change", "field"),
    [({"land": "много"}, "land"), ({"capex": "5 млн $"}, "capex"), ({"power": "1 га"}, "power")],
)
def test_an_amount_that_cannot_be_read(desk, change, field):
    assert field in desk.post(URL, CALL | change).context["form"].errors


@pytest.mark.parametrize("outcome", ["off_topic", "dropped"])
def test_off_topic_and_cut_off_waive_every_field(desk, outcome):
    given = {"phone": "", "text": "", "land": "много", "email": "нет", "outcome": outcome}
    desk.post(URL, CALL | given)
    assert Call.objects.get().outcome == outcome


def test_the_number_is_hidden_by_a_word(desk):
    desk.post(URL, CALL | {"phone": "Скрыт"})
    assert Call.objects.get().hidden


def test_a_tax_number_is_kept_and_doubted(desk):
    desk.post(URL, CALL | {"tax_id": "7707 083893"})
    assert Inquiry.objects.get().investor.inn == "7707083893"
    again = CALL | {"tax_id": "1027700132196", "phone": "8 918 000-00-00"}
    answer = desk.post(URL, again, follow=True)
    assert Inquiry.objects.latest("pk").investor.ogrn == "1027700132196"
    assert [str(one.level_tag) for one in answer.context["messages"]] == ["warning"]


def test_a_consent_by_word_is_recorded(desk):
    desk.post(URL, CALL | {"consented": "on"})
    consent = Inquiry.objects.get().consents.get()
    assert (consent.channel, consent.text.purpose) == ("spoken", "processing")


def test_a_contact_merged_meanwhile_leads_to_the_other(desk):
    gone, kept = (make_inquiry(phone=f"+7 918 123-45-0{n}").contact for n in range(2))
    type(gone).objects.filter(pk=gone.pk).update(merged_into=kept)
    desk.post(URL, CALL | {"contact": gone.pk, "request_key": uuid4()})
    assert Inquiry.objects.latest("pk").contact == kept
