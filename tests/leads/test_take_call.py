"""Logging a call, with or without the inquiry it opened."""

import pytest
from django.db import IntegrityError, transaction

from leads import flow
from leads.models import Call, Inquiry
from leads.phones import parse_phone
from tests.world import AT, make_inquiry, olga

pytestmark = pytest.mark.django_db


def call(**fields) -> Call:
    return Call(
        started_at=AT, **{"phone_raw": "8 918 123-45-67", "phone_e164": "+79181234567"} | fields
    )


def test_it_works():
    logged = flow.take_call(
        call=call(outcome="inquiry"),
        asked=flow.Asked(text="цех"),
        person=flow.Person(phone=parse_phone("8 918 123-45-67")),
        at=AT,
        by=olga(),
    )
    assert logged.inquiry.channel == Inquiry.Channel.PHONE
    assert logged.contact.phones.get().e164 == "+79181234567"
    assert logged.operator == olga()


def test_a_call_off_topic_opens_nothing():
    flow.take_call(call=call(outcome="off_topic"), at=AT, by=olga())
    assert not Inquiry.objects.exists()


def test_a_known_number_finds_its_contact():
    from leads.models import Contact

    known = make_inquiry(phone="+7 918 123-45-67").contact
    assert list(Contact.objects.with_phone("+79181234567")) == [known]


def test_a_hidden_number_keeps_no_digits():
    flow.take_call(
        call=call(phone_raw="", phone_e164="", hidden=True, outcome="dropped"), at=AT, by=olga()
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        flow.take_call(call=call(hidden=True, outcome="dropped"), at=AT, by=olga())
