"""What a mark counts, laid out: inquiries or calls, the newest first, a page at a time."""

from dataclasses import dataclass

from leads.models import Inquiry

PAGE = 50
LARGEST_ID = 2**63 - 1


@dataclass(frozen=True)
class Row:
    """An inquiry as this user may see it."""

    inquiry: Inquiry
    masked: bool

    @property
    def title(self) -> str:
        if self.masked:
            return self.inquiry.code_name
        return self.inquiry.investor.name or self.inquiry.contact.name


def page(rows, before: str) -> tuple[list, int | None]:
    """Those below the key `before`, newest first, and the key the next page begins below."""
    if before.isdecimal() and int(before) <= LARGEST_ID:
        rows = rows.filter(pk__lt=int(before))
    found = list(rows.order_by("-pk")[: PAGE + 1])
    return found[:PAGE], found[PAGE - 1].pk if len(found) > PAGE else None


def seen_by(user, rows) -> list[Row]:
    return [Row(inquiry, inquiry.masked_for(user)) for inquiry in rows]


def with_people(rows):
    return rows.select_related("investor", "contact", "officer__user", "main_district")
