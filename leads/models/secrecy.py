"""Confidential inquiries: a code name to most, the people to officer, head and auditor alone."""

from django.db import models, transaction
from django.db.models import Q
from django.db.models.functions import Lower

from .activity import Activity

TRUSTED = frozenset({"head", "auditor"})


class SecrecyQuerySet(models.QuerySet):
    def found_by(self, user, *texts: str):
        """Holding any of the texts; a masked one answers to its number and code name alone.

        Otherwise a search for the company would tell who stands behind the code name.
        """
        words = [text.strip().lower() for text in texts]
        rows = self.filter(_any("search__contains", [_probe(word) for word in words]))
        if user.roles() & TRUSTED:
            return rows
        rows = rows.alias(lower_number=Lower("number"), lower_code=Lower("code_name"))
        named = _any("lower_number__contains", words) | _any("lower_code__contains", words)
        return rows.filter(_open_to(user) | named)

    def told_to(self, user):
        """Whose people and words this user may know: without the masked ones."""
        return self if user.roles() & TRUSTED else self.filter(_open_to(user))


def _open_to(user) -> Q:
    return Q(confidential=False) | Q(officer__user=user)


def _probe(word: str) -> str:
    """Two letters make no trigram, but with the blank before them they do: words that begin so."""
    return word if len(word) > 2 else f" {word}"


def _any(lookup: str, words: list[str]) -> Q:
    found = Q(pk__in=[])
    for word in words:
        found |= Q(**{lookup: word})
    return found


class Secrecy:
    """The verbs of an inquiry about who may know whose it is."""

    def masked_for(self, user) -> bool:
        """True when this user may see the code name only, and no contact."""
        if not self.confidential or user.roles() & TRUSTED:
            return False
        return self.officer is None or self.officer.user_id != user.pk

    @transaction.atomic
    def keep_confidential(self, code_name: str, *, by, at) -> bool:
        """Show only this code name from now on; False when it stood so already."""
        same = {"confidential": True, "code_name": code_name}
        rows = type(self).objects.filter(pk=self.pk)
        if not rows.exclude(**same).update(**same):
            return False
        return self._tell_secrecy(by=by, at=at)

    @transaction.atomic
    def disclose(self, *, by, at) -> bool:
        """Show whose it is again; False when it was no secret."""
        rows = type(self).objects.filter(pk=self.pk, confidential=True)
        if not rows.update(confidential=False):
            return False
        return self._tell_secrecy(by=by, at=at)

    def _tell_secrecy(self, *, by, at) -> bool:
        self.refresh_from_db()
        self.describe()
        kind = "made_confidential" if self.confidential else "disclosed"
        Activity.objects.record(self, kind, by=by, at=at)
        return True
