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


@pytest.fixture
def inquiry():
    from tests.world import make_inquiry, maria

    return make_inquiry(email="p@example.com", route_to=maria())


@pytest.fixture
def letter(inquiry):
    """One that was sent."""
    from leads import letters
    from tests.world import AT

    row = inquiry.messages.get(kind="received")
    letters.deliver(row, at=AT, now=lambda: AT)
    row.refresh_from_db()
    return row
