"""An investor with all that is known: people, inquiries, calls, consents, merges."""

from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from leads.access import roles
from leads.models import Call, Consent, Contact, Inquiry, Investor, InvestorMerge, alike

INQUIRIES = 50
CALLS = 30
MAY_MERGE = ("operator", "manager", "head")


@roles(*MAY_MERGE, "auditor")
def investor(request, key):
    """One that was merged leads to the other."""
    found = get_object_or_404(Investor.objects.visible_to(request.user), pk=key)
    if found.merged_into_id:
        return redirect("desk:investor", found.merged_into_id)
    may_merge = bool(request.user.roles() & set(MAY_MERGE))
    at = timezone.now()
    merges = InvestorMerge.objects.of_investor(found).newest()
    context = {
        "investor": found,
        "may_merge": may_merge,
        "merges": [(one, may_merge and one.undoable(at)) for one in merges],
        "likely": _likely(found) if may_merge else [],
        **history(found, request.user),
    }
    return render(request, "desk/investor.html", context)


def history(found: Investor, user) -> dict:
    """People, inquiries, calls and consents; nothing that tells of an inquiry kept secret."""
    people = Contact.objects.standing().filter(investor=found).order_by("pk")
    rows = Inquiry.objects.visible_to(user).filter(investor=found).select_related("officer__user")
    inquiries = rows.order_by("-last_activity_at", "-id")[:INQUIRIES]
    calls = Call.objects.filter(contact__investor=found)
    calls = calls.select_related("inquiry__officer", "operator", "contact")
    consents = Consent.objects.filter(contact__investor=found)
    consents = consents.select_related("contact", "inquiry__officer", "text").defer("text__body")
    return {
        "people": people.prefetch_related("phones", "emails"),
        "inquiries": [row for row in inquiries if not row.masked_for(user)],
        "calls": _told(calls.order_by("-started_at", "-id")[:CALLS], user),
        "consents": _told(consents.order_by("-given_at", "-pk"), user),
    }


def _told(rows, user) -> list:
    return [row for row in rows if row.inquiry is None or not row.inquiry.masked_for(user)]


def _likely(found: Investor):
    """Who may be the same; a name alone is enough to ask, never to act."""
    addresses = found.contacts.standing().values_list("emails__lowered", flat=True)
    return alike(
        email=next((one for one in addresses if one), ""),
        inn=found.inn,
        ogrn=found.ogrn,
        company=found.name,
        but=frozenset([found.pk]),
    )
