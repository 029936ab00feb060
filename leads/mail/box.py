"""The mailbox on its server: what lies in it, its bytes, and putting away what is kept here."""

import imaplib
import ssl

TIMEOUT_S = 15
# A larger mail is kept as far as this; the whole of it stays on the server.
LARGEST = 10_000_000


class Refused(Exception):
    """The server said no to one command; the connection still stands."""


class Box:
    """Opened with `with`. What is put away lies in another folder, marked as read."""

    def __init__(self, *, host, port, user, password, security, folder, done):
        self.name = f"{user}@{host}/{folder}"[:200]
        self.host, self.port, self.security = host, port, security
        self.user, self.password = user, password
        self.folder, self.done = folder, done

    def __enter__(self):
        context = ssl.create_default_context()
        if self.security == "ssl":
            self.server = imaplib.IMAP4_SSL(
                self.host, self.port, ssl_context=context, timeout=TIMEOUT_S
            )
        else:
            self.server = imaplib.IMAP4(self.host, self.port, timeout=TIMEOUT_S)
        try:
            if self.security == "tls":
                self.server.starttls(context)
            self.server.login(self.user, self.password)
            # What it told before the log-in was less.
            self.can = set(self.server.capability()[1][-1].decode().upper().split())
            if self.server.select(_quoted(self.folder))[0] != "OK":
                raise Refused("SELECT")
            self.uid_validity = int(self.server.response("UIDVALIDITY")[1][0])
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *exc_info):
        try:
            self.server.logout()
        except (OSError, imaplib.IMAP4.error):
            self.server.shutdown()

    def waiting(self) -> list[int]:
        """UIDs of what lies there, the oldest first."""
        (found,) = self._ask("SEARCH", "UNDELETED")
        return sorted(int(uid) for uid in (found or b"").split())

    def fetch(self, uid: int) -> tuple[bytes, int]:
        """Its bytes, LARGEST at most, and its whole size; it stays unread on the server."""
        answer = self._ask("FETCH", str(uid), f"(RFC822.SIZE BODY.PEEK[]<0.{LARGEST}>)")
        for part in answer:
            if isinstance(part, tuple):
                size = part[0].upper().partition(b"RFC822.SIZE ")[2].split(b" ")[0]
                return part[1], max(int(size or 0), len(part[1]))
        raise Refused("FETCH")

    def put_away(self, uid: int) -> None:
        """Marked as read and moved; gone already is all right."""
        self._ask("STORE", str(uid), "+FLAGS.SILENT", r"(\Seen)")
        if "MOVE" in self.can:
            self._moved("MOVE", uid)
            return
        self._moved("COPY", uid)
        self._ask("STORE", str(uid), "+FLAGS.SILENT", r"(\Deleted)")
        if "UIDPLUS" in self.can:
            self._ask("EXPUNGE", str(uid))

    def _moved(self, how: str, uid: int) -> None:
        try:
            self._ask(how, str(uid), _quoted(self.done))
        except Refused:
            # The folder is not there yet.
            self.server.create(_quoted(self.done))
            self._ask(how, str(uid), _quoted(self.done))

    def _ask(self, *words: str) -> list:
        state, answer = self.server.uid(*words)
        if state != "OK":
            raise Refused(words[0])
        return answer


def _quoted(name: str) -> str:
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
