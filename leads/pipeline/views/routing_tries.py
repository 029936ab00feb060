"""Routing that decides nothing: a set on the last inquiries, and why for a need nobody has sent."""

from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from leads.access import roles
from leads.models import RoutingRule, RuleSet
from leads.models.roster import Roster
from leads.pipeline.forms.routing import WhyForm
from leads.pipeline.names import names
from leads.pipeline.rerun import CHOICES, next_shift, rerun
from leads.pipeline.routes import steps


@require_safe
@roles("head")
def try_rule_set(request, pk):
    shown = get_object_or_404(RuleSet.objects.filter(deleted_at=None), pk=pk)
    asked = request.GET.get("last", "")
    last = int(asked) if asked in map(str, CHOICES) else CHOICES[1]
    context = {
        "rule_set": shown,
        "in_force": RuleSet.objects.filter(in_force=True).first(),
        "last": last,
        "choices": CHOICES,
        "rerun": rerun(shown, names(), last=last, at=timezone.now()),
    }
    return render(request, "pipeline/routing_try.html", context)


@require_safe
@roles("head")
def why_officer(request):
    known = names()
    form = WhyForm(known, request.GET or None)
    context = {"form": form}
    if form.is_bound and form.is_valid():
        context |= _why(form, known)
    status = 422 if form.errors else 200
    return render(request, "pipeline/routing_why.html", context, status=status)


def _why(form, known) -> dict:
    at = form.moment(timezone.now())
    roster, rules = Roster.read(at=at), list(RoutingRule.objects.deciding())
    decision = roster.decide(form.wanted(), rules, at=at)
    by_key = {rule.pk: rule.name for rule in rules}
    return {
        "at": at,
        "decision": decision,
        "begins": None if decision.officer else next_shift(roster, decision, at),
        "steps": steps(decision.candidates, by_key, known),
    }
