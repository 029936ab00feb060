"""Routing rules as ordered rows of a set, and what each said in its versions."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models, transaction
from django.db.models import F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

PLAIN = ("name", "language", "capex_from_mln_rub", "capex_below_mln_rub")
LISTS = ("industries", "districts", "officers")
# Far above any position that people reach: the rows step aside there while they change places.
ASIDE = 10_000


class RoutingRuleQuerySet(models.QuerySet):
    def listed(self):
        """Not deleted, in the order in which they are asked."""
        return self.filter(deleted_at=None).order_by("position")

    def with_keys(self):
        """All that a decision reads of them, in one statement."""
        return self.annotate(
            industry_keys=_keys("industries"),
            district_keys=_keys("districts"),
            officer_keys=_keys("officers"),
        )

    def deciding(self):
        """Those of the set in force that are switched on."""
        return self.listed().filter(active=True, rule_set__in_force=True).with_keys()


def _keys(name: str):
    relation = getattr(RoutingRule, name)
    field = relation.through._meta.get_field(relation.field.m2m_reverse_field_name())
    rows = relation.through.objects.filter(routingrule=OuterRef("pk"))
    return ArraySubquery(rows.order_by(field.attname).values(field.attname))


class RoutingRule(models.Model):
    """The first rule that fits and has a free officer decides. A blank says any."""

    rule_set = models.ForeignKey("leads.RuleSet", on_delete=models.PROTECT, related_name="rules")
    position = models.PositiveSmallIntegerField(_("order"))
    name = models.CharField(_("name"), max_length=120)
    industries = models.ManyToManyField("districts.Industry", blank=True, related_name="+")
    districts = models.ManyToManyField("districts.District", blank=True, related_name="+")
    capex_from_mln_rub = models.FloatField(_("capex from, m roubles"), null=True, blank=True)
    capex_below_mln_rub = models.FloatField(_("capex below, m roubles"), null=True, blank=True)
    language = models.CharField(_("language"), max_length=2, blank=True)
    officers = models.ManyToManyField("leads.Officer", related_name="rules")
    active = models.BooleanField(_("active"), default=True)
    version = models.PositiveIntegerField(default=1)
    deleted_at = models.DateTimeField(null=True, blank=True)

    objects = RoutingRuleQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["rule_set", "position"],
                condition=Q(deleted_at=None),
                name="routing_rule_one_a_place",
            ),
            models.CheckConstraint(
                condition=Q(capex_from_mln_rub=None)
                | Q(capex_below_mln_rub=None)
                | Q(capex_from_mln_rub__lt=F("capex_below_mln_rub")),
                name="routing_rule_capex_in_order",
            ),
        ]

    def __str__(self):
        return self.name

    def fits(self, wanted) -> bool:
        """Whether every condition holds; an unknown figure meets none. Fetch it `with_keys`."""
        capex = wanted.capex_mln_rub
        low, high = self.capex_from_mln_rub, self.capex_below_mln_rub
        return (
            (not self.industry_keys or not wanted.industries.isdisjoint(self.industry_keys))
            and (not self.district_keys or not wanted.districts.isdisjoint(self.district_keys))
            and (low is None or (capex is not None and capex >= low))
            and (high is None or (capex is not None and capex < high))
            and (not self.language or self.language == wanted.language)
        )

    def said(self) -> dict:
        """The rule in keys and figures, as its versions keep it. Fetch it `with_keys`."""
        lists = {
            "industries": self.industry_keys,
            "districts": self.district_keys,
            "officers": self.officer_keys,
        }
        return {name: getattr(self, name) for name in (*PLAIN, "active")} | lists

    @transaction.atomic
    def change(self, given: dict, *, version: int, by, at) -> bool:
        """Say something else from now on; False when somebody changed it after `version`."""
        plain = {name: given[name] for name in PLAIN if name in given}
        if not self._next(version=version, **plain):
            return False
        for name in LISTS:
            getattr(self, name).set(given[name])
        self.remember(by=by, at=at)
        return True

    @transaction.atomic
    def switch(self, *, on: bool, by, at) -> bool:
        """Ask it or pass over it; False when it stood so already."""
        if self.active == on or not self._next(version=self.version, active=on):
            return False
        self.remember(by=by, at=at)
        return True

    @transaction.atomic
    def move(self, *, up: bool) -> bool:
        """Change places with its neighbour; False at the end of the list."""
        rules = self._in_order()
        here = next((n for n, rule in enumerate(rules) if rule.pk == self.pk), None)
        there = None if here is None else here + (-1 if up else 1)
        if there is None or not 0 <= there < len(rules):
            return False
        rules[here], rules[there] = rules[there], rules[here]
        self._place(rules)
        return True

    @transaction.atomic
    def remove(self, *, at) -> bool:
        """Out of the list, with its place kept for the way back; its decisions still name it."""
        return bool(RoutingRule.objects.filter(pk=self.pk, deleted_at=None).update(deleted_at=at))

    @transaction.atomic
    def restore(self) -> bool:
        """Back to its place; the others make room."""
        rules = self._in_order()
        if any(rule.pk == self.pk for rule in rules):
            return False
        before = [rule for rule in rules if rule.position < self.position]
        rows = RoutingRule.objects.filter(pk=self.pk)
        rows.update(deleted_at=None, position=2 * ASIDE)
        self._place([*before, self, *rules[len(before) :]])
        return True

    def _next(self, *, version: int, **said) -> bool:
        rows = RoutingRule.objects.filter(pk=self.pk, version=version, deleted_at=None)
        if not rows.update(version=version + 1, **said):
            return False
        self.refresh_from_db()
        return True

    def remember(self, *, by, at) -> None:
        """Keep what it says now as its newest version."""
        said = RoutingRule.objects.with_keys().get(pk=self.pk).said()
        self.versions.create(number=self.version, said=said, at=at, by=str(by or ""))

    def _in_order(self) -> list["RoutingRule"]:
        type(self.rule_set).objects.select_for_update().get(pk=self.rule_set_id)
        return list(RoutingRule.objects.listed().filter(rule_set=self.rule_set_id))

    def _place(self, rules: list["RoutingRule"]) -> None:
        """Number them anew; first out of each other's way, for the database looks at each row."""
        rows = RoutingRule.objects.filter(rule_set=self.rule_set_id, deleted_at=None)
        rows.filter(position__lt=ASIDE).update(position=F("position") + ASIDE)
        for number, rule in enumerate(rules, 1):
            RoutingRule.objects.filter(pk=rule.pk).update(position=number)
        self.refresh_from_db()


class RuleVersion(models.Model):
    """What a rule said until the next version; rows are only added. Decisions name the number."""

    rule = models.ForeignKey(RoutingRule, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    said = models.JSONField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["rule", "number"], name="rule_version_once")]

    def __str__(self):
        return f"{self.rule_id} v{self.number}"
