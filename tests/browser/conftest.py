"""The whole product, with its cast, for all the files of this room."""

import pytest

from tests.stack import Stack

# Olga operates; Maria is the only one who takes inquiries, so she gets them all.
CAST = "from tests.world import gleb, maria, olga; olga(), maria(), gleb()"


def run(servers, home):
    """The whole product on these servers, with its cast; ended with the session."""
    with Stack(servers, home) as stack:
        stack.manage("shell", "--no-imports", "-c", CAST)
        yield stack


@pytest.fixture(scope="session")
def hotline(servers, tmp_path_factory):
    yield from run(servers, tmp_path_factory.mktemp("hotline"))


@pytest.fixture(scope="session")
def debian_hotline(machine_servers, tmp_path_factory):
    yield from run(machine_servers, tmp_path_factory.mktemp("debian-hotline"))
