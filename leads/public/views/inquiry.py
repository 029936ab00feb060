from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from districts.models import District
from leads.public.draft import Draft
from leads.public.forms import ContactForm, ProjectForm
from leads.public.opened import opening
from leads.public.steps import attached_park, leaving, project_form


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def inquiry(request):
    """Step 1: the project. `?park=` and `?district=` attach a place of the catalogue."""
    draft = Draft.of(request.session)
    context = {"languages_in_form": True, "token": opening(at=timezone.now())}
    if request.method == "POST":
        draft.take("project", request.POST)
        form = project_form(draft, request.POST)
        draft.remember(request.session)
        if away := leaving(request):
            return away
        if form.is_valid():
            return redirect("public:contact")
        return render(request, "public/inquiry.html", context | {"form": form})
    context["missing"] = _attach(request, draft)
    initial = draft.initial("project", ProjectForm)
    context["form"] = ProjectForm(initial=initial, park=attached_park(draft))
    return render(request, "public/inquiry.html", context)


def _attach(request, draft) -> str:
    """Take the places of the address into the draft; "park" or "district" when one is unknown."""
    if "park" in request.GET:
        draft.attach(request.GET["park"])
        park = attached_park(draft)
        if park is None:
            draft.attach("")
        draft.put("project", "with_park", "on" if park else None)
        draft.remember(request.session)
        if park is None:
            return "park"
    if "district" in request.GET:
        wanted = District.objects.current().filter(pk=request.GET["district"].replace("\0", ""))
        if not wanted.exists():
            return "district"
        draft.put("project", "district", wanted.get().pk)
        draft.remember(request.session)
    return ""


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def contact(request):
    """Step 2: who asks."""
    draft = Draft.of(request.session)
    if not project_form(draft).is_valid():
        return redirect("public:inquiry")
    if request.method == "POST":
        draft.take("contact", request.POST)
        draft.remember(request.session)
        if away := leaving(request, back="public:inquiry"):
            return away
        form = ContactForm(request.POST)
        if form.is_valid():
            return redirect("public:check")
    else:
        form = ContactForm(initial=draft.initial("contact", ContactForm))
    return render(request, "public/contact.html", {"form": form, "languages_in_form": True})
