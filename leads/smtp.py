"""The dialogue with a mail server, told apart by what is known when it breaks. Pure of Django.

Until the body is on its way the letter has certainly not left; from then on only the server's last
word says whether it has (RFC 1047).
"""

import re
import smtplib
from collections.abc import Callable

_LINE_ENDS = re.compile(rb"\r\n|\r|\n")


class Refused(Exception):
    """The server said no; `final` when it will say so again."""

    def __init__(self, code: int, words: bytes):
        self.final = code >= 500
        super().__init__(f"{code} {words.decode(errors='replace')}")


class TooLate(Exception):
    """The letter is no longer ours to send, and nothing of it has left."""


class EndingUnknown(Exception):
    """The letter was on its way, and the server's last word did not come."""


def hand_over(
    smtp: smtplib.SMTP,
    sender: str,
    recipient: str,
    content: bytes,
    *,
    still_ours: Callable[[], bool],
) -> None:
    """One letter on an open connection, if it is `still_ours` when its body is about to go.

    Raises Refused, TooLate, EndingUnknown, or what smtplib raises for a connection that broke
    before.
    """
    smtp.ehlo_or_helo_if_needed()
    _expect({250}, smtp.mail(sender))
    _expect({250, 251, 252}, smtp.rcpt(recipient))
    if not still_ours():
        raise TooLate("its lease was over")
    _expect({354}, smtp.docmd("DATA"))
    try:
        smtp.send(_transparent(content) + b".\r\n")
        answer = smtp.getreply()
    except (OSError, smtplib.SMTPException) as error:
        raise EndingUnknown from error
    _expect({250}, answer)


def _expect(codes: set[int], answer: tuple[int, bytes]) -> None:
    if answer[0] == -1:
        raise smtplib.SMTPServerDisconnected("an answer without a code")
    if answer[0] not in codes:
        raise Refused(*answer)


def _transparent(content: bytes) -> bytes:
    """CRLF line ends, an end to the last line, and a leading dot doubled (RFC 5321 4.5.2)."""
    lines = _LINE_ENDS.sub(b"\r\n", content)
    lines = re.sub(rb"(?m)^\.", b"..", lines)
    return lines if lines.endswith(b"\r\n") else lines + b"\r\n"
