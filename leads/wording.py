"""What letters say: the facts they are worded from, and drafts with gaps for a person to fill.

May import leads.models. Tests: tests/leads/test_wording.py.
"""

import re
from dataclasses import dataclass
from email.utils import formataddr, parseaddr

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from leads.models import FollowUp, Match

# What a draft cannot know stands in it as [[words for the writer]].
_GAP = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


@dataclass(frozen=True)
class Words:
    subject: str
    body: str


def facts(inquiry, language: str) -> dict:
    """What the templates of letters read; costs a query or two, where a template asks.

    `status_url` is the investor's own page; a letter goes without the line where there is none.
    """
    return {
        "inquiry": inquiry,
        "places": lambda: _places(inquiry),
        "chosen": lambda: [one for one in _places(inquiry) if one.state == Match.State.CHOSEN],
        "answer_by": lambda: _answer_by(inquiry),
        "officer": inquiry.officer.user if inquiry.officer else None,
        "phone": inquiry.officer.phone if inquiry.officer else "",
        "agency_name": agency_name(language),
        "hotline": settings.AGENCY["phone"],
        "base_url": settings.BASE_URL,
        "status_url": "",
    }


def agency_name(language: str) -> str:
    return settings.AGENCY["name_en" if language == "en" else "name_ru"]


def address_of(sender: str) -> str:
    return parseaddr(sender)[1]


def sender(user, language: str) -> str:
    """A person of the agency, or the agency itself, at the hotline's own address."""
    address = address_of(settings.DEFAULT_FROM_EMAIL)
    return formataddr((str(user) if user else agency_name(language), address))


def draft(inquiry, kind: str) -> Words:
    """A letter of this kind in the investor's language, with its gaps."""
    with translation.override(inquiry.language):
        return words(kind, facts(inquiry, inquiry.language))


def words(kind: str, known: dict) -> Words:
    """What the templates of a kind say, in the language that is active."""
    subject = render_to_string(f"letters/{kind}_subject.txt", known)
    return Words(" ".join(subject.split()), tidy(render_to_string(f"letters/{kind}.txt", known)))


def full_text(body: str, known: dict, *, writer, to_staff: bool = False) -> str:
    """A letter as it goes: its words, the one link, who writes."""
    own = {"body": body.strip(), "writer": writer, "to_staff": to_staff}
    if known["status_url"] in body:
        own["status_url"] = ""  # its words say the link already
    return tidy(render_to_string("letters/letter.txt", known | own))


@dataclass(frozen=True)
class Preview:
    sender: str
    subject: str
    text: str


def preview(inquiry, words: Words, *, writer) -> Preview:
    """What the investor will read if this is sent."""
    language = inquiry.language
    with translation.override(language):
        # Each letter has a link of its own, made as it goes.
        known = facts(inquiry, language) | {"status_url": f"{settings.BASE_URL}/status/…/"}
        text = full_text(words.body, known, writer=writer)
    address = address_of(settings.DEFAULT_FROM_EMAIL)
    return Preview(f"{writer} <{address}>", words.subject, text)


def tidy(text: str) -> str:
    """Without the white space that the tags of a template leave."""
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def gaps(*texts: str) -> list[str]:
    """What is still to be filled in, each once, in the order it is read."""
    found = [" ".join(gap.split()) for text in texts for gap in _GAP.findall(text)]
    return list(dict.fromkeys(found))


def _places(inquiry) -> list[Match]:
    fitting = Match.objects.current(inquiry, Match.Place.PARK)
    return list(
        fitting.exclude(state=Match.State.REFUSED).exclude(state=Match.State.PROPOSED, near=True)[
            :5
        ]
    )


def _answer_by(inquiry):
    """When the full answer is due, or None."""
    steps = inquiry.follow_ups.open().filter(kind=FollowUp.Kind.SUBSTANTIVE_REPLY)
    return steps.order_by("due_at").values_list("due_at", flat=True).first()
