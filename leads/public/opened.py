"""When a form was opened: a signed token in its first page, which gives the request its key.

A sent token is spent, because the key of a request opens one inquiry. Pure but for Django's signer.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from django.core import signing

_SALT = "leads.public.opened"
# Nobody reads the form, types a project and a contact and ticks the consent within so little.
TYPED_IN = timedelta(seconds=2)
KEPT_OPEN = timedelta(days=3)


@dataclass(frozen=True)
class Opened:
    key: UUID
    at: datetime


def opening(*, at) -> str:
    """The token of a page that is shown now."""
    return signing.dumps([str(uuid4()), int(at.timestamp())], salt=_SALT)


def opened(token: str) -> Opened | None:
    """None where the token is not ours, or was put together from several."""
    try:
        key, at = signing.loads(token, salt=_SALT)
        return Opened(UUID(key), datetime.fromtimestamp(at, UTC))
    except (signing.BadSignature, ValueError, TypeError, OverflowError):
        return None
