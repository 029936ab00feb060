import pytest
from django.db import OperationalError, connection
from django.urls import reverse


@pytest.mark.django_db
def test_it_works(client):
    response = client.get(reverse("healthz"))
    assert response.status_code == 200
    assert response.content == b"ok\n"
    assert response["Content-Type"] == "text/plain"
    assert "no-store" in response["Cache-Control"]


def test_an_unreachable_database_is_503_and_tells_nothing(client, monkeypatch):
    def refuse():
        raise OperationalError("password authentication failed for user hotline")

    monkeypatch.setattr(connection, "cursor", refuse)
    response = client.get(reverse("healthz"))
    assert response.status_code == 503
    assert response.content == b"database unreachable\n"


def test_it_only_reads(client):
    assert client.post(reverse("healthz")).status_code == 405


@pytest.mark.django_db
def test_a_probe_is_not_redirected_to_https(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_REDIRECT_EXEMPT = [r"^healthz"]
    assert client.get(reverse("healthz")).status_code == 200
