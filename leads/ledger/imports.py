"""Checks of the imports: each line dealt with has one row, and what it made is there."""

from django.db.models import Count, F, Q

from leads.models import ImportRow, ImportRun

from .check import GRACE, check


@check("import ")
def import_standing(at):
    """A file is to be brought in or taken back, and nothing moves."""
    return ImportRun.objects.awaiting().filter(moved_at__lt=at - GRACE).values_list("pk", flat=True)


@check("import ")
def import_miscounted(at):
    """A file was brought in, and not every line of it has its row."""
    rows = ImportRun.objects.filter(state=ImportRun.State.DONE).annotate(told=Count("rows"))
    return rows.exclude(told=F("lines")).values_list("pk", flat=True)


@check("import line ")
def import_row_of_nothing(at):
    """A line was brought in and not taken back, and what it made is gone."""
    lost = Q(investor=None, inquiry=None, taken_back=False)
    return ImportRow.objects.made().filter(lost).values_list("pk", flat=True)
