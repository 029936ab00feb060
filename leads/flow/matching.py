"""Matching: needs against the land as it stands, stored as found."""

import json
from collections.abc import Iterable, Iterator

from django.db import connection, transaction

from districts.land import Land, current_land
from districts.matching.need import Need as Figures
from districts.matching.ranking import Placement, Ranking
from leads.models import Activity, Inquiry, Match, MatchRun

Decided = dict[tuple[str, str], Match]


def match(inquiry: Inquiry, *, at) -> MatchRun | None:
    """Propose places and store them as found; None for what is not a project."""
    runs = match_many([inquiry], at=at)
    return runs[0] if runs else None


@transaction.atomic
def match_many(inquiries: Iterable[Inquiry], *, at) -> list[MatchRun]:
    """One run for each project among them, in eight statements for any number.

    Fetch them with their needs. What was accepted or refused stays so for the same place.
    """
    projects = [one for one in inquiries if one.kind == Inquiry.Kind.PROJECT]
    if not projects:
        return []
    land = current_land()
    keys = [inquiry.pk for inquiry in projects]
    # Nobody decides about a place between the look at what was decided and the new run.
    list(Inquiry.objects.select_for_update().filter(pk__in=keys).order_by("pk").values("pk"))
    decided: dict[int, Decided] = {key: {} for key in keys}
    for row in Match.objects.decided(keys):
        decided[row.run.inquiry_id][row.place, row.place_id] = row
    rankings = [land.rank(inquiry.need.figures(), on=at.date()) for inquiry in projects]
    runs = MatchRun.objects.bulk_create(
        _run(inquiry, ranking, land, at=at)
        for inquiry, ranking in zip(projects, rankings, strict=True)
    )
    _copy(
        row
        for run, ranking in zip(runs, rankings, strict=True)
        for row in _rows(run, ranking, decided[run.inquiry_id], land)
    )
    for inquiry, ranking in zip(projects, rankings, strict=True):
        _remember(inquiry, ranking, land)
    Inquiry.objects.bulk_update(
        projects, ["main_industry", "main_district", "registry_version"], batch_size=1000
    )
    Activity.objects.record_many(projects, "matched", by=None, at=at, registry=land.version)
    return runs


def _run(inquiry: Inquiry, ranking: Ranking, land: Land, *, at) -> MatchRun:
    return MatchRun(
        inquiry=inquiry,
        need=inquiry.need.figures().to_json(),
        rules_version=ranking.versions[1],
        registry_version=land.version,
        weights_version=int(ranking.versions[2]),
        made_at=at,
        excluded=[exclusion.to_json() for exclusion in ranking.excluded],
    )


def _rows(run: MatchRun, ranking: Ranking, decided: Decided, land: Land) -> Iterator[Match]:
    if not _answers(ranking):
        return
    parks = ranking.parks or ranking.near
    for place, near, placements in (
        ("district", False, ranking.districts),
        ("park", not ranking.parks, parks),
    ):
        for rank, placement in enumerate(placements, 1):
            yield _row(run, place, rank, placement, decided, near=near)
        named = {placement.id for placement in placements}
        lost = [one for one in decided.values() if one.place == place and one.place_id not in named]
        chosen = sorted(one.place_id for one in lost if one.state == Match.State.CHOSEN)
        # What the investor accepted stays in sight, fitting or not, while it is offered at all.
        for rank, key in enumerate((k for k in chosen if land.knows(k)), len(placements) + 1):
            placement = land.explain(run.inquiry.need.figures(), key, on=run.made_at.date())
            yield _row(run, place, rank, placement, decided)


def _answers(ranking: Ranking) -> bool:
    """Whether the places answer anything asked: without a wish none is better than another."""
    first = (*ranking.parks[:1], *ranking.near[:1], *ranking.districts[:1])
    return any(finding.asked is not None for place in first for finding in place.findings)


def _copy(rows: Iterable[Match]) -> None:
    """By COPY: findings are long, and an INSERT of many takes three times as long to write."""
    fields = [field for field in Match._meta.concrete_fields if not field.primary_key]
    columns = ", ".join(f'"{field.column}"' for field in fields)
    statement = f'COPY "{Match._meta.db_table}" ({columns}) FROM STDIN'
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            values = [getattr(row, field.attname) for field in fields]
            copy.write_row([json.dumps(v) if isinstance(v, list) else v for v in values])


def _row(run, place: str, rank: int, placement: Placement, decided: Decided, *, near=False):
    before = decided.get((place, placement.id))
    return Match(
        run=run,
        place=place,
        rank=rank,
        near=near,
        district_id=placement.district,
        park_id=placement.id if place == "park" else None,
        score=placement.score,
        findings=[finding.to_json() for finding in placement.findings],
        state=before.state if before else Match.State.PROPOSED,
        state_reason=before.state_reason if before else "",
        state_note=before.state_note if before else "",
    )


def _remember(inquiry: Inquiry, ranking: Ranking, land: Land) -> None:
    """What the lists show of it; the caller saves."""
    figures = inquiry.need.figures()
    best = [place.id for place in ranking.districts[:1]] if _answers(ranking) else []
    inquiry.main_industry_id = land.first_industry(guess.code for guess in figures.industries)
    inquiry.main_district_id = land.first_district([*figures.districts_wanted, *best])
    inquiry.registry_version = land.version


@transaction.atomic
def change_need(
    inquiry: Inquiry, figures: Figures, *, by, at, version: int | None = None, **said
) -> MatchRun | None:
    """Correct the need by hand and propose places again; None when nothing differs.

    Raises Overtaken when the inquiry is not of this version any more.
    """
    if version is not None:
        inquiry.still(version)
    return match(inquiry, at=at) if inquiry.need.change(figures, by=by, at=at, **said) else None
