"""An investor who opened the page of his inquiry, and the letters it takes."""

from django.utils import timezone

from leads.models import Consent, ConsentText, StatusLink
from tests.world import make_inquiry


def make_web_inquiry(**what_matters):
    given = {"channel": "web", "consents": ("processing",), "email": "p@example.com"}
    return make_inquiry(at=timezone.now(), **given | what_matters)


def open_status(client, inquiry) -> str:
    """Follow the link of a letter; its secret."""
    secret = StatusLink.issue(inquiry, at=timezone.now())
    assert client.get(f"/status/{secret}/").status_code == 302
    return secret


def agree(inquiry, purpose="mailing") -> Consent:
    return Consent.objects.create(
        contact=inquiry.contact,
        inquiry=inquiry,
        text=ConsentText.current(purpose, "ru"),
        channel="web",
        given_at=timezone.now(),
    )
