"""Accepting: what a door took in becomes an inquiry with everything that is owed for it."""

from dataclasses import dataclass, field
from uuid import UUID

from django.db import IntegrityError, transaction

from districts.matching.need import Need as Figures
from leads.models import (
    Activity,
    CalendarDay,
    Call,
    Consent,
    ConsentText,
    Contact,
    Disposition,
    Inquiry,
    Need,
    Quarantine,
    Term,
)
from leads.phones import Phone

from .calls import settle_call
from .matching import match
from .owing import owe


@dataclass(frozen=True)
class Person:
    """Who asks, as given at the door; every part may be unknown but not all of them at once."""

    name: str = ""
    company: str = ""
    country: str = ""
    phone: Phone | None = None
    email: str = ""
    inn: str = ""
    ogrn: str = ""


@dataclass(frozen=True)
class Asked:
    """What is asked, as given and confirmed at the door."""

    text: str
    figures: Figures = field(default_factory=Figures)
    suggested: dict = field(default_factory=dict)
    kind: str = Inquiry.Kind.PROJECT
    language: str = "ru"


class KeyReused(Exception):
    """The key of the request has opened an inquiry already, with other answers."""


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
    request_sha256: str = "",
    signs: tuple[str, ...] = (),
) -> Inquiry:
    """Accept: inquiry, need, match, consent, owed letters, first steps and history in one commit.

    The same `request_key` again gives the same inquiry and changes nothing; with other answers
    (`request_sha256`) it raises KeyReused. `consent_language` is that of the document agreed to,
    where it differs from the language of the answer. With `signs` of a robot it is accepted into
    quarantine: nothing is owed until a person lets it in.
    """
    if known := _known(request_key, request_sha256):
        return known
    try:
        with transaction.atomic():
            return _accept(
                *(channel, asked, at, by, person, contact, consents),
                *(consent_language or asked.language, address, request_key, request_sha256, signs),
            )
    except IntegrityError:
        # Two sends of one form at once: the other one was first, and its answer is ours too.
        known = _known(request_key, request_sha256)
        if known is None:
            raise
        return known


def _known(request_key, request_sha256) -> Inquiry | None:
    """What this request opened before; raises KeyReused where it said something else."""
    if request_key is None:
        return None
    known = Inquiry.objects.filter(request_key=request_key).first()
    if known is not None and request_sha256 and known.request_sha256 != request_sha256:
        raise KeyReused(known)
    return known


def _accept(
    channel,
    asked,
    at,
    by,
    person,
    contact,
    consents,
    consent_language,
    address,
    request_key,
    request_sha256,
    signs,
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
    contact.learn(
        name=person.name,
        company=person.company,
        phone=person.phone,
        email=person.email,
        inn=person.inn,
        ogrn=person.ogrn,
    )
    figures = asked.figures
    inquiry = Inquiry.objects.create(
        number=Inquiry.next_number(at),
        request_key=request_key,
        request_sha256=request_sha256,
        disposition=Disposition.QUARANTINED if signs else Disposition.LIVE,
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
    if signs:
        # The sender reads the same hour as anybody; it is kept when a person lets him in by then.
        due = Term.objects.by_code()["first_contact"].due(CalendarDay.office(), at)
        Inquiry.objects.filter(pk=inquiry.pk).update(promised_at=due)
        Quarantine.hold(inquiry, signs, at=at)
    else:
        owe(inquiry, person.email, by=by, at=at)
    inquiry.describe()
    inquiry.refresh_from_db()
    return inquiry


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

    `call` is new, or the one that the exchange told of; that is completed, and CallTaken raised
    when another operator logged it meanwhile. The same `request_key` again gives the same call and
    changes nothing.
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
    call.contact = contact
    if call.pk:
        call.complete(by=by, request_key=request_key, at=at)
    else:
        call.request_key, call.operator, call.logged_at = request_key, by, at
        call.disposition, call.ended_at = Call.Disposition.ANSWERED, call.ended_at or at
        call.save()
    settle_call(call, at=at)
    return call
