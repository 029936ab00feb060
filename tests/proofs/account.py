"""What was lost, doubled or never asked for: the witness' notes against the database.

One plain line each. It asks the tables themselves and trusts no state that the product keeps of
its own work; the product's ledger is asked besides.
"""

from collections import Counter, defaultdict
from datetime import timedelta

from django.db import connection

from leads.ledger import recount
from leads.tasks import database_now
from tests.proofs.house import still_owed

INQUIRIES = """
SELECT i.id, i.number, i.disposition,
  coalesce((SELECT min(split_part(e.address, '@', 1)) FROM leads_contactemail e
            WHERE e.contact_id = i.contact_id), ''),
  i.officer_id,
  (SELECT count(*) FROM leads_routingdecision d
     WHERE d.inquiry_id = i.id AND d.officer_id IS NOT NULL),
  (SELECT count(*) FROM leads_matchrun r WHERE r.inquiry_id = i.id),
  (SELECT count(DISTINCT registry_version) FROM leads_matchrun r WHERE r.inquiry_id = i.id),
  (SELECT count(*) FROM leads_message m WHERE m.inquiry_id = i.id AND m.kind = 'received'),
  (SELECT count(*) FROM leads_message m WHERE m.inquiry_id = i.id AND m.kind = 'officer_named'),
  (SELECT count(*) FROM leads_followup f WHERE f.inquiry_id = i.id AND f.kind = 'first_contact'),
  (SELECT json_object_agg(kind, n) FROM
     (SELECT kind, count(*) n FROM leads_activity a WHERE a.inquiry_id = i.id GROUP BY kind) k)
FROM leads_inquiry i ORDER BY i.id
"""
LETTERS = """
SELECT m.id, m.message_id, m.kind, m.state, m.attempts,
  (SELECT count(*) FROM leads_activity a WHERE a.kind = 'letter_sent'
     AND (a.data->>'message')::bigint = m.id),
  (SELECT count(*) FROM leads_activity a WHERE a.kind = 'letter_uncertain'
     AND (a.data->>'message')::bigint = m.id)
FROM leads_message m ORDER BY m.id
"""
STEPS = """
SELECT f.id, f.kind, f.owner_id IS NOT NULL AND f.done_at IS NULL AND f.due_at < now(),
  f.reminded_at IS NOT NULL,
  f.reminded_at IS NOT NULL AND f.due_at > least(f.reminded_at, now()),
  (SELECT count(*) FROM leads_message m WHERE m.key LIKE 'reminder:' || f.id || ':%%')
FROM leads_followup f ORDER BY f.id
"""
REMINDED = """
SELECT inquiry_id, step, n, (SELECT count(*) FROM leads_followup f
  WHERE f.inquiry_id = t.inquiry_id AND f.kind = t.step AND f.reminded_at IS NOT NULL)
FROM (SELECT inquiry_id, data->>'step' AS step, count(*) AS n
      FROM leads_activity WHERE kind = 'reminded' GROUP BY 1, 2) t
"""
CLOCKS = """
SELECT inquiry_id, kind, data->>'clock', data->>'due', data->>'stage', count(*)
FROM leads_activity WHERE kind IN ('clock_warned', 'clock_late') GROUP BY 1, 2, 3, 4, 5
HAVING count(*) > 1
"""
EVENTS = "SELECT call_key, body->>'event', count(*) FROM leads_callevent GROUP BY 1, 2"
CALLS = "SELECT exchange_id, count(*) FROM leads_call WHERE exchange_id IS NOT NULL GROUP BY 1"


def faults(witness, *, made=(), mails=()) -> dict[str, list[str]]:
    """Lines under lost, doubled and unexpected. `made` are inquiries (by the name in the address)
    that the proof opened without the witness."""
    found = defaultdict(list)
    notes = witness.notes()
    _inquiries(found, notes, {*made})
    _letters(found, witness.accepted_letters())
    _steps(found)
    _calls(found, notes)
    for task, count in still_owed().items():
        found["lost"].append(f"{count} still owed: {task}")
    # Later than the grace of its checks.
    later = database_now() + timedelta(minutes=6)
    for kind, ids in recount(later).differences.items():
        found["lost"].append(f"ledger: {kind}: {', '.join(ids)}")
    return {sort: lines for sort, lines in found.items() if lines}


def rows(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall()


def _inquiries(found, notes, made):
    asked = {note["sent"] for note in notes if "sent" in note}
    answered = {note["answered"] for note in notes if "answered" in note}
    told = {note["of"]: note["number"] for note in notes if "number" in note}
    kept = defaultdict(list)
    for _, number, disposition, who, officer, decisions, runs, versions, *rest in rows(INQUIRIES):
        letters, named, contacts, history = rest
        kept[who].append(number)
        if who not in asked | made:
            found["unexpected"].append(f"{number} of {who or 'nobody'} was never asked for")
        if disposition != "live":
            found["unexpected"].append(f"{number} is {disposition}")
        history = Counter(history)
        once = {
            "letters of receipt": letters,
            "letters that name the officer": named,
            "routing decisions": decisions,
            "first contacts": contacts,
            "opened in its history": history["opened"],
            "routed in its history": history["routed"],
        }
        _once(found, number, once)
        if officer is None:
            found["lost"].append(f"{number} has no officer")
        if runs != versions:
            found["doubled"].append(f"{number}: {runs} matchings of {versions} registries")
    found["lost"] += [f"{who} was answered and not kept" for who in answered - {*kept}]
    found["lost"] += [f"{who} was opened and not kept" for who in made - {*kept}]
    found["doubled"] += [f"{who}: {len(n)} inquiries" for who, n in kept.items() if len(n) > 1]
    for who, number in told.items():
        if kept[who] and number not in kept[who]:
            found["unexpected"].append(f"{who} was told {number}, kept is {kept[who]}")


def _once(found, whose, counted: dict) -> None:
    for what, count in counted.items():
        if count != 1:
            found["lost" if count == 0 else "doubled"].append(f"{whose}: {count} {what}")


def _letters(found, accepted: Counter):
    known = set()
    for key, message_id, kind, state, attempts, sent, unknown in rows(LETTERS):
        known.add(message_id)
        times, name = accepted[message_id], f"{kind} {key}"
        if state == "sent" and times == 0:
            found["lost"].append(f"{name} is called sent, and no server took it")
        if state in ("planned", "sending", "held"):
            found["lost"].append(f"{name} is {state} still")
        if state == "uncertain" and not unknown:
            found["lost"].append(f"{name} ended unknown, and the history does not say so")
        if sent > 1 or (state == "sent" and sent == 0):
            found["doubled"].append(f"{name}: the history says sent {sent} times")
        # Twice only an acknowledgement, and only where the history says that it may be.
        if times > 1 and not (times == 2 and kind == "received" and unknown):
            found["doubled"].append(f"{name} went out {times} times in {attempts} tries")
    found["unexpected"] += [f"a letter of nobody: {one}" for one in accepted if one not in known]


def _steps(found):
    for key, kind, late, reminded, early, letters in rows(STEPS):
        if late and not reminded:
            found["lost"].append(f"{kind} {key} is late, and its owner was not told")
        if early:
            found["unexpected"].append(f"{kind} {key}: reminded before it was due")
        if reminded and letters != 1:
            found["lost" if letters == 0 else "doubled"].append(f"{kind} {key}: {letters} letters")
    for inquiry, kind, told, steps in rows(REMINDED):
        if told != steps:
            found["doubled"].append(f"{kind} of {inquiry}: told {told} times, {steps} steps")
    for inquiry, kind, clock, due, stage, count in rows(CLOCKS):
        found["doubled"].append(f"{kind} {clock} {due} {stage} of {inquiry}: told {count} times")


def _calls(found, notes):
    acknowledged = {(note["hook"], note["event"]) for note in notes if "hook" in note}
    sent = {(note["sent_hook"], note["event"]) for note in notes if "sent_hook" in note}
    kept = {(call, event): count for call, event, count in rows(EVENTS)}
    found["lost"] += [f"hook {one} was answered and not kept" for one in acknowledged - {*kept}]
    found["unexpected"] += [f"hook {one} was never sent" for one in {*kept} - sent]
    found["doubled"] += [f"hook {one}: {count}" for one, count in kept.items() if count > 1]
    calls = dict(rows(CALLS))
    for call in {call for call, _ in acknowledged}:
        _once(found, call, {"calls": calls.get(call, 0)})
