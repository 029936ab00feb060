"""The board: six columns of cards with their counts and sums, in one statement of LATERALs."""

from dataclasses import dataclass, field
from datetime import timedelta

from django.db.models import JSONField
from django.db.models.expressions import RawSQL
from django.utils import timezone

from leads.models import OPEN_STAGES, CalendarDay, Inquiry, Stage
from leads.worktime import WorkCalendar

from .keyset import Mark, Order
from .rows import COUNTED, Row, for_list, seen_by

CARDS = 20
# A week of the office without a word from either side, and nothing planned.
ROTTEN_AFTER_DAYS = 5
# Silence is not counted further back.
FARTHEST_DAYS = 400
# What has no step comes first, then what is due first.
BY_DUE = Order("due", "next_due_at", "first")


@dataclass(frozen=True)
class Card:
    """Six facts: who, how much, whose, the next step, how it stands, how long at this stage."""

    row: Row
    days: int
    silent_days: int | None

    @property
    def rotten(self) -> bool:
        return self.silent_days is not None and self.silent_days >= ROTTEN_AFTER_DAYS


@dataclass
class Column:
    """`total` is exact below a thousand; `sum_mln_rub` is of the known amounts, then."""

    stage: Stage
    total: int = 0
    more_than_counted: bool = False
    sum_mln_rub: float | None = None
    cards: list[Card] = field(default_factory=list)
    older: Mark | None = None

    def take(self, total: int, amount: float | None) -> None:
        self.total, self.more_than_counted = min(total, COUNTED), total > COUNTED
        self.sum_mln_rub = None if total > COUNTED else amount


def board(rows, user, *, at) -> list[Column]:
    """All six columns of the filtered rows, in one statement and two for the calendar."""
    columns = {stage: Column(Stage(stage)) for stage in OPEN_STAGES}
    first = RawSQL(*_first_of_each(rows))  # noqa: S611
    # Reckoned once for all rows, which carry it: a statement less than asking apart.
    totals = RawSQL(*_totals(rows), output_field=JSONField())  # noqa: S611
    found = for_list(Inquiry.objects.filter(pk__in=first)).annotate(totals=totals)
    for card in cards(user, found.order_by(*BY_DUE.columns()), at=at):
        column = columns[card.row.inquiry.stage]
        column.cards.append(card)
        column.take(*card.row.inquiry.totals[column.stage])
    for column in columns.values():
        if len(column.cards) > CARDS:
            column.cards = column.cards[:CARDS]
            last = column.cards[-1].row.inquiry
            column.older = Mark(last.next_due_at, last.pk)
    return list(columns.values())


def cards(user, inquiries, *, at) -> list[Card]:
    silence = Silence(CalendarDay.office(), at=at)
    return [
        Card(
            row=row,
            days=(timezone.localdate(at) - timezone.localdate(row.inquiry.stage_since_at)).days,
            silent_days=silence.of(row.inquiry),
        )
        for row in seen_by(user, inquiries, at=at)
    ]


class Silence:
    """Working days of the office since a day, counted back from today once for all cards."""

    def __init__(self, calendar: WorkCalendar, *, at):
        self.calendar, self.at, self.today = calendar, at, timezone.localdate(at)
        # At each place the working days of so many last days, today's included.
        self.counts = [0]

    def of(self, inquiry) -> int | None:
        """Since the investor was last spoken with; None while a step is still ahead."""
        if inquiry.next_due_at is not None and inquiry.next_due_at >= self.at:
            return None
        since = timezone.localdate(inquiry.contacted_at or inquiry.opened_at)
        return self.days(since)

    def days(self, since) -> int:
        gone = min(max((self.today - since).days, 0), FARTHEST_DAYS)
        while len(self.counts) <= gone:
            day = self.today - timedelta(days=len(self.counts) - 1)
            self.counts.append(self.counts[-1] + self.calendar.is_working_day(day))
        return self.counts[gone]


def _lateral(rows, inner):
    """The statement and parameters of these rows, bound to the stage of a column."""
    bound = rows.extra(where=["leads_inquiry.stage = stages.stage"])
    return inner(bound).query.sql_with_params()


def _first_of_each(rows):
    columns = BY_DUE.columns()
    sql, params = _lateral(rows, lambda one: one.order_by(*columns).values("id")[: CARDS + 1])
    return (
        f"SELECT card.id FROM unnest(%s::text[]) AS stages(stage) CROSS JOIN LATERAL ({sql}) AS card",  # noqa: S608, E501
        [list(OPEN_STAGES), *params],
    )


def _totals(rows):
    """{"new": [how many, the sum of the known amounts], …}, a thousand and one at most."""
    sql, params = _lateral(rows, lambda one: one.order_by().values("capex_mln_rub")[: COUNTED + 1])
    counted = (
        "(SELECT jsonb_object_agg(stage, jsonb_build_array(total, amount)) FROM ("  # noqa: S608
        "SELECT stages.stage, count(counted) AS total, sum(counted.capex_mln_rub) AS amount"
        f" FROM unnest(%s::text[]) AS stages(stage) CROSS JOIN LATERAL ({sql}) AS counted"
        " GROUP BY stages.stage) AS each)"
    )
    return counted, [list(OPEN_STAGES), *params]
