"""Who of a chunk of lines is an investor of ours already, in four statements whatever their number.

By phone, e-mail, INN or OGRN he is the same; by the name alone he may be, and is not joined: that
a person decides, at the investor's page.
"""

from dataclasses import dataclass, field

from django.db import connection

from leads.models import Contact, ContactEmail, ContactPhone, Investor
from leads.models.company import BareName

from .lines import Line

REASONS = ("phone", "email", "inn", "ogrn")


@dataclass
class Known:
    """Contacts by (reason, value), and bare names that some investor has."""

    contacts: dict[tuple[str, str], Contact] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    bare: dict[str, str] = field(default_factory=dict)

    def of(self, line: Line) -> tuple[Contact | None, str]:
        """The contact who it is, and by what."""
        for reason, value in marks(line):
            if contact := self.contacts.get((reason, value)):
                return contact, reason
        return None, ""

    def name_alike(self, line: Line) -> bool:
        return self.bare.get(line.company, "") in self.names

    def learn(self, line: Line, contact: Contact) -> None:
        """He was just made: the next line of his is of the same investor."""
        for mark in marks(line):
            self.contacts.setdefault(mark, contact)
        self.names.add(self.bare.get(line.company, ""))
        self.names.discard("")


def marks(line: Line) -> list[tuple[str, str]]:
    phone = line.phone.e164 if line.phone and line.phone.e164 else ""
    values = (phone, line.email.lower(), line.inn, line.ogrn)
    return [(one, value) for one, value in zip(REASONS, values, strict=True) if value]


def known_of(lines: list[Line], *, names: bool = False) -> Known:
    wanted: dict[str, set[str]] = {reason: set() for reason in REASONS}
    for line in lines:
        for reason, value in marks(line):
            wanted[reason].add(value)
    found = Known()
    people = Contact.objects.standing().select_related("investor")
    for reason, model, column in (
        ("phone", ContactPhone, "e164"),
        ("email", ContactEmail, "lowered"),
    ):
        if wanted[reason]:
            rows = model.objects.filter(**{f"{column}__in": wanted[reason]})
            pairs = dict(rows.order_by("-pk").values_list(column, "contact"))
            contacts = people.in_bulk(set(pairs.values()))
            for value, key in pairs.items():
                if key in contacts:
                    found.contacts[reason, value] = contacts[key]
    for reason in ("inn", "ogrn"):
        if wanted[reason]:
            rows = people.filter(
                investor__merged_into=None, **{f"investor__{reason}__in": wanted[reason]}
            )
            for contact in rows.order_by("-pk"):
                found.contacts[reason, getattr(contact.investor, reason)] = contact
    if names:
        found.bare = _bare({line.company for line in lines if line.company})
        keys = set(found.bare.values()) - {""}
        same = Investor.objects.standing().filter(name_key__in=keys)
        found.names = set(same.values_list("name_key", flat=True))
    return found


def _bare(names: set[str]) -> dict[str, str]:
    given = sorted(names)
    expression = BareName.template.replace("%(expressions)s", "name")
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT name, {expression} FROM unnest(%s::text[]) AS name",  # noqa: S608
            [given],
        )
        return dict(cursor.fetchall())
