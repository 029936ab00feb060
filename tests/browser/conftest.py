"""The whole product, with its cast, for all the files of this room."""

import pytest

from tests.browser.looking import faults
from tests.stack import Stack
from tests.telephony.signing import SECRET

# Olga operates; Maria is the only one who takes inquiries, so she gets them all.
CAST = "from tests.world import gleb, maria, olga; olga(), maria(), gleb()"


def run(servers, home):
    """The whole product on these servers, with its cast; ended with the session."""
    calls = {"TELEPHONY_SECRETS": f"generic={SECRET.replace(' ', '-')}"}
    calls["TELEPHONY_DIAL"] = "generic=https://pbx.example/dial"
    with Stack(servers, home, **calls) as stack:
        stack.manage("shell", "--no-imports", "-c", CAST)
        yield stack


@pytest.fixture(scope="session")
def hotline(servers, tmp_path_factory):
    yield from run(servers, tmp_path_factory.mktemp("hotline"))


@pytest.fixture(scope="session")
def debian_hotline(machine_servers, tmp_path_factory):
    yield from run(machine_servers, tmp_path_factory.mktemp("debian-hotline"))


@pytest.fixture
def faults_of(hotline):
    """What is wrong with the page that stands open, in words: empty when nothing is."""
    return lambda page: faults(page, hotline.base_url)
