"""Letters to the investor: written, looked over, sent, taken back, sent again."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from leads import wording
from leads.access import roles
from leads.models import Inquiry, Message
from leads.pipeline.forms.letter import KINDS, LetterForm, ResendForm

from .acting import ask, changeable, sent
from .lists import READERS

WRITERS = ("manager", "head")


def writable(request, number: str) -> Inquiry:
    """Changeable, and no secret to him who writes: a letter goes to the person behind the name."""
    inquiry = changeable(request, number)
    if inquiry.masked_for(request.user):
        raise PermissionDenied
    return inquiry


def _letter(request, pk: int) -> Message:
    """A letter to an investor; missing where its inquiry is, refused where that is only read."""
    rows = Message.objects.to_investor().select_related("inquiry")
    letter = get_object_or_404(rows, pk=pk)
    letter.inquiry = writable(request, letter.inquiry.number)
    return letter


@roles(*WRITERS)
def write(request, number):
    inquiry = writable(request, number)
    if request.method != "POST":
        return _page(request, inquiry, _opened(request, inquiry))
    form, go = LetterForm(inquiry, request.POST), request.POST.get("go", "send")
    if go in dict(KINDS):
        return _page(request, inquiry, form.onto_template(go))
    if go == "preview" or not form.is_valid():
        return _page(request, inquiry, form, looked_over=go == "preview")
    letter = Message.write(inquiry, **form.cleaned_data, by=request.user, at=timezone.now())
    messages.success(request, held(letter))
    return redirect(inquiry)


def _opened(request, inquiry) -> LetterForm:
    """The letter that was taken back, or a new one on the template that the address names."""
    pk, kind = request.GET.get("letter", ""), request.GET.get("kind", "")
    if pk.isdecimal() and len(pk) < 19:
        rows = inquiry.messages.filter(state=Message.State.HELD, kind__in=dict(KINDS))
        rows = rows.exclude(written_by=None)
        return LetterForm.of(get_object_or_404(rows.select_related("inquiry"), pk=pk))
    return LetterForm.on_template(inquiry, kind if kind in dict(KINDS) else KINDS[0][0])


def _page(request, inquiry, form, *, looked_over=False):
    context = {"inquiry": inquiry, "form": form, "kinds": KINDS}
    if looked_over:
        words = wording.Words(form.data.get("subject", ""), form.data.get("body", ""))
        context["preview"] = wording.preview(inquiry, words, writer=request.user)
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "pipeline/write.html", context, status=status)


def held(letter):
    """The words, and a button that takes it back; its form stands on the page."""
    return format_html(
        '{} <button class="btn btn-sm" type="submit" form="withdraw-{}">{}</button>',
        _("The letter goes in 10 seconds."),
        letter.pk,
        _("Undo"),
    )


@require_safe
@roles(*READERS)
def letter(request, pk):
    """One letter and its state, for the page that watches it go."""
    inquiries = Inquiry.objects.visible_to(request.user)
    rows = Message.objects.to_investor().filter(inquiry__in=inquiries)
    found = get_object_or_404(rows.select_related("inquiry__officer"), pk=pk)
    masked = found.inquiry.masked_for(request.user)
    may = found.inquiry.changeable_by(request.user) and not masked
    context = {"letter": found, "masked": masked, "at": timezone.now()}
    context["may_write"] = may and bool(request.user.roles() & set(WRITERS))
    return render(request, "pipeline/_letter.html", context)


@require_POST
@roles(*WRITERS)
def withdraw_letter(request, pk):
    letter = _letter(request, pk)
    if letter.withdraw(by=request.user, at=timezone.now()):
        if not letter.can_be_written_on:
            messages.success(request, _("The letter did not go."))
            return redirect(letter.inquiry)
        messages.success(request, _("The letter did not go. Here it is, as you wrote it."))
        return redirect(_back_to(letter))
    messages.warning(request, _("Too late: the letter has left already."))
    return redirect(letter.inquiry)


def _back_to(letter) -> str:
    return f"{reverse('pipeline:write', args=[letter.inquiry.number])}?letter={letter.pk}"


@require_POST
@roles(*WRITERS)
def discard_letter(request, pk):
    letter = _letter(request, pk)
    if letter.discard(by=request.user, at=timezone.now()):
        messages.success(request, _("The letter is thrown away."))
    else:
        messages.info(request, _("This letter is not held any more."))
    return redirect(letter.inquiry)


@roles(*WRITERS)
def resend_letter(request, pk):
    letter = _letter(request, pk)
    form = ResendForm(sent(request), initial={"to": letter.to_address})
    if request.method == "POST" and form.is_valid():
        if letter.try_again(**form.cleaned_data, by=request.user, at=timezone.now()):
            messages.success(request, _("It will be sent again within a minute."))
        else:
            messages.info(request, _("This letter needs no other try."))
        return redirect(letter.inquiry)
    lead = _("If the investor may have it already, call and ask before you send it twice.")
    title = _("Send again: %(letter)s") % {"letter": letter.get_kind_display()}
    return ask(request, letter.inquiry, form, title=title, submit=_("Send again"), lead=lead)
