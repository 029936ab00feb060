"""Who may be the same investor, and why; by index, in the same few statements for any number."""

import pytest
from django.db import connection
from django.db.models import Value

from leads.models import Contact, ContactPhone, Investor, alike
from leads.models.company import BareName
from tests.world import AT, make_inquiry

pytestmark = pytest.mark.django_db


def known(company="ООО «Агросад»", **person) -> Investor:
    return make_inquiry(company=company, **person).investor


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("ООО «Агро-Сад»", "агро сад"),
        ("Общество с ограниченной ответственностью «Берёзка»", "березка"),
        ("АО ПК Юг", "юг"),
        ("Müller GmbH & Co. KG", "müller"),
        ("Acme L.L.C.", "acme"),
        ("ИП Иванов П. П.", "иванов п п"),
        ("ООО", ""),
        ("Аотеароа", "аотеароа"),
        ("张裕 Ltd", "张裕"),
    ],
)
def test_a_name_without_its_legal_form(name, bare):
    row = Investor.objects.create(name=name, created_at=AT)
    row.refresh_from_db()
    assert row.name_key == bare
    asked = Investor.objects.annotate(bare=BareName(Value(name))).get(pk=row.pk)
    assert asked.bare == bare, "row and query agree"


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        ({"company": "агросад"}, "company"),
        ({"company": "АО Агросад"}, "company"),
        ({"company": "Аграсад"}, "company"),
        ({"email": "P@EXAMPLE.com"}, "email"),
        ({"inn": "7707083893"}, "inn"),
        ({"ogrn": "1027700132195"}, "ogrn"),
    ],
)
def test_it_works(asked, reason):
    investor = known(email="p@example.com")
    Investor.objects.filter(pk=investor.pk).update(inn="7707083893", ogrn="1027700132195")
    known("Совсем другое", email="q@example.com", phone="+7 918 000-00-01")
    (found,) = alike(**asked)
    assert found.investor == investor
    assert found.reasons == [reason]
    assert list(found.investor.contacts.all()) == [investor.contacts.get()]


def test_more_reasons_stand_before_fewer():
    both = known(email="p@example.com")
    named = known(phone="+7 918 000-00-01")
    found = alike(company="Агросад", email="p@example.com")
    assert [one.investor for one in found] == [both, named]
    assert found[0].reasons == ["email", "company"]


@pytest.mark.parametrize("company", ["", "ООО", "аг", "   ", "щ" * 10_000, "\\%_"])
def test_what_names_nobody_finds_nobody(company):
    known("")
    known()
    assert alike(company=company) == []


def test_the_merged_and_the_shown_are_left_out():
    gone, shown = known(), known()
    Investor.objects.filter(pk=gone.pk).update(merged_into=shown)
    assert alike(company="Агросад", but=frozenset([shown.pk])) == []


def test_it_costs_the_same_for_any_number(django_assert_max_num_queries):
    for _ in range(7):
        known(email="p@example.com")
    with django_assert_max_num_queries(5):  # addresses, numbers, names, investors, people
        assert len(alike(email="p@example.com", inn="1", ogrn="2", company="Агросад")) == 5


def test_a_name_with_a_slip_costs_one_look_more(django_assert_max_num_queries):
    known()
    with django_assert_max_num_queries(7):  # names twice and a threshold for the second
        assert len(alike(company="Аграсад")) == 1


def plan(rows) -> str:
    """How PostgreSQL finds them once it may read no table whole, in whatever order."""
    with connection.cursor() as cursor:
        # What other tests left in the statistics of nearly empty tables must not decide.
        for other in ("seqscan", "mergejoin", "hashjoin"):
            cursor.execute(f"SET LOCAL enable_{other} = off")
        return rows.explain()


def test_every_look_up_goes_by_an_index():
    assert "contact_phone_" in plan(Contact.objects.with_phone("+79181234567"))
    assert "contact_phone_" in plan(Contact.objects.with_phone_like(("7918123",)))
    bare = BareName(Value("агросад"))
    assert "investor_name_key" in plan(Investor.objects.filter(name_key__trigram_word_similar=bare))


@pytest.mark.parametrize(
    ("raw", "e164"),
    [("918 123-45-67 Пётр", ""), ("8-918-123-45-67", ""), ("+7 918 123-45-67", "+79181234567")],
)
def test_a_russian_number_is_known_by_its_last_ten_digits(raw, e164):
    contact = known(phone="").contacts.get()
    ContactPhone.objects.create(contact=contact, raw=raw, e164=e164)
    assert list(Contact.objects.with_phone("+79181234567")) == [contact]
    assert list(Contact.objects.with_phone("+49181234567")) == []


def test_a_foreign_number_is_known_only_whole():
    contact = known(phone="+49 30 918123456").contacts.get()
    assert list(Contact.objects.with_phone("+4930918123456")) == [contact]
    assert list(Contact.objects.with_phone("+70918123456")) == []


def test_any_of_a_contacts_numbers_and_each_contact_once():
    contact = known(phone="+7 918 123-45-67").contacts.get()
    for raw, e164 in (("+7 861 251-77-64", "+78612517764"), ("8 918 123 45 67", "+79181234567")):
        ContactPhone.objects.create(contact=contact, raw=raw, e164=e164)
    assert list(Contact.objects.with_phone("+78612517764")) == [contact]
    assert list(Contact.objects.with_phone("+79181234567")) == [contact]


def test_a_number_still_being_typed():
    contacts = [known(phone=f"+7 918 123-45-0{n}").contacts.get() for n in range(2)]
    assert list(Contact.objects.with_phone_like(("7918123",))) == contacts
    assert list(Contact.objects.with_phone_like(("79181234501",))) == contacts[1:]
    assert list(Contact.objects.with_phone_like(())) == []
