"""One deed for many inquiries: each in its own transaction, so that one refusal stops no other."""

from collections.abc import Callable, Iterable

from leads.models import Batch, Inquiry, MoveRefused


def do_to_many(deed: str, inquiries: Iterable[Inquiry], act: Callable, *, by, at) -> Batch:
    """Call `act(inquiry)`, False where nothing was to be changed; what failed is kept with its why.

    Fetch them with their officers: whom they belong to decides whether `by` may change them.
    """
    told, failed = [], []
    for inquiry in inquiries:
        code = _refused(inquiry, act, by)
        if code:
            failed.append({"inquiry": inquiry.pk, "code": code})
        else:
            row = inquiry.activities.filter(actor=by, at=at).order_by("pk").first()
            told.append(row.pk)
    return Batch.keep(deed, by=by, at=at, told=told, failed=failed)


def _refused(inquiry, act, by) -> str:
    if not inquiry.changeable_by(by):
        return "not_yours"
    try:
        return "" if act(inquiry) else "unchanged"
    except MoveRefused as refusal:
        return refusal.code
