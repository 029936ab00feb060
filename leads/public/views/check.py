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
from leads.public.suspicion import signs

PROCESSING, MAILING = ConsentText.Purpose.PROCESSING, ConsentText.Purpose.MAILING
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
    try:
        _open(request, draft, answers, form)
    except flow.KeyReused:
        return _reused(request, draft)
    draft.finish(request.session)
    return redirect("public:sent")


def _open(request, draft, answers, form):
    at, address = timezone.now(), peer_address(request.META, settings.TRUSTED_PROXIES)
    known = Inquiry.objects.filter(request_key=draft.key).exists()
    return flow.open_inquiry(
        channel=Inquiry.Channel.WEB,
        asked=answers.asked(form),
        person=answers.person(),
        consents=(PROCESSING, MAILING) if form.cleaned_data["mailing"] else (PROCESSING,),
        consent_language=get_language(),
        address=address,
        request_key=draft.key,
        request_sha256=draft.sha256,
        # What comes again is not counted again.
        signs=() if known else signs(draft, address=address, at=at),
        at=at,
    )


def _reused(request, draft):
    """These pages were sent before with other answers: what came first stands, nothing is lost."""
    context = {"languages_in_form": True, "seal": draft.renewed().sealed(), "kept": _kept(request)}
    return render(request, "public/reused.html", context, status=409)


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
    text = draft.data("project").get("text", "") if draft else ""
    context = {"messages": (), "languages_in_form": True, "kept": _kept(request), "text": text}
    context["seal"] = request.POST.get("seal", "")
    return render(request, "public/not_saved.html", context, status=503)


def _kept(request) -> list[tuple[str, str]]:
    """The answers of this page, for another page that sends them again."""
    left_out = {"csrfmiddlewaretoken", "switch", "go", "seal"}
    given = ((name, values) for name, values in request.POST.lists() if name not in left_out)
    return [(name, value) for name, values in given for value in values]
