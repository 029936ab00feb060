"""Checks of the referrals: each has its clock while it is open, and its history when it is not."""

from django.db.models import Exists, OuterRef, Q

from leads.models import Activity, Clock, Referral

from .check import check

SETTLED = (("referral_answered", "answered_at"), ("referral_returned", "returned_at"))


@check()
def referral_uncounted(at):
    """A district has it, and no clock counts to its answer."""
    clock = Clock.objects.filter(referral=OuterRef("pk"))
    rows = Referral.objects.open().exclude(due_at=None).exclude(Exists(clock))
    return rows.values_list("inquiry__number", flat=True)


@check()
def settled_referral_counted(at):
    """A district answered or sent it back, and its clock still runs."""
    clock = Clock.objects.running().filter(referral=OuterRef("pk"))
    rows = Referral.objects.exclude(pk__in=Referral.objects.open().values("pk"))
    return rows.filter(Exists(clock)).values_list("inquiry__number", flat=True)


@check()
def district_answer_untold(at):
    """A district answered or sent it back, and the history does not know of it."""
    untold = Q(pk__in=[])
    for kind, moment in SETTLED:
        told = Activity.objects.filter(inquiry=OuterRef("inquiry"), kind=kind, at=OuterRef(moment))
        untold |= Q(**{f"{moment}__isnull": False}) & ~Exists(told)
    return Referral.objects.filter(untold).values_list("inquiry__number", flat=True)
