"""Checks of the matches: each project has its proposal, against the registry as it stands."""

from django.db.models import Exists, F, OuterRef, Subquery

from districts.models import RegistryVersion
from leads.models import Inquiry, Match, MatchRun
from leads.owed import MATCHED_WITHIN

from .check import check, differ


def _runs():
    return MatchRun.objects.filter(inquiry=OuterRef("pk")).order_by("-pk")


def _projects():
    return Inquiry.objects.live().filter(kind=Inquiry.Kind.PROJECT)


@check()
def without_match(at):
    """A live project, and no places were ever matched."""
    return _projects().exclude(Exists(_runs())).values_list("number", flat=True)


@check()
def match_outdated(at):
    """An open project, matched against an older registry than the one in force."""
    loaded = RegistryVersion.objects.filter(loaded_at__lt=at - MATCHED_WITHIN)
    rows = Inquiry.objects.awaiting_match(RegistryVersion.current())
    return rows.filter(Exists(loaded)).values_list("number", flat=True)


@check()
def registry_version_wrong(at):
    """The registry version on it is not that of its newest match."""
    newest = Subquery(_runs().values("registry_version")[:1])
    rows = _projects().filter(Exists(_runs()))
    return rows.filter(differ(F("registry_version"), newest)).values_list("number", flat=True)


@check("match run ")
def match_run_orphan(at):
    """A matching whose inquiry is gone."""
    known = Inquiry.objects.values("pk")
    return MatchRun.objects.exclude(inquiry_id__in=known).values_list("pk", flat=True)


@check("match ")
def match_orphan(at):
    """A match whose matching is gone."""
    known = MatchRun.objects.values("pk")
    return Match.objects.exclude(run_id__in=known).values_list("pk", flat=True)
