"""Checks of the inquiry itself: its class, its people, what is kept on it for the lists."""

from django.db.models import F, Q

from leads.models import OPEN_STAGES, Disposition, Inquiry, Need, Stage, WaitingOn

from .check import check, differ

CLOSED = (Stage.WON, Stage.LOST)


def _numbers(rows):
    return rows.values_list("number", flat=True)


@check()
def unknown_class(at):
    """Stands in no class: its stage or disposition is none of ours."""
    known = Q(stage__in=Stage.values, disposition__in=Disposition.values)
    return _numbers(Inquiry.objects.exclude(known))


@check()
def closing_moment_wrong(at):
    """Closed without a moment, or open with one."""
    closed = Q(stage__in=CLOSED, closed_at=None)
    opened = Q(stage__in=OPEN_STAGES, closed_at__isnull=False)
    return _numbers(Inquiry.objects.filter(closed | opened))


@check()
def lost_without_reason(at):
    """Lost, and nobody said why."""
    return _numbers(Inquiry.objects.filter(stage=Stage.LOST, lost_reason=""))


@check()
def secret_without_code_name(at):
    """Confidential without a name to show."""
    return _numbers(Inquiry.objects.filter(confidential=True, code_name=""))


@check()
def waits_for_nobody(at):
    """Waits until a day, but for nobody."""
    rows = Inquiry.objects.filter(waiting_on=WaitingOn.NOBODY, waiting_until__isnull=False)
    return _numbers(rows)


@check()
def investor_of_another(at):
    """Its contact speaks for another investor."""
    return _numbers(Inquiry.objects.exclude(contact__investor=F("investor")))


@check()
def need_missing(at):
    """Live, and its need is gone."""
    return _numbers(Inquiry.objects.live().filter(need=None))


@check("need ")
def need_orphan(at):
    """A need whose inquiry is gone."""
    known = Inquiry.objects.values("pk")
    return Need.objects.exclude(inquiry_id__in=known).values_list("pk", flat=True)


@check()
def capex_wrong(at):
    """Its investment in the lists is not that of its need."""
    rows = Inquiry.objects.filter(need__isnull=False)
    return _numbers(rows.filter(differ(F("capex_mln_rub"), F("need__capex_mln_rub"))))


@check()
def promise_missing(at):
    """Live, and no moment was ever promised."""
    return _numbers(Inquiry.objects.live().received_here().filter(promised_at=None))


@check()
def search_blank(at):
    """Live, and no search would find it."""
    return _numbers(Inquiry.objects.live().filter(search=""))
