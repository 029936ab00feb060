"""What each criterion may add to a score, as the agency set it; a set is added, never edited."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext_lazy as _

from districts.matching.rules import DISTRICT_RULES, PARK_RULES
from districts.matching.weights import DEFAULT_WEIGHTS, Weights

from .registry_version import RegistryVersion

CRITERIA = frozenset(rule.__name__ for rule in (*DISTRICT_RULES, *PARK_RULES))
MOST = 1000


def are_weights(by_criterion):
    """Figures from 0 to 1,000 under the names of criteria, not all of them zero."""
    if not isinstance(by_criterion, dict) or not by_criterion:
        raise ValidationError(_("Give a weight for each criterion"), code="no_weights")
    unknown = sorted(set(by_criterion) - CRITERIA)
    if unknown:
        raise ValidationError(
            _("There is no such criterion: %(names)s"),
            code="no_criterion",
            params={"names": ", ".join(map(str, unknown))},
        )
    for weight in by_criterion.values():
        if isinstance(weight, bool) or not isinstance(weight, int | float):
            raise ValidationError(_("A weight is a figure"), code="no_figure")
        if not 0 <= weight <= MOST:
            raise ValidationError(_("A weight is a figure from 0 to 1,000"), code="out_of_range")
    if not any(by_criterion.values()):
        raise ValidationError(_("At least one weight must be above zero"), code="all_zero")


class WeightSet(models.Model):
    """The newest is in force; stored matches name the number of the set they were made by."""

    number = models.PositiveIntegerField(unique=True)
    by_criterion = models.JSONField(_("weights"), validators=[are_weights])
    made_at = models.DateTimeField(_("made at"))
    made_by = models.CharField(_("made by"), max_length=150, blank=True)
    note = models.CharField(_("why"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("set of weights")
        verbose_name_plural = _("sets of weights")

    def __str__(self):
        return f"№ {self.number}"

    @classmethod
    def current(cls) -> "WeightSet":
        """The newest; our own choice under number 0 where the table is empty. Costs a query."""
        newest = cls.objects.order_by("-number").first()
        return newest or cls(number=0, by_criterion=dict(DEFAULT_WEIGHTS.by_criterion))

    @property
    def weights(self) -> Weights:
        """The pure value that the matching takes."""
        return Weights(str(self.number), self.by_criterion)

    @classmethod
    @transaction.atomic
    def put_in_force(
        cls, by_criterion, *, after: int, by: str, at, note: str
    ) -> "WeightSet | None":
        """The set that follows number `after`, with a higher version of the registry, so that
        every snapshot is compiled anew and open inquiries are matched again.

        None where another set was made meanwhile. Raises ValidationError for what are no weights.
        """
        are_weights(by_criterion)
        if cls.current().number != after:
            return None
        try:
            with transaction.atomic():
                made = cls.objects.create(
                    number=after + 1, by_criterion=by_criterion, made_at=at, made_by=by, note=note
                )
        except IntegrityError:
            # Two at once: the number is unique, and the other one has it.
            return None
        RegistryVersion.rise(at=at)
        return made
