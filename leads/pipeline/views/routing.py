"""Routing rules: the set in force and its drafts, and what may be done to a rule."""

from django.contrib import messages
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import trigger_client_event

from leads.access import roles
from leads.models import RoutingRule, RuleSet
from leads.pipeline.forms.routing import DraftForm, RuleForm
from leads.pipeline.names import names
from leads.pipeline.rule_words import rule_rows

from .acting import sent

# Deleted rules and sets that the page still offers to bring back.
OFFERED_BACK = 10


@require_safe
@roles("head")
def routing(request):
    return _page(request, get_object_or_404(RuleSet, in_force=True))


@require_safe
@roles("head")
def rule_set(request, pk):
    return _page(request, get_object_or_404(RuleSet.objects.filter(deleted_at=None), pk=pk))


def _page(request, shown, *, draft=None):
    live = Count("rules", filter=Q(rules__deleted_at=None))
    context = _rules(shown) | {
        "sets": RuleSet.objects.kept().annotate(count=live),
        "deleted_sets": RuleSet.objects.exclude(deleted_at=None).order_by("-deleted_at")[
            :OFFERED_BACK
        ],
        "deleted": shown.rules.exclude(deleted_at=None).order_by("-deleted_at")[:OFFERED_BACK],
        "draft": draft or DraftForm(initial={"name": _draft_name(shown)}),
        "form": draft,
    }
    status = 422 if draft is not None else 200
    return render(request, "pipeline/routing.html", context, status=status)


def _rules(shown) -> dict:
    rules = RoutingRule.objects.listed().filter(rule_set=shown).with_keys()
    return {"rule_set": shown, "rows": rule_rows(rules, names())}


def _draft_name(shown) -> str:
    day = timezone.localdate()
    return _("%(name)s, draft of %(day)s") % {"name": shown.name, "day": f"{day:%d.%m.%Y}"}


def _back(shown):
    """To the page on which the set stands."""
    if shown.in_force:
        return redirect("pipeline:routing")
    return redirect("pipeline:rule_set", shown.pk)


def _kept_rule(pk) -> RoutingRule:
    rules = RoutingRule.objects.with_keys().select_related("rule_set")
    rules = rules.filter(rule_set__deleted_at=None)
    return get_object_or_404(rules, pk=pk)


@require_POST
@roles("head")
def copy_rule_set(request, pk):
    source = get_object_or_404(RuleSet.objects.filter(deleted_at=None), pk=pk)
    form = DraftForm(request.POST)
    if not form.is_valid():
        return _page(request, source, draft=form)
    draft = source.copy(form.cleaned_data["name"], by=request.user, at=timezone.now())
    messages.success(request, _("The draft is made. It decides nothing until put in force."))
    return _back(draft)


@require_POST
@roles("head")
def enforce_rule_set(request, pk):
    before = RuleSet.objects.filter(in_force=True).first()
    shown = get_object_or_404(RuleSet.objects.filter(deleted_at=None), pk=pk)
    if shown.put_in_force():
        said = _("“%(name)s” is in force.") % {"name": shown.name}
        messages.success(request, _with_undo(said, f"enforce-{before.pk}") if before else said)
    else:
        messages.info(request, _("This set is in force already."))
    return redirect("pipeline:routing")


@require_POST
@roles("head")
def delete_rule_set(request, pk):
    shown = get_object_or_404(RuleSet, pk=pk)
    if shown.remove(at=timezone.now()):
        said = _("“%(name)s” is deleted.") % {"name": shown.name}
        messages.success(request, _with_undo(said, f"restore-set-{shown.pk}"))
    else:
        messages.info(request, _("The set in force cannot be deleted."))
    return redirect("pipeline:routing")


@require_POST
@roles("head")
def restore_rule_set(request, pk):
    shown = get_object_or_404(RuleSet, pk=pk)
    if shown.restore():
        messages.success(request, _("“%(name)s” is back.") % {"name": shown.name})
    return _back(shown)


@roles("head")
def create_rule(request, pk):
    shown = get_object_or_404(RuleSet.objects.filter(deleted_at=None), pk=pk)
    form = RuleForm(names(), sent(request))
    if request.method == "POST" and form.is_valid():
        shown.add(form.given(), by=request.user, at=timezone.now())
        messages.success(request, _("The rule is added as the last one."))
        return _back(shown)
    return _ask(request, shown, form, title=_("New rule"))


@roles("head")
def change_rule(request, pk):
    rule = _kept_rule(pk)
    form = RuleForm(names(), sent(request), rule=rule)
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"] or 0
        now = timezone.now()
        if rule.change(form.given(), version=version, by=request.user, at=now):
            messages.success(request, _("The rule is saved."))
            return _back(rule.rule_set)
        form.overtaken()
    context = {"versions": rule.versions.order_by("-number")[:OFFERED_BACK]}
    return _ask(request, rule.rule_set, form, title=rule.name, **context)


def _ask(request, shown, form, *, title, **more):
    context = {"rule_set": shown, "form": form, "title": title} | more
    status = 422 if form.errors else 200
    return render(request, "pipeline/routing_rule.html", context, status=status)


@require_POST
@roles("head")
def move_rule(request, pk, way):
    rule = _kept_rule(pk)
    moved = rule.move(up=way == "up")
    if not request.htmx:
        return redirect(f"{_back(rule.rule_set).url}#rule-{rule.pk}")
    response = render(request, "pipeline/_rules.html", _rules(rule.rule_set))
    said = _("%(rule)s stands at place %(place)s.") if moved else _("%(rule)s stays where it was.")
    said %= {"rule": rule.name, "place": rule.position}
    return trigger_client_event(response, "announce", {"value": said, "target": "#status"})


@require_POST
@roles("head")
def switch_rule(request, pk, way):
    rule = _kept_rule(pk)
    rule.switch(on=way == "on", by=request.user, at=timezone.now())
    said = _("“%(rule)s” is on.") if rule.active else _("“%(rule)s” is off.")
    messages.success(request, said % {"rule": rule.name})
    return _back(rule.rule_set)


@require_POST
@roles("head")
def delete_rule(request, pk):
    rule = _kept_rule(pk)
    if rule.remove(at=timezone.now()):
        said = _("“%(rule)s” is deleted.") % {"rule": rule.name}
        messages.success(request, _with_undo(said, f"restore-{rule.pk}"))
    return _back(rule.rule_set)


@require_POST
@roles("head")
def restore_rule(request, pk):
    rule = _kept_rule(pk)
    if rule.restore():
        messages.success(request, _("“%(rule)s” is back in its place.") % {"rule": rule.name})
    return _back(rule.rule_set)


def _with_undo(said: str, form: str):
    """The words and a button for the way back; its form stands on the page that follows."""
    return format_html(
        '{} <button class="btn btn-sm" type="submit" form="{}">{}</button>', said, form, _("Undo")
    )
