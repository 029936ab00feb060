"""Whose inquiry it is: taken from the queue, given by the head, passed to a district."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from leads.access import roles
from leads.models import Officer, Referral
from leads.pipeline.forms.inquiry import AssignForm, ReferForm

from .acting import ask, back, changeable, done, sent


@require_POST
@roles("manager")
def take(request, number):
    inquiry = changeable(request, number)
    officer = Officer.objects.filter(user=request.user).first()
    if officer is None:
        raise PermissionDenied
    at = timezone.now()
    if inquiry.take(officer, by=request.user, at=at):
        return done(request, inquiry, _("The inquiry is yours, with its open steps."), at=at)
    messages.error(request, _("The inquiry has an officer already."))
    return back(request, inquiry)


@roles("head")
def assign(request, number):
    inquiry = changeable(request, number)
    form = AssignForm(sent(request), initial={"officer": inquiry.officer_id})
    if request.method == "POST" and form.is_valid():
        officer, at = form.cleaned_data["officer"], timezone.now()
        if inquiry.assign(officer, by=request.user, at=at, kind="reassigned"):
            said = _("The inquiry and its open steps are with %(officer)s now.")
        else:
            said = _("The inquiry is with %(officer)s already.")
        return done(request, inquiry, said % {"officer": officer}, at=at)
    return ask(request, inquiry, form, title=_("Give to an officer"), submit=_("Give"))


@roles("manager", "head")
def refer(request, number):
    inquiry = changeable(request, number)
    initial = {"district": inquiry.main_district_id}
    form = ReferForm(inquiry, get_language(), sent(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        given = {"contact_shared": False} | form.cleaned_data
        district = given.pop("district")
        if Referral.refer(inquiry, district, **given, by=request.user, at=timezone.now()):
            messages.success(request, _("Passed on: %(district)s.") % {"district": district})
            if not district.officers.exists():
                messages.warning(
                    request, _("Nobody of this district can log in yet: tell them by phone.")
                )
        else:
            messages.info(
                request, _("%(district)s has this inquiry already.") % {"district": district}
            )
        return redirect(inquiry)
    return ask(request, inquiry, form, title=_("Pass to a district"), submit=_("Pass on"))
