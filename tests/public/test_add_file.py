"""A file of the investor: known by its content, limited, stored inert and for staff alone."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from leads.models import Attachment, Notification, attachment
from tests.public.files import HOSTILE, PDF, SOUND
from tests.public.visitor import make_web_inquiry, open_status
from tests.world import maria

pytestmark = pytest.mark.django_db
URL = "/status/file/"


def send(client, name, content, content_type="application/octet-stream"):
    return client.post(URL, {"file": SimpleUploadedFile(name, content, content_type)})


@pytest.fixture
def inquiry(client):
    found = make_web_inquiry(route_to=maria())
    open_status(client, found)
    return found


def test_it_works(client, inquiry, uploads):
    assert send(client, "План участка.pdf", PDF).url == "/status/"
    row = Attachment.objects.get()
    assert (row.name, row.content_type, row.size) == (
        "План участка.pdf",
        "application/pdf",
        len(PDF),
    )
    stored = uploads / row.stored_as
    assert stored.read_bytes() == PDF
    assert stored.stat().st_mode & 0o777 == 0o600
    assert "План" not in row.stored_as
    assert Notification.objects.get(kind="investor_wrote").user == maria()
    assert "План участка.pdf" in client.get("/status/").content.decode()


@pytest.mark.parametrize("name", SOUND)
def test_what_we_take(client, inquiry, name):
    assert send(client, name, SOUND[name]).status_code == 302
    assert Attachment.objects.get().name == name


@pytest.mark.parametrize("name", HOSTILE)
def test_what_we_refuse(client, inquiry, uploads, name):
    page = send(client, name, HOSTILE[name], "application/pdf")
    assert page.status_code == 422
    assert "Принимаем PDF" in page.content.decode()
    assert not Attachment.objects.exists()
    assert not [path for path in uploads.rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("a\\b\\c.html", "c.pdf"),
        ("счёт.pdf.exe", "счёт.pdf.pdf"),
        ('x"; filename="evil.html.pdf', "x; filename=evil.html.pdf"),
        ("a\r\nSet-Cookie: x.pdf", "a Set-Cookie: x.pdf"),
        (".pdf", "file.pdf"),
        ("я" * 300 + ".pdf", "я" * 192 + ".pdf"),
    ],
)
def test_the_name_is_made_harmless(client, inquiry, given, kept):
    from leads.public.forms.status import FileForm

    file = SimpleUploadedFile("x.pdf", PDF)
    file._name = given.rpartition("\\")[2] if "\\" in given else given
    form = FileForm({}, {"file": file})
    assert form.is_valid(), form.errors
    assert form.title() == kept


def test_too_large_a_file(client, inquiry, monkeypatch):
    monkeypatch.setattr("leads.public.forms.status.SIZE_AT_MOST", 20)
    assert "помещается не больше" in send(client, "a.pdf", PDF).content.decode()


def test_an_empty_file_and_none(client, inquiry):
    assert "Файл пуст" in send(client, "a.pdf", b"").content.decode()
    assert "Выберите файл" in client.post(URL).content.decode()


def test_the_same_file_again_is_kept_once(client, inquiry, uploads):
    send(client, "a.pdf", PDF), send(client, "b.pdf", PDF)
    assert Attachment.objects.count() == 1
    assert len([path for path in uploads.rglob("*") if path.is_file()]) == 1


def test_so_many_files_at_most(client, inquiry, monkeypatch, uploads):
    monkeypatch.setattr(attachment, "FILES_AT_MOST", 2)
    pages = [send(client, f"{n}.pdf", PDF + b"%d" % n) for n in range(3)]
    assert [page.status_code for page in pages] == [302, 302, 422]
    assert "Десять файлов" in pages[-1].content.decode()
    assert len([path for path in uploads.rglob("*") if path.is_file()]) == 2


def test_a_stranger_is_refused(client):
    assert send(client, "a.pdf", PDF).status_code == 404
