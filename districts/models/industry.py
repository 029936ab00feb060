from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from .registry_row import NamedQuerySet, NamedRow


class IndustryQuerySet(NamedQuerySet):
    def names(self):
        """Every industry by its code, retired ones too: old rows still name them. One query."""
        return {industry.code: industry.name for industry in self}


class Industry(NamedRow):
    """An entry of the agency's list, tied to OKVED 2 classes."""

    code = models.SlugField(primary_key=True, max_length=60)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children"
    )
    okved = ArrayField(models.CharField(max_length=12), default=list, blank=True)
    position = models.PositiveSmallIntegerField(_("position in lists"), default=0)

    objects = IndustryQuerySet.as_manager()

    class Meta:
        verbose_name = _("industry")
        verbose_name_plural = _("industries")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(parent=models.F("code")), name="industry_not_its_own_parent"
            )
        ]
