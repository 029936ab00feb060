"""Routing: rules as rows, and each decision with its candidates and why the others lost."""

from dataclasses import dataclass, field

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class RoutingRule(models.Model):
    """Ordered; the first rule that fits and has a free officer decides. A blank says any."""

    position = models.PositiveSmallIntegerField(_("order"), unique=True)
    name = models.CharField(_("name"), max_length=120)
    industries = models.ManyToManyField("districts.Industry", blank=True, related_name="+")
    districts = models.ManyToManyField("districts.District", blank=True, related_name="+")
    capex_from_mln_rub = models.FloatField(_("capex from, m roubles"), null=True, blank=True)
    capex_below_mln_rub = models.FloatField(_("capex below, m roubles"), null=True, blank=True)
    language = models.CharField(_("language"), max_length=2, blank=True)
    officers = models.ManyToManyField("leads.Officer", related_name="rules")
    active = models.BooleanField(_("active"), default=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(capex_from_mln_rub=None)
                | Q(capex_below_mln_rub=None)
                | Q(capex_from_mln_rub__lt=models.F("capex_below_mln_rub")),
                name="routing_rule_capex_in_order",
            )
        ]

    def __str__(self):
        return self.name

    def fits(self, wanted: "Wanted") -> bool:
        """Whether every condition that the rule states holds; an unknown figure meets none."""
        industries = {industry.pk for industry in self.industries.all()}
        districts = {district.pk for district in self.districts.all()}
        capex = wanted.capex_mln_rub
        low, high = self.capex_from_mln_rub, self.capex_below_mln_rub
        return (
            (not industries or bool(industries & wanted.industries))
            and (not districts or bool(districts & wanted.districts))
            and (low is None or (capex is not None and capex >= low))
            and (high is None or (capex is not None and capex < high))
            and (not self.language or self.language == wanted.language)
        )


@dataclass(frozen=True)
class Wanted:
    """What routing asks of an inquiry."""

    industries: frozenset[str]
    districts: frozenset[str]
    capex_mln_rub: float | None
    language: str


@dataclass
class Decision:
    """One officer or nobody; every candidate with the reason he lost ("" for the winner)."""

    officer: object | None = None
    rule: RoutingRule | None = None
    candidates: list[dict] = field(default_factory=list)


def barred(officer, wanted: Wanted) -> str:
    """Why this officer cannot take it, or ""."""
    industries = {industry.pk for industry in officer.industries.all()}
    districts = {district.pk for district in officer.districts.all()}
    if not officer.on_duty or not officer.user.is_active:
        return "off_duty"
    if wanted.language not in officer.languages:
        return "language"
    if industries and wanted.industries and not industries & wanted.industries:
        return "industry"
    if districts and wanted.districts and not districts & wanted.districts:
        return "district"
    if officer.load >= officer.capacity:
        return "at_capacity"
    return ""


def decide(wanted: Wanted, rules, officers) -> Decision:
    """The first fitting rule with a free officer, else the whole office; then the least load.

    Load is counted by share (load ÷ weight); of equals the longest idle wins, then the lower key.
    """
    decision = Decision()
    pools = [(rule, {o.pk for o in rule.officers.all()}) for rule in rules if rule.fits(wanted)]
    for rule, pool in [*pools, (None, {officer.pk for officer in officers})]:
        reasons = {o.pk: barred(o, wanted) for o in officers if o.pk in pool}
        free = sorted(
            (o for o in officers if reasons.get(o.pk) == ""),
            key=lambda o: (
                o.load / o.weight,
                o.last_assigned_at.timestamp() if o.last_assigned_at else 0.0,
                o.pk,
            ),
        )
        winner = free[0] if free else None
        for officer in free[1:]:
            same = officer.load / officer.weight == winner.load / winner.weight
            reasons[officer.pk] = "assigned_later" if same else "more_load"
        decision.candidates += [
            {"officer": pk, "rule": rule.pk if rule else None, "lost": reason}
            for pk, reason in reasons.items()
        ]
        if winner is not None:
            decision.officer, decision.rule = winner, rule
            break
    return decision


class RoutingDecision(models.Model):
    """A decision as it was taken; for an unrouted inquiry the latest refusal."""

    inquiry = models.ForeignKey(
        "leads.Inquiry", on_delete=models.PROTECT, related_name="routing_decisions"
    )
    officer = models.ForeignKey(
        "leads.Officer", null=True, on_delete=models.PROTECT, related_name="+"
    )
    rule = models.ForeignKey(RoutingRule, null=True, on_delete=models.SET_NULL, related_name="+")
    candidates = models.JSONField()
    decided_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["inquiry", "-id"], name="routing_decision_newest")]

    def __str__(self):
        return f"{self.inquiry_id} to {self.officer_id or 'nobody'}"
