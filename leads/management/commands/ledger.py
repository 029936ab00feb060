"""`manage.py ledger`: recount what was accepted against what is owed; 1 when anything differs."""

import sys

from django.core.management import BaseCommand

from leads.ledger import recount
from leads.tasks import database_now


class Command(BaseCommand):
    help = "Recounts every inquiry and call; with -v 2 also how many stand where. Changes nothing."

    def handle(self, *args, verbosity=1, **options):
        count = recount(database_now())
        self.stdout.write(
            f"ledger: {count.inquiries} inquiries, {count.calls} calls, "
            f"{count.difference} differences"
        )
        if verbosity > 1:
            for title, rows in (("classes", count.classes), ("acknowledgements", count.letters)):
                said = ", ".join(f"{name} {number}" for name, number in sorted(rows.items()))
                self.stdout.write(f"{title}: {said or 'none'}")
        for kind, ids in count.differences.items():
            self.stdout.write(f"{kind} ({count.meaning(kind)}): {', '.join(ids)}")
        if count.difference:
            sys.exit(1)
