"""Views of the investors' door, by subject."""

from .check import check
from .consent import consent
from .inquiry import contact, inquiry
from .lost_link import link_sent, lost_link
from .pack import pack, pack_pdf
from .sent import sent
from .start import start
from .status import (
    add_file,
    answer,
    come_back,
    rate,
    status,
    status_link,
    withdraw,
    withdraw_consent,
    write,
)

__all__ = [
    "add_file",
    "answer",
    "check",
    "come_back",
    "consent",
    "contact",
    "inquiry",
    "link_sent",
    "lost_link",
    "pack",
    "pack_pdf",
    "rate",
    "sent",
    "start",
    "status",
    "status_link",
    "withdraw",
    "withdraw_consent",
    "write",
]
