"""Who calls, while the number is typed; and who else may be meant by what is typed besides."""

from dataclasses import dataclass, field

from django.shortcuts import render
from django.views.decorators.http import require_POST

from leads.access import roles
from leads.desk.forms import tax_doubt
from leads.fields import PHONE_PROBLEMS, phone_doubt
from leads.models import Call, Contact, Inquiry, alike
from leads.models.investor import CANDIDATES
from leads.phones import Phone, digits_for_search, parse_phone
from leads.tax_ids import digits

EARLIER = 12
CALLS = 3
# From the fourth digit on a number is looked up by its beginning.
DIGITS_AT_LEAST = 4


@dataclass(frozen=True)
class Candidate:
    """A contact who may be calling, why, and what he asked before; `sure` by the whole number."""

    contact: Contact
    reasons: list[str]
    sure: bool = False
    earlier: list = field(default_factory=list)


@require_POST
@roles("operator", "head")
def caller(request):
    """Fragment: who is known by what is typed so far, with the earlier inquiries."""
    return render(request, "desk/_caller.html", known_by(request.POST, request.user))


def known_by(given, user) -> dict:
    raw = given.get("phone") or ""
    phone = parse_phone(raw[:200], "RU") if raw.strip() else None
    whole = phone is not None and phone.e164 is not None
    by_number, many = _by_number(raw, phone)
    likely = _alike(given, by_number)
    candidates = [(contact, ["phone" if whole else "begins"]) for contact in by_number]
    candidates += [(who, one.reasons) for one in likely for who in one.investor.contacts.all()[:1]]
    shown = [contact for contact, _ in candidates]
    earlier = Inquiry.objects.of_contacts(shown)[:EARLIER] if shown else []
    # A number must not tell whose a confidential inquiry is.
    earlier = [row for row in earlier if not row.masked_for(user)]
    rows = [
        Candidate(
            contact,
            reasons,
            sure=whole and contact in by_number,
            earlier=[row for row in earlier if row.investor_id == contact.investor_id],
        )
        for contact, reasons in candidates
    ]
    return {
        "phone": phone,
        "doubt": PHONE_PROBLEMS.get(phone.problem) or phone_doubt(phone) if phone else "",
        "tax_doubt": tax_doubt(given.get("tax_id") or ""),
        "candidates": rows,
        "many": many,
        "picked": _picked(given.get("contact") or "", rows),
        "calls": _calls(phone, user) if whole else [],
    }


def _by_number(raw: str, phone: Phone | None) -> tuple[list[Contact], bool]:
    """Contacts of the number, or of numbers that begin so; and whether those are too many."""
    if phone is None:
        return [], False
    if phone.e164:
        return list(Contact.objects.with_phone(phone.e164)), False
    fragments = tuple(one for one in digits_for_search(raw) if len(one) >= DIGITS_AT_LEAST)
    found = list(Contact.objects.with_phone_like(fragments)) if fragments else []
    return ([], True) if len(found) > CANDIDATES else (found, False)


def _alike(given, shown: list[Contact]):
    number = digits(given.get("tax_id") or "")
    return alike(
        email=(given.get("email") or "").strip()[:254],
        inn=number if len(number) in (10, 12) else "",
        ogrn=number if len(number) in (13, 15) else "",
        company=(given.get("company") or "").strip()[:200],
        but=frozenset(contact.investor_id for contact in shown),
    )


def _picked(said: str, rows: list[Candidate]) -> str:
    """Whom the operator picked, while he is shown; else the first that the whole number names."""
    if said == "new" or any(str(row.contact.pk) == said for row in rows):
        return said
    return next((str(row.contact.pk) for row in rows if row.sure), "new")


def _calls(phone: Phone, user) -> list[Call]:
    """Calls of the number that are over, but those about an inquiry that is kept secret."""
    rows = Call.objects.ended().filter(phone_e164=phone.e164)
    rows = rows.select_related("inquiry__officer", "operator")
    rows = rows.order_by("-started_at", "-id")[:CALLS]
    return [row for row in rows if row.inquiry is None or not row.inquiry.masked_for(user)]
