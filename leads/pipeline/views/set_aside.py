"""What the machine gave up: work set aside after many tries, and letters without a good end."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from leads.access import roles
from leads.models import MailboxState, Message, Trouble

# The oldest wait behind these: who settles the shown ones sees the next.
SHOWN = 100
KINDS = {"task": Trouble, "letter": Message}


@require_safe
@roles("head")
def set_aside(request):
    context = {"troubles": Trouble.objects.listed()[:SHOWN]}
    context["letters"] = Message.objects.unsettled()[:SHOWN]
    context["mailbox"] = MailboxState.silent()
    return render(request, "pipeline/set_aside.html", context)


@require_POST
@roles("head")
def retry(request, kind, pk):
    if kind not in KINDS:
        raise Http404
    item = get_object_or_404(KINDS[kind].objects.select_related("inquiry"), pk=pk)
    if item.try_again(by=request.user, at=timezone.now()):
        messages.success(request, _("It will be tried again within a minute."))
    else:
        messages.info(request, _("It is not set aside any more."))
    return redirect("pipeline:set_aside")
