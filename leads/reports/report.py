"""What every report hands to the page: a finding in words, bars or a grid, and a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from django.utils.formats import number_format
from django.utils.translation import gettext as _

NONE = "—"
# Below so many cases a percentage pretends to know more than it does.
FEW = 20
# The grid of hours, in units of its drawing: room for the axis, from square to square, a side.
AXIS, STEP, SIDE = 36, 28, 26


@dataclass(frozen=True)
class Cell:
    """A figure or word of the table; with a mark it leads to what it counts."""

    value: object
    mark: str = ""


@dataclass(frozen=True)
class Bar:
    """One mark of a chart. `part` of it is drawn in the colour of what is late or missed."""

    label: str
    count: float
    mark: str
    said: str = ""
    part: float = 0
    part_mark: str = ""
    part_said: str = ""
    tone: int = 0
    # In hundredths of the longest bar.
    width: float = 0
    part_width: float = 0


@dataclass(frozen=True)
class Square:
    """An hour of a weekday in the grid, `tone` 1 to 5 by its share of the fullest."""

    x: int
    y: int
    count: int
    missed: int
    tone: int
    mark: str
    label: str

    @property
    def missed_width(self) -> int:
        """Of the line at its foot, as wide as the square where all were missed."""
        return round(SIDE * self.missed / self.count)

    @property
    def foot(self) -> int:
        return self.top + SIDE - 4

    @property
    def left(self) -> int:
        return AXIS + self.x * STEP

    @property
    def top(self) -> int:
        return AXIS - 8 + self.y * STEP

    @property
    def middle(self) -> int:
        return self.left + 13

    @property
    def baseline(self) -> int:
        return self.top + 17


@dataclass(frozen=True)
class Area:
    """A district on the map; its tone is that of its bar, 0 where nothing is asked."""

    path: str
    x: int
    y: int
    tone: int
    mark: str
    label: str
    said: str


@dataclass(frozen=True)
class Report:
    key: str
    name: str
    title: str
    definition: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    bars: Sequence[Bar] = ()
    squares: Sequence[Square] = ()
    axis: Sequence[tuple[int, int, str]] = ()  # x, y, words
    grid_width: int = 0
    areas: Sequence[Area] = ()
    sheet: tuple[int, int] = (0, 0)
    legend: Sequence[str] = ()
    notes: Sequence[str] = ()
    # What is late now: inquiries with their due moment.
    late: Sequence = ()
    facts: Sequence[tuple[str, str, str]] = ()  # words, figure, mark

    def label_of(self, mark: str) -> str:
        """What a mark counts, in words of the table; empty for one that stands in none."""
        for row in self.rows:
            for column, cell in zip(self.columns, row, strict=True):
                if cell.mark and cell.mark == mark:
                    return f"{row[0].value}: {column}"
        return next((words for words, _said, key in self.facts if key == mark), "")


def scaled(bars: Sequence[Bar]) -> list[Bar]:
    """With their widths; the longest fills the line."""
    longest = max((bar.count for bar in bars), default=0)

    def wide(count: float) -> float:
        return round(100 * count / longest, 2) if longest else 0

    return [
        Bar(**{**bar.__dict__, "width": wide(bar.count), "part_width": wide(bar.part)})
        for bar in bars
    ]


def share(part: int, whole: int) -> str:
    """A percentage; counts where the cases are few; a dash where there are none."""
    if not whole:
        return NONE
    if whole < FEW:
        return _("%(part)s of %(whole)s") % {"part": part, "whole": whole}
    return _("%(share)s %%") % {"share": round(100 * part / whole)}


def percentile(values: Sequence[float], share_of_all: float) -> float | None:
    """The nearest rank: always the figure of a real case."""
    ordered = sorted(values)
    return ordered[max(ceil(share_of_all * len(ordered)), 1) - 1] if ordered else None


def figure(value: float | None, places: int = 1) -> str:
    return NONE if value is None else number_format(value, places, force_grouping=True)
