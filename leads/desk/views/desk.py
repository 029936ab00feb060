"""The call desk: log what comes in, see who calls and what fits before saving."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone

from districts.matching.reading import read
from leads import flow
from leads.access import roles
from leads.desk.forms import CallForm
from leads.desk.views.caller import known_by
from leads.desk.views.logged import RECENT
from leads.desk.views.reading import understood
from leads.models import Call, Inquiry


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
        **known_by(form.data, user),
        **understood(form.data.get("text", "")),
        "recent": Call.objects.of_operator(user).newest(RECENT),
    }
