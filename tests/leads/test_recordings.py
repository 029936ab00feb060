"""Recordings are fetched late, under a lease, and never of a caller who was not told."""

import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from leads import recordings, tasks
from leads.models import Call, Recording
from tests.desk.owing import tell
from tests.world import AT, gleb, make_inquiry

pytestmark = pytest.mark.django_db
TALK = ({"event": "answer", "answeringNumber": "101"}, {"event": "hangup"})
NOTICE = {"event": "answer", "answeringNumber": "101", "notice": True}
DUE = AT + timedelta(seconds=41)


class Exchange(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/sound")
        else:
            self.send_response(200 if self.path in {"/sound", "/page"} else 500)
            self.send_header("Content-Type", "text/html" if self.path == "/page" else "audio/wav")
            self.send_header("Content-Length", "4")
        self.end_headers()
        self.wfile.write(b"RIFF")

    def log_message(self, *args):
        """Quiet."""


@pytest.fixture
def exchange(settings, tmp_path):
    settings.RECORDINGS_DIR, settings.TELEPHONY_RECORDING_HOSTS = str(tmp_path), ["127.0.0.1"]
    server = HTTPServer(("127.0.0.1", 0), Exchange)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def offered(url, *events) -> Recording:
    tell("1", *events, {"event": "recording", "recordingUrl": url})
    return Recording.objects.get()


def test_it_works(exchange, tmp_path):
    row = offered(f"{exchange}/sound", *TALK, NOTICE)
    recordings.keep(row, now=lambda: AT)
    assert Recording.objects.get().state == "pending", "it lies there 40 seconds later only"
    recordings.keep(row, now=lambda: DUE)
    row.refresh_from_db()
    assert (row.state, row.size, (tmp_path / row.file).read_bytes()) == ("fetched", 4, b"RIFF")
    assert (row.keep_until - DUE.date()).days == 90


def test_without_notice_nothing_is_fetched_whatever_the_order(exchange, tmp_path):
    row = offered(f"{exchange}/sound", *TALK)
    recordings.keep(row, now=lambda: DUE)
    row.refresh_from_db()
    assert (row.state, list(tmp_path.iterdir())) == ("refused", [])


def test_a_late_word_of_the_notice_lets_it_be_fetched(exchange):
    row = offered(f"{exchange}/sound", *TALK)
    tell("1", NOTICE)
    recordings.keep(row, now=lambda: DUE)
    assert Recording.objects.get().state == "fetched"


@pytest.mark.parametrize("path", ["/moved", "/page", "/broken"])
def test_what_is_not_given_is_asked_again_later(exchange, tmp_path, path):
    row = offered(exchange + path, *TALK, NOTICE)
    recordings.keep(row, now=lambda: DUE)
    row.refresh_from_db()
    assert (row.state, row.attempts) == ("pending", 1)
    assert row.not_before_at > DUE
    assert list(Path(tmp_path).iterdir()) == []


def test_a_fetcher_that_died_is_followed_by_another(exchange):
    row = offered(f"{exchange}/sound", *TALK, NOTICE)
    assert row.claim(at=DUE)
    other = Recording.objects.get()
    assert not other.claim(at=DUE)
    assert other.claim(at=DUE + timedelta(minutes=3))
    assert not row.fetched(file="x", content_type="", size=1, keep_until=DUE.date(), at=DUE)


def fetched(exchange) -> Recording:
    row = offered(f"{exchange}/sound", *TALK, NOTICE)
    recordings.keep(row, now=lambda: DUE)
    row.refresh_from_db()
    return row


def test_after_its_term_the_file_goes_and_the_word_of_it_stays(exchange, tmp_path, monkeypatch):
    row = fetched(exchange)
    inquiry = make_inquiry()
    Call.objects.update(inquiry=inquiry)
    row.hear(by=gleb(), at=DUE)
    over = DUE + timedelta(days=91)
    monkeypatch.setattr(tasks, "database_now", lambda: over - timedelta(days=1))
    assert tasks.sweep()["leads.erase"] == 0, "its last day is not over"
    monkeypatch.setattr(tasks, "database_now", lambda: over)
    assert tasks.sweep()["leads.erase"] == 1
    row.refresh_from_db()
    assert (row.state, row.file, row.deleted_at) == ("deleted", "", over)
    assert list(tmp_path.iterdir()) == []
    assert row.listenings.count() == 1
    assert inquiry.activities.filter(kind="recording_deleted").count() == 1
    assert tasks.sweep()["leads.erase"] == 0, "once"


def test_who_died_after_the_file_is_followed_by_another(exchange, tmp_path):
    row = fetched(exchange)
    (tmp_path / row.file).unlink()
    assert recordings.erase(row, at=DUE + timedelta(days=91))


def test_the_term_is_the_agencys(exchange, settings):
    settings.RECORDING_DAYS = 7
    row = fetched(exchange)
    assert (row.keep_until - DUE.date()).days == 7
    assert not recordings.erase(row, at=DUE + timedelta(days=7))
    assert recordings.erase(row, at=DUE + timedelta(days=8))
