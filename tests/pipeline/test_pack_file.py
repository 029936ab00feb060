"""The PDF of any version, for those who may know whose it is."""

import pytest
from django.utils import timezone

from tests.public.test_pack import make
from tests.public.visitor import make_web_inquiry
from tests.world import boris, dina, gleb, maria

pytestmark = pytest.mark.django_db


def url(pack):
    return f"/inquiries/{pack.inquiry.number}/answers/{pack.pk}/pdf/"


def test_it_works(client):
    pack = make(make_web_inquiry(route_to=maria()))
    client.force_login(boris())
    answer = client.get(url(pack))
    assert b"".join(answer.streaming_content).startswith(b"%PDF-")
    assert answer.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_those_who_may_not(client):
    pack = make(make_web_inquiry(route_to=maria()))
    client.force_login(dina())
    assert client.get(url(pack)).status_code == 403
    pack.inquiry.keep_confidential("Орех", by=gleb(), at=timezone.now())
    client.force_login(boris())
    assert client.get(url(pack)).status_code == 404


def test_what_is_not_made_is_missing(client):
    client.force_login(gleb())
    assert client.get(url(make_web_inquiry().answer_packs.get())).status_code == 404
