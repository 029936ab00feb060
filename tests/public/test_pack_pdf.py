"""The answer as a file: drawn by us alone, in both languages, whatever stands in the texts."""

import io
import logging

import pytest
from pypdf import PdfReader

from districts.models import Source
from leads import pack_pdf
from leads.plain_text import clean_line
from tests.proofs.payloads import PAYLOADS
from tests.public.test_pack import inquiry, make
from tests.public.visitor import make_web_inquiry, open_status
from tests.world import gleb

pytestmark = pytest.mark.django_db
URL = "/status/pack/pdf/"
__all__ = ["inquiry"]


def words_of(pdf: bytes) -> str:
    return " ".join(
        " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split()
    )


def test_it_works(client, inquiry):
    make(inquiry)
    answer = client.get(URL)
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "no-store" in answer.headers["Cache-Control"]
    drawn = b"".join(answer.streaming_content)
    fonts = PdfReader(io.BytesIO(drawn)).pages[0]["/Resources"]["/Font"]
    names = str([font.get_object()["/BaseFont"] for font in fonts.values()])
    assert "Golos-Cyrillic" in names  # our own letters, whatever the machine has
    words = words_of(drawn)
    for said in ("Ответ на вашу заявку", inquiry.number, "Парк «Юг»", "Открытые вопросы"):
        assert said in words, said


def test_in_english(inquiry):
    pack = make(inquiry, "en", by=gleb())
    words = words_of(pack_pdf.storage().open(pack.pdf).read())
    assert "Our answer to your inquiry" in words
    assert "Park South" in words


def test_hostile_text_asks_nobody(client, caplog):
    text = """<img src="http://198.51.100.7/x.png"><link rel=stylesheet href="file:///etc/passwd">
    <script>alert(1)</script>"""
    inquiry = make_web_inquiry(text=text)
    with caplog.at_level(logging.WARNING, "weasyprint"):
        pack = make(inquiry)
    words = words_of(pack_pdf.storage().open(pack.pdf).read())
    assert "<script>alert(1)</script>" in words
    assert "198.51.100.7" in words  # as words, not as a picture
    assert "Failed" not in caplog.text


@pytest.mark.parametrize(
    "address",
    [
        *("http://127.0.0.1/x", "file:///etc/passwd", "ftp://a/b", "data:,x", "//host/x"),
        f"file://{pack_pdf.OURS}/../settings.py",
        f"file://{pack_pdf.OURS}/..%2f..%2fconfig/settings.py",
        f"file://host{pack_pdf.OURS}/public/pack.css",
        f"http://127.0.0.1{pack_pdf.OURS}/public/pack.css",
    ],
)
def test_only_our_own_files_are_read(address):
    assert not pack_pdf.is_ours(address)
    assert pack_pdf.is_ours(pack_pdf.STYLE.as_uri())


def test_without_the_libraries_the_page_prints(client, inquiry, monkeypatch):
    import builtins

    real = builtins.__import__

    def refuse(name, *rest, **more):
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango'")
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", refuse)
    pack = make(inquiry)
    assert (pack.pdf, bool(pack.made_at)) == ("", True)
    assert client.get(URL).status_code == 404
    assert "data-print" in client.get("/status/pack/").content.decode()


def test_a_stranger_is_refused(client, inquiry):
    make(inquiry)
    open_status(client, make_web_inquiry())
    assert client.get(URL).status_code == 404


ACTIVE = {"/JS", "/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE"}
ACTIVE |= {"/OpenAction", "/AA", "/RichMedia", "/EmbeddedFile", "/XFA"}


def keys_and_links(pdf: bytes) -> tuple[set, set]:
    """Every name of every object of the file, and the addresses that a click would open."""
    reader, names, links = PdfReader(io.BytesIO(pdf)), set(), set()

    def walk(one, seen):
        one = one.get_object()
        if id(one) in seen:
            return
        seen.add(id(one))
        if isinstance(one, dict):
            for key, value in one.items():
                names.add(str(key))
                if key == "/URI":
                    links.add(str(value))
                elif key in ("/S", "/Type", "/Subtype"):
                    names.add(str(value))
                walk(value, seen)
        elif isinstance(one, list):
            for value in one:
                walk(value, seen)

    walk(reader.trailer, set())
    return names, links


@pytest.mark.parametrize("part", range(4))
def test_hostile_text_is_no_action_of_the_file(client, settings, part):
    """Every payload of the list, in the text, the name and the company: nothing to run, no link."""
    texts = PAYLOADS[part::4]
    inquiry = make_web_inquiry(
        text="\n".join(texts), name=clean_line(texts[0][:150]), company=clean_line(texts[1][:150])
    )
    pdf = pack_pdf.storage().open(make(inquiry).pdf).read()
    names, links = keys_and_links(pdf)
    assert "/Page" in names, "the walk has seen the file"
    assert names & ACTIVE == set()
    own = {link for link in links if link.startswith((settings.BASE_URL, "tel:", "mailto:"))}
    sources = set(Source.objects.values_list("address", flat=True))
    assert links - own - sources == set()
