"""What a user was told: the list, and marking it read."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import trigger_client_event

from leads.access import ROLES, roles
from leads.models import Notification
from leads.models.digest import ROLES as DIGEST_ROLES
from leads.pipeline.cursor import Cursor, page
from leads.pipeline.forms.digest import DigestForm
from leads.pipeline.names import names
from leads.pipeline.notices import notices
from leads.pipeline.rows import PAGE


@require_safe
@roles(*ROLES)
def notifications(request):
    rows = Notification.objects.of_user(request.user).for_list()
    cursor = Cursor.read(request.GET.get("from", ""))
    shown = page(rows, cursor, by="at", size=PAGE)
    told = notices(request.user, shown.rows, names())
    context = {"notices": told, "page": shown}
    if request.user.roles() & set(DIGEST_ROLES):
        context["digest"] = DigestForm(initial={"digest": request.user.digest})
    return render(request, "pipeline/notifications.html", context)


@require_safe
@roles(*ROLES)
def unread_notifications(request):
    """The count of the page head alone, for the swap that keeps it current."""
    return render(request, "_unread.html")


@require_POST
@roles(*ROLES)
def read_notification(request, pk):
    mine = Notification.objects.of_user(request.user)
    get_object_or_404(mine, pk=pk)
    mine.filter(pk=pk).read(at=timezone.now())
    if not request.htmx:
        return redirect("pipeline:notifications")
    row = mine.for_list().get(pk=pk)
    (told,) = notices(request.user, [row], names())
    response = render(request, "pipeline/_notice.html", {"notice": told})
    return trigger_client_event(response, "unread", {"target": "#bell"})


@require_POST
@roles(*DIGEST_ROLES)
def choose_digest(request):
    """The morning letter: in which language, or not at all."""
    form = DigestForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose how the morning letter comes."))
    elif request.user.choose_digest(form.cleaned_data["digest"]):
        messages.success(request, _("Saved: it counts from the next morning."))
    else:
        messages.info(request, _("Nothing differs."))
    return redirect("pipeline:notifications")


@require_POST
@roles(*ROLES)
def read_all_notifications(request):
    Notification.objects.of_user(request.user).read(at=timezone.now())
    return redirect("pipeline:notifications")
