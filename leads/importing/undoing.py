"""Taking a run back: whatever it made is removed, but for what is somebody's by now.

An inquiry stays when a person has written in its history, or anything hangs on it that no machine
of ours makes; an investor stays when anything is left of him that the run did not make.
"""

from collections import Counter

from django.apps import apps
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from leads.models import (
    Activity,
    Contact,
    ContactEmail,
    ContactPhone,
    ImportRow,
    ImportRun,
    Inquiry,
    Investor,
)

CHUNK = 500
# What the machine itself makes of an inquiry, in the order in which it can be removed; the rest
# (letters, mails, calls, papers, referrals …) is somebody's.
OWN = (
    "leads.Notification",
    "leads.Match",
    "leads.MatchRun",
    "leads.RoutingDecision",
    "leads.FollowUp",
    "leads.Clock",
    "leads.Need",
    "leads.Reading",
    "leads.Presence",
    "leads.Trouble",
    "leads.Activity",
)


def take_back(run: ImportRun, *, at) -> bool:
    """The next lines, the last first; whether more is to be done."""
    rows = run.rows.made().filter(taken_back=False)
    if run.undone_to is not None:
        rows = rows.filter(line__lt=run.undone_to)
    chunk = list(rows.order_by("-line")[:CHUNK])
    if not chunk:
        run.taken_back(at=at)
        return False
    gone = _removed(_untouched([row for row in chunk if row.inquiry_id]), Inquiry)
    left = [row.investor_id for row in chunk if row.investor_id and row.inquiry_id in {None, *gone}]
    investors = _removed(_alone(left), Investor)
    back = [
        row.pk
        for row in chunk
        if row.inquiry_id in {None, *gone} and row.investor_id in {None, *investors}
    ]
    ImportRow.objects.filter(pk__in=back).update(taken_back=True)
    run.undone_below(chunk[-1].line, at=at)
    return True


def _untouched(rows: list[ImportRow]) -> list[int]:
    """The inquiries that nobody has worked on since."""
    told = {row.inquiry_id: row.told for row in rows}
    touched = _used(Inquiry, told, OWN)
    by_people = Activity.objects.filter(inquiry__in=told, actor__isnull=False)
    touched |= {key for key, row in by_people.values_list("inquiry", "pk") if row > told[key]}
    return [key for key in told if key not in touched]


def _alone(keys: list[int]) -> list[int]:
    """The investors of whom nothing is known that the run did not bring."""
    contacts = dict(Contact.objects.filter(investor__in=keys).values_list("pk", "investor"))
    people = Counter(contacts.values())
    touched = _used(Investor, keys, ("leads.Contact", "leads.ImportRow"))
    touched |= {key for key, many in people.items() if many > 1}
    of_contact = ("leads.ContactPhone", "leads.ContactEmail")
    used = _used(Contact, contacts, of_contact)
    for model in (ContactPhone, ContactEmail):
        known = model.objects.filter(contact__in=contacts).values_list("contact", flat=True)
        used |= {key for key, many in Counter(known).items() if many > 1}
    touched |= {contacts[key] for key in used}
    return [key for key in keys if key not in touched]


def _used(model, keys, own) -> set[int]:
    """Those of the rows at which a row of another model points."""
    found: set[int] = set()
    for field in model._meta.get_fields(include_hidden=True):
        pointing = field.auto_created and not field.concrete and not field.many_to_many
        if pointing and field.related_model._meta.label not in (*own, "leads.ImportRow"):
            rows = field.related_model._base_manager.filter(**{f"{field.field.name}__in": keys})
            found.update(rows.values_list(field.field.attname, flat=True))
    return found


def _removed(keys: list[int], model) -> set[int]:
    """Which of them are gone: all at once, or one by one where somebody holds one of them."""
    remove = _remove_inquiries if model is Inquiry else _remove_investors
    try:
        with transaction.atomic():
            remove(keys)
        return set(keys)
    except (ProtectedError, IntegrityError):
        return set() if len(keys) < 2 else {k for key in keys for k in _removed([key], model)}


def _remove_inquiries(keys: list[int]) -> None:
    for label in OWN:
        way = "run__inquiry" if label == "leads.Match" else "inquiry"
        apps.get_model(label)._base_manager.filter(**{f"{way}__in": keys}).delete()
    Inquiry.objects.filter(pk__in=keys).delete()


def _remove_investors(keys: list[int]) -> None:
    Contact.objects.filter(investor__in=keys).delete()
    Investor.objects.filter(pk__in=keys).delete()
