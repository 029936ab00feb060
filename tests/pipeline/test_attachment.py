"""A file of the investor: a download for those who may know whose it is, and never a page."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from leads.models import Attachment
from tests.public.files import PDF
from tests.public.visitor import make_web_inquiry, open_status
from tests.world import boris, dina, gleb, maria

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(client):
    inquiry = make_web_inquiry(route_to=maria())
    open_status(client, inquiry)
    client.post("/status/file/", {"file": SimpleUploadedFile("План.pdf", PDF)})
    return Attachment.objects.get()


def url(file, inquiry=None):
    return f"/inquiries/{(inquiry or file.inquiry).number}/files/{file.pk}/"


def test_it_works(client, file):
    client.force_login(boris())
    answer = client.get(url(file))
    assert b"".join(answer.streaming_content) == PDF
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_it_is_found_on_the_page_of_the_inquiry(client, file):
    client.force_login(maria())
    assert url(file) in client.get(f"/inquiries/{file.inquiry.number}/").content.decode()


def test_foreign_and_missing_look_the_same(client, file):
    client.force_login(gleb())
    other = make_web_inquiry()
    assert client.get(url(file, other)).status_code == 404
    file.pk = 999999
    assert client.get(url(file)).status_code == 404


def test_those_who_may_not(client, file):
    client.force_login(dina())
    assert client.get(url(file)).status_code == 403
    file.inquiry.keep_confidential("Орех", by=gleb(), at=timezone.now())
    client.force_login(boris())
    assert client.get(url(file)).status_code == 404
    client.logout()
    assert client.get(url(file)).status_code == 302
