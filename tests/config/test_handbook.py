"""docs/production.md names every setting that is read, every exchange and standing command."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from leads.telephony.exchange.providers import PROVIDERS

HANDBOOK = (settings.BASE_DIR / "docs/production.md").read_text()
READ = re.compile(
    r"""(?:_read(?:_bool)?|read)\((?:"\w+", )?"([A-Z][A-Z_]+)"|environ\.get\("(AMI_\w+)\""""
)
SOURCES = ("config/settings.py", "config/exchanges.py", "leads/management/commands/listen_ami.py")


def read_settings() -> set[str]:
    text = "".join((Path(settings.BASE_DIR) / name).read_text() for name in SOURCES)
    return {first or second for first, second in READ.findall(text)}


def test_it_works():
    found = read_settings()
    assert {"SECRET_KEY", "TELEPHONY_SECRETS", "ZADARMA_KEY", "IMAP_URL", "AMI_SECRET"} <= found
    rows = set(re.findall(r"`([A-Z_]+)`", HANDBOOK))
    assert found - rows == set()


@pytest.mark.parametrize("exchange", PROVIDERS)
def test_each_exchange_has_its_address(exchange):
    assert f"/telephony/{exchange}/" in HANDBOOK


def test_the_listener_has_its_unit_and_secret_links_stand_in_no_log():
    assert re.search(r"hotline-ami.*manage.py listen_ami", HANDBOOK)
    assert re.search(r"location /status/ \{\s+access_log off;", HANDBOOK)
