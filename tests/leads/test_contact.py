"""Contacts: what is learnt is kept once, and nothing known is overwritten."""

import pytest

from leads import flow
from leads.models import Contact
from leads.phones import parse_phone
from tests.world import AT, make_inquiry

pytestmark = pytest.mark.django_db


def learn(contact: Contact, **news):
    contact.learn(**{"name": "", "company": "", "phone": None, "email": ""} | news)


def test_it_works():
    contact = make_inquiry(name="", company="", phone="+7 918 123-45-67").contact
    learn(
        contact,
        name="Пётр Иванов",
        company="Агросад",
        phone=parse_phone("8 861 251-77-64 доб. 3"),
        email="P@Example.com",
    )
    contact = Contact.objects.get(pk=contact.pk)
    assert (contact.name, contact.investor.name) == ("Пётр Иванов", "Агросад")
    assert set(contact.phones.values_list("e164", flat=True)) == {"+79181234567", "+78612517764"}
    assert contact.emails.get().lowered == "p@example.com"
    assert contact.last_address() == "P@Example.com"


def test_what_is_known_stays():
    contact = make_inquiry(name="Пётр", company="Агросад", phone="+7 918 123-45-67").contact
    learn(contact, name="Иван", company="Другая", phone=parse_phone("8 918 123 45 67"))
    contact = Contact.objects.get(pk=contact.pk)
    assert (contact.name, contact.investor.name) == ("Пётр", "Агросад")
    assert contact.phones.count() == 1


def test_an_address_given_by_a_known_caller_is_written_to():
    known = make_inquiry(email="old@example.com").contact
    again = flow.open_inquiry(
        channel="phone",
        asked=flow.Asked(text="ещё участок"),
        contact=known,
        person=flow.Person(email="new@example.com"),
        at=AT,
    )
    assert again.messages.get().to_address == "new@example.com"
    assert known.emails.count() == 2
