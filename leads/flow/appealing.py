"""Appeals: the notices that the law owes to whoever appealed, held for undo as any written letter.

The term moves, and the appeal counts as forwarded, when its notice has left.
"""

from django.db import transaction
from django.utils import translation

from leads import wording
from leads.models import Appeal, Message


@transaction.atomic
def extend_appeal(appeal: Appeal, *, days: int, reason: str, to: str, by, at) -> Message | None:
    """Owe the notice that the answer takes so many days longer; None when it cannot any more."""
    due_at = appeal.due_extended(days)
    if due_at is None or appeal.extended_on is not None:
        return None
    with translation.override(appeal.inquiry.language):
        said = {"reason": Appeal.Reason(reason).label, "due": due_at}
        letter = _notice(appeal, Message.Kind.EXTENSION, said, to=to, by=by, at=at)
    appeal.plan_extension(days=days, reason=reason, letter=letter)
    return letter


@transaction.atomic
def forward_appeal(appeal: Appeal, *, body: str, in_part: bool, to: str, by, at) -> Message | None:
    """Owe the notice that it went to this body; None when that was said already."""
    if appeal.forwarded_on is not None or not appeal.is_open:
        return None
    with translation.override(appeal.inquiry.language):
        said = {"body": body, "in_part": in_part}
        letter = _notice(appeal, Message.Kind.FORWARDING, said, to=to, by=by, at=at)
    appeal.plan_forwarding(to=body, in_part=in_part, letter=letter)
    return letter


def _notice(appeal: Appeal, kind: str, said: dict, *, to: str, by, at) -> Message:
    inquiry = appeal.inquiry
    words = wording.words(
        kind, wording.facts(inquiry, inquiry.language) | said | {"appeal": appeal}
    )
    given = {"subject": words.subject, "body": words.body, "to": to, "by": by, "at": at}
    # Pressed twice it is one letter; taken back it goes with its new words.
    return Message.write(inquiry, kind, key=f"{kind}-{appeal.pk}", **given)
