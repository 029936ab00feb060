"""Checks of the matches: each project has its proposal, against the registry as it stands."""

from django.db.models import Exists, OuterRef, Q, Subquery

from districts.models import RegistryVersion
from leads.models import Inquiry, Match, MatchRun
from leads.owed import MATCHED_WITHIN

from .check import check


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
    """The registry version on it is older than that of its newest match, or none there was.

    A newer one is right: matched against that, the same places were found again.
    """
    newest = Subquery(_runs().values("registry_version")[:1])
    wrong = Q(registry_version__lt=newest) | Q(registry_version__gt=RegistryVersion.current())
    return _projects().filter(Exists(_runs())).filter(wrong).values_list("number", flat=True)


@check()
def match_not_laid_out(at):
    """Its newest match has no rows, and nothing on it says that they are to be laid out."""
    rows = _projects().annotate(has_rows=Subquery(_runs().values("laid_out")[:1]))
    return rows.filter(has_rows=False, matched_anew=False).values_list("number", flat=True)


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
