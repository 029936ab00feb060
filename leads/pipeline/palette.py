"""The rows of the palette, in five statements at most whatever is typed and whatever there is.

Order: what may be done with the open record, steps of mine, inquiries, places, create.
Where one may go stands in the page head already: the template adds it.
"""

import re
from dataclasses import dataclass

from django.db.models import CharField, F, Q, Value
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from districts.models import District, Park
from leads.models import FollowUp, Inquiry

FEW = 8
CANDIDATES = 50
"""Of each way of finding: the newest. Enough to rank eight rows; more would only cost time."""
STEPS = 50
_DIGITS = re.compile(r"\d{4,12}")
_DOERS, _OFFICERS = {"operator", "manager", "head"}, {"manager", "head"}

# What may be done with an inquiry: the page that asks for it, its words, whose it is to do.
ACTIONS = (
    ("pipeline:advance", gettext_lazy("Move the inquiry"), _DOERS),
    ("pipeline:write", gettext_lazy("Write a letter"), _OFFICERS),
    ("pipeline:note", gettext_lazy("Note"), _DOERS),
    ("pipeline:open_step", gettext_lazy("Next step"), _DOERS),
    ("pipeline:log_conversation", gettext_lazy("Log a conversation"), _DOERS),
    ("pipeline:change_need", gettext_lazy("Correct the need"), _DOERS),
    ("pipeline:ask_investor", gettext_lazy("Ask the investor"), _DOERS),
    ("pipeline:wait", gettext_lazy("Waiting for"), _DOERS),
    ("pipeline:refer", gettext_lazy("Pass to a district"), _OFFICERS),
    ("pipeline:assign", gettext_lazy("Give to an officer"), {"head"}),
    ("pipeline:keep_confidential", gettext_lazy("Confidential"), _DOERS),
)
# Not with the people behind a code name: these pages show them.
UNMASKED = {"pipeline:write"}
CREATE = (("desk:desk", gettext_lazy("New inquiry at the call desk"), {"operator", "head"}),)


@dataclass(frozen=True)
class Row:
    """One line of the palette: where it leads, and its words."""

    url: str
    title: str
    detail: str = ""
    icon: str = ""
    late: bool = False


def rows(user, texts: list[str], *, here: str, at) -> list[tuple[str, list[Row]]]:
    """Groups that are not empty: their heading and rows. Without texts, what is at hand."""
    groups = [
        (here, _actions(user, here, texts) if here else []),
        (_("My steps"), _steps(user, texts, at=at)),
        (_("Inquiries"), _inquiries(user, texts) if texts else []),
        (_("Districts and parks"), _places(texts) if texts else []),
        (_("Create"), _pages(CREATE, user, texts)),
    ]
    return [(label, rows) for label, rows in groups if rows]


def _names(texts: list[str], *words: str) -> bool:
    """Whether one of the texts stands in the words; nothing typed names everything."""
    told = " ".join(words).lower()
    return not texts or any(text in told for text in texts)


def _actions(user, number: str, texts: list[str]) -> list[Row]:
    rows = Inquiry.objects.visible_to(user).select_related("officer")
    inquiry = rows.filter(number=number).first()
    if inquiry is None or not inquiry.changeable_by(user):
        return []
    closed = UNMASKED if inquiry.masked_for(user) else set()
    return [
        Row(reverse(name, args=[number]), str(label), icon="edit")
        for name, label, needed in ACTIONS
        if user.roles() & needed and name not in closed and _names(texts, str(label))
    ]


def _steps(user, texts: list[str], *, at) -> list[Row]:
    """Overdue and upcoming, the earliest first; whose they are by what this user may know."""
    steps = FollowUp.objects.on_desk_of(user, at=at).select_related(
        "inquiry__investor", "inquiry__contact", "inquiry__officer"
    )
    rows = []
    for step in steps.order_by("due_at", "pk")[:STEPS]:
        inquiry, words = step.inquiry, step.subject or step.get_kind_display()
        title = _title(user, inquiry)
        if _names(texts, words, title, inquiry.number):
            due = f"{title} · {inquiry.number}"
            rows.append(
                Row(inquiry.get_absolute_url(), words, due, icon="clock", late=step.due_at < at)
            )
    return rows[:FEW]


def _inquiries(user, texts: list[str]) -> list[Row]:
    visible = Inquiry.objects.visible_to(user)
    newest = ("-last_activity_at", "-id")
    ways = [visible.found_by(user, *texts), visible.told_to(user).saying(*texts)]
    digits = texts[0].replace(" ", "")
    if _DIGITS.fullmatch(digits):
        ways += [visible.ending_in(digits), visible.told_to(user).of_inn(digits)]
    ways = [way.order_by(*newest).values("pk")[:CANDIDATES] for way in ways]
    found = Inquiry.objects.filter(pk__in=ways[0].union(*ways[1:]))
    found = found.select_related("investor", "contact", "officer__user").order_by(*newest)
    told = [(one, _title(user, one)) for one in found]
    # Stable: within a rank the newest stays first.
    told.sort(key=lambda pair: _rank(texts, pair[0].number.lower(), pair[1].lower()))
    return [_inquiry(user, inquiry, title) for inquiry, title in told[:FEW]]


def _rank(texts: list[str], number: str, title: str) -> int:
    if number.endswith(texts[0]):
        return 0
    return 1 if any(text in title for text in texts) else 2


def _inquiry(user, inquiry, title: str) -> Row:
    masked = inquiry.masked_for(user)
    person = inquiry.contact.name if inquiry.investor.name and not masked else ""
    detail = [inquiry.number, person, inquiry.get_stage_display(), str(inquiry.officer or "")]
    icon = "lock" if masked else "file-text"
    return Row(inquiry.get_absolute_url(), title, " · ".join(filter(None, detail)), icon=icon)


def _title(user, inquiry) -> str:
    if inquiry.masked_for(user):
        return inquiry.code_name
    return inquiry.investor.name or inquiry.contact.name or _("Name unknown")


def _places(texts: list[str]) -> list[Row]:
    """Parks, and districts with their inquiries, by either name; the registry is some hundreds."""
    name = "name_en" if get_language() == "en" else "name_ru"
    named = Q(pk__in=[])
    for text in texts:
        named |= Q(name_ru__icontains=text) | Q(name_en__icontains=text)
    tables = (("park", Park.objects), ("district", District.objects))
    parts = [
        rows.current()
        .filter(named)
        .annotate(table=Value(table, output_field=CharField()), label=F(name))
        .values_list("table", "pk", "label")
        for table, rows in tables
    ]
    rows = []
    for table, pk, label in parts[0].union(parts[1], all=True).order_by("label", "pk")[:FEW]:
        where = reverse(f"catalogue:{table}", args=[pk])
        rows.append(Row(where, label, icon="map-pin"))
        if table == "district":
            listed = f"{reverse('pipeline:pipeline')}?district={pk}"
            rows.append(Row(listed, _("Inquiries: %(district)s") % {"district": label}))
    return rows


def _pages(pages, user, texts: list[str]) -> list[Row]:
    return [
        Row(reverse(name), str(label), icon="plus")
        for name, label, needed in pages
        if user.roles() & needed and _names(texts, str(label))
    ]
