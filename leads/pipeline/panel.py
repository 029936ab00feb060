"""The newest match of an inquiry, laid out: three sites in front, why not the others, districts."""

from dataclasses import dataclass

from districts.findings import ORDER, Line, line

IN_FRONT = 3


@dataclass(frozen=True)
class Panel:
    """`near` says that nothing fits and that these sites miss by least."""

    run: object
    parks: list
    more_parks: list
    districts: list
    excluded: list[Line]
    near: bool

    @property
    def reasons_gone(self) -> bool:
        """Whether the places were kept without what each criterion says of them."""
        return not any(match.lines for match in (*self.parks, *self.districts))


def panel(matches, names) -> Panel | None:
    """Out of the matches of one run, with their parks and districts; None without any.

    `names` stands for the land: the page has fetched them already.
    """
    if not matches:
        return None
    run = matches[0].run
    for match in matches:
        lines = (line(finding, names) for finding in match.findings)
        match.lines = sorted(lines, key=lambda one: ORDER[one.state])
    parks = [match for match in matches if match.park_id]
    return Panel(
        run=run,
        parks=parks[:IN_FRONT],
        more_parks=parks[IN_FRONT:],
        districts=[match for match in matches if not match.park_id],
        excluded=[line(one, names) for one in run.excluded],
        near=any(match.near for match in parks),
    )
