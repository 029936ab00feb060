"""Checks of the officers: exactly one, found by one decision or given by a person."""

from django.db.models import Count, Exists, OuterRef, Q

from leads.models import Activity, Inquiry, RoutingDecision
from leads.owed import LET_IN_AT

from .check import GRACE, check

GIVEN = ("routed", "taken", "reassigned")


def _said(*kinds):
    return Exists(Activity.objects.filter(inquiry=OuterRef("pk"), kind__in=kinds))


def _decided():
    return Exists(
        RoutingDecision.objects.filter(inquiry=OuterRef("pk"), officer__isnull=False),
    )


def _numbers(rows):
    return rows.values_list("number", flat=True)


@check()
def never_routed(at):
    """Open without an officer, and nobody was even looked for."""
    tried = RoutingDecision.objects.filter(inquiry=OuterRef("pk"))
    rows = Inquiry.objects.awaiting_route().alias(let_in_at=LET_IN_AT)
    rows = rows.filter(let_in_at__lt=at - GRACE)
    return _numbers(rows.exclude(Exists(tried)))


@check()
def routed_without_decision(at):
    """Its officer was found by routing, and no decision says how."""
    rows = Inquiry.objects.filter(_said("routed"), officer__isnull=False)
    return _numbers(rows.exclude(_decided()))


@check()
def routed_twice(at):
    """More than one decision found it an officer."""
    found = Count("routing_decisions", filter=Q(routing_decisions__officer__isnull=False))
    return _numbers(Inquiry.objects.annotate(found=found).filter(found__gt=1))


@check()
def decision_without_officer(at):
    """A decision found it an officer, and it has none."""
    return _numbers(Inquiry.objects.filter(_decided(), officer=None))


@check()
def officer_unexplained(at):
    """It has an officer, and the history does not say since when."""
    return _numbers(Inquiry.objects.filter(officer__isnull=False).exclude(_said(*GIVEN)))
