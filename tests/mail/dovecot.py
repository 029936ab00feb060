"""Debian's dovecot as an ordinary child process, with a mailbox in a directory of its own."""

import grp
import imaplib
import os
import pwd
import shutil
import tempfile
import time
from pathlib import Path

from config.servers.processes import Child, wait_until
from tests.stack import free_port

SETTINGS = """
base_dir = {home}/base
state_dir = {home}/state
log_path = {home}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_failure_delay = 0
first_valid_uid = 0
default_internal_user = {runs_as}
default_internal_group = {group}
default_login_user = {login}
mail_location = maildir:{home}/mail/%u
passdb {{
  driver = static
  args = password=secret
}}
userdb {{
  driver = static
  args = uid={owner} gid={owner_group} home={home}/mail/%u
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
"""


class Dovecot:
    """An IMAP server for any user whose password is “secret”."""

    def __init__(self):
        # Its processes must reach their files as another user than root: not under pytest's home.
        self.home = Path(tempfile.mkdtemp(prefix="hotline-imap-"))
        self.port = free_port()
        me = pwd.getpwuid(os.geteuid())
        # Neither its login process nor a mailbox may be root's.
        other = pwd.getpwnam("nobody") if me.pw_uid == 0 else me
        for name in ("base", "state", "mail"):
            (self.home / name).mkdir()
        if me.pw_uid == 0:
            self.home.chmod(0o755)
            os.chown(self.home / "mail", other.pw_uid, other.pw_gid)
        settings = SETTINGS.format(
            home=self.home,
            port=self.port,
            runs_as=me.pw_name,
            group=group_of(me),
            login=other.pw_name,
            owner=other.pw_uid,
            owner_group=other.pw_gid,
        )
        (self.home / "dovecot.conf").write_text(settings)
        command = ["/usr/sbin/dovecot", "-F", "-c", self.home / "dovecot.conf"]
        self.child = Child("dovecot", command, log=self.home / "out")

    def __enter__(self):
        self.child.start()
        wait_until(self._answers, self.child, within=90)
        return self

    def __exit__(self, *exc_info):
        self.child.stop()
        # Its own children end a moment after it.
        for _ in range(100):
            shutil.rmtree(self.home, ignore_errors=True)
            if not self.home.exists():
                break
            time.sleep(0.05)

    def _answers(self) -> bool:
        try:
            self.box("probe").logout()
        except (OSError, imaplib.IMAP4.error):
            return False
        return True

    def box(self, user: str) -> imaplib.IMAP4:
        server = imaplib.IMAP4("127.0.0.1", self.port, timeout=10)
        server.login(user, "secret")
        return server

    def deliver(self, user: str, *mails: bytes) -> None:
        server = self.box(user)
        for mail in mails:
            state, words = server.append("INBOX", None, None, mail)
            assert state == "OK", words
        server.logout()

    def lying(self, user: str, folder: str = "INBOX") -> list[tuple[str, str]]:
        """Subject and flags of each mail in a folder; none where there is no such folder."""
        server = self.box(user)
        state, count = server.select(folder, readonly=True)
        if state != "OK" or count == [b"0"]:
            return []
        answer = server.fetch("1:*", "(FLAGS BODY.PEEK[HEADER.FIELDS (SUBJECT)])")[1]
        server.logout()
        parts = [part for part in answer if isinstance(part, tuple)]
        return [(words.decode().partition(": ")[2].strip(), str(flags)) for flags, words in parts]


def group_of(user) -> str:
    return grp.getgrgid(user.pw_gid).gr_name
