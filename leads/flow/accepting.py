"""Accepting: what a door took in becomes an inquiry with everything that is owed for it."""

from dataclasses import dataclass, field
from uuid import UUID

from django.db import IntegrityError, transaction

from districts.matching.need import Need as Figures
from leads import doorbell
from leads.models import (
    Activity,
    CalendarDay,
    Call,
    Consent,
    ConsentText,
    Contact,
    FollowUp,
    Inquiry,
    Message,
    Need,
)
from leads.phones import Phone

from .matching import match


@dataclass(frozen=True)
class Person:
    """Who asks, as given at the door; every part may be unknown but not all of them at once."""

    name: str = ""
    company: str = ""
    country: str = ""
    phone: Phone | None = None
    email: str = ""


@dataclass(frozen=True)
class Asked:
    """What is asked, as given and confirmed at the door."""

    text: str
    figures: Figures = field(default_factory=Figures)
    suggested: dict = field(default_factory=dict)
    kind: str = Inquiry.Kind.PROJECT
    language: str = "ru"


def suggestion(reading) -> dict:
    """What the text seemed to say, kept beside what people then chose."""
    return {
        "kind": reading.kind,
        "need": reading.need.to_json(),
        "contradictions": list(reading.contradictions),
    }


def open_inquiry(
    *,
    channel: str,
    asked: Asked,
    at,
    by=None,
    person: Person | None = None,
    contact: Contact | None = None,
    consents: tuple[str, ...] = (),
    consent_language: str | None = None,
    address: str | None = None,
    request_key: UUID | None = None,
) -> Inquiry:
    """Accept: inquiry, need, match, consent, owed letters, first steps and history in one commit.

    The same `request_key` again gives the same inquiry and changes nothing. `consent_language` is
    that of the document agreed to, where it differs from the language of the answer.
    """
    if request_key is not None:
        known = Inquiry.objects.filter(request_key=request_key).first()
        if known is not None:
            return known
    try:
        with transaction.atomic():
            return _accept(
                *(channel, asked, at, by, person, contact, consents),
                *(consent_language or asked.language, address, request_key),
            )
    except IntegrityError:
        # Two sends of one form at once: the other one was first, and its answer is ours too.
        known = Inquiry.objects.filter(request_key=request_key).first() if request_key else None
        if known is None:
            raise
        return known


def _accept(
    channel, asked, at, by, person, contact, consents, consent_language, address, request_key
) -> Inquiry:
    person = person or Person()
    if contact is None:
        contact = Contact.meet(
            name=person.name,
            company=person.company,
            country=person.country,
            language=asked.language,
            at=at,
        )
    contact.learn(name=person.name, company=person.company, phone=person.phone, email=person.email)
    figures = asked.figures
    inquiry = Inquiry.objects.create(
        number=Inquiry.next_number(at),
        request_key=request_key,
        channel=channel,
        kind=asked.kind,
        language=asked.language,
        text=asked.text,
        investor=contact.investor,
        contact=contact,
        capex_mln_rub=figures.capex_mln_rub,
        opened_at=at,
        stage_since_at=at,
        contacted_at=at,
        last_activity_at=at,
    )
    need = Need(inquiry=inquiry, suggested=asked.suggested)
    need.take(figures)
    need.save()
    Activity.objects.record(inquiry, "opened", by=by, at=at, channel=channel)
    for purpose in consents:
        Consent.objects.create(
            contact=contact,
            inquiry=inquiry,
            text=ConsentText.current(purpose, consent_language),
            channel=Consent.Channel.WEB if by is None else Consent.Channel.SPOKEN,
            address=address,
            given_at=at,
        )
    match(inquiry, at=at)
    _promise(inquiry, by=by, at=at)
    _acknowledge(inquiry, person.email, at=at)
    inquiry.describe()
    doorbell.ring("leads.route", inquiry.pk)
    inquiry.refresh_from_db()
    return inquiry


def _promise(inquiry: Inquiry, *, by, at) -> None:
    calendar = CalendarDay.office()
    first = FollowUp.promise(inquiry, FollowUp.Kind.FIRST_CONTACT, calendar=calendar, by=by, at=at)
    FollowUp.promise(inquiry, FollowUp.Kind.SUBSTANTIVE_REPLY, calendar=calendar, by=by, at=at)
    Inquiry.objects.filter(pk=inquiry.pk).update(promised_at=first.due_at)


def _acknowledge(inquiry: Inquiry, given: str, *, at) -> None:
    """Owe the acknowledgement, to the address given now or else the last one known.

    Without any the first contact by phone is it.
    """
    address = given or inquiry.contact.last_address()
    if address:
        letter = Message.plan(
            inquiry,
            Message.Kind.RECEIVED,
            key=f"received:{inquiry.pk}",
            to=address,
            language=inquiry.language,
            at=at,
        )
        if letter is not None:
            doorbell.ring("leads.send", letter.pk)


def take_call(
    *,
    call: Call,
    at,
    by,
    contact: Contact | None = None,
    request_key: UUID | None = None,
    **inquiry,
) -> Call:
    """Log one call, with the inquiry it opened when `asked` is given.

    The same `request_key` again gives the same call and changes nothing.
    """
    if request_key is not None:
        known = Call.objects.filter(request_key=request_key).first()
        if known is not None:
            return known
    try:
        with transaction.atomic():
            return _log(call, at, by, contact, request_key, inquiry)
    except IntegrityError:
        known = Call.objects.filter(request_key=request_key).first() if request_key else None
        if known is None:
            raise
        return known


def _log(call, at, by, contact, request_key, inquiry) -> Call:
    if "asked" in inquiry:
        inquiry |= {"channel": Inquiry.Channel.PHONE, "request_key": request_key}
        opened = open_inquiry(at=at, by=by, contact=contact, **inquiry)
        call.inquiry, contact = opened, opened.contact
        Activity.objects.record(opened, "called", by=by, at=at)
    call.request_key, call.contact, call.operator = request_key, contact, by
    call.save()
    return call
