"""The investor's own page, and what he does on it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from leads.models import Attachment, Rating, StatusLink, TooManyFiles
from leads.public.forms.status import AnswerForm, FileForm, RateForm, WriteForm
from leads.public.visitor import acts_too_often, admit, investor_only, private, refusal
from leads.standing import consents, standing


@login_not_required
@private
@require_safe
def status_link(request, secret):
    """The link of a letter: opens the page and leaves the secret behind. Uses nothing up."""
    link = StatusLink.objects.opened_by(secret).first()
    if link is None:
        return refusal(request)
    to = "public:pack" if "pack" in request.GET else "public:status"
    answer = admit(request, redirect(to), link.inquiry_id)
    answer["Referrer-Policy"] = "no-referrer"
    return answer


@login_not_required
@investor_only
@require_safe
def status(request, inquiry):
    return page(request, inquiry)


def page(request, inquiry, **forms):
    """The page, with the one form that was refused."""
    at = timezone.now()
    question = inquiry.questions.open().first()
    context = {
        "inquiry": inquiry,
        "standing": standing(inquiry, at=at),
        "question": question,
        "write": WriteForm(auto_id="write_%s"),
        "answer": AnswerForm(),
        "add_file": FileForm(),
        "rate": RateForm(),
        "files": inquiry.attachments.order_by("added_at"),
        "pack": inquiry.answer_packs.for_investor().first(),
        "rating": Rating.objects.filter(inquiry=inquiry).first(),
        "consents": consents(inquiry),
        "may_come_back": inquiry.may_come_back(at),
        **forms,
    }
    # The summary of errors reads `form`.
    context["form"] = next(iter(forms.values()), None)
    return render(request, "public/status.html", context, status=422 if forms else 200)


def _spared(request, form, at):
    """Whether it may be done: a sound form, and not for the hundredth time."""
    if not form.is_valid():
        return False
    if acts_too_often(request, at=at):
        form.add_error(None, _("Too much at once. Wait an hour, or call us"))
        return False
    return True


@login_not_required
@investor_only
@require_POST
def write(request, inquiry):
    form, at = WriteForm(request.POST, auto_id="write_%s"), timezone.now()
    if not _spared(request, form, at):
        return page(request, inquiry, write=form)
    inquiry.hear(form.cleaned_data["text"], at=at)
    messages.success(request, _("Your message is with us. We will answer you."))
    return redirect("public:status")


@login_not_required
@investor_only
@require_POST
def answer(request, inquiry):
    form, at = AnswerForm(request.POST), timezone.now()
    if not _spared(request, form, at):
        return page(request, inquiry, answer=form)
    question = inquiry.questions.open().first()
    if question is None:
        # Answered already, in another window: his words still reach us.
        inquiry.hear(form.cleaned_data["answer"], at=at)
    else:
        question.reply(form.cleaned_data["answer"], at=at)
    messages.success(request, _("Thank you, your answer is with us."))
    return redirect("public:status")


@login_not_required
@investor_only
@require_POST
def add_file(request, inquiry):
    form, at = FileForm(request.POST, request.FILES), timezone.now()
    if not _spared(request, form, at):
        return page(request, inquiry, add_file=form)
    file = form.cleaned_data["file"]
    try:
        Attachment.keep(inquiry, file, name=form.title(), kind=form.kind, at=at)
    except TooManyFiles:
        form.add_error("file", _("Ten files are with us already. Send more by e-mail"))
        return page(request, inquiry, add_file=form)
    messages.success(request, _("The file is with us."))
    return redirect("public:status")


@login_not_required
@investor_only
@require_POST
def withdraw(request, inquiry):
    inquiry.withdraw(at=timezone.now())
    return redirect("public:status")


@login_not_required
@investor_only
@require_POST
def come_back(request, inquiry):
    at = timezone.now()
    if inquiry.may_come_back(at) and inquiry.come_back(at=at):
        messages.success(request, _("We go on with your inquiry."))
    return redirect("public:status")


@login_not_required
@investor_only
@require_POST
def rate(request, inquiry):
    form, at = RateForm(request.POST), timezone.now()
    if not form.is_valid():
        return page(request, inquiry, rate=form)
    if Rating.give(inquiry, form.cleaned_data["score"], at=at):
        messages.success(request, _("Thank you for the mark."))
    return redirect("public:status")


@login_not_required
@investor_only
@require_POST
def withdraw_consent(request, inquiry, pk):
    consent = get_object_or_404(inquiry.consents.select_related("text", "inquiry"), pk=pk)
    if consent.withdraw(at=timezone.now()):
        messages.success(request, _("The consent is withdrawn."))
    return redirect("public:status")
