"""Routing: exactly one officer, or the visible queue."""

from django.db import connection, transaction

from leads.models import Activity, Inquiry, Officer, RoutingDecision, RoutingRule
from leads.models.routing import Decision, Wanted, decide


@transaction.atomic
def route(inquiry: Inquiry, *, at) -> RoutingDecision | None:
    """Give it exactly one officer, or leave it on the visible queue; None when it has one already.

    Decisions are taken one at a time (an advisory lock), so that two at once cannot both see the
    same officer as the least loaded.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('leads.route'))")
    inquiry = Inquiry.objects.awaiting_route().filter(pk=inquiry.pk).select_for_update().first()
    if inquiry is None:
        return None
    decision = preview(inquiry)
    if decision.officer is None:
        last = inquiry.routing_decisions.order_by("-pk").first()
        if last is not None and last.candidates == decision.candidates:
            return last
        Activity.objects.record(inquiry, "unrouted", by=None, at=at)
    else:
        inquiry.assign(decision.officer, by=None, at=at)
    return RoutingDecision.objects.create(
        inquiry=inquiry,
        officer=decision.officer,
        rule=decision.rule,
        candidates=decision.candidates,
        decided_at=at,
    )


def preview(inquiry: Inquiry) -> Decision:
    """Who would get it now, with every candidate; nothing is stored."""
    need = inquiry.need
    wanted = Wanted(
        industries=frozenset(need.industries),
        districts=frozenset(need.districts_wanted),
        capex_mln_rub=need.capex_mln_rub,
        language=inquiry.language,
    )
    rules = RoutingRule.objects.filter(active=True).order_by("position")
    rules = rules.prefetch_related("industries", "districts", "officers")
    return decide(wanted, rules, list(Officer.objects.for_routing()))
