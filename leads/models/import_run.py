"""Imports: a file of investors or inquiries, brought in line by line, and taken back whole."""

import hashlib
import secrets
from datetime import timedelta

from django.core.files.base import ContentFile
from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .attachment import storage

UNDO_FOR = timedelta(days=30)
# A file that nobody brought in is forgotten sooner: it is full of personal data.
KEPT_UNUSED_FOR = timedelta(days=2)


class ImportRunQuerySet(models.QuerySet):
    def awaiting(self):
        """Lines are to be brought in, or taken back; the row is the queue."""
        return self.filter(state__in=[ImportRun.State.RUNNING, ImportRun.State.UNDOING])

    def visible_to(self, user):
        """The head's, all; of another only his own."""
        return self if "head" in user.roles() else self.filter(by=user)

    def forget_files(self, at) -> int:
        """Delete the files that nothing can be done with any more; the figures stay."""
        over = Q(state=ImportRun.State.UPLOADED, at__lt=at - KEPT_UNUSED_FOR)
        over |= Q(finished_at__lt=at - UNDO_FOR) | Q(state=ImportRun.State.UNDONE)
        rows = self.exclude(stored_as="").filter(over)
        for run in rows[:100]:
            storage().delete(run.stored_as)
            ImportRun.objects.filter(pk=run.pk).update(stored_as="")
        return len(rows)


class ImportRun(models.Model):
    """The file lies under a random name where no web server looks, as the text it was read as."""

    class Kind(models.TextChoices):
        INVESTORS = "investors", _("Investors")
        INQUIRIES = "inquiries", _("Inquiries")

    class State(models.TextChoices):
        UPLOADED = "uploaded", _("Not brought in yet")
        RUNNING = "running", _("Being brought in")
        DONE = "done", _("Brought in")
        UNDOING = "undoing", _("Being taken back")
        UNDONE = "undone", _("Taken back again")

    kind = models.CharField(max_length=9, choices=Kind)
    state = models.CharField(max_length=8, choices=State, default=State.UPLOADED)
    by = models.ForeignKey("leads.User", on_delete=models.PROTECT, related_name="imports")
    at = models.DateTimeField()
    name = models.CharField(max_length=200)
    stored_as = models.CharField(max_length=80, blank=True)
    sha256 = models.CharField(max_length=64)
    # How the file was read: xlsx, utf-8, utf-16 or cp1251, and what parts its cells.
    encoding = models.CharField(max_length=8)
    delimiter = models.CharField(max_length=1, blank=True)
    headings = models.JSONField(default=list)
    # {field: place of its column}
    mapping = models.JSONField(default=dict)
    lines = models.PositiveIntegerField()
    # Of the lines, how many have been dealt with; and when that last moved.
    done = models.PositiveIntegerField(default=0)
    moved_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(
        "leads.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    undone_at = models.DateTimeField(null=True, blank=True)
    # Of the lines, from this one on all are dealt with by the taking back.
    undone_to = models.PositiveIntegerField(null=True)

    objects = ImportRunQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["moved_at"],
                name="import_awaiting",
                condition=Q(state__in=["running", "undoing"]),
            )
        ]

    def __str__(self):
        return f"import {self.pk}"

    @property
    def percent(self) -> int:
        return self.done * 100 // self.lines if self.lines else 100

    @property
    def is_moving(self) -> bool:
        return self.state in (self.State.RUNNING, self.State.UNDOING)

    def undoable(self, at) -> bool:
        return self.state == self.State.DONE and at <= self.finished_at + UNDO_FOR

    def open(self):
        return storage().open(self.stored_as)

    def counts(self) -> dict[str, int]:
        """How many lines came to what; one statement."""
        found = self.rows.values_list("outcome").annotate(rows=models.Count("pk"))
        return dict.fromkeys(ImportRow.Outcome.values, 0) | dict(found)

    @classmethod
    def keep(cls, text: bytes, *, name: str, by, at, **read) -> "ImportRun":
        """Store the file as read, then its row."""
        place = storage()
        stored_as = place.save(f"imports/{secrets.token_hex(16)}", ContentFile(text))
        kept = False
        try:
            row = cls.objects.create(
                name=name[:200],
                stored_as=stored_as,
                sha256=hashlib.sha256(text).hexdigest(),
                by=by,
                at=at,
                moved_at=at,
                **read,
            )
            kept = True
            return row
        finally:
            if not kept:
                place.delete(stored_as)

    def map(self, mapping: dict[str, int]) -> bool:
        """Say which column is what; False when it is being brought in already."""
        rows = ImportRun.objects.filter(pk=self.pk, state=self.State.UPLOADED)
        self.mapping = mapping
        return bool(rows.update(mapping=mapping))

    def start(self, *, at) -> bool:
        """Owe it; False when that was said before."""
        rows = ImportRun.objects.filter(pk=self.pk, state=self.State.UPLOADED)
        return bool(rows.exclude(stored_as="").update(state=self.State.RUNNING, moved_at=at))

    def moved(self, done: int, *, at) -> None:
        """So many lines are dealt with; the last one ends it. Within the lines' transaction."""
        ended = done >= self.lines
        rows = ImportRun.objects.filter(pk=self.pk)
        rows.update(done=done, moved_at=at)
        if ended:
            rows.update(state=self.State.DONE, finished_at=at)

    @transaction.atomic
    def undo(self, *, by, at) -> bool:
        """Owe the taking back of every line; False when it cannot be any more."""
        over = at - UNDO_FOR
        rows = ImportRun.objects.filter(pk=self.pk, state=self.State.DONE, finished_at__gte=over)
        told = {
            "state": self.State.UNDOING,
            "undone_by": by,
            "undone_at": at,
            "moved_at": at,
            "done": 0,
        }
        return bool(rows.update(**told))

    def undone_below(self, line: int, *, at) -> None:
        """The lines from this one on are dealt with. Within their transaction."""
        left = self.rows.made().filter(line__lt=line).count()
        told = {"undone_to": line, "done": max(self.lines - left, 0), "moved_at": at}
        ImportRun.objects.filter(pk=self.pk).update(**told)

    def taken_back(self, *, at) -> None:
        """All that could be is gone, and the file with it."""
        ImportRun.objects.filter(pk=self.pk).update(state=self.State.UNDONE, moved_at=at)


class ImportRowQuerySet(models.QuerySet):
    def made(self):
        return self.filter(outcome__in=[ImportRow.Outcome.MADE, ImportRow.Outcome.JOINED])

    def refused(self):
        return self.filter(outcome=ImportRow.Outcome.REFUSED).order_by("line")

    def kept(self):
        """Still there after a taking back: somebody has worked on them."""
        return self.made().filter(taken_back=False)


class ImportRow(models.Model):
    """One line of a run, once: what came of it. No cell of the file stands here."""

    class Outcome(models.TextChoices):
        MADE = "made", _("Brought in")
        JOINED = "joined", _("Brought in, of a known investor")
        KNOWN = "known", _("Known already, left as it is")
        REFUSED = "refused", _("Not brought in")

    run = models.ForeignKey(ImportRun, on_delete=models.PROTECT, related_name="rows")
    line = models.PositiveIntegerField()
    outcome = models.CharField(max_length=7, choices=Outcome)
    # Of a refused one: which field, and why.
    field = models.CharField(max_length=20, blank=True)
    code = models.CharField(max_length=20, blank=True)
    investor = models.ForeignKey(
        "leads.Investor", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    inquiry = models.ForeignKey(
        "leads.Inquiry", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    # The newest row of the history that the import itself wrote: a later one is somebody's.
    told = models.BigIntegerField(default=0)
    taken_back = models.BooleanField(default=False)

    objects = ImportRowQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["run", "line"], name="import_row_once"),
        ]

    def __str__(self):
        return f"line {self.line} of {self.run_id}"
