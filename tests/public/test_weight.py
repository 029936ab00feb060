"""What a visitor's browser loads as script: sixty kilobytes at most, compressed."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from tests.public.visitor import make_web_inquiry, open_status
from tests.world import make_district, make_industry, registry_changed

pytestmark = pytest.mark.django_db
AT_MOST = 60 * 1024


@pytest.mark.parametrize(
    "path", ["/", "/inquiry/", "/districts/", "/status/", "/status/pack/", "/status/lost/"]
)
def test_public_scripts_are_light(client, path):
    make_industry(), make_district(), registry_changed()
    open_status(client, make_web_inquiry())
    html = client.get(path).content.decode()
    sources = re.findall(r'<script[^>]* src="/static/([^"]+)"', html)
    assert sources
    weight = 0
    for source in sources:
        weight += len(gzip.compress(Path(finders.find(source)).read_bytes()))
    assert weight <= AT_MOST, f"{path}: {weight} bytes in {sources}"
