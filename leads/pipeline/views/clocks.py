"""Terms of an inquiry: somebody is at it; a conversation that stops them."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from leads.access import roles
from leads.models import Clock, Inquiry
from leads.pipeline.forms.conversation import ConversationForm

from .acting import ACTORS, ask, changeable, sent


@require_POST
@roles(*ACTORS)
def acknowledge_clock(request, pk):
    rows = Clock.objects.filter(inquiry__in=Inquiry.objects.visible_to(request.user))
    rows = rows.select_related("inquiry__officer")
    clock = get_object_or_404(rows, pk=pk)
    if not clock.inquiry.changeable_by(request.user):
        raise PermissionDenied
    if clock.acknowledge(by=request.user, at=timezone.now()):
        messages.success(request, _("Noted: you are at it. The next alarm waits."))
    else:
        messages.info(request, _("Somebody is at it already, or it is not late any more."))
    return redirect(clock.inquiry)


@roles(*ACTORS)
def log_conversation(request, number):
    inquiry = changeable(request, number)
    form = ConversationForm(sent(request))
    if request.method == "POST" and form.is_valid():
        inquiry.log_conversation(**form.cleaned_data, by=request.user, at=timezone.now())
        messages.success(request, _("The conversation is logged."))
        return redirect(inquiry)
    return ask(request, inquiry, form, title=_("Conversation"), submit=_("Log it"))
