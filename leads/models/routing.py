"""Routing: each decision with its candidates, why the others lost, and what it was taken on."""

from django.db import models
from django.db.models import OuterRef, Subquery

from .inquiry import Inquiry
from .roster import Wanted
from .rule import RoutingRule
from .stage import Disposition


def with_wants(rows):
    """Inquiries with all that `wanted` reads: the need, and who had this investor's last one."""
    passed_over = [Disposition.SPAM, Disposition.TEST, Disposition.QUARANTINED]
    others = Inquiry.objects.filter(investor=OuterRef("investor"), officer__isnull=False)
    others = others.exclude(pk=OuterRef("pk")).exclude(disposition__in=passed_over)
    newest = others.order_by("-opened_at", "-pk").values("officer")[:1]
    return (
        rows.filter(need__isnull=False).select_related("need").annotate(known_to=Subquery(newest))
    )


def wanted(inquiry) -> Wanted:
    """What this inquiry asks of an officer; fetch it `with_wants`."""
    return Wanted(
        industries=frozenset(inquiry.need.industries),
        districts=frozenset(inquiry.need.districts_wanted),
        capex_mln_rub=inquiry.need.capex_mln_rub,
        language=inquiry.language,
        known_to=inquiry.known_to,
    )


class RoutingDecision(models.Model):
    """A decision as it was taken; for an unrouted inquiry the latest refusal."""

    inquiry = models.ForeignKey(
        "leads.Inquiry", on_delete=models.PROTECT, related_name="routing_decisions"
    )
    officer = models.ForeignKey(
        "leads.Officer", null=True, on_delete=models.PROTECT, related_name="+"
    )
    rule = models.ForeignKey(RoutingRule, null=True, on_delete=models.SET_NULL, related_name="+")
    rule_version = models.PositiveIntegerField(null=True, blank=True)
    candidates = models.JSONField()
    decided_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["inquiry", "-id"], name="routing_decision_newest")]

    def __str__(self):
        return f"{self.inquiry_id} to {self.officer_id or 'nobody'}"
