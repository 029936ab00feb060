"""What goes to the investor and comes from him: answer packs, questions, files, his page."""

from django.contrib import messages
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from leads import flow
from leads.access import roles
from leads.models import AnswerPack, Attachment, Inquiry, Question
from leads.models.attachment import storage
from leads.pipeline.forms.answers import PackForm, QuestionForm
from leads.standing import standing

from .acting import ACTORS, ask, changeable, sent
from .lists import READERS


def _unmasked(request, number) -> Inquiry:
    """Missing to those who may not know whose it is."""
    rows = Inquiry.objects.visible_to(request.user)
    rows = rows.select_related("officer__user", "investor", "contact")
    inquiry = get_object_or_404(rows, number=number)
    if inquiry.masked_for(request.user):
        raise Http404
    return inquiry


@require_safe
@roles(*READERS)
def answers(request, number):
    """All versions, the newest as the investor reads it."""
    inquiry = _unmasked(request, number)
    packs = list(inquiry.answer_packs.select_related("made_by").order_by("-version"))
    shown = next((pack for pack in packs if pack.made_at), None)
    context = {
        "inquiry": inquiry,
        "packs": packs,
        "pack": shown,
        "content": shown.content if shown else {},
        "may_change": inquiry.changeable_by(request.user),
        "address": inquiry.contact.last_address(),
        "form": PackForm(initial={"language": inquiry.language}),
    }
    return render(request, "pipeline/answers.html", context)


@require_POST
@roles(*ACTORS)
def plan_pack(request, number):
    inquiry = changeable(request, number)
    form = PackForm(request.POST)
    language = form.cleaned_data["language"] if form.is_valid() else inquiry.language
    flow.plan_pack(inquiry, language, by=request.user, at=timezone.now())
    messages.success(request, _("The answer is being prepared: load the page in a few seconds."))
    return redirect("pipeline:answers", number)


@require_POST
@roles(*ACTORS)
def send_pack(request, number, pk):
    inquiry = changeable(request, number)
    pack = get_object_or_404(AnswerPack.objects.select_related("inquiry__contact"), pk=pk)
    if pack.inquiry_id != inquiry.pk:
        raise Http404
    if flow.send_pack(pack, by=request.user, at=timezone.now()):
        messages.success(request, _("The answer goes in 10 seconds: take it back under Letters."))
        return redirect(inquiry)
    messages.warning(request, _("Not sent: it went before, or there is no e-mail address."))
    return redirect("pipeline:answers", number)


@require_safe
@roles(*READERS)
def pack_file(request, number, pk):
    inquiry = _unmasked(request, number)
    pack = get_object_or_404(inquiry.answer_packs.exclude(pdf=""), pk=pk)
    name = f"{inquiry.number}-{pack.version}.pdf"
    return _inert(FileResponse(storage().open(pack.pdf), as_attachment=True, filename=name))


@roles(*ACTORS)
def ask_investor(request, number):
    """A question on the investor's page; the inquiry waits for him until that day."""
    inquiry = changeable(request, number)
    form = QuestionForm(sent(request))
    if request.method == "POST" and form.is_valid():
        Question.ask(inquiry, **form.cleaned_data, by=request.user, at=timezone.now())
        messages.success(request, _("The question stands on the investor's page."))
        return redirect(inquiry)
    return ask(request, inquiry, form, title=_("Ask the investor"), submit=_("Ask"))


@require_safe
@roles(*READERS)
def attachment(request, number, pk):
    """A file of the investor, as a download that no browser opens as a page."""
    inquiry = _unmasked(request, number)
    file = get_object_or_404(Attachment.objects.filter(inquiry=inquiry), pk=pk)
    download = FileResponse(file.open(), as_attachment=True, filename=file.name)
    download["Content-Type"] = file.content_type
    return _inert(download)


def _inert(response):
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-store"
    return response


@require_safe
@roles(*READERS)
def as_investor(request, number):
    """What the investor sees on his page."""
    inquiry = _unmasked(request, number)
    context = {"inquiry": inquiry, "standing": standing(inquiry, at=timezone.now())}
    return render(request, "pipeline/as_investor.html", context)
