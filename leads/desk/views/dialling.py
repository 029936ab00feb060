"""Calling by a click: the exchange rings the desk, then whoever is called."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from leads import flow
from leads.access import roles
from leads.dialling import can_dial
from leads.models import CallBack, Contact, ContactPhone, Dialling, Investor

WHO = ("operator", "manager", "head")


@require_POST
@roles(*WHO)
def dial_call_back(request, key):
    rows = CallBack.objects.open().visible_to(request.user).exclude(phone_e164="")
    row = get_object_or_404(rows, pk=key)
    return _dial(request, row.phone_e164, reverse("desk:call_backs"))


@require_POST
@roles(*WHO)
def dial_phone(request, key):
    """A number of a contact whose investor this person may see."""
    seen = Investor.objects.visible_to(request.user)
    people = Contact.objects.standing().filter(investor__in=seen)
    rows = ContactPhone.objects.filter(contact__in=people).exclude(e164="")
    row = get_object_or_404(rows.select_related("contact"), pk=key)
    return _dial(request, row.e164, reverse("desk:investor", args=[row.contact.investor_id]))


def _dial(request, phone_e164: str, back: str):
    if not can_dial(request.user):
        raise Http404
    try:
        key = UUID(request.POST.get("key", ""))
    except ValueError:
        key = uuid4()
    row = flow.dial(phone_e164, key=key, by=request.user, at=timezone.now())
    if request.htmx:
        return render(request, "desk/_dialling.html", {"dialling": row})
    said = _("The exchange rings your phone %(extension)s first, then the other one.")
    messages.info(request, said % {"extension": row.extension})
    return redirect(back)


@require_safe
@roles(*WHO)
def dialling(request, key):
    """What became of one's own click, for the fragment that watches it."""
    row = get_object_or_404(Dialling.objects.of_user(request.user), key=key)
    return render(request, "desk/_dialling.html", {"dialling": row})
