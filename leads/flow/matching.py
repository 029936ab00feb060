"""Matching: the need against the land as it stands, stored as found."""

from django.db import transaction

from districts.land import current_land
from districts.matching.need import Need as Figures
from leads.models import Activity, Inquiry, Match, MatchRun


@transaction.atomic
def match(inquiry: Inquiry, *, at) -> MatchRun | None:
    """Propose places and store them as found; None for what is not a project."""
    if inquiry.kind != Inquiry.Kind.PROJECT:
        return None
    land = current_land()
    figures = inquiry.need.figures()
    ranking = land.rank(figures, on=at.date())
    run = MatchRun.objects.create(
        inquiry=inquiry,
        need=figures.to_json(),
        rules_version=ranking.versions[1],
        registry_version=land.version,
        made_at=at,
        excluded=[exclusion.to_json() for exclusion in ranking.excluded],
    )
    Match.objects.bulk_create(_rows(run, ranking))
    best = [place.id for place in ranking.districts[:1]]
    Inquiry.objects.filter(pk=inquiry.pk).update(
        main_industry=land.first_industry(guess.code for guess in figures.industries),
        main_district=land.first_district([*figures.districts_wanted, *best]),
        registry_version=land.version,
    )
    Activity.objects.record(inquiry, "matched", by=None, at=at, registry=land.version)
    return run


def _rows(run: MatchRun, ranking) -> list[Match]:
    found = [("district", False, ranking.districts), ("park", False, ranking.parks)]
    if not ranking.parks:
        found.append(("park", True, ranking.near))
    return [
        Match(
            run=run,
            place=place,
            rank=rank,
            near=near,
            district_id=placement.district,
            park_id=placement.id if place == "park" else None,
            score=placement.score,
            findings=[finding.to_json() for finding in placement.findings],
        )
        for place, near, placements in found
        for rank, placement in enumerate(placements, 1)
    ]


@transaction.atomic
def change_need(inquiry: Inquiry, figures: Figures, *, by, at) -> MatchRun | None:
    """Correct the need by hand and propose places again; None when nothing differs."""
    return match(inquiry, at=at) if inquiry.need.change(figures, by=by, at=at) else None
