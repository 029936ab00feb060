"""What a mail says, out of the ugliest: any charset, broken parts, bounces, answers of machines."""

from email import message_from_bytes
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leads.mail.attachments import attachments
from leads.mail.html import text_of
from leads.mail.reading import read
from leads.models.incoming_mail import identity

PAYLOADS = Path(__file__).parent.parent / "payloads" / "mail"
OURS = "<ours-1@hotline.example>"


def sample(name):
    return read((PAYLOADS / f"{name}.eml").read_bytes())


def test_it_works():
    said = sample("koi8_reply")
    assert (said.kind, said.from_name, said.from_address) == (
        "letter",
        "Пётр Иванов",
        "p@example.com",
    )
    assert said.subject == "Re: мощность"
    assert said.text == "Нужно 2 МВт.\n\n> Какая мощность?"
    assert said.message_id == "<k1@example.com>"
    assert said.references == (OURS, "<ours-0@hotline.example>")
    assert (said.language, said.reason) == ("ru", "")


@pytest.mark.parametrize(
    ("name", "subject", "words"),
    [
        ("cp1251_undeclared", "Завод картона", "Ищем площадку 3 га."),
        ("charset_lies", "Цех", "Цех 2 га."),
        ("alternative", "two", "The plain words."),
        ("no_boundary", "broken", "Words that stand in no part."),
        ("deep", "deep", "inside"),
    ],
)
def test_words_are_read_whatever_the_mail_claims(name, subject, words):
    said = sample(name)
    assert (said.subject, said.text) == (subject, words)


def test_a_sender_in_no_declared_charset():
    assert sample("cp1251_undeclared").from_name == "Ирина"


def test_html_gives_its_words_and_nothing_else():
    said = sample("html_only")
    assert said.text == "We need 5 ha.\n\ngas\nrail\n\nRegards\nAnna"
    assert (said.from_name, said.language) == ("Weber, Anna", "en")


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>a<script>b<p>c", "a"),
        ("<table><tr><td>a<td>b</tr><tr><td>c</table>", "a b\nc"),
        ("no tags &lt;b&gt; &amp;", "no tags <b> &"),
        ("<b>un<i>closed", "unclosed"),
        ("<![CDATA[x]]><p>y", "y"),
        ("<", "<"),
    ],
)
def test_text_of_html(html, text):
    assert text_of(html) == text


def test_attachments_are_named_sized_and_judged_by_content():
    listed = sample("attachments").attachments
    assert [(one["name"], one["safe"]) for one in listed] == [
        ("план.pdf", True),
        ("bill.pdf", False),
        ("logo.svg", False),
        ("page.html", False),
        ("смета.xlsx", True),
    ]
    assert listed[0]["size"] == len(b"%PDF-1.4 made up")
    assert sample("attachments").text == "Во вложении план."


@pytest.mark.parametrize(
    ("name", "cause", "final"),
    [
        ("bounce_dsn", "550 5.1.1 <p@example.com>: Recipient address rejected", True),
        ("bounce_qmail", "550 5.1.1 No such user here", True),
        ("bounce_delayed", "4.4.1", False),
    ],
)
def test_a_bounce_names_its_letter_and_its_cause(name, cause, final):
    said = sample(name)
    assert said.kind == "bounce"
    assert OURS in said.bounce.letters
    assert (said.bounce.cause, said.bounce.final) == (cause, final)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("auto_reply", "auto"),
        ("auto_submitted", "auto"),
        ("precedence", "auto"),
        ("x_autoreply", "auto"),
        ("bounce_delivered", "auto"),
        ("newsletter", "bulk"),
        ("list", "bulk"),
        ("html_only", "letter"),
    ],
)
def test_machines_are_told_from_people(name, kind):
    assert sample(name).kind == kind


def test_our_own_letter_is_ours():
    raw = b"From: H <Hotline@example.ru>\nSubject: x\n\nwords"
    assert read(raw, own_address="hotline@example.ru").kind == "own"


@pytest.mark.parametrize(
    ("name", "reason"),
    [("no_sender", "no_sender"), ("no_headers", "no_sender"), ("empty", "no_sender")],
)
def test_what_is_missing_is_said(name, reason):
    assert sample(name).reason == reason


def test_a_long_text_is_shown_as_far_as_it_goes():
    said = read(b"From: a@example.com\n\n" + b"word " * 10_000)
    assert (len(said.text), said.reason) == (20_000, "long")


def test_nothing_in_it_becomes_a_line_of_its_own():
    said = sample("injection")
    assert said.subject == "a Bcc: x@example.com"
    assert "\n" not in said.from_name
    assert said.text == "NUL  bidi  end"


def test_the_first_sender_counts():
    said = sample("two_froms")
    assert said.from_address == "p@example.com"


def test_what_cannot_be_parsed_is_kept_with_a_reason(monkeypatch):
    monkeypatch.setattr("leads.mail.reading.message_from_bytes", lambda raw: 1 / 0)
    said = read("Слова".encode())
    assert (said.reason, said.text, said.kind) == ("unreadable", "Слова", "letter")


@pytest.mark.parametrize("path", sorted(PAYLOADS.glob("*.eml")), ids=lambda path: path.stem)
def test_no_sample_is_more_than_it_may_be(path):
    raw = path.read_bytes()
    for cut in range(0, len(raw), max(1, len(raw) // 40)):
        said = read(raw[:cut], cut=True)
        assert "\x00" not in said.text + said.subject + said.from_name
        assert len(said.subject) <= 300
        assert len(said.from_address) <= 254
        assert len(said.message_id) <= 250


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.binary(max_size=200))
def test_no_bytes_make_it_raise(head, body):
    read(b"From: a@example.com\r\n" + head + b"\r\n\r\n" + body)
    read(head + body)


def test_copies_on_different_ways_have_one_identity():
    raw = b"Subject: a\r\nMessage-ID: <1@x>\r\n\r\nwords\r\n"
    way = b"Received: from a\r\n by b\r\n"
    assert identity(way + raw) == identity(raw) == identity(raw.replace(b"\r\n", b"\n"))
    assert identity(raw.replace(b"words", b"other")) != identity(raw)
    assert identity(raw.replace(b"<1@x>", b"<2@x>")) != identity(raw)


def test_a_mail_within_a_mail_is_one_attachment():
    raw = b"From: a@example.com\nContent-Type: multipart/mixed; boundary=B\n\n--B\n"
    raw += b"Content-Type: message/rfc822\n\nSubject: in\n\nwords\n--B--\n"
    assert len(read(raw).attachments) == 1
    assert b"words" in attachments(message_from_bytes(raw))[0].content
