"""A manager looks at the page of the investor, and changes nothing by it."""

import pytest
from django.utils import timezone

from tests.public.visitor import make_web_inquiry
from tests.world import boris, dina, gleb, maria

pytestmark = pytest.mark.django_db


def url(inquiry):
    return f"/inquiries/{inquiry.number}/as-investor/"


def test_it_works(client):
    inquiry = make_web_inquiry(route_to=maria())
    client.force_login(boris())
    page = client.get(url(inquiry))
    html = page.content.decode()
    assert "Изучаем вашу заявку" in html
    assert "Maria" in html
    assert "status" not in page.cookies
    assert '<form id="write"' not in html


def test_those_who_may_not(client):
    inquiry = make_web_inquiry(route_to=maria())
    client.force_login(dina())
    assert client.get(url(inquiry)).status_code == 403
    inquiry.keep_confidential("Орех", by=gleb(), at=timezone.now())
    client.force_login(boris())
    assert client.get(url(inquiry)).status_code == 404
