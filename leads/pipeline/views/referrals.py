"""What was passed to a district, for the officer who answers for it, and nothing else."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from leads.access import roles
from leads.models import Referral
from leads.need_words import facts
from leads.phones import format_phone
from leads.pipeline.cursor import Cursor, page
from leads.pipeline.forms.referral import AnswerForm, ReturnForm
from leads.pipeline.names import names
from leads.pipeline.notices import opened
from leads.pipeline.rows import PAGE

from .acting import sent


@require_safe
@roles("district_officer")
def referrals(request):
    rows = Referral.objects.visible_to(request.user)
    rows = rows.select_related("inquiry__investor", "inquiry__main_industry", "district")
    settled = "settled" in request.GET
    rows = rows.filter(pk__in=rows.open()) if not settled else rows.exclude(pk__in=rows.open())
    cursor = Cursor.read(request.GET.get("from", ""))
    shown = page(rows, cursor, by="referred_at", size=PAGE)
    context = {"page": shown, "settled": settled, "at": timezone.now()}
    return render(request, "pipeline/referrals.html", context)


def _mine(request, pk) -> Referral:
    rows = Referral.objects.visible_to(request.user).select_related(
        "inquiry__investor",
        "inquiry__contact",
        "inquiry__need",
        "inquiry__officer__user",
        "district",
        "referred_by",
    )
    return get_object_or_404(rows, pk=pk)


@require_safe
@roles("district_officer")
def referral(request, pk):
    found = _mine(request, pk)
    opened(request.user, found.inquiry, at=timezone.now())
    return _page(request, found)


def _page(request, found, **forms):
    inquiry = found.inquiry
    known = names(parks=found.parks)
    context = {
        "referral": found,
        "facts": facts(inquiry.need.figures(), known),
        "parks": [known.name(park) for park in found.parks],
        "at": timezone.now(),
    }
    if found.state in ("new", "accepted"):
        context |= {"answer": AnswerForm(found.district), "back": ReturnForm()} | forms
    if found.shows_people:
        phones = inquiry.contact.phones.order_by("pk")
        context["phones"] = [format_phone(phone.e164 or phone.raw) for phone in phones]
        context["emails"] = inquiry.contact.emails.order_by("pk")
    # The frame says “Error:” in the title when `form` has errors.
    context["form"] = next(iter(forms.values()), None)
    return render(request, "pipeline/referral.html", context, status=422 if forms else 200)


def _settled(request, done, said):
    if done:
        messages.success(request, said)
    else:
        messages.info(request, _("It was settled meanwhile."))
    return redirect("pipeline:referrals")


@require_POST
@roles("district_officer")
def accept_referral(request, pk):
    found = _mine(request, pk)
    if found.accept(by=request.user, at=timezone.now()):
        messages.success(request, _("It is yours. The agency knows."))
    return redirect("pipeline:referral", pk)


@require_POST
@roles("district_officer")
def send_back_referral(request, pk):
    found = _mine(request, pk)
    form = ReturnForm(sent(request))
    if not form.is_valid():
        return _page(request, found, back=form)
    done = found.send_back(**form.cleaned_data, by=request.user, at=timezone.now())
    return _settled(request, done, _("It went back to the agency."))


@require_POST
@roles("district_officer")
def reply_referral(request, pk):
    found = _mine(request, pk)
    form = AnswerForm(found.district, sent(request))
    if not form.is_valid():
        return _page(request, found, answer=form)
    done = found.reply(**form.given(), by=request.user, at=timezone.now())
    return _settled(request, done, _("The answer is with the agency."))
