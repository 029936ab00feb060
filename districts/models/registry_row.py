"""What every row of the registry carries: whose it is, and since when it is out of use."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class Origin(models.TextChoices):
    """Shipped rows follow the files of the product, which never overwrite the agency's own."""

    SHIPPED = "shipped", _("shipped")
    AGENCY = "agency", _("the agency's own")


class RegistryRow(models.Model):
    origin = models.CharField(max_length=8, choices=Origin, default=Origin.AGENCY, editable=False)

    class Meta:
        abstract = True


class NamedQuerySet(models.QuerySet):
    def current(self):
        """Without those that left the registry, kept only because something points at them."""
        return self.filter(retired_at=None)

    def by_name(self, language):
        return self.order_by("name_en" if language == "en" else "name_ru", "pk")


class NamedRow(RegistryRow):
    """Named in both languages; retired, never deleted, because inquiries may point at it."""

    name_ru = models.CharField(_("name in Russian"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200)
    retired_at = models.DateTimeField(_("retired at"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    def __str__(self):
        return self.name

    @property
    def name(self):
        """In the language of the page."""
        return in_language(self, "name")


def in_language(row, field):
    """`field_en` on English pages, else `field_ru`; a blank one gives way to the other."""
    first, second = ("en", "ru") if get_language() == "en" else ("ru", "en")
    return getattr(row, f"{field}_{first}") or getattr(row, f"{field}_{second}")
