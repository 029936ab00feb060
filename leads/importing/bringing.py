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
    CalendarDay,
    Contact,
    ContactEmail,
    ContactPhone,
    Disposition,
    FollowUp,
    ImportRow,
    ImportRun,
    Inquiry,
    Investor,
    LostReason,
    Need,
    Officer,
    RoutingDecision,
    RoutingRule,
    Stage,
    Term,
)
from leads.models.roster import Roster
from leads.models.routing import wanted

from .checking import officers_by_name
from .known import known_of
from .lines import Line

Outcome = ImportRow.Outcome


def bring(run: ImportRun, lines: list[Line], *, at) -> list[ImportRow]:
    """The rows that say what came of each line; the caller stores them."""
    if run.kind == ImportRun.Kind.INVESTORS:
        return _investors(run, lines, at=at)
    people, rows = _people(run, lines, at=at)
    inquiries = _inquiries(run, lines, people, at=at)
    _history(run, inquiries, at=at)
    _live([one for one in inquiries if one.disposition == Disposition.LIVE], run, at=at)
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


def _live(inquiries: list[Inquiry], run, *, at) -> None:
    keys = [one.pk for one in inquiries]
    if not keys:
        return
    flow.match_many(Inquiry.objects.filter(pk__in=keys), at=at)
    _route([one for one in inquiries if one.officer_id is None], at=at)
    term = Term.objects.by_code()["check_in"]
    usual = term.due(CalendarDay.office(), at)
    steps = [
        FollowUp(
            inquiry=one,
            kind=FollowUp.Kind.CHECK_IN,
            owner_id=one.officer_id,
            due_at=max(one.next_at or usual, at),
            rule="by_hand" if one.next_at else term.rule,
            opened_at=at,
        )
        for one in inquiries
    ]
    FollowUp.objects.bulk_create(steps)
    Activity.objects.bulk_create(
        Activity(
            kind="follow_up_opened",
            inquiry_id=step.inquiry_id,
            actor=run.by,
            at=at,
            data={
                "due": step.due_at.isoformat(),
                "step": step.kind,
                "step_id": step.pk,
                "about": f"step:{step.pk}",
            },
        )
        for step in steps
    )
    for one, step in zip(inquiries, steps, strict=True):
        one.next_due_at = step.due_at
        one.last_activity_at = at
    Inquiry.objects.bulk_update(inquiries, ["next_due_at", "officer", "last_activity_at"])


def _route(inquiries: list[Inquiry], *, at) -> None:
    """An officer each by the rules in force, as `flow.route` would; loads are counted on.

    For whom nobody is free the decision is kept all the same, and he stands on the visible queue.
    """
    if not inquiries:
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('leads.route'))")
    roster, rules = Roster.read(at=at), list(RoutingRule.objects.deciding())
    before = _known_to(inquiries)
    decisions, given = [], set()
    for one in inquiries:
        one.known_to = before.get(one.investor_id)
        decision = roster.decide(wanted(one), rules, at=at)
        if decision.officer:
            one.officer_id = decision.officer.pk
            roster.give(decision.officer, at=at)
            given.add(decision.officer.pk)
        decisions.append(
            RoutingDecision(
                inquiry=one,
                officer=decision.officer,
                rule=decision.rule,
                rule_version=decision.rule.version if decision.rule else None,
                candidates=decision.candidates,
                decided_at=at,
            )
        )
    RoutingDecision.objects.bulk_create(decisions)
    Activity.objects.bulk_create(
        Activity(
            kind="routed" if one.officer_id else "unrouted",
            inquiry=one,
            at=at,
            data={"officer": one.officer_id, "was": None, "about": "officer"}
            if one.officer_id
            else {},
        )
        for one in inquiries
    )
    Officer.objects.filter(pk__in=given).update(last_assigned_at=at)


def _known_to(inquiries) -> dict[int, int]:
    """The officer of each investor's newest earlier inquiry."""
    keys = {one.investor_id for one in inquiries}
    rows = Inquiry.objects.filter(investor__in=keys, officer__isnull=False)
    rows = rows.exclude(pk__in=[one.pk for one in inquiries])
    return dict(rows.order_by("opened_at", "pk").values_list("investor", "officer"))


def _newest(inquiries) -> dict[int, int]:
    rows = Activity.objects.filter(inquiry__in=inquiries)
    return dict(rows.values_list("inquiry").annotate(newest=Max("pk")))
