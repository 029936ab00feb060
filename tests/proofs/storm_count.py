"""What a storm has lost, doubled or brought about unasked: the rows against the witnesses' logs."""

import json
import re
from collections import Counter
from pathlib import Path

from tests.stack import Sink, Stack

INQUIRIES = """
SELECT i.request_key::text, i.number, i.disposition, i.officer_id,
  (SELECT count(*) FROM leads_matchrun r WHERE r.inquiry_id = i.id),
  (SELECT count(*) FROM leads_routingdecision d
     WHERE d.inquiry_id = i.id AND d.officer_id IS NOT NULL),
  (SELECT count(*) FROM leads_consent c WHERE c.inquiry_id = i.id),
  (SELECT array_agg(f.kind::text ORDER BY f.kind) FROM leads_followup f
     WHERE f.inquiry_id = i.id AND f.owner_id = i.officer_id),
  (SELECT array_agg(c.kind::text ORDER BY c.kind) FROM leads_clock c WHERE c.inquiry_id = i.id),
  (SELECT array_agg(a.kind::text ORDER BY a.kind) FROM leads_activity a WHERE a.inquiry_id = i.id
     AND a.kind IN ('opened', 'matched', 'routed', 'quarantined', 'pack_made')),
  (SELECT array_agg(m.kind::text ORDER BY m.kind) FROM leads_message m WHERE m.inquiry_id = i.id)
FROM leads_inquiry i WHERE i.channel = 'web' ORDER BY i.id
"""
LETTERS = """
SELECT m.message_id, m.kind::text, m.state::text, m.attempts,
  (SELECT count(*) FROM leads_activity a WHERE a.kind = 'letter_uncertain'
     AND (a.data->>'message')::int = m.id),
  (SELECT count(*) FROM leads_activity a WHERE a.kind = 'letter_sent'
     AND (a.data->>'message')::int = m.id)
FROM leads_message m
"""
# So many of each stand at each officer's: what the chain promises for one web inquiry.
STEPS = ["first_contact", "substantive_reply"]
HISTORY = ["matched", "opened", "pack_made", "routed"]
LETTERS_OF_ONE = ["officer_named", "received"]
WAITING = """
SELECT (SELECT count(*) FROM leads_inquiry
          WHERE channel = 'web' AND officer_id IS NULL AND disposition = 'live'),
  (SELECT count(*) FROM leads_message WHERE state IN ('planned', 'sending')),
  (SELECT count(*) FROM leads_followup
          WHERE due_at < now() AND reminded_at IS NULL AND done_at IS NULL AND owner_id IS NOT NULL)
"""


class Witness(Sink):
    """The mail server: it writes down the Message-ID of what it takes before it says so."""

    def __init__(self):
        super().__init__()
        self.taken: Counter[str] = Counter()

    async def handle_DATA(self, server, session, envelope):
        found = re.search(rb"(?im)^Message-ID:\s*(<[^>]+>)", envelope.content)
        self.taken[found[1].decode()] += 1
        return "250 OK"


def answers(log: Path) -> list[dict]:
    return [json.loads(line) for line in log.read_text().splitlines() if line.endswith("}")]


def accepted(said: list[dict]) -> set[str]:
    """The keys of the requests that were told: it is here."""
    return {one["key"] for one in said if (one["status"], one["where"]) == SENT}


SENT = (302, "/inquiry/sent/")


def waiting(stack: Stack) -> tuple[int, int, int]:
    """Inquiries without an officer, letters on their way, steps late and untold."""
    return stack.query(WAITING)[0]


def unmade_packs(stack: Stack) -> int:
    return stack.query("SELECT count(*) FROM leads_answerpack WHERE made_at IS NULL")[0][0]


def troubles(stack: Stack) -> list[tuple]:
    """What failed and waits for another try, by task and error."""
    return stack.query(
        "SELECT task, error, place, count(*), max(attempts) FROM leads_trouble GROUP BY 1, 2, 3"
    )


def count(stack: Stack, said: list[dict], steps: int, *, packs: bool) -> dict[str, list[str]]:
    """One plain line for each thing lost, doubled, or not expected.

    `packs`: whether every answer must have been drawn by now.
    """
    lost, doubled, unexpected = [], [], []
    rows = stack.query(INQUIRIES)
    promised, stored = accepted(said), Counter(row[0] for row in rows)
    lost += [f"{key}: accepted and not kept" for key in promised - set(stored)]
    doubled += [f"{key}: kept {times} times" for key, times in stored.items() if times > 1]
    unexpected += [f"{key}: kept, and nobody asked" for key in set(stored) - keys_of(said)]
    wrong = {(one["status"], one["where"]) for one in said} - {SENT, (503, "")}
    unexpected += [f"answered {status} {where}" for status, where in wrong if status > 0]
    unexpected += [f"{one['key']}: never answered" for one in said if one["status"] == -1]
    history = HISTORY if packs else [kind for kind in HISTORY if kind != "pack_made"]
    for _key, number, disposition, officer, runs, decisions, consents, *lists in rows:
        owned, _clocks, happened, letters = ([*(one or [])] for one in lists)
        if not packs:
            happened = [kind for kind in happened if kind != "pack_made"]
        letters = [kind for kind in letters if kind != "pack"]
        for what, found, right in (
            ("officer", int(officer is not None), 1),
            ("match", runs, 1),
            ("decision", decisions, 1),
            ("consent", consents, 1),
        ):
            if found != right:
                (lost if found < right else doubled).append(f"{number}: {found} × {what}")
        for what, listed, right in (
            ("steps", owned, STEPS),
            ("history", happened, history),
            ("letters", letters, LETTERS_OF_ONE),
        ):
            less, more = Counter(right) - Counter(listed), Counter(listed) - Counter(right)
            lost += [f"{number}: {what} without {kind}" for kind in less]
            doubled += [f"{number}: {what} with {kind} again" for kind in more]
        if disposition != "live":
            unexpected.append(f"{number}: {disposition}")
    _count_letters(stack, lost, doubled, unexpected)
    _count_steps(stack, steps, lost, doubled)
    return {"lost": lost, "duplicated": doubled, "unexpected": unexpected}


def keys_of(said) -> set[str]:
    return {one["key"] for one in said}


def _count_letters(stack, lost, doubled, unexpected) -> None:
    rows = stack.query(LETTERS)
    known = {row[0] for row in rows}
    unexpected += [f"{one}: taken, and never owed" for one in set(stack.sink.taken) - known]
    for message_id, kind, state, attempts, uncertain, told in rows:
        times = stack.sink.taken[message_id]
        name = f"{kind} {message_id}"
        if state not in ("sent", "uncertain"):
            lost.append(f"{name}: {state}")
        if state == "sent" and not times:
            lost.append(f"{name}: sent, and never taken")
        # By its rule alone: the acknowledgement, once, and its history says so.
        said = uncertain >= 1 and attempts == 2 and kind == "received"
        if times > 1 + said:
            doubled.append(f"{name}: taken {times} times after {attempts} attempts")
        if told > 1:
            doubled.append(f"{name}: told as sent {told} times")
        if state == "uncertain" and not uncertain:
            unexpected.append(f"{name}: nobody was told that its ending is unknown")


def _count_steps(stack, steps: int, lost, doubled) -> None:
    """Each late step was told of once, by one row of history and one letter."""
    untold, told, letters = stack.query(
        "SELECT (SELECT count(*) FROM leads_followup WHERE rule = 'storm' AND reminded_at IS NULL),"
        " (SELECT count(*) FROM leads_activity WHERE kind = 'reminded' AND data->>'step' = 'step'),"
        " (SELECT count(*) FROM leads_message WHERE kind = 'reminder')"
    )[0]
    if untold:
        lost.append(f"{untold} late steps untold")
    for what, found in (("told", told), ("letters", letters)):
        if found != steps:
            (lost if found < steps else doubled).append(f"{found} {what} of {steps} late steps")
