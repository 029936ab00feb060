"""The call desk: log what comes in, see who calls and what fits before saving."""

from contextlib import suppress
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from districts.matching.reading import read
from leads import flow
from leads.access import roles
from leads.desk.forms import CallForm
from leads.desk.industries import industries
from leads.desk.layout import SCRIPT
from leads.desk.need import asked
from leads.desk.views.caller import known_by
from leads.desk.views.draft import by_script, drafts_of, of_another_operator, typed_in
from leads.desk.views.logged import RECENT
from leads.desk.views.reading import understood
from leads.models import Call, CallTaken, DeskDraft, DraftGone, Inquiry


@never_cache
@roles("operator", "head")
def desk(request):
    user, post = request.user, request.method == "POST"
    if of_another_operator(request):
        return HttpResponse(status=401)
    if post and "keep" in request.POST:
        return _keep(request)
    draft = None if post else _draft(request.GET, user)
    call = _call(request, draft)
    initial = _initial(draft, call, typed_key(request.GET.get("draft", "")))
    form = CallForm(request.POST or None, user=user, industries=industries(), initial=initial)
    if post and form.is_valid() and (done := _log(form, request)):
        return done
    refused = post and by_script(request)
    context = {
        "form": form,
        "call": call,
        "draft": draft,
        "script": SCRIPT,
        "key": typed_key(str(form["request_key"].value())) or uuid4(),
        **_around(form.data or initial, user),
        **drafts_of(user, but=draft),
    }
    # A script swaps a refused form by its status; a browser without one shows the page.
    return render(request, "desk/desk.html", context, status=422 if refused else 200)


def _call(request, draft) -> Call | None:
    """The call that rings or was answered here; anybody else's is as good as missing."""
    if draft is not None and draft.call_id:
        return draft.call
    given = request.POST.get("call") or request.GET.get("call") or ""
    if not given.isdigit():
        return None
    return Call.objects.open_to(request.user).filter(pk=int(given[:18])).first()


def _draft(given, user) -> DeskDraft | None:
    """The draft that was asked for, or the one begun for the call that pops."""
    rows = DeskDraft.objects.of_operator(user).select_related("call")
    if key := typed_key(given.get("draft", "")):
        return rows.filter(key=key).first()
    if (call := given.get("call", "")).isdigit():
        return rows.filter(call=int(call[:18])).newest().first()
    return None


def typed_key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _initial(draft, call, key) -> dict:
    """Of a draft as it was typed, of a call what the exchange said.

    A key without a draft is one that only the operator's computer has kept.
    """
    found = {"request_key": key} if key else {}
    if call is not None:
        found |= {"call": call.pk, "phone": call.phone_raw or call.phone_e164}
        found |= {"hidden": call.hidden}
    return found | draft.fields | {"request_key": draft.key} if draft else found


def _around(given, user) -> dict:
    """What stands beside the form: who calls, what was understood, the operator's last calls."""
    return {
        **known_by(given, user),
        **understood(given, user),
        "recent": Call.objects.of_operator(user).newest(RECENT),
    }


def _keep(request):
    """Without a script: what was typed is kept as a draft, and what another window said is told."""
    key = typed_key(request.POST.get("request_key", ""))
    if key is None:
        return redirect("desk:desk")
    given, at = typed_in(request.POST), timezone.now()
    said = {"by": request.user, "at": at, "parked": True, "call": _call(request, None)}
    base = request.POST.get("version", "")
    with suppress(DraftGone):
        kept = DeskDraft.keep(key, given, base=int(base) if base.isdecimal() else 0, **said)
        for words in filter(None, kept.clashes.values()):
            messages.warning(request, _("Another window said: %(words)s") % {"words": words})
        DeskDraft.keep(key, given, base=kept.version, **said)
    return redirect("desk:desk")


def _log(form: CallForm, request):
    """Where to go once the call is logged; None when somebody else logged that very call."""
    try:
        call = log(form, by=request.user, at=timezone.now())
    except CallTaken as taken:
        form.add_error(None, str(taken))
        return None
    if form.page_key:
        DeskDraft.finish(form.page_key, by=request.user)
    for doubt in form.doubts:
        messages.warning(request, doubt)
    if call.inquiry is not None:
        url = reverse("desk:logged", args=[call.inquiry.number])
    else:
        messages.success(request, call.get_outcome_display())
        url = reverse("desk:desk")
    return JsonResponse({"go": url}) if by_script(request) else redirect(url)


def log(form: CallForm, *, by, at):
    """Hand the cleaned form to the one arrow that fits; a call, with its inquiry if it has one."""
    given = form.cleaned_data
    phone = given["phone"]
    call = given["call"] or Call(
        phone_raw=phone.raw if phone else "",
        phone_e164=(phone.e164 or "") if phone else "",
        extension=phone.extension if phone else "",
        hidden=given["hidden"],
        started_at=at,
    )
    call.outcome = given["outcome"]
    call.note = given["text"] if not form.opens_inquiry else ""
    key, contact = given["request_key"], given["contact"]
    if not form.opens_inquiry:
        return flow.take_call(call=call, contact=contact, request_key=key, at=at, by=by)
    person = flow.Person(
        name=given["name"],
        company=given["company"],
        phone=phone,
        email=given["email"],
        **form.tax_ids(),
    )
    opening = {
        "request_key": key,
        "asked": asked(read(given["text"]), given, form.data),
        "contact": contact,
        "person": person,
        "consents": ("processing",) if given["consented"] else (),
    }
    if given["channel"] == Inquiry.Channel.PHONE:
        return flow.take_call(call=call, at=at, by=by, **opening)
    call.inquiry = flow.open_inquiry(channel=given["channel"], at=at, by=by, **opening)
    return call
