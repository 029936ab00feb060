"""One matching of one need, and how its places are laid out with their findings."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db import connection, models, transaction

from districts.land import Land, current_land
from districts.matching.need import Need as Figures
from districts.matching.ranking import Placement, Ranking

written = json.JSONEncoder(separators=(",", ":")).encode


class Proposal:
    """What a matching found, in short: keys and scores of places in their order, no findings."""

    __slots__ = ("mark", "need", "places")

    def __init__(
        self,
        figures: Figures,
        *,
        near: bool,
        districts: tuple[list[str], list[float]],
        parks: tuple[list[str], list[float]],
    ) -> None:
        """Keys and scores, best first. Need and places are JSON, as they are stored."""
        names = written((near, districts[0], parks[0]))
        scores = written((districts[1], parks[1]))
        self.need = written(figures.told())
        self.places = f'{{"names":{names},"scores":{scores}}}'
        self.mark = _digest(names) + _digest(scores + self.need)

    def same_places(self, mark: str) -> bool:
        """Whether a proposal of that mark names the same places in the same order."""
        return self.mark[:16] == mark[:16]


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


_VERSIONS = ("rules_version", "registry_version", "weights_version")


class MatchRunQuerySet(models.QuerySet):
    def laid_out(self):
        """Those whose places are rows, with their findings."""
        return self.filter(laid_out=True)

    def newest(self, inquiry):
        """The newest run with its places laid out; None where nothing was ever matched."""
        if inquiry.matched_anew:
            MatchRun.lay_out_newest(inquiry)
        return self.laid_out().filter(inquiry=inquiry).order_by("-pk").first()

    def marks(self, inquiries) -> dict[int, str]:
        """What the newest run of each inquiry proposed, in short."""
        rows = self.filter(inquiry__in=inquiries).order_by("inquiry", "-pk").distinct("inquiry")
        return dict(rows.values_list("inquiry", "mark"))

    @contextmanager
    def keeping(self, versions: tuple[str, int, int], *, at):
        """Gives a function that keeps one run in short for the key of an inquiry, by COPY."""
        first = ("need", "places", "mark", "inquiry_id")
        columns = ", ".join((*first, *_VERSIONS, "made_at", "excluded", "laid_out"))
        statement = f'COPY "{self.model._meta.db_table}" ({columns}) FROM STDIN'
        rest = (*versions, at, "[]", False)
        with connection.cursor() as cursor, cursor.copy(statement) as copy:
            yield lambda key, found: copy.write_row(
                (found.need, found.places, found.mark, key, *rest)
            )


class MatchRun(models.Model):
    """One matching of one need: by which rules, registry and weights, with what result.

    What a machine matches again by the thousand is kept in short (`places`); its rows and findings
    are laid out when it is first looked at.
    """

    inquiry = models.ForeignKey(
        "leads.Inquiry", on_delete=models.PROTECT, related_name="match_runs"
    )
    need = models.JSONField()
    rules_version = models.CharField(max_length=20)
    registry_version = models.PositiveIntegerField()
    # The number of the set.
    weights_version = models.PositiveIntegerField()
    made_at = models.DateTimeField()
    excluded = models.JSONField(default=list)
    # {"names": [near, districts, parks], "scores": [districts, parks]}, best first; empty for runs
    # older than this column.
    places = models.JSONField(default=dict)
    # Equal for two runs of an inquiry that propose the same places with the same scores.
    mark = models.CharField(max_length=32, blank=True)
    laid_out = models.BooleanField(default=True)

    objects = MatchRunQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["inquiry", "-id"], name="match_run_newest")]

    def __str__(self):
        return f"match of {self.inquiry_id} at {self.made_at:%Y-%m-%d %H:%M}"

    def versions(self) -> tuple:
        """Of the rules, the registry and the weights."""
        return tuple(getattr(self, name) for name in _VERSIONS)

    def figures(self) -> Figures:
        """The need as it was matched."""
        return Figures.from_json(self.need)

    @classmethod
    def keep(cls, inquiry, proposal: Proposal, versions: tuple[str, int, int], *, at) -> "MatchRun":
        """A run of its own, whose places the caller lays out."""
        return cls.objects.create(
            inquiry=inquiry,
            need=json.loads(proposal.need),
            places=json.loads(proposal.places),
            mark=proposal.mark,
            laid_out=False,
            made_at=at,
            **dict(zip(_VERSIONS, versions, strict=True)),
        )

    @classmethod
    @transaction.atomic
    def lay_out_newest(cls, inquiry) -> None:
        """Write out the places of the newest run, once, whoever asks first.

        With findings where the land is still that of the run; they are never those of another.
        """
        type(inquiry).objects.select_for_update().get(pk=inquiry.pk)
        run = cls.objects.filter(inquiry=inquiry).latest("pk")
        if not run.laid_out:
            land = current_land()
            ranking = None
            if land.versions == run.versions():
                ranking = land.rank(run.figures(), on=run.made_at.date())
            run.inquiry = inquiry
            run.lay_out(ranking, land)
        inquiry.matched_anew = False
        type(inquiry).objects.filter(pk=inquiry.pk).update(matched_anew=False)

    def lay_out(self, ranking: Ranking | None, land: Land) -> None:
        """Its places as rows. Without a ranking: keys and scores as kept, and no findings.

        What was accepted or refused stays so for the same place. The caller holds the inquiry.
        """
        rows = self.matches.model
        decided = {(one.place, one.place_id): one for one in rows.objects.decided([self.inquiry])}
        if ranking is None:
            found = self._kept_places(land)
        elif ranking.asks:
            found = self._found_places(ranking, decided, land)
        else:
            found = iter(())
        _copy(rows, (self._row(rows, *one, decided) for one in found))
        self.excluded = [one.to_json() for one in ranking.excluded] if ranking else []
        self.laid_out = True
        self.save(update_fields=["excluded", "laid_out"])

    def _found_places(self, ranking: Ranking, decided, land: Land) -> Iterator["_Found"]:
        parks = ranking.parks or ranking.near
        for place, near, placements in (
            ("district", False, ranking.districts),
            ("park", not ranking.parks, parks),
        ):
            for rank, placement in enumerate(placements, 1):
                yield place, rank, near, placement
            named = {placement.id for placement in placements}
            chosen = sorted(
                one.place_id
                for one in decided.values()
                if one.place == place and one.state == "chosen" and one.place_id not in named
            )
            # What the investor accepted stays in sight, fitting or not, while it is offered at all.
            still = [key for key in chosen if land.knows(key)]
            for rank, key in enumerate(still, len(placements) + 1):
                yield (
                    *(place, rank, False),
                    land.explain(self.figures(), key, on=self.made_at.date()),
                )

    def _kept_places(self, land: Land) -> Iterator["_Found"]:
        nearest, *names = self.places["names"]
        for place, keys, scores in zip(
            ("district", "park"), names, self.places["scores"], strict=True
        ):
            # What is offered no more is no proposal.
            there = [one for one in zip(keys, scores, strict=True) if land.knows(one[0])]
            for rank, (key, score) in enumerate(there, 1):
                near = place == "park" and nearest
                yield place, rank, near, Placement(key, land.home(key), score, ())

    def _row(self, rows, place, rank, near, placement: Placement, decided):
        before = decided.get((place, placement.id))
        return rows(
            run=self,
            place=place,
            rank=rank,
            near=near,
            district_id=placement.district,
            park_id=placement.id if place == "park" else None,
            score=placement.score,
            findings=[finding.to_json() for finding in placement.findings],
            state=before.state if before else rows.State.PROPOSED,
            state_reason=before.state_reason if before else "",
            state_note=before.state_note if before else "",
        )


_Found = tuple[str, int, bool, Placement]


def _copy(model, rows: Iterable[models.Model]) -> None:
    """By COPY: findings are long, and an INSERT of many takes three times as long to write."""
    fields = [field for field in model._meta.concrete_fields if not field.primary_key]
    columns = ", ".join(f'"{field.column}"' for field in fields)
    statement = f'COPY "{model._meta.db_table}" ({columns}) FROM STDIN'
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            values = [getattr(row, field.attname) for field in fields]
            copy.write_row([written(v) if isinstance(v, list) else v for v in values])
