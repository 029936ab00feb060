"""The secrets of the telephone exchanges, out of one environment variable."""

from leads.telephony.exchange.providers import PROVIDERS

DIALLERS = ("generic", "mango", "zadarma")
SHORTEST = 16
LIVE_AT_MOST = 2


def secrets_of(text: str) -> dict[str, list[str]]:
    """`zadarma=NEW zadarma=OLD mango=KEY:SALT`: by exchange, the newest first; ValueError."""
    found: dict[str, list[str]] = {}
    for pair in text.split():
        name, _, secret = pair.partition("=")
        if name not in PROVIDERS:
            raise ValueError(
                f"no exchange is called {name[:20]!r}; there are {', '.join(PROVIDERS)}"
            )
        live = found.setdefault(name, [])
        live.append(secret)
        if len(secret) < SHORTEST or len(live) > LIVE_AT_MOST:
            raise ValueError(
                f"say exchange=secret with blanks between, {SHORTEST} characters or more each, "
                f"{LIVE_AT_MOST} for one exchange at most"
            )
    return found


def _days(number: int) -> int:
    if number < 1:
        raise ValueError("a recording is kept one day at least")
    return number


def dialler_of(text: str) -> str:
    """Which exchange is asked to call, ValueError for one that cannot be: zadarma, mango, or
    generic=https://address."""
    name, _, address = text.partition("=")
    if text and name not in DIALLERS:
        raise ValueError(f"say which of {', '.join(DIALLERS)} calls")
    if (name == "generic") != bool(address):
        raise ValueError("generic=https://address; the others have their own address")
    return text


def settings(read, run_dir) -> dict:
    """What settings.py takes over; an exchange without a secret is not there (404)."""
    return {
        "TELEPHONY_SECRETS": read("str", "TELEPHONY_SECRETS", "", secrets_of),
        "TELEPHONY_RECORDING_HOSTS": read("list", "TELEPHONY_RECORDING_HOSTS", []),
        "ZADARMA_KEY": read("str", "ZADARMA_KEY", ""),
        "TELEPHONY_DIAL": read("str", "TELEPHONY_DIAL", "", dialler_of),
        "RECORDING_DAYS": read("int", "RECORDING_DAYS", 90, _days),
        "RECORDINGS_DIR": read("str", "RECORDINGS_DIR", str(run_dir / "recordings")),
    }
