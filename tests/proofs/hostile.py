"""Inquiries whose every field holds a hostile text, as the doors would keep it."""

import json
from datetime import timedelta
from pathlib import Path

from django.utils import timezone

from leads.models import Question, StatusLink
from leads.plain_text import clean_line, clean_text
from tests.world import gleb, make_inquiry, maria


def make(path: str) -> None:
    """Prints number and secret of each; runs inside a stack."""
    print(json.dumps([_one(n, text) for n, text in enumerate(json.loads(Path(path).read_text()))]))


def _one(n: int, payload: str) -> list[str]:
    at, line, text = timezone.now(), clean_line(payload[:150]), clean_text(payload)
    given = {"at": at, "channel": "web", "consents": ("processing",), "text": text}
    given |= {"name": line, "company": line}
    inquiry = make_inquiry(**given, email=f"p{n}@example.com", route_to=maria())
    make_inquiry(**given, signs=("trap",))
    until = (at + timedelta(days=3)).date()
    Question.ask(inquiry, text[:500], until=until, by=gleb(), at=at)
    inquiry.hear(text, at=at)
    inquiry.attachments.create(
        name=line,
        stored_as=f"hostile-{n}",
        content_type="application/pdf",
        size=1,
        sha256="0" * 64,
        added_at=at,
    )
    return [inquiry.number, StatusLink.issue(inquiry, at=at)]
