"""A chunk of lines as rows, in a few statements whatever their number.

Old inquiries ring nobody: those that were won or lost before stand as history, owed nothing. The
live ones get a need, a matching, an officer by the rules and one next step; no letter goes out.
"""

from dataclasses import replace

from django.db import connection
from django.db.models import Max

from districts.matching.need import Bounds
from districts.matching.need import Need as Figures
from districts.matching.reading.reading import read
from leads import flow
from leads.models import (
    Activity,
    Contact,
    ContactEmail,
    ContactPhone,
    Disposition,
    ImportRow,
    ImportRun,
    Inquiry,
    Investor,
    LostReason,
    Need,
    Stage,
)

from .checking import officers_by_name
from .known import known_of
from .lines import Line
from .taking_on import take_on

Outcome = ImportRow.Outcome


def bring(run: ImportRun, lines: list[Line], *, at) -> list[ImportRow]:
    """The rows that say what came of each line; the caller stores them."""
    if run.kind == ImportRun.Kind.INVESTORS:
        return _investors(run, lines, at=at)
    people, rows = _people(run, lines, at=at)
    inquiries = _inquiries(run, lines, people, at=at)
    _history(run, inquiries, at=at)
    take_on([one for one in inquiries if one.disposition == Disposition.LIVE], run, at=at)
    newest = _newest(inquiries)
    for row, inquiry in zip(rows, inquiries, strict=True):
        row.inquiry, row.told = inquiry, newest[inquiry.pk]
    return rows


def _investors(run, lines, *, at) -> list[ImportRow]:
    _people_found, rows = _people(run, lines, at=at)
    for row in rows:
        if row.outcome == Outcome.JOINED:
            row.outcome = Outcome.KNOWN
    return rows


def _people(run, lines, *, at) -> tuple[list[Contact], list[ImportRow]]:
    """The contact of each line: known, or made now. A known one is left as he is."""
    known = known_of(lines)
    people, rows, made = [], [], []
    for line in lines:
        contact, _reason = known.of(line)
        if contact is None:
            investor = Investor(
                name=line.company,
                inn=line.inn,
                ogrn=line.ogrn,
                country=line.country,
                created_at=at,
            )
            contact = Contact(investor=investor, name=line.person, created_at=at)
            made.append((line, investor, contact))
            known.learn(line, contact)
            rows.append(ImportRow(run=run, line=line.number, outcome=Outcome.MADE))
        else:
            rows.append(ImportRow(run=run, line=line.number, outcome=Outcome.JOINED))
        people.append(contact)
    Investor.objects.bulk_create([investor for _line, investor, _contact in made])
    for _line, investor, contact in made:
        contact.investor = investor
    Contact.objects.bulk_create([contact for _line, _investor, contact in made])
    ContactPhone.objects.bulk_create(
        ContactPhone(
            contact=contact,
            raw=line.phone.raw,
            e164=line.phone.e164,
            extension=line.phone.extension,
        )
        for line, _investor, contact in made
        if line.phone
    )
    ContactEmail.objects.bulk_create(
        ContactEmail(contact=contact, address=line.email, lowered=line.email.lower())
        for line, _investor, contact in made
        if line.email
    )
    for row, contact in zip(rows, people, strict=True):
        row.investor = contact.investor if row.outcome == Outcome.MADE else None
    return people, rows


def _inquiries(run, lines, people, *, at) -> list[Inquiry]:
    officers = officers_by_name()
    made, needs = [], []
    for line, contact, number in zip(lines, people, _numbers(lines, at), strict=True):
        opened = line.came_at or at
        figures, suggested = _figures(line)
        inquiry = Inquiry(
            number=number,
            brought_by=run,
            channel=Inquiry.Channel.FILE,
            text=line.text,
            stage=line.stage,
            disposition=Disposition.HISTORY if line.is_history else Disposition.LIVE,
            lost_reason=LostReason.OTHER if line.stage == Stage.LOST else "",
            investor=contact.investor,
            contact=contact,
            officer_id=officers.get(line.officer.lower()),
            capex_mln_rub=figures.capex_mln_rub,
            opened_at=opened,
            stage_since_at=opened,
            contacted_at=opened,
            last_activity_at=opened,
            closed_at=opened if line.is_history else None,
        )
        inquiry.next_at = line.next_at
        phones = [line.phone.e164] if line.phone else []
        emails = [line.email.lower()] if line.email else []
        inquiry.search = inquiry.search_words(phones, emails)
        need = Need(inquiry=inquiry, suggested=suggested)
        need.take(figures)
        made.append(inquiry)
        needs.append(need)
    Inquiry.objects.bulk_create(made)
    Need.objects.bulk_create(needs)
    return made


def _numbers(lines, at) -> list[str]:
    with connection.cursor() as cursor:
        statement = "SELECT nextval('leads_inquiry_number') FROM generate_series(1, %s)"
        cursor.execute(statement, [len(lines)])
        keys = [key for (key,) in cursor.fetchall()]
    return [
        f"INV-{(line.came_at or at).year}-{key:06d}" for line, key in zip(lines, keys, strict=True)
    ]


def _figures(line: Line) -> tuple[Figures, dict]:
    """As the text of a live one reads, the file's own figures over it; of history these alone."""
    told = {"capex_mln_rub": line.capex, "power_mw": line.power_mw}
    told = {name: value for name, value in told.items() if value is not None}
    if line.land_ha is not None:
        told["land_ha"] = Bounds(line.land_ha, line.land_ha)
    if line.is_history:
        return Figures(**told), {}
    reading = read(line.text)
    return replace(reading.need.confident(), **told), flow.suggestion(reading)


def _history(run, inquiries, *, at) -> None:
    """What was before: when it came in, and how far it had got."""
    told = []
    for one in inquiries:
        said = {"actor": run.by, "at": one.opened_at, "inquiry": one}
        data = {"channel": one.channel, "import": run.pk}
        told.append(Activity(kind="opened", data=data, **said))
        if one.officer_id:
            given = {"officer": one.officer_id, "was": None}
            told.append(Activity(kind="reassigned", data=given, **said))
        if one.stage != Stage.NEW:
            moved = {"to": one.stage, "was": Stage.NEW.value}
            told.append(Activity(kind="advanced", data=moved, **said))
    Activity.objects.bulk_create(told)


def _newest(inquiries) -> dict[int, int]:
    rows = Activity.objects.filter(inquiry__in=inquiries)
    return dict(rows.values_list("inquiry").annotate(newest=Max("pk")))
