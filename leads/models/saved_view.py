"""Saved views of the pipeline: a name for filters and an order; one's own, or for everyone."""

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from .user import User

AT_MOST = 10


class TooManyViews(Exception):
    """He has ten already: one must go first."""


class SavedView(models.Model):
    owner = models.ForeignKey("leads.User", on_delete=models.CASCADE, related_name="saved_views")
    name = models.CharField(_("name"), max_length=60)
    # Of the address, in the order of the filters: stage=visit&sort=-amount.
    query = models.CharField(max_length=500)
    shared = models.BooleanField(_("for everyone"), default=False)
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "name"], name="saved_view_one_a_name")
        ]

    def __str__(self):
        return self.name

    @classmethod
    @transaction.atomic
    def keep(cls, *, name: str, query: str, shared: bool, by, at) -> "SavedView":
        """Under this name, in place of what he kept under it; raises TooManyViews."""
        User.objects.select_for_update(of=("self",)).filter(pk=by.pk).first()
        his = cls.objects.filter(owner=by)
        if not his.filter(name=name).exists() and his.count() >= AT_MOST:
            raise TooManyViews
        kept = {"query": query, "shared": shared, "saved_at": at}
        return cls.objects.update_or_create(owner=by, name=name, defaults=kept)[0]

    @classmethod
    def drop(cls, pk: int, *, by) -> bool:
        """Only one's own; False when it is gone or another's."""
        return bool(cls.objects.filter(pk=pk, owner=by).delete()[0])
