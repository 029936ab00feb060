"""Taking back what a row of history, or a batch of them, tells of."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from leads import flow
from leads.access import roles
from leads.models import Activity, Inquiry

from .acting import ACTORS, back


@require_POST
@roles(*ACTORS)
def undo(request, pk):
    rows = Activity.objects.filter(inquiry__in=Inquiry.objects.visible_to(request.user))
    row = get_object_or_404(rows.select_related("inquiry__officer"), pk=pk)
    # A deed of one's own may have handed the inquiry on: it can be taken back all the same.
    if row.actor_id != request.user.pk and not row.inquiry.changeable_by(request.user):
        raise PermissionDenied
    if flow.undo(row, by=request.user, at=timezone.now()):
        messages.success(request, _("Undone: %(what)s.") % {"what": row.get_kind_display()})
    else:
        messages.error(request, _("Not undone: something newer stands in its place."))
    return back(request, row.inquiry)
