"""Views of the investors' door, by subject."""

from .check import check
from .consent import consent
from .inquiry import contact, inquiry
from .sent import sent
from .start import start

__all__ = ["check", "consent", "contact", "inquiry", "sent", "start"]
