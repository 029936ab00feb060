"""Checks of what stands between us and the investor: quarantine and answer packs."""

from django.db.models import Exists, OuterRef, Q

from leads.models import Activity, AnswerPack, Disposition, Inquiry, Quarantine

from .check import GRACE, check


def _numbers(rows):
    return rows.values_list("inquiry__number", flat=True)


@check()
def quarantine_unjudged(at):
    """It has stood in quarantine for more than a day, and nobody has looked."""
    return _numbers(Quarantine.objects.unjudged(at))


@check()
def quarantine_unlisted(at):
    """It is kept out, and stands on no list where anybody would see it."""
    waiting = Quarantine.objects.waiting().filter(inquiry=OuterRef("pk"))
    held = Inquiry.objects.filter(disposition=Disposition.QUARANTINED)
    return held.exclude(Exists(waiting)).values_list("number", flat=True)


@check()
def quarantine_contradicted(at):
    """It waits in quarantine, and is treated as if it did not."""
    held = Q(inquiry__disposition=Disposition.QUARANTINED)
    return _numbers(Quarantine.objects.waiting().exclude(held))


@check()
def pack_late(at):
    """An answer was to be prepared, and is not."""
    late = AnswerPack.objects.awaiting_making().filter(planned_at__lt=at - GRACE)
    return _numbers(late)


@check()
def pack_sent_untold(at):
    """An answer went to the investor, and the history does not know of it."""
    told = Activity.objects.filter(inquiry=OuterRef("inquiry"), kind="pack_sent")
    sent = AnswerPack.objects.filter(sent_at__isnull=False)
    return _numbers(sent.exclude(Exists(told.filter(at=OuterRef("sent_at")))))
