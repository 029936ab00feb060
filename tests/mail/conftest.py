import itertools

import pytest

from tests.mail.dovecot import Dovecot

_users = itertools.count(1)


@pytest.fixture(scope="session")
def dovecot():
    with Dovecot() as server:
        yield server


@pytest.fixture
def mailbox(dovecot, settings):
    """An empty mailbox that the hotline reads; `deliver` puts mails into it."""
    user = f"hotline{next(_users)}"
    settings.IMAP = {
        "host": "127.0.0.1",
        "port": dovecot.port,
        "user": user,
        "password": "secret",
        "security": "",
        "folder": "INBOX",
        "done": "Hotline",
    }

    class Mailbox:
        def deliver(self, *mails):
            dovecot.deliver(user, *mails)

        def lying(self, folder="INBOX"):
            return dovecot.lying(user, folder)

    return Mailbox()
