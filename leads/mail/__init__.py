"""E-mail in: fetched from the mailbox, kept as it came, then read and given to its inquiry.

No door: the tasks and the sweep call `collect` and `take_in`. May import leads.flow, leads.models,
the doorbell and what lies below. Tests: tests/mail/, against a real IMAP server.
"""

from .collecting import collect
from .taking import take_in

__all__ = ["collect", "take_in"]
