"""The consent document: the text to which the box refers, with its version."""

import pytest

from leads.models import ConsentText

pytestmark = pytest.mark.django_db


def test_it_works(client):
    page = client.get("/consent/processing/")
    text = ConsentText.current("processing", "ru")
    content = page.content.decode()
    assert text.body.split("\n")[0][:60] in content
    assert f"Версия {text.version}" in content
    assert text.sha256 in content


def test_in_english(client):
    content = client.get("/consent/processing/?lang=en").content.decode()
    assert ConsentText.current("processing", "en").body[:60] in content
    assert "Version 2026-11" in content


def test_the_newest_version_is_shown(client):
    body = "Новый текст"
    ConsentText.objects.create(
        purpose="processing",
        version="2027-01",
        language="ru",
        body=body,
        sha256=ConsentText.fingerprint(body),
    )
    assert body in client.get("/consent/processing/").content.decode()
