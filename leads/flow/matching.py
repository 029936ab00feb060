"""Matching: needs against the land as it stands, stored as found."""

from collections.abc import Iterable

from django.db import transaction

from districts.land import Land, current_land
from districts.matching.many import Order
from districts.matching.need import Need as Figures
from districts.matching.ranking import Placement
from leads.models import Activity, Inquiry, MatchRun, Need
from leads.models.match_run import Proposal

MOST = 5_000
"""So many at once: the statements are few, and needs and orders of a batch take some 30 MB."""


@transaction.atomic
def match(inquiry: Inquiry, *, at) -> MatchRun | None:
    """Propose places and store them as found; None for what is not a project."""
    if inquiry.kind != Inquiry.Kind.PROJECT:
        return None
    land = current_land()
    # Nobody decides about a place between the look at what was decided and the new run.
    Inquiry.objects.select_for_update().get(pk=inquiry.pk)
    figures = inquiry.need.figures()
    ranking = land.rank(figures, on=at.date())
    proposal = Proposal(
        figures,
        near=not ranking.parks,
        districts=_told(ranking.districts, ranking.asks),
        parks=_told(ranking.parks or ranking.near, ranking.asks),
    )
    run = MatchRun.keep(inquiry, proposal, land.versions, at=at)
    run.lay_out(ranking, land)
    best = [place.id for place in ranking.districts[:1]] if ranking.asks else []
    inquiry.main_industry_id, inquiry.main_district_id = _main(figures, best, land)
    inquiry.registry_version, inquiry.matched_anew = land.version, False
    fields = ["main_industry", "main_district", "registry_version", "matched_anew"]
    inquiry.save(update_fields=fields)
    Activity.objects.record(inquiry, "matched", by=None, at=at, registry=land.version)
    return run


@transaction.atomic
def match_many(inquiries, *, at) -> int:
    """The first thousands of these, again, against the land as it stands now; how many.

    Those that somebody holds are left out. Where the places, their order and their scores are as
    the newest run has them, that run goes on to stand and only the version is noted; else a new
    one is kept in short, and a row of history where the places differ or their order.
    """
    rows = inquiries.filter(kind=Inquiry.Kind.PROJECT).select_for_update(skip_locked=True)
    keys = list(rows.values_list("pk", flat=True)[:MOST])
    if not keys:
        return 0
    land = current_land()
    needs = Need.objects.figures_of(keys)
    marks = MatchRun.objects.marks(keys)
    changed, moved = [], []
    with MatchRun.objects.keeping(land.versions, at=at) as keep:
        for key, order in zip(needs, land.order_many([*needs.values()], on=at.date()), strict=True):
            figures = needs[key]
            proposal, best = _short(figures, order, land)
            before = marks.get(key, "")
            if proposal.mark == before:
                continue
            keep(key, proposal)
            changed.append((key, *_main(figures, best, land)))
            if not proposal.same_places(before):
                moved.append(key)
    Inquiry.objects.note_matched(keys, changed, registry=land.version)
    Activity.objects.record_many(moved, "matched", at=at, registry=land.version)
    return len(keys)


def _told(placements: Iterable[Placement], asks: bool) -> tuple[list[str], list[float]]:
    shown = [*placements] if asks else []
    return [place.id for place in shown], [place.score for place in shown]


def _short(figures: Figures, order: Order, land: Land) -> tuple[Proposal, list[str]]:
    """What is kept of an order, and the best district if any."""
    if not order.asks:
        return Proposal(figures, near=order.near, districts=([], []), parks=([], [])), []
    districts = _names(order.districts, land.snapshot.districts.ids)
    parks = _names(order.parks, land.snapshot.parks.ids)
    proposal = Proposal(
        figures,
        near=order.near,
        districts=(districts, order.district_scores),
        parks=(parks, order.park_scores),
    )
    return proposal, districts[:1]


def _names(places: list[int], ids: tuple[str, ...]) -> list[str]:
    return [ids[place] for place in places]


def _main(figures: Figures, best: list[str], land: Land) -> tuple[str | None, str | None]:
    """The industry and the district that the lists show."""
    industry = land.first_industry(guess.code for guess in figures.industries)
    return industry, land.first_district([*figures.districts_wanted, *best])


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
