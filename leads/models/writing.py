"""Letters that a person writes: held for a moment, so that they can be taken back."""

from datetime import timedelta

from django.db import transaction

# So long a written letter can be taken back before it goes.
HELD_FOR = timedelta(seconds=10)


class Writing:
    """The verbs of a letter that somebody wrote."""

    @property
    def may_be_taken_back(self) -> bool:
        """Whether nothing of it has left the house."""
        return bool(self.written_by_id) and self.state == self.State.PLANNED

    @property
    def can_be_written_on(self) -> bool:
        """Whether its words are its writer's own; notices and packs are worded for him."""
        return self.kind in ("question", "shortlist", "delay", "result")

    @property
    def is_moving(self) -> bool:
        """Whether its state will change by itself within moments."""
        return self.state in (self.State.PLANNED, self.State.SENDING) and self.attempts < 2

    @classmethod
    @transaction.atomic
    def write(cls, inquiry, kind: str, *, key, to: str, subject: str, body: str, by, at):
        """Owe a letter in these words, held for undo. The same `key` again is the same letter:
        taken back it goes with its new words, otherwise nothing changes.
        """
        words = {
            "kind": kind,
            "to_address": to,
            "subject": subject,
            "body": body,
            "written_by": by,
            "planned_at": at,
            "not_before_at": at + HELD_FOR,
        }
        row, created = cls.objects.get_or_create(
            key=f"written:{inquiry.pk}:{key}",
            defaults=words
            | {"inquiry": inquiry, "language": inquiry.language, "message_id": cls.new_id()},
        )
        if not created:
            held = cls.objects.filter(pk=row.pk, state=cls.State.HELD)
            if not held.update(state=cls.State.PLANNED, **words):
                return row
            row.refresh_from_db()
        inquiry.contact.learn(email=to)
        row._tell("letter_written", by=by, at=at)
        return row

    @classmethod
    def name_officer(cls, inquiry, *, at):
        """Owe the investor the name of his officer, once for ever: a change later is told by the
        officer himself. None without an address, or when nothing is owed.
        """
        address = inquiry.contact.last_address() if inquiry.is_open else ""
        if not address:
            return None
        key = f"officer_named:{inquiry.pk}"
        kind, language = cls.Kind.OFFICER_NAMED, inquiry.language
        return cls.plan(inquiry, kind, key=key, to=address, language=language, at=at)

    def keep_contact(self, *, at) -> None:
        """Tick off what this letter, sent now, has kept: the real event does it, nobody's word.

        The last open step stays: only a person can say what comes after it.
        """
        steps = self.inquiry.follow_ups.open().order_by("due_at", "pk")
        kept = steps.filter(kind__in=["first_contact", "reply"], opened_at__lte=self.planned_at)
        for step in kept:
            if steps.exclude(pk=step.pk).exists():
                step.complete(by=self.written_by, at=at)

    @transaction.atomic
    def withdraw(self, *, by, at) -> bool:
        """Take it back before it goes, words and all; False when it is on its way already."""
        planned = type(self).objects.filter(pk=self.pk, state=self.State.PLANNED)
        if not planned.exclude(written_by=None).update(state=self.State.HELD):
            return False
        self._tell("letter_withdrawn", by=by, at=at)
        return True

    @transaction.atomic
    def discard(self, *, by, at) -> bool:
        """Throw away a letter that was taken back; False when it is not held any more."""
        if not type(self).objects.filter(pk=self.pk, state=self.State.HELD).delete()[0]:
            return False
        self._tell("letter_discarded", by=by, at=at)
        return True
