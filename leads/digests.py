"""What the morning letter says: numbers, kinds and moments, and nothing of any investor's.

May import leads.models and leads.wording. Tests: tests/leads/test_digest.py.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db.models import Q
from django.template.loader import render_to_string
from django.utils import timezone, translation

from leads import wording
from leads.models import CallBack, Clock, FollowUp, Inquiry, Notification, Referral
from leads.models.clock import STATUTORY
from leads.models.notification import COUNTED

# Of each part: the pages show the rest.
AT_MOST = 15


@dataclass(frozen=True)
class Line:
    """One promise: what, of which inquiry if any, by when."""

    what: str
    due_at: datetime
    inquiry: Inquiry | None = None

    @property
    def name(self) -> str:
        """The number, and the code name of a secret one."""
        if self.inquiry is None:
            return ""
        secret = self.inquiry.confidential and self.inquiry.code_name
        return f"{self.inquiry.number} «{secret}»" if secret else self.inquiry.number


@dataclass(frozen=True)
class Content:
    """The first of each part, the earliest before the others, and how many there are."""

    late: list[Line]
    today: list[Line]
    new: list[Inquiry]
    unread: int
    late_count: int
    today_count: int
    new_more: bool

    @property
    def late_more(self) -> int:
        return self.late_count - len(self.late)

    @property
    def today_more(self) -> int:
        return self.today_count - len(self.today)

    def __bool__(self):
        return bool(self.late or self.today or self.new or self.unread)


def content(digest, *, at) -> Content | None:
    """None when there is nothing to tell, or nobody to read it."""
    if not digest.matters(at):
        return None
    user = digest.user
    with translation.override(user.digest):
        lines = sorted(_lines(user, at), key=lambda line: line.due_at)
        late = [line for line in lines if line.due_at < at]
        today = [line for line in lines if line.due_at >= at]
        new = list(_new(user, digest.since())[: AT_MOST + 1])
        unread = Notification.objects.of_user(user).unread()[:COUNTED].count()
    told = Content(
        late=late[:AT_MOST],
        today=today[:AT_MOST],
        new=new[:AT_MOST],
        unread=unread,
        late_count=len(late),
        today_count=len(today),
        new_more=len(new) > AT_MOST,
    )
    return told or None


def _lines(user, at) -> list[Line]:
    """All that falls due before midnight: steps, terms of the law, calls back, referrals."""
    tomorrow = timezone.localdate(at) + timedelta(days=1)
    midnight = timezone.make_aware(datetime.combine(tomorrow, time()))
    due, roles = Q(due_at__lt=midnight), user.roles()
    steps = FollowUp.objects.on_desk_of(user, at=at).filter(due).select_related("inquiry")
    law = Clock.objects.running().filter(due, kind__in=STATUTORY, inquiry__officer__user=user)
    lines = [Line(str(step.get_kind_display()), step.due_at, step.inquiry) for step in steps]
    lines += [
        Line(str(clock.get_kind_display()), clock.due_at, clock.inquiry)
        for clock in law.select_related("inquiry")
    ]
    if roles & {"operator", "manager", "head"}:
        mine = Q(owner=user) | (Q(owner=None) if roles & {"operator", "head"} else Q(pk=None))
        owed = CallBack.objects.open().filter(due, mine)
        call = str(FollowUp.Kind.CALL_BACK.label)
        lines += [Line(f"{call} ({row.get_kind_display()})", row.due_at) for row in owed]
    if "district_officer" in roles:
        asked = Referral.objects.open().filter(due, district__officers__user=user)
        reply = str(Clock.Kind.DISTRICT_REPLY.label)
        lines += [Line(reply, row.due_at, row.inquiry) for row in asked.select_related("inquiry")]
    return lines


def _new(user, since):
    """What came in since the last morning: his own, and for a head all of it."""
    rows = Inquiry.objects.open().filter(opened_at__gte=since)
    mine = rows if "head" in user.roles() else rows.filter(officer__user=user)
    return mine.order_by("opened_at", "pk")


def draw(told: Content, digest) -> EmailMultiAlternatives:
    """The letter in the language of its reader, its plain text first."""
    language = digest.user.digest
    with translation.override(language):
        known = {"told": told, "day": digest.day, "base_url": settings.BASE_URL}
        known |= {"agency_name": wording.agency_name(language), "counted": COUNTED}
        words = wording.words("digest", known)
        letter = EmailMultiAlternatives(
            subject=words.subject,
            body=words.body,
            from_email=wording.sender(None, language),
            to=[digest.to_address],
            headers={"Message-ID": digest.message_id, "Auto-Submitted": "auto-generated"},
        )
        html = {"text": words.body, "title": words.subject, "language": language}
        letter.attach_alternative(render_to_string("letters/letter.html", html), "text/html")
        return letter
