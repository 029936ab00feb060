"""The investor is told once who works for him."""

import pytest
from django.core import mail

from leads import flow, letters
from leads.models import Message
from tests.world import AT, boris, gleb, make_inquiry, maria

pytestmark = pytest.mark.django_db


def named():
    return Message.objects.filter(kind="officer_named")


def test_it_works():
    maria()
    inquiry = make_inquiry(email="p@example.com", language="en")
    assert not named().exists()
    flow.route(inquiry, at=AT)
    letter = named().get()
    assert letters.deliver(letter, at=AT, now=lambda: AT) == "sent"
    sent = mail.outbox[0]
    assert sent.subject == f"{inquiry.number}: your manager is Maria"
    assert sent.from_email.startswith("Maria <")


def test_another_officer_is_no_second_letter():
    inquiry = make_inquiry(email="p@example.com", route_to=maria())
    inquiry.assign(boris().officer, by=gleb(), at=AT, kind="reassigned")
    assert named().count() == 1


def test_one_who_took_it_himself_is_named_too():
    inquiry = make_inquiry(email="p@example.com")
    inquiry.take(maria().officer, by=maria(), at=AT)
    assert named().get().to_address == "p@example.com"


def test_without_an_address_nothing_is_owed():
    make_inquiry(route_to=maria())
    assert not named().exists()
