"""The inquiry in figures, as confirmed or as read; what the reading suggested is kept beside it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction
from django.db.models import Q

from districts.matching.need import Bounds, IndustryGuess
from districts.matching.need import Need as Figures

from .activity import Activity

_RANGES = ("land_ha", "building_m2", "jobs")
_LISTS = ("kinds", "districts_wanted", "districts_excluded", "parks_wanted")
_PLAIN = (
    "power_mw",
    "gas",
    "gas_m3h",
    "water_m3d",
    "sewage_m3d",
    "rail",
    "port",
    "highway",
    "airport",
    "start_year",
    "capex_mln_rub",
    "hazard_class",
)


def _slugs():
    return ArrayField(models.SlugField(max_length=60), default=list, blank=True)


class NeedQuerySet(models.QuerySet):
    def figures_of(self, inquiries) -> dict[int, Figures]:
        """The figures by the key of the inquiry, without a model's instance for each."""
        columns = [f"{name}_{end}" for name in _RANGES for end in ("min", "max")]
        rows = self.filter(inquiry__in=inquiries).order_by("inquiry")
        known: dict[str, IndustryGuess] = {}
        none = Bounds()
        found = {}
        for key, codes, *values in rows.values_list(
            "inquiry", "industries", *columns, *_LISTS, *_PLAIN
        ):
            bounds = iter(values[: len(columns)])
            rest = values[len(columns) :]
            found[key] = Figures(
                industries=tuple(
                    known.get(code) or known.setdefault(code, IndustryGuess(code, 1.0))
                    for code in codes
                ),
                **{
                    name: none if low is None and high is None else Bounds(low, high)
                    for name, low, high in zip(_RANGES, bounds, bounds, strict=True)
                },
                **dict(zip(_LISTS, map(tuple, rest), strict=False)),
                **dict(zip(_PLAIN, rest[len(_LISTS) :], strict=True)),
            )
        return found


class Need(models.Model):
    """Units stand in the names; null is not mentioned, false is explicitly not needed."""

    inquiry = models.OneToOneField("leads.Inquiry", on_delete=models.CASCADE, related_name="need")
    industries = _slugs()
    land_ha_min = models.FloatField(null=True, blank=True)
    land_ha_max = models.FloatField(null=True, blank=True)
    building_m2_min = models.FloatField(null=True, blank=True)
    building_m2_max = models.FloatField(null=True, blank=True)
    jobs_min = models.FloatField(null=True, blank=True)
    jobs_max = models.FloatField(null=True, blank=True)
    power_mw = models.FloatField(null=True, blank=True)
    gas = models.BooleanField(null=True, blank=True)
    gas_m3h = models.FloatField(null=True, blank=True)
    water_m3d = models.FloatField(null=True, blank=True)
    sewage_m3d = models.FloatField(null=True, blank=True)
    rail = models.BooleanField(null=True, blank=True)
    port = models.BooleanField(null=True, blank=True)
    highway = models.BooleanField(null=True, blank=True)
    airport = models.BooleanField(null=True, blank=True)
    start_year = models.PositiveSmallIntegerField(null=True, blank=True)
    capex_mln_rub = models.FloatField(null=True, blank=True)
    hazard_class = models.PositiveSmallIntegerField(null=True, blank=True)
    kinds = _slugs()
    districts_wanted = _slugs()
    districts_excluded = _slugs()
    parks_wanted = _slugs()
    suggested = models.JSONField(default=dict)

    objects = NeedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(hazard_class__isnull=True) | Q(hazard_class__range=(1, 5)),
                name="need_hazard_class_one_to_five",
            ),
            *(
                models.CheckConstraint(
                    condition=Q(**{f"{name}_min__isnull": True})
                    | Q(**{f"{name}_max__isnull": True})
                    | Q(**{f"{name}_min__lte": models.F(f"{name}_max")}),
                    name=f"need_{name}_in_order",
                )
                for name in _RANGES
            ),
        ]

    def __str__(self):
        return f"need of {self.inquiry_id}"

    def figures(self) -> Figures:
        """The pure value that the matching takes."""
        return Figures(
            industries=tuple(IndustryGuess(code, 1.0) for code in self.industries),
            **{
                name: Bounds(getattr(self, f"{name}_min"), getattr(self, f"{name}_max"))
                for name in _RANGES
            },
            **{name: tuple(getattr(self, name)) for name in _LISTS},
            **{name: getattr(self, name) for name in _PLAIN},
        )

    def take(self, figures: Figures) -> None:
        """Copy the figures into the columns; the caller saves."""
        self.industries = [guess.code for guess in figures.industries]
        for name in _RANGES:
            bounds = getattr(figures, name)
            setattr(self, f"{name}_min", bounds.min)
            setattr(self, f"{name}_max", bounds.max)
        for name in _LISTS:
            setattr(self, name, list(getattr(figures, name)))
        for name in _PLAIN:
            setattr(self, name, getattr(figures, name))

    @transaction.atomic
    def change(self, figures: Figures, *, by, at, **said) -> bool:
        """Correct the figures by hand; False when nothing differs. History keeps old and new."""
        was, now = self.figures().to_json(), figures.to_json()
        changed = sorted(name for name in now if was[name] != now[name])
        if not changed:
            return False
        self.take(figures)
        self.save()
        type(self.inquiry).objects.filter(pk=self.inquiry_id).update(
            capex_mln_rub=figures.capex_mln_rub
        )
        Activity.objects.record(
            self.inquiry,
            "need_changed",
            by=by,
            at=at,
            was={name: was[name] for name in changed},
            now={name: now[name] for name in changed},
            about="need",
            **said,
        )
        return True
