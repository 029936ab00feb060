"""`manage.py reading_report`: how often the operators' choice agreed with what was suggested."""

from django.core.management import BaseCommand

from leads.reading_report import report


class Command(BaseCommand):
    help = "Prints, field by field, how often people kept what the reading of the text suggested."

    def handle(self, *args, **options):
        self.stdout.write(f"{'field':20} {'agreed':>7} {'of':>7} {'share':>7}")
        for row in report():
            share = "–" if row.share is None else f"{row.share:.1%}"
            self.stdout.write(f"{row.field:20} {row.agreed:7} {row.all:7} {share:>7}")
