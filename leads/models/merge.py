"""Two investors who turned out to be one: merged by choice, and parted again as they were.

Nothing is deleted. The one that goes keeps its row and its address, which leads to the other; what
moved is written down, so that undoing puts the same rows back. The record is the history of it:
no inquiry is touched for its own sake, so none comes to the head of a list.
"""

from collections.abc import Iterator
from datetime import timedelta

from django.apps import apps
from django.db import models, transaction
from django.db.models import Q

from .investor import Contact, ContactEmail, ContactPhone, Investor

UNDO_FOR = timedelta(days=30)
FIELDS = ("name", "inn", "ogrn", "country")
PERSON_FIELDS = ("name", "language")


class MergeRefused(Exception):
    """`code`: itself, gone, people, late, undone, built_on."""

    def __init__(self, code: str):
        super().__init__(code)
        self.code = code


class InvestorMergeQuerySet(models.QuerySet):
    def of_investor(self, investor):
        return self.filter(Q(kept=investor) | Q(gone=investor))

    def newest(self):
        return self.select_related("by", "undone_by", "kept", "gone").order_by("-at", "-pk")


class InvestorMerge(models.Model):
    """`moved` maps "app.Model.field" to the ids that pointed at the one that went; `was` and `now`
    hold the fields that were changed by choice, and the search words of the inquiries."""

    kept = models.ForeignKey(Investor, on_delete=models.PROTECT, related_name="merges")
    gone = models.ForeignKey(Investor, on_delete=models.PROTECT, related_name="merged_by")
    moved = models.JSONField()
    people = models.JSONField()
    was = models.JSONField()
    now = models.JSONField()
    by = models.ForeignKey("leads.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    undone_by = models.ForeignKey(
        "leads.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    undone_at = models.DateTimeField(null=True)

    objects = InvestorMergeQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["kept", "-at"], name="investor_merge_of_kept")]
        constraints = [
            models.CheckConstraint(
                condition=Q(undone_at=None, undone_by=None)
                | Q(undone_at__isnull=False, undone_by__isnull=False),
                name="investor_merge_undone_by_somebody",
            ),
            models.UniqueConstraint(
                fields=["gone"], condition=Q(undone_at=None), name="investor_merge_gone_once"
            ),
        ]

    def __str__(self):
        return f"{self.gone_id} into {self.kept_id}"

    def undoable(self, at) -> bool:
        return self.undone_at is None and at <= self.at + UNDO_FOR

    @classmethod
    @transaction.atomic
    def merge(
        cls,
        kept,
        gone,
        *,
        take: set[str],
        same: dict[int, int],
        take_of: dict[int, set[str]],
        by,
        at,
    ) -> "InvestorMerge":
        """One investor out of two. Raises MergeRefused.

        `take` names the fields whose value comes from the one that goes; `same` says which of its
        contacts is which contact of the other, and `take_of` the fields taken from such a contact.
        """
        kept, gone = _locked(kept, gone)
        people = _pairs(kept, gone, same)
        row = cls(kept=kept, gone=gone, by=by, at=at, moved={}, people=[], was={}, now={})
        row._choose(kept, gone, [name for name in FIELDS if name in take])
        for theirs, ours in people:
            taken = [name for name in PERSON_FIELDS if name in take_of.get(theirs.pk, ())]
            row._choose(ours, theirs, taken)
            moved = {}
            _point(theirs, ours, moved, but=_known_already(theirs, ours))
            row.people.append({"gone": theirs.pk, "kept": ours.pk, "moved": moved})
            Contact.objects.filter(pk=theirs.pk).update(merged_into=ours)
        stay = {"leads.Contact.investor": [theirs.pk for theirs, _ in people]}
        _point(gone, kept, row.moved, but=stay)
        Investor.objects.filter(pk=gone.pk).update(merged_into=kept)
        row._describe(kept)
        row.save()
        return row

    @transaction.atomic
    def undo(self, *, by, at) -> None:
        """Both as they were; what came in since stays with the one that was kept.

        A field that somebody corrected meanwhile keeps the correction. Raises MergeRefused.
        """
        if at > self.at + UNDO_FOR:
            raise MergeRefused("late")
        if Investor.objects.filter(pk=self.kept_id).exclude(merged_into=None).exists():
            raise MergeRefused("built_on")
        rows = InvestorMerge.objects.filter(pk=self.pk, undone_at=None)
        if not rows.update(undone_at=at, undone_by=by):
            raise MergeRefused("undone")
        Investor.objects.filter(pk=self.gone_id).update(merged_into=None)
        _point_back(self.moved, self.kept_id, self.gone_id)
        for pair in self.people:
            Contact.objects.filter(pk=pair["gone"]).update(merged_into=None)
            _point_back(pair["moved"], pair["kept"], pair["gone"])
        for key, now in self.now.items():
            model, pk = key.split(":")
            for name, value in now.items():
                standing = apps.get_model(model)._default_manager.filter(pk=pk, **{name: value})
                standing.update(**{name: self.was[key][name]})
        self.refresh_from_db()

    def _choose(self, ours, theirs, names: list[str]) -> None:
        new = {name: getattr(theirs, name) for name in names}
        self._note(ours, {n: v for n, v in new.items() if getattr(ours, n) != v})

    def _note(self, row, new: dict) -> None:
        """Change these fields of a row, and keep both values."""
        if not new:
            return
        key = f"{row._meta.label}:{row.pk}"
        self.was.setdefault(key, {}).update({name: getattr(row, name) for name in new})
        self.now.setdefault(key, {}).update(new)
        type(row)._default_manager.filter(pk=row.pk).update(**new)

    def _describe(self, kept) -> None:
        """The search words of every inquiry of theirs, as they read from now on."""
        rows = kept.inquiries.select_related("investor", "contact").order_by("pk")
        changed = []
        for inquiry in rows.prefetch_related("contact__phones", "contact__emails"):
            numbers = [phone.e164 for phone in inquiry.contact.phones.all()]
            addresses = [email.lowered for email in inquiry.contact.emails.all()]
            words = inquiry.search_words(numbers, addresses)
            if words != inquiry.search:
                key = f"{inquiry._meta.label}:{inquiry.pk}"
                self.was[key], self.now[key] = {"search": inquiry.search}, {"search": words}
                inquiry.search = words
                changed.append(inquiry)
        kept.inquiries.bulk_update(changed, ["search"], batch_size=500)


def _locked(kept, gone) -> tuple[Investor, Investor]:
    if kept.pk == gone.pk:
        raise MergeRefused("itself")
    rows = Investor.objects.standing().select_for_update().filter(pk__in=[kept.pk, gone.pk])
    found = {row.pk: row for row in rows.order_by("pk")}
    if len(found) < 2:
        raise MergeRefused("gone")
    return found[kept.pk], found[gone.pk]


def _pairs(kept, gone, same: dict[int, int]) -> list[tuple[Contact, Contact]]:
    """Who is the same person: of theirs, of ours."""
    theirs = {one.pk: one for one in gone.contacts.standing()}
    ours = {one.pk: one for one in kept.contacts.standing()}
    if not set(same) <= set(theirs) or not set(same.values()) <= set(ours):
        raise MergeRefused("people")
    return [(theirs[one], ours[other]) for one, other in sorted(same.items())]


def _pointing(row) -> Iterator[models.ForeignKey]:
    """Every foreign key of the project that points at such a row, but those of merging itself."""
    for relation in row._meta.related_objects:
        if relation.related_model is not InvestorMerge and relation.field.name != "merged_into":
            yield relation.field


def _point(theirs, ours, moved: dict, *, but: dict[str, list[int]]) -> None:
    """What pointed at theirs points at ours; the ids are noted."""
    for key in _pointing(theirs):
        name = f"{key.model._meta.label}.{key.name}"
        rows = key.model._default_manager.filter(**{key.name: theirs})
        ids = list(
            rows.exclude(pk__in=but.get(name, [])).order_by("pk").values_list("pk", flat=True)
        )
        if ids:
            moved[name] = ids
            key.model._default_manager.filter(pk__in=ids).update(**{key.name: ours})


def _point_back(moved: dict, ours: int, theirs: int) -> None:
    for name, ids in moved.items():
        model, _, key = name.rpartition(".")
        rows = apps.get_model(model)._default_manager.filter(pk__in=ids, **{key: ours})
        rows.update(**{key: theirs})


def _known_already(theirs, ours) -> dict[str, list[int]]:
    """Numbers and addresses that the other has too: they wait with the one that goes."""
    numbers = ours.phones.exclude(e164="").values("e164")
    addresses = ours.emails.values("lowered")
    return {
        ContactPhone._meta.label + ".contact": _ids(theirs.phones.filter(e164__in=numbers)),
        ContactEmail._meta.label + ".contact": _ids(theirs.emails.filter(lowered__in=addresses)),
    }


def _ids(rows) -> list[int]:
    return list(rows.values_list("pk", flat=True))
