"""Live inquiries of a file taken on: places matched, an officer by the rules, one next step."""

from django.db import connection

from leads import flow
from leads.models import (
    Activity,
    CalendarDay,
    FollowUp,
    Inquiry,
    Officer,
    RoutingDecision,
    RoutingRule,
    Term,
)
from leads.models.roster import Roster
from leads.models.routing import wanted


def take_on(inquiries: list[Inquiry], run, *, at) -> None:
    keys = [one.pk for one in inquiries]
    if not keys:
        return
    flow.match_many(Inquiry.objects.filter(pk__in=keys), at=at)
    _route([one for one in inquiries if one.officer_id is None], at=at)
    term = Term.objects.by_code()["check_in"]
    usual = term.due(CalendarDay.office(), at)
    steps = [
        FollowUp(
            inquiry=one,
            kind=FollowUp.Kind.CHECK_IN,
            owner_id=one.officer_id,
            due_at=max(one.next_at or usual, at),
            rule="by_hand" if one.next_at else term.rule,
            opened_at=at,
        )
        for one in inquiries
    ]
    FollowUp.objects.bulk_create(steps)
    Activity.objects.bulk_create(
        Activity(
            kind="follow_up_opened",
            inquiry_id=step.inquiry_id,
            actor=run.by,
            at=at,
            data={
                "due": step.due_at.isoformat(),
                "step": step.kind,
                "step_id": step.pk,
                "about": f"step:{step.pk}",
            },
        )
        for step in steps
    )
    for one, step in zip(inquiries, steps, strict=True):
        one.next_due_at = step.due_at
        one.last_activity_at = at
    Inquiry.objects.bulk_update(inquiries, ["next_due_at", "officer", "last_activity_at"])


def _route(inquiries: list[Inquiry], *, at) -> None:
    """An officer each by the rules in force, as `flow.route` would; loads are counted on.

    For whom nobody is free the decision is kept all the same, and he stands on the visible queue.
    """
    if not inquiries:
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('leads.route'))")
    roster, rules = Roster.read(at=at), list(RoutingRule.objects.deciding())
    before = _known_to(inquiries)
    decisions, given = [], set()
    for one in inquiries:
        one.known_to = before.get(one.investor_id)
        decision = roster.decide(wanted(one), rules, at=at)
        if decision.officer:
            one.officer_id = decision.officer.pk
            roster.give(decision.officer, at=at)
            given.add(decision.officer.pk)
        decisions.append(
            RoutingDecision(
                inquiry=one,
                officer=decision.officer,
                rule=decision.rule,
                rule_version=decision.rule.version if decision.rule else None,
                candidates=decision.candidates,
                decided_at=at,
            )
        )
    RoutingDecision.objects.bulk_create(decisions)
    Activity.objects.bulk_create(
        Activity(
            kind="routed" if one.officer_id else "unrouted",
            inquiry=one,
            at=at,
            data={"officer": one.officer_id, "was": None, "about": "officer"}
            if one.officer_id
            else {},
        )
        for one in inquiries
    )
    Officer.objects.filter(pk__in=given).update(last_assigned_at=at)


def _known_to(inquiries) -> dict[int, int]:
    """The officer of each investor's newest earlier inquiry."""
    keys = {one.investor_id for one in inquiries}
    rows = Inquiry.objects.filter(investor__in=keys, officer__isnull=False)
    rows = rows.exclude(pk__in=[one.pk for one in inquiries])
    return dict(rows.order_by("opened_at", "pk").values_list("investor", "officer"))
