"""Sets of routing rules: one is in force, the others are drafts or examples."""

from django.db import models, transaction
from django.db.models import Max, Q
from django.utils.translation import gettext_lazy as _

from .rule import LISTS, PLAIN, RoutingRule, RuleVersion


class RuleSetQuerySet(models.QuerySet):
    def kept(self):
        """Not deleted; the one in force first, then the newest."""
        return self.filter(deleted_at=None).order_by("-in_force", "superseded", "-made_at", "-pk")


class RuleSet(models.Model):
    """Rules that are in force together. Edit a draft at leisure, try it, then put it in force."""

    name = models.CharField(_("name"), max_length=120)
    note = models.CharField(_("what for"), max_length=500, blank=True)
    in_force = models.BooleanField(default=False)
    superseded = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=150, blank=True)
    deleted_at = models.DateTimeField(null=True, blank=True)

    objects = RuleSetQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["in_force"], condition=Q(in_force=True), name="rule_set_one_in_force"
            ),
            models.CheckConstraint(
                condition=Q(in_force=False) | Q(deleted_at=None),
                name="rule_set_in_force_not_deleted",
            ),
        ]

    def __str__(self):
        return self.name

    @transaction.atomic
    def copy(self, name: str, *, by, at) -> "RuleSet":
        """A draft with the same rules."""
        draft = RuleSet.objects.create(name=name[:120], made_at=at, made_by=str(by))
        versions = []
        for position, rule in enumerate(self.rules.listed().with_keys(), 1):
            said = rule.said()
            plain = {name: said[name] for name in (*PLAIN, "active")}
            made = draft.rules.create(position=position, **plain)
            for name in LISTS:
                getattr(made, name).add(*said[name])
            versions.append(RuleVersion(rule=made, number=1, said=said, at=at, by=str(by)))
        RuleVersion.objects.bulk_create(versions)
        return draft

    @transaction.atomic
    def put_in_force(self) -> bool:
        """Decide by these rules from now on; False when they are in force or deleted already."""
        # Locked in one order, so that two at once cannot wait for each other.
        list(RuleSet.objects.select_for_update().order_by("pk").values("pk"))
        if not RuleSet.objects.filter(pk=self.pk, in_force=False, deleted_at=None).exists():
            return False
        RuleSet.objects.filter(in_force=True).update(in_force=False)
        RuleSet.objects.filter(pk=self.pk).update(in_force=True)
        self.refresh_from_db()
        return True

    def remove(self, *, at) -> bool:
        """Out of sight, but not out of the decisions; never the one in force."""
        rows = RuleSet.objects.filter(pk=self.pk, in_force=False, deleted_at=None)
        return bool(rows.update(deleted_at=at))

    def restore(self) -> bool:
        rows = RuleSet.objects.filter(pk=self.pk).exclude(deleted_at=None)
        return bool(rows.update(deleted_at=None))

    @transaction.atomic
    def add(self, given: dict, *, by, at) -> RoutingRule:
        """A rule behind all others."""
        RuleSet.objects.select_for_update().get(pk=self.pk)
        last = self.rules.filter(deleted_at=None).aggregate(last=Max("position"))["last"] or 0
        plain = {name: given[name] for name in PLAIN if name in given}
        rule = self.rules.create(position=last + 1, **plain)
        for name in LISTS:
            getattr(rule, name).set(given.get(name, ()))
        rule.remember(by=by, at=at)
        return rule
