"""Logging a call, with or without the inquiry it opened."""

import threading
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

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


@pytest.mark.parametrize("opens", [{"asked": flow.Asked(text="цех")}, {}])
def test_the_same_request_logs_one_call(opens):
    key = uuid4()
    given = {"at": AT, "by": olga(), "request_key": key, **opens}
    outcome = "inquiry" if opens else "off_topic"
    first = flow.take_call(call=call(outcome=outcome), **given)
    again = flow.take_call(call=call(outcome=outcome), **given)
    assert first == again == Call.objects.get()
    assert Inquiry.objects.count() == len(opens)
    assert first.inquiry is None or first.inquiry.activities.filter(kind="called").count() == 1


def test_two_calls_without_a_request_are_two():
    for _ in range(2):
        flow.take_call(call=call(outcome="off_topic"), at=AT, by=olga())
    assert Call.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_the_same_request_twice_at_once_logs_one_call():
    """Whoever comes second waits for the first and gets its answer."""
    by, key, together = olga(), uuid4(), threading.Barrier(4)

    def take(_):
        together.wait()
        try:
            asked = flow.Asked(text="цех")
            new = call(outcome="inquiry")
            return flow.take_call(call=new, asked=asked, at=AT, by=by, request_key=key).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(take, range(4)))) == 1
    assert (Call.objects.count(), Inquiry.objects.count()) == (1, 1)


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
