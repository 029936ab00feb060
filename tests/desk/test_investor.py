"""An investor with all that is known of him, as far as the reader may know."""

import pytest
from django.urls import reverse

from leads.models import Call, Investor
from tests.world import AT, andrey, dina, gleb, make_inquiry, maria, olga, xenia

pytestmark = pytest.mark.django_db


def url(investor):
    return reverse("desk:investor", args=[investor.pk])


@pytest.fixture
def inquiry():
    return make_inquiry(name="Пётр Иванов", email="p@example.com", consents=("processing",))


def call_of(inquiry, note="спросил про газ"):
    return Call.objects.create(
        contact=inquiry.contact,
        inquiry=inquiry,
        operator=olga(),
        started_at=AT,
        outcome="inquiry",
        logged_at=AT,
        note=note,
    )


@pytest.mark.parametrize("who", [olga, maria, gleb, andrey])
def test_it_works(client, inquiry, who):
    call_of(inquiry)
    client.force_login(who())
    page = client.get(url(inquiry.investor)).text
    for shown in ("Агросад", "Пётр Иванов", "p@example.com", "+7 918 123-45-67", inquiry.number):
        assert shown in page
    assert "спросил про газ" in page


@pytest.mark.parametrize("who", [dina, xenia])
def test_who_may_not(client, inquiry, who):
    client.force_login(who())
    assert client.get(url(inquiry.investor)).status_code == 403


def test_a_missing_one(client):
    client.force_login(olga())
    assert client.get(reverse("desk:investor", args=[999999])).status_code == 404


def test_a_confidential_inquiry_is_not_told_by_its_investor(client, inquiry):
    call_of(inquiry)
    inquiry.keep_confidential("Проект Юг", by=gleb(), at=AT)
    client.force_login(olga())
    page = client.get(url(inquiry.investor)).text
    for hidden in (inquiry.number, "Проект Юг", "спросил про газ"):
        assert hidden not in page
    client.force_login(gleb())
    assert inquiry.number in client.get(url(inquiry.investor)).text


def test_a_merged_one_leads_to_the_other(client, inquiry):
    gone = make_inquiry(phone="+7 918 000-00-01").investor
    Investor.objects.filter(pk=gone.pk).update(merged_into=inquiry.investor)
    client.force_login(olga())
    assert client.get(url(gone)).url == url(inquiry.investor)


def test_who_may_be_the_same_is_offered_to_those_who_may_merge(client, inquiry):
    other = make_inquiry(company="ООО Агросад", phone="+7 918 000-00-01").investor
    link = reverse("desk:merge", args=[inquiry.investor.pk, other.pk])
    client.force_login(olga())
    assert link in client.get(url(inquiry.investor)).text
    client.force_login(andrey())
    assert link not in client.get(url(inquiry.investor)).text


def test_it_costs_the_same_for_any_number(client, inquiry, django_assert_num_queries):
    for _ in range(4):
        call_of(make_inquiry(contact=inquiry.contact, consents=("processing",)))
    client.force_login(andrey())
    address = url(inquiry.investor)
    # session, user, investor, merges, inquiries, calls, consents, people, their numbers, addresses
    with django_assert_num_queries(10):
        client.get(address)
