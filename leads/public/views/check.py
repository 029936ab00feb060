import logging

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import AnonymousUser
from django.db import InterfaceError, OperationalError
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from leads import flow
from leads.models import ConsentText, Inquiry
from leads.peer import peer_address
from leads.public.draft import Draft
from leads.public.forms import CheckForm
from leads.public.forms.check import understood_answers
from leads.public.steps import Answers, leaving
from leads.public.summary import rows

PROCESSING = ConsentText.Purpose.PROCESSING
log = logging.getLogger(__name__)


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def check(request):
    """Step 3: the answers, what was understood of them, the consent; here an inquiry is opened."""
    if request.method != "POST":
        return _show(request, Draft.of(request.session))
    # The page brings its own draft: neither a lost session nor a second press loses anything.
    sealed = Draft.unsealed(request.POST.get("seal", ""))
    try:
        return _submit(request, sealed or Draft.of(request.session))
    except (OperationalError, InterfaceError):
        log.exception("an inquiry was not saved: the database does not answer")
        return _not_saved(request, sealed)


def _show(request, draft):
    answers = Answers.of(draft)
    if isinstance(answers, str):
        return redirect(answers)
    version = ConsentText.current_version(PROCESSING, get_language())
    initial = understood_answers(answers.understood.need) | {"language": get_language()}
    if draft.data("check"):
        initial = draft.initial("check", CheckForm)
    initial |= {"consent": False, "consent_version": version}
    form = CheckForm(initial=initial, understood=answers.understood, version=version)
    return _page(request, draft, answers, form)


def _submit(request, draft):
    draft.take("check", request.POST)
    if away := leaving(request, back="public:contact"):
        draft.remember(request.session)
        return away
    answers = Answers.of(draft)
    if isinstance(answers, str):
        return redirect(answers)
    version = ConsentText.current_version(PROCESSING, get_language())
    form = CheckForm(request.POST, understood=answers.understood, version=version)
    if not form.is_valid():
        draft.remember(request.session)
        return _page(request, draft, answers, form)
    flow.open_inquiry(
        channel=Inquiry.Channel.WEB,
        asked=answers.asked(form),
        person=answers.person(),
        consents=(PROCESSING,),
        consent_language=get_language(),
        address=peer_address(request.META, settings.TRUSTED_PROXIES),
        request_key=draft.key,
        at=timezone.now(),
    )
    draft.finish(request.session)
    return redirect("public:sent")


def _page(request, draft, answers, form):
    context = {
        "form": form,
        "languages_in_form": True,
        "seal": draft.sealed(),
        "rows": rows(answers),
        "understood": answers.understood,
    }
    return render(request, "public/check.html", context)


def _not_saved(request, draft):
    """Nothing here may ask the database: no session, no user, no messages."""
    request.user = AnonymousUser()
    kept = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in {"csrfmiddlewaretoken", "switch", "go"}
        for value in values
    ]
    text = draft.data("project").get("text", "") if draft else ""
    context = {"messages": (), "languages_in_form": True, "kept": kept, "text": text}
    return render(request, "public/not_saved.html", context, status=503)
