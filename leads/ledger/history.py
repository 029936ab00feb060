"""Checks of the history and the consents: what stands on the inquiry was said by somebody."""

from django.db.models import CharField, Exists, F, OuterRef, Subquery
from django.db.models.fields.json import KT
from django.db.models.functions import Cast

from leads.models import Activity, Consent, ConsentText, FollowUp, Inquiry, Referral, Stage

from .check import check, differ


def _said(kind):
    return Activity.objects.filter(inquiry=OuterRef("pk"), kind=kind)


def _numbers(rows):
    return rows.values_list("number", flat=True)


@check()
def opening_untold(at):
    """The history does not begin with its opening."""
    return _numbers(Inquiry.objects.exclude(Exists(_said("opened"))))


@check()
def last_activity_wrong(at):
    """Its place in the lists is not that of its newest event."""
    newest = Activity.objects.filter(inquiry=OuterRef("pk")).order_by("-at", "-id")
    rows = Inquiry.objects.filter(Exists(newest))
    # Matched again with thousands of others it keeps its place: nobody has worked on it.
    for events in (newest, newest.exclude(kind="matched")):
        rows = rows.filter(differ(F("last_activity_at"), Subquery(events.values("at")[:1])))
    return _numbers(rows)


@check()
def stage_untold(at):
    """Its stage is not the one that the history last moved it to."""
    moves = _said("advanced").order_by("-id")
    newest = Subquery(moves.annotate(to=Cast(KT("data__to"), CharField())).values("to")[:1])
    moved = Inquiry.objects.filter(Exists(moves)).filter(differ(F("stage"), newest))
    unmoved = Inquiry.objects.exclude(stage=Stage.NEW).exclude(Exists(moves))
    return moved.values_list("number", flat=True).union(unmoved.values_list("number", flat=True))


@check()
def step_done_untold(at):
    """A step is done, and the history does not know of it."""
    told = Activity.objects.filter(inquiry=OuterRef("inquiry"), kind="follow_up_done")
    ended = [FollowUp.Outcome.CLOSED, FollowUp.Outcome.WITHDRAWN]
    done = FollowUp.objects.filter(done_at__isnull=False).exclude(outcome__in=ended)
    done = done.exclude(Exists(told.filter(at=OuterRef("done_at"))))
    return done.values_list("inquiry__number", flat=True)


@check()
def reminder_untold(at):
    """A reminder was given, and the history does not know of it."""
    told = Activity.objects.filter(inquiry=OuterRef("inquiry"), kind="reminded")
    rows = FollowUp.objects.filter(reminded_at__isnull=False)
    rows = rows.exclude(Exists(told.filter(at=OuterRef("reminded_at"))))
    return rows.values_list("inquiry__number", flat=True)


@check()
def referral_untold(at):
    """It was passed to a district, and the history does not know of it."""
    told = Activity.objects.filter(inquiry=OuterRef("inquiry"), kind="referred")
    rows = Referral.objects.exclude(Exists(told.filter(at=OuterRef("referred_at"))))
    return rows.values_list("inquiry__number", flat=True)


@check()
def consent_missing(at):
    """Live and from the web, and nobody agreed to the processing of personal data."""
    given = Consent.objects.standing().filter(
        inquiry=OuterRef("pk"), text__purpose=ConsentText.Purpose.PROCESSING
    )
    rows = Inquiry.objects.live().filter(channel=Inquiry.Channel.WEB)
    return _numbers(rows.exclude(Exists(given)))
