"""The call desk: log what comes in, see who calls and what fits before saving."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from districts.findings import asked_lines
from districts.land import current_land
from districts.matching.reading import read
from districts.models import Park
from leads import flow
from leads.access import roles
from leads.desk.forms import CallForm
from leads.fields import PHONE_PROBLEMS, phone_doubt
from leads.models import Call, Contact, Inquiry, Match
from leads.phones import parse_phone
from leads.plain_text import TEXT_AT_MOST, HoldsNul, clean_text

RECENT = 6
EARLIER = 12
PLACES = 3


@roles("operator", "head")
def desk(request):
    form = CallForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        call = log(form, by=request.user, at=timezone.now())
        for doubt in form.doubts:
            messages.warning(request, doubt)
        if call.inquiry is not None:
            return redirect("desk:logged", call.inquiry.number)
        messages.success(request, call.get_outcome_display())
        return redirect("desk:desk")
    return render(request, "desk/desk.html", {"form": form, **_around(form, request.user)})


def log(form: CallForm, *, by, at):
    """Hand the cleaned form to the one arrow that fits; a call, with its inquiry if it has one."""
    given = form.cleaned_data
    phone = given["phone"]
    call = Call(
        phone_raw=phone.raw if phone else "",
        phone_e164=(phone.e164 or "") if phone else "",
        extension=phone.extension if phone else "",
        hidden=given["hidden"],
        started_at=at,
        outcome=given["outcome"],
        note=given["text"] if not form.opens_inquiry else "",
    )
    if not form.opens_inquiry:
        return flow.take_call(
            call=call, contact=given["contact"], request_key=given["request_key"], at=at, by=by
        )
    opening = {
        "request_key": given["request_key"],
        "asked": _asked(given),
        "contact": given["contact"],
        "person": flow.Person(
            name=given["name"], company=given["company"], phone=phone, email=given["email"]
        ),
    }
    if given["channel"] == Inquiry.Channel.PHONE:
        return flow.take_call(call=call, at=at, by=by, **opening)
    call.inquiry = flow.open_inquiry(channel=given["channel"], at=at, by=by, **opening)
    return call


def _asked(given) -> flow.Asked:
    found = read(given["text"])
    return flow.Asked(
        text=given["text"],
        figures=found.need.confident(),
        suggested=flow.suggestion(found),
        kind=Inquiry.Kind.CONSULTATION
        if given["outcome"] == Call.Outcome.CONSULTATION
        else Inquiry.Kind.PROJECT,
        language=given["language"],
    )


def _around(form, user) -> dict:
    """What stands beside the form: who calls, what was understood, the operator's last calls."""
    return {
        **_caller(form.data, user),
        **_understood(form.data.get("text", "")),
        "recent": Call.objects.of_operator(user).newest(RECENT),
    }


@require_POST
@roles("operator", "head")
def caller(request):
    """Fragment: who is known by the number typed so far, with the earlier inquiries."""
    return render(request, "desk/_caller.html", _caller(request.POST, request.user))


def _caller(given, user) -> dict:
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


@require_POST
@roles("operator", "head")
def reading(request):
    """Fragment: what was understood from the text, and what fits it; nothing is stored."""
    return render(request, "desk/_reading.html", _understood(request.POST.get("text", "")))


def _understood(raw: str) -> dict:
    try:
        text = clean_text(raw[:TEXT_AT_MOST])
    except HoldsNul:
        return {}
    if not text:
        return {}
    found = read(text)
    land, need = current_land(), found.need.confident()
    ranking = land.rank(need, on=timezone.localdate())
    shown = (ranking.parks or ranking.near)[:PLACES]
    parks = Park.objects.select_related("district").in_bulk([place.id for place in shown])
    told = [
        (place.id, asked_lines((finding.to_json() for finding in place.findings), land))
        for place in shown
    ]
    return {
        "found": found,
        "industries": [land.name(guess.code) for guess in need.industries],
        "wanted": [land.name(district) for district in found.need.districts_wanted],
        "excluded": [land.name(district) for district in found.need.districts_excluded],
        "places": [(parks[key], lines) for key, lines in told if lines],
        "near": not ranking.parks,
        "sure": any(line.state == "met" for _, lines in told for line in lines),
    }


@roles("operator", "head")
def logged(request, number):
    """The same desk after saving: number, match, first step, and the officer once he is found."""
    inquiry = _logged(request.user, number)
    found = Match.objects.current(inquiry, Match.Place.PARK)[:PLACES]
    land = current_land()
    places = [(match, asked_lines(match.findings, land)) for match in found]
    context = {
        "inquiry": inquiry,
        "masked": inquiry.masked_for(request.user),
        "places": places,
        "sure": any(line.state == "met" for _, lines in places for line in lines),
        "steps": inquiry.follow_ups.open().order_by("due_at"),
        "recent": Call.objects.of_operator(request.user).newest(RECENT),
    }
    return render(request, "desk/logged.html", context)


@roles("operator", "head")
def officer(request, number):
    """Fragment: asks again every second until someone is responsible."""
    return render(request, "desk/_officer.html", {"inquiry": _logged(request.user, number)})


def _logged(user, number) -> Inquiry:
    found = Inquiry.objects.visible_to(user).select_related("officer__user", "contact__investor")
    return get_object_or_404(found, number=number)
