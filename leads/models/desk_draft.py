"""Drafts of the call desk: what an operator typed and has not saved yet, kept as he types."""

import re
from dataclasses import dataclass, field
from uuid import UUID

from django.db import models, transaction
from django.db.models import Q

TEXT_AT_MOST = 20_000
FIELDS_AT_MOST = 40
_NAME = re.compile(r"[a-z_0-9]{1,40}")


class DraftGone(Exception):
    """It was saved as a call, or emptied, in another window."""


@dataclass(frozen=True)
class Kept:
    """What stands now: `clashes` are fields that another window changed to something else since,
    `news` those that it changed and this one did not touch."""

    version: int
    clashes: dict[str, str] = field(default_factory=dict)
    news: dict[str, str] = field(default_factory=dict)


class DeskDraftQuerySet(models.QuerySet):
    def of_operator(self, user):
        return self.filter(operator=user)

    def parked(self):
        return self.filter(parked=True)

    def newest(self):
        return self.order_by("-touched_at", "-pk")

    def forgotten(self, at):
        """Nobody has touched them since then, and somebody may be waiting for an answer."""
        return self.filter(touched_at__lt=at)


class DeskDraft(models.Model):
    """One unfinished call of one operator; `touched` holds the version in which a field changed."""

    key = models.UUIDField()
    operator = models.ForeignKey("leads.User", on_delete=models.PROTECT, related_name="desk_drafts")
    version = models.PositiveIntegerField(default=0)
    fields = models.JSONField(default=dict)
    touched = models.JSONField(default=dict)
    parked = models.BooleanField(default=False)
    call = models.ForeignKey(
        "leads.Call", null=True, blank=True, on_delete=models.SET_NULL, related_name="drafts"
    )
    opened_at = models.DateTimeField()
    touched_at = models.DateTimeField()

    objects = DeskDraftQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["operator", "key"], name="desk_draft_one_a_key"),
            models.CheckConstraint(condition=~Q(fields={}), name="desk_draft_holds_something"),
        ]
        indexes = [
            models.Index(fields=["operator", "-touched_at"], name="desk_draft_of_operator"),
            models.Index(fields=["touched_at"], name="desk_draft_touched"),
        ]

    def __str__(self):
        return f"draft of {self.operator_id} at {self.touched_at:%Y-%m-%d %H:%M}"

    @classmethod
    @transaction.atomic
    def keep(
        cls,
        key: UUID,
        changes: dict[str, str],
        *,
        base: int,
        by,
        at,
        parked: bool | None = None,
        call=None,
    ) -> Kept:
        """Keep these fields, typed over version `base`; each stands for itself.

        What another window changed meanwhile is never overwritten but told as a clash; saying it
        again over the version told settles it. Raises DraftGone. Emptied, the draft goes.
        """
        changes = _sound(changes)
        row = cls.objects.select_for_update().filter(operator=by, key=key).first()
        if row is None:
            if base:
                raise DraftGone
            row = cls._begin(key, changes, by=by, at=at)
            if row is None:
                return Kept(0)
        news = row._changed_since(base)
        clashes = {n: news[n] for n, value in changes.items() if n in news and news[n] != value}
        taken = {
            n: v for n, v in changes.items() if n not in clashes and v != row.fields.get(n, "")
        }
        if taken:
            row.version += 1
            row.fields = {n: v for n, v in (row.fields | taken).items() if v}
            row.touched |= dict.fromkeys(taken, row.version)
        if not row.fields:
            row.delete()
            return Kept(0)
        row.touched_at = at
        row.call = call or row.call
        row.parked = row.parked if parked is None else parked
        row.save()
        told = {n: v for n, v in news.items() if n not in changes}
        return Kept(row.version, clashes, told)

    @classmethod
    def _begin(cls, key, changes, *, by, at) -> "DeskDraft | None":
        """A first row; None where there is nothing to keep."""
        if not any(changes.values()):
            return None
        given = {name: value for name, value in changes.items() if value}
        seed = {"fields": given, "version": 1, "touched": dict.fromkeys(given, 1)}
        seed |= {"opened_at": at, "touched_at": at}
        row, _ = cls.objects.select_for_update().get_or_create(operator=by, key=key, defaults=seed)
        return row

    def _changed_since(self, base: int) -> dict[str, str]:
        changed = (name for name, version in self.touched.items() if version > base)
        return {name: self.fields.get(name, "") for name in changed}

    @classmethod
    def finish(cls, key: UUID, *, by) -> bool:
        """The call is logged, so its draft goes; False when there was none."""
        return bool(cls.objects.filter(operator=by, key=key).delete()[0])


def _sound(changes: dict[str, str]) -> dict[str, str]:
    """Names of form fields with text that the database can hold."""
    pairs = [(n, v) for n, v in changes.items() if isinstance(v, str) and _NAME.fullmatch(n)]
    return {n: v.replace("\x00", "")[:TEXT_AT_MOST] for n, v in pairs[:FIELDS_AT_MOST]}
