"""Who calls, while the number is typed."""

from django.shortcuts import render
from django.views.decorators.http import require_POST

from leads.access import roles
from leads.fields import PHONE_PROBLEMS, phone_doubt
from leads.models import Contact, Inquiry
from leads.phones import parse_phone

EARLIER = 12


@require_POST
@roles("operator", "head")
def caller(request):
    """Fragment: who is known by the number typed so far, with the earlier inquiries."""
    return render(request, "desk/_caller.html", known_by(request.POST, request.user))


def known_by(given, user) -> dict:
    raw, picked = given.get("phone", ""), given.get("contact", "")
    phone = parse_phone(raw[:200], "RU") if raw.strip() else None
    known = list(Contact.objects.with_phone(phone.e164)) if phone and phone.e164 else []
    earlier = Inquiry.objects.of_contacts(known)[:EARLIER] if known else []
    # A number must not tell whose a confidential inquiry is.
    earlier = [row for row in earlier if not row.masked_for(user)]
    return {
        "phone": phone,
        "doubt": PHONE_PROBLEMS.get(phone.problem) or phone_doubt(phone) if phone else "",
        "known": [
            (contact, [row for row in earlier if row.investor_id == contact.investor_id])
            for contact in known
        ],
        "picked": picked if any(str(contact.pk) == picked for contact in known) else "",
    }
