from django.db import models
from django.utils.translation import gettext_lazy as _

from .registry_row import RegistryRow, in_language


class Source(RegistryRow):
    """Where a figure was read; the id stands beside every figure that came from there."""

    id = models.CharField(primary_key=True, max_length=40)
    title = models.CharField(_("title"), max_length=500)
    title_ru = models.CharField(_("title in Russian"), max_length=500, blank=True)
    address = models.TextField(_("address"), blank=True)
    date = models.CharField(_("date, as known"), max_length=100, blank=True)
    says = models.TextField(_("what it says, in short"), blank=True)
    licence = models.CharField(_("terms"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")

    def __str__(self):
        return f"{self.id} {self.title}"

    @property
    def title_en(self):
        return self.title

    @property
    def name(self):
        """The title in the language of the page; English where no Russian one is given."""
        return in_language(self, "title")

    @property
    def url(self):
        """The first web address of the source, if it is whole; else an empty string."""
        first = self.address.split(" ", 1)[0]
        if "..." in first:
            return ""
        if first.startswith("github.com/"):
            return f"https://{first}"
        return first if first.startswith(("http://", "https://")) else ""
