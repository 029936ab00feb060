"""`manage.py simulate_calls --calls N`: a demo day of a telephone exchange, over real HTTP."""

import sys
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.error import HTTPError
from urllib.request import ProxyHandler, Request, build_opener

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from leads.ledger import recount
from leads.models import CallEvent
from leads.tasks import database_now
from leads.telephony.exchange.demo_day import hooks_of_day

AT_ONCE = 4
ASKED_AGAIN_FOR_S = 60
SETTLED_WITHIN_S = 90


class Command(BaseCommand):
    help = (
        "Posts the hooks of so many calls at the running server (BASE_URL): parallel ringing, "
        "transfers, missed, abandoned and withheld ones, repeated, shuffled and late events. Ends "
        "with 1 when the ledger differs afterwards."
    )

    def add_arguments(self, parser):
        parser.add_argument("--calls", type=int, default=100)
        parser.add_argument("--provider", choices=["generic", "zadarma"], default="generic")
        parser.add_argument("--seed", type=int, default=1)

    def handle(self, *args, calls, provider, seed, **options):
        secrets = settings.TELEPHONY_SECRETS.get(provider)
        if not secrets:
            raise CommandError(
                f"{provider} has no secret: set TELEPHONY_SECRETS={provider}=…, or start make run"
            )
        began, now = time.monotonic(), timezone.now()
        # Calls of a seed played again are new calls.
        day = f"{seed}-{now:%Y%m%d%H%M%S}"
        rows = hooks_of_day(provider, secrets[0], calls=calls, seed=seed, day=day, now=now)
        with ThreadPoolExecutor(AT_ONCE) as exchange:
            spent = sorted(exchange.map(lambda hook: self.post(provider, hook), rows))
        lasted = time.monotonic() - began
        self.stdout.write(
            f"{calls} calls, {len(rows)} hooks in {lasted:.1f} s: {calls / lasted:.1f} calls a "
            f"second, {len(rows) / lasted:.0f} hooks; answered within "
            f"{spent[len(spent) // 2] * 1000:.0f} ms (half), "
            f"{spent[int(len(spent) * 0.95)] * 1000:.0f} ms (95 of 100)"
        )
        difference = self.settled()
        self.stdout.write(f"ledger: {difference} differences")
        if difference:
            sys.exit(1)

    def post(self, provider, hook) -> float:
        """Seconds until it was taken; asked again as an exchange would while nobody takes it."""
        opener, deadline = build_opener(ProxyHandler({})), time.monotonic() + ASKED_AGAIN_FOR_S
        request = Request(  # noqa: S310
            f"{settings.BASE_URL}/telephony/{provider}/", hook.body, dict(hook.headers)
        )
        while True:
            began = time.monotonic()
            try:
                with opener.open(request, timeout=10):
                    return time.monotonic() - began
            except HTTPError as error:
                if error.code < 500:
                    raise CommandError(f"{error.code}: {error.read(200)!r}") from None
            except OSError:
                pass
            if time.monotonic() > deadline:
                raise CommandError(f"{settings.BASE_URL} does not answer. Start it: make run")
            time.sleep(0.2)

    def settled(self) -> int:
        """Wait until nothing is left to fold; the ledger's differences."""
        deadline = time.monotonic() + SETTLED_WITHIN_S
        while CallEvent.objects.unfolded().exists() and time.monotonic() < deadline:
            time.sleep(0.5)
        left = CallEvent.objects.unfolded().count()
        count = recount(database_now())
        for kind, ids in count.differences.items():
            self.stdout.write(f"{kind} ({count.meaning(kind)}): {', '.join(ids[:20])}")
        return count.difference + left
