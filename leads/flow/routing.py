"""Routing: exactly one officer, or the visible queue; whoever waits longest goes first."""

import logging

from django.db import connection, transaction

from leads import doorbell
from leads.models import (
    Activity,
    Inquiry,
    Message,
    Notification,
    RoutingDecision,
    RoutingRule,
    Trouble,
    with_wants,
)
from leads.models.roster import Decision, Roster
from leads.models.routing import wanted

log = logging.getLogger(__name__)

# More than these are waiting only when nobody was free for long; the rest follow behind them.
AHEAD_AT_MOST = 200


def route(inquiry: Inquiry, *, at) -> RoutingDecision | None:
    """Give it exactly one officer, or leave it on the visible queue; None when it has one already.

    Those that came before it and could go to somebody now go first, each in its own transaction.
    """
    while True:
        decision = _next(inquiry, at=at)
        if decision is None or decision.inquiry_id == inquiry.pk:
            return decision


def anyone_free(at) -> bool:
    """Whether trying again those for whom nobody was free can give any of them an officer."""
    return Roster.read(at=at).anyone_free(at)


@transaction.atomic
def _next(inquiry: Inquiry, *, at) -> RoutingDecision | None:
    """One decision: of the oldest that waits and can go, else of this one; None when it is gone.

    Decisions are taken one at a time (an advisory lock), so that two at once cannot both see the
    same officer as the least loaded: about ten milliseconds each.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('leads.route'))")
    ours = _claimed(inquiry.pk)
    if ours is None:
        return None
    roster, rules = Roster.read(at=at), list(RoutingRule.objects.deciding())
    if roster.anyone_free(at):
        for older in _ahead_of(ours, at):
            if (given := _give_first(older, roster, rules, at=at)) is not None:
                return given
    return _keep(ours, roster.decide(wanted(ours), rules, at=at), at=at)


def _give_first(older: Inquiry, roster: Roster, rules, *, at) -> RoutingDecision | None:
    """None when nobody is free for it, or when it fails: then it stands in nobody's way."""
    try:
        with transaction.atomic():
            decision = roster.decide(wanted(older), rules, at=at)
            claimed = _claimed(older.pk) if decision.officer else None
            return claimed and _keep(claimed, decision, at=at)
    except Exception:
        log.exception("routing %s ahead of another failed", older.pk)
        return None


def _claimed(pk: int) -> Inquiry | None:
    """The row while it waits for an officer, held until the transaction ends."""
    held = Inquiry.objects.awaiting_route().filter(pk=pk).select_for_update().exists()
    return with_wants(Inquiry.objects.awaiting_route()).filter(pk=pk).first() if held else None


def _ahead_of(inquiry: Inquiry, at) -> list[Inquiry]:
    """Those that wait for longer, but for any that is set aside or rests after a failure."""
    resting = Trouble.objects.resting(at).filter(task=Trouble.Task.ROUTE).values("key")
    rows = with_wants(Inquiry.objects.awaiting_route()).filter(opened_at__lte=inquiry.opened_at)
    return list(rows.exclude(pk=inquiry.pk).exclude(pk__in=resting)[:AHEAD_AT_MOST])


def _keep(inquiry: Inquiry, decision: Decision, *, at) -> RoutingDecision:
    """Store it with what it was taken on; the same refusal is not written twice."""
    if decision.officer is None:
        last = inquiry.routing_decisions.order_by("-pk").first()
        if last is not None and last.candidates == decision.candidates:
            return last
        Activity.objects.record(inquiry, "unrouted", by=None, at=at)
        if not any(one["lost"] == "off_shift" for one in decision.candidates):
            # No shift will bring anyone: a person has to act.
            key = f"unrouted:{inquiry.pk}"
            Notification.tell_heads("unrouted", key=key, at=at, inquiry=inquiry)
    else:
        inquiry.assign(decision.officer, by=None, at=at)
        for letter in inquiry.messages.filter(kind=Message.Kind.OFFICER_NAMED).due(at):
            doorbell.ring("leads.send", letter.pk)
    return RoutingDecision.objects.create(
        inquiry=inquiry,
        officer=decision.officer,
        rule=decision.rule,
        rule_version=decision.rule.version if decision.rule else None,
        candidates=decision.candidates,
        decided_at=at,
    )


def preview(inquiry: Inquiry, *, at) -> Decision:
    """Who would get it now, with every candidate; nothing is stored."""
    asked = with_wants(Inquiry.objects.all()).get(pk=inquiry.pk)
    return Roster.read(at=at).decide(wanted(asked), list(RoutingRule.objects.deciding()), at=at)
