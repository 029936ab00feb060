"""E-mail that came in: what no inquiry has, and the files attached."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from leads import doorbell
from leads.access import roles
from leads.mail.attachments import attachment_of
from leads.models import IncomingMail, Inquiry

from .lists import READERS

# The older ones wait behind these.
SHOWN = 100


@require_safe
@roles("head")
def mails(request):
    context = {"mails": IncomingMail.objects.of_no_inquiry()[:SHOWN]}
    return render(request, "pipeline/mails.html", context)


@require_POST
@roles("head")
def take_mail(request, pk):
    mail = get_object_or_404(IncomingMail.objects.defer("raw"), pk=pk)
    if mail.treat_as_letter(by=request.user, at=timezone.now()):
        doorbell.ring("leads.take_in", mail.pk)
        messages.success(request, _("The mail is taken: it becomes an inquiry within a minute."))
    else:
        messages.info(request, _("This mail has its inquiry already."))
    return redirect("pipeline:mails")


@require_safe
@roles(*READERS)
def mail_file(request, pk, number):
    """A file to keep, never a page: whatever it is, the browser only stores it."""
    inquiries = Inquiry.objects.visible_to(request.user)
    mail = get_object_or_404(IncomingMail.objects.filter(inquiry__in=inquiries), pk=pk)
    if mail.inquiry.masked_for(request.user):
        raise PermissionDenied
    found = attachment_of(bytes(mail.raw), number)
    if found is None or not found.safe:
        raise Http404
    response = HttpResponse(found.content, content_type="application/octet-stream")
    response["Content-Disposition"] = content_disposition_header(True, found.name)
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-store"
    return response
