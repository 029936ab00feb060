"""Checks of the e-mail that came in: each mail has its inquiry, or says why not."""

from django.db.models import Exists, IntegerField, OuterRef
from django.db.models.fields.json import KT
from django.db.models.functions import Cast

from leads.models import Activity, IncomingMail, Trouble

from .check import GRACE, check

Kind = IncomingMail.Kind


def _keys(rows):
    return rows.values_list("pk", flat=True)


@check("mail ")
def mail_late(at):
    """A mail was kept long ago, and nobody has read it."""
    tried = Trouble.objects.filter(task=Trouble.Task.TAKE_IN, key=OuterRef("pk"))
    rows = IncomingMail.objects.awaiting().filter(stored_at__lt=at - GRACE)
    return _keys(rows.exclude(Exists(tried)))


@check("mail ")
def mail_of_nobody(at):
    """A person wrote, and no inquiry holds it."""
    rows = IncomingMail.objects.filter(taken_at__isnull=False, kind=Kind.LETTER, inquiry=None)
    return _keys(rows.exclude(reason=IncomingMail.Reason.NO_SENDER))


@check("mail ")
def mail_untold(at):
    """The history of an inquiry does not know of a mail that is its."""
    told = Activity.objects.filter(inquiry=OuterRef("inquiry"), kind="mail_received")
    told = told.annotate(mail=Cast(KT("data__mail"), IntegerField())).filter(mail=OuterRef("pk"))
    rows = IncomingMail.objects.filter(kind=Kind.LETTER, inquiry__isnull=False)
    return _keys(rows.exclude(Exists(told)))


@check("mail ")
def mail_kind_unknown(at):
    """A mail is of no kind of ours."""
    return _keys(IncomingMail.objects.exclude(kind__in=Kind.values))
