"""Call-backs: whom the office owes a call, and the calls that nobody has written down yet."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from leads.access import roles
from leads.models import Call, CallBack, CallBackAttempt

SHOWN = 100
WHO = ("operator", "manager", "head")
ENDINGS = {
    "done": CallBack.Outcome.REACHED,
    "wrong-number": CallBack.Outcome.WRONG_NUMBER,
    "unreachable": CallBack.Outcome.UNREACHABLE,
    "noted": CallBack.Outcome.NOTED,
}


@roles(*WHO)
def call_backs(request):
    """Most urgent first; numbers that were withheld stand apart, and so does what waits to be
    logged."""
    rows = CallBack.objects.open().visible_to(request.user).listed()
    rows = list(rows.prefetch_related("attempts")[:SHOWN])
    unlogged = Call.objects.waiting_to_be_logged().visible_to(request.user)
    context = {
        "owed": [row for row in rows if row.can_be_called],
        "withheld": [row for row in rows if not row.can_be_called],
        "unlogged": unlogged.order_by("-started_at")[:SHOWN],
        "reasons": CallBackAttempt.Reason.choices,
        "now": timezone.now(),
    }
    return render(request, "desk/call_backs.html", context)


def _owed(request, key) -> CallBack:
    return get_object_or_404(CallBack.objects.visible_to(request.user), pk=key)


@require_POST
@roles(*WHO)
def take_call_back(request, key):
    if not _owed(request, key).take(by=request.user, at=timezone.now()):
        messages.warning(request, _("Somebody else took it, or it is done already."))
    return redirect("desk:call_backs")


@require_POST
@roles(*WHO)
def attempt_call_back(request, key):
    """Write down a try that did not reach the caller."""
    reason = request.POST.get("reason", "")
    row = _owed(request, key)
    if reason not in CallBackAttempt.Reason.values:
        messages.error(request, _("Say what came of the try."))
    elif not row.attempt(reason=reason, by=request.user, at=timezone.now()):
        messages.warning(request, _("It is done already."))
    return redirect("desk:call_backs")


@require_POST
@roles(*WHO)
def finish_call_back(request, key, ending):
    """Reached, a wrong number, not to be reached, or a withheld number ticked off."""
    row = _owed(request, key)
    fits = (ending == "noted") != row.can_be_called
    if ending not in ENDINGS or not fits:
        messages.error(request, _("It cannot end so."))
    elif not row.close(outcome=ENDINGS[ending], by=request.user, at=timezone.now()):
        messages.warning(request, _("It is done already."))
    return redirect("desk:call_backs")
