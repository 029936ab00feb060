"""Letters that are owed: one row and one Message-ID each, once for each key."""

import uuid
from email.utils import parseaddr

from django.conf import settings


class Planning:
    """How a letter comes to be owed."""

    @staticmethod
    def new_id() -> str:
        """A Message-ID nobody can guess, at the domain that the letters come from."""
        domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
        return f"<{uuid.uuid4()}@{domain}>"

    @classmethod
    def plan(cls, inquiry, kind: str, *, key: str, to: str, language: str, at) -> "Planning | None":
        """Owe one letter; None when this very letter (by `key`) is owed or sent already."""
        planned = cls._planned(inquiry.pk, kind, to=to, language=language, at=at)
        row, created = cls.objects.get_or_create(key=key, defaults=planned)
        return row if created else None

    @classmethod
    def new(cls, inquiry_id: int, kind: str, *, key: str, to: str, language: str, at) -> "Planning":
        """One letter for `plan_many`."""
        return cls(key=key, **cls._planned(inquiry_id, kind, to=to, language=language, at=at))

    @classmethod
    def plan_many(cls, letters: list["Planning"]) -> None:
        """Owe them all by one statement; those owed or sent already stay as they are."""
        cls.objects.bulk_create(letters, ignore_conflicts=True)

    @classmethod
    def _planned(cls, inquiry_id: int, kind: str, *, to: str, language: str, at) -> dict:
        return {
            "inquiry_id": inquiry_id,
            "kind": kind,
            "message_id": cls.new_id(),
            "language": language,
            "to_address": to,
            "planned_at": at,
            "not_before_at": at,
        }
