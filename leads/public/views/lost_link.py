from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from leads import flow
from leads.models import PeerCount
from leads.peer import peer_address
from leads.public.forms.status import LostLinkForm
from leads.public.visitor import private

ASKED_AT_MOST = (10, 30)


@login_not_required
@private
@require_http_methods(["GET", "HEAD", "POST"])
def lost_link(request):
    """The link again, to the address on file alone; the answer never tells whether there is one."""
    form = LostLinkForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        at, address = timezone.now(), peer_address(request.META, settings.TRUSTED_PROXIES)
        if PeerCount.count("link", address, at=at).over(*ASKED_AT_MOST):
            form.add_error(None, _("Too much at once. Wait an hour, or call us"))
        else:
            flow.send_link(form.cleaned_data["number"], form.cleaned_data["email"], at=at)
            return redirect("public:link_sent")
    return render(request, "public/lost_link.html", {"form": form})


@login_not_required
@private
@require_http_methods(["GET", "HEAD"])
def link_sent(request):
    return render(request, "public/link_sent.html")
