"""The pipeline's rows as they leave in a file: the same filters, the same secrets kept."""

from collections.abc import Iterator

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.utils import timezone
from django.utils.translation import get_language, override, pgettext
from django.utils.translation import gettext as _

from leads.models import ContactEmail, ContactPhone

from .keyset import Order, page
from .rows import Row, for_list, seen_by

AT_MOST = 50_000
BATCH = 1000
# An inquiry moves in the other orders while the file is being written, and would be left out or
# stand in it twice; when it came in never changes.
OLDEST_LAST = Order("opened", "opened_at", descending=True)


def counted(found) -> int:
    """How many, one above the most at most."""
    return found.order_by()[: AT_MOST + 1].count()


def table(found, user, known, *, at) -> Iterator[list]:
    """The headings, then the rows, in one statement for each thousand; in the language of now,
    for the rows of a stream are made when the request that asked for them is over."""
    return _spoken(get_language(), _lines(found, user, known, at=at))


def _spoken(language: str, lines: Iterator[list]) -> Iterator[list]:
    with override(language):
        yield from lines


def _lines(found, user, known, *, at) -> Iterator[list]:
    yield [
        _("Number"),
        pgettext("inquiry", "Stage"),
        _("Company"),
        _("Contact"),
        _("Phone"),
        _("E-mail"),
        _("INN"),
        _("Industry"),
        _("District"),
        _("Investments, mln ₽"),
        _("Next step"),
        _("Due"),
        _("Officer"),
        _("Came in"),
        _("What is wanted"),
    ]
    rows, mark, left = _with_people(for_list(found)), None, AT_MOST
    while left > 0:
        shown = page(rows, OLDEST_LAST, mark, size=min(BATCH, left))
        for row in seen_by(user, shown.rows, at=at):
            yield _line(row, known)
        mark, left = shown.older, left - len(shown.rows)
        if len(shown.rows) < BATCH:
            return


def _with_people(rows):
    of_contact = {"contact": OuterRef("contact")}
    phones = ContactPhone.objects.filter(**of_contact).order_by("pk").values("e164")
    emails = ContactEmail.objects.filter(**of_contact).order_by("pk").values("address")
    return rows.annotate(phones=ArraySubquery(phones), emails=ArraySubquery(emails))


def _line(row: Row, known) -> list:
    inquiry = row.inquiry
    if row.masked:
        people = [inquiry.code_name, "", "", "", ""]
    else:
        investor, contact = inquiry.investor, inquiry.contact
        numbers = ", ".join(filter(None, inquiry.phones))
        people = [investor.name, contact.name, numbers, ", ".join(inquiry.emails), investor.inn]
    return [
        inquiry.number,
        inquiry.get_stage_display(),
        *people,
        inquiry.main_industry.name if inquiry.main_industry else "",
        str(known.name(inquiry.main_district_id) or ""),
        inquiry.capex_mln_rub,
        "" if row.masked else str(row.step),
        _moment(inquiry.next_due_at),
        str(inquiry.officer.user) if inquiry.officer else "",
        _moment(inquiry.opened_at),
        "" if row.masked else inquiry.text,
    ]


def _moment(at):
    """By the clock on the wall: a spreadsheet knows no time zones."""
    return timezone.localtime(at).replace(tzinfo=None, microsecond=0) if at else None
