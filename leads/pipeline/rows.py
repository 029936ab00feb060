"""Lists of inquiries: one statement for the rows and all they show, counts that stop early."""

from dataclasses import dataclass

from django.db import connection
from django.db.models import OuterRef, Subquery
from django.utils import timezone

from leads.models import FollowUp, Inquiry

PAGE = 50
COUNTED = 1000


@dataclass(frozen=True)
class Row:
    """An inquiry as this user may see it in a list."""

    inquiry: Inquiry
    masked: bool
    step: str
    # How the next step stands: none, late, today, ahead; "" where none is owed.
    state: str
    days: int
    # Why a deed for many failed here.
    why: str = ""

    @property
    def title(self) -> str:
        """The company, or the person, or what stands for them."""
        if self.masked:
            return self.inquiry.code_name
        return self.inquiry.investor.name or self.inquiry.contact.name

    @property
    def contact(self) -> str:
        """The person's name where it is not the title already."""
        named = self.inquiry.investor.name and not self.masked
        return self.inquiry.contact.name if named else ""


def for_list(rows):
    """With all that a list shows; five joins, and the next step by its index."""
    step = FollowUp.objects.open().filter(inquiry=OuterRef("pk")).order_by("due_at", "pk")
    return rows.select_related("investor", "contact", "main_industry", "officer__user").annotate(
        step_kind=Subquery(step.values("kind")[:1]),
        step_subject=Subquery(step.values("subject")[:1]),
    )


def seen_by(user, inquiries, *, at) -> list[Row]:
    return [
        Row(
            inquiry=inquiry,
            masked=inquiry.masked_for(user),
            step=_step(inquiry),
            state=state(inquiry.next_due_at, at=at) if inquiry.is_open else "",
            days=((inquiry.closed_at or at) - inquiry.opened_at).days,
        )
        for inquiry in inquiries
    ]


def state(due_at, *, at) -> str:
    if due_at is None:
        return "none"
    if due_at < at:
        return "late"
    return "today" if timezone.localdate(due_at) == timezone.localdate(at) else "ahead"


def _step(inquiry) -> str:
    if not inquiry.step_kind:
        return ""
    return inquiry.step_subject or FollowUp.Kind(inquiry.step_kind).label


def capped(*many) -> list[tuple[int, bool]]:
    """How many of each, a thousand at most, and whether there are more; one statement for all."""
    counts, params = [], []
    for rows in many:
        sql, given = rows.order_by().values("pk")[: COUNTED + 1].query.sql_with_params()
        counts.append(f"(SELECT count(*) FROM ({sql}) AS counted)")  # noqa: S608
        params += given
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(counts)}", params)
        return [(min(found, COUNTED), found > COUNTED) for found in cursor.fetchone()]
