"""What the chain still owes on the inquiries of a running stack, and what it did twice."""

from collections import Counter

# One row an inquiry: what the promises of the chain say about it.
STATEMENT = """
SELECT i.number, i.officer_id,
  (SELECT count(*) FROM leads_matchrun r WHERE r.inquiry_id = i.id),
  (SELECT count(*) FROM leads_routingdecision d
     WHERE d.inquiry_id = i.id AND d.officer_id = i.officer_id),
  (SELECT count(*) FROM leads_followup f WHERE f.inquiry_id = i.id AND f.done_at IS NULL),
  (SELECT count(*) FROM leads_followup f
     WHERE f.inquiry_id = i.id AND f.done_at IS NULL AND f.owner_id = i.officer_id),
  (SELECT array_agg(a.kind ORDER BY a.kind) FROM leads_activity a
     WHERE a.inquiry_id = i.id AND a.kind <> 'follow_up_opened' AND a.kind NOT LIKE 'letter%%'),
  (SELECT json_agg(json_build_array(m.state, m.attempts, m.message_id)) FROM leads_message m
     WHERE m.inquiry_id = i.id AND m.kind = 'received'),
  (SELECT array_agg(m.state) FROM leads_message m
     WHERE m.inquiry_id = i.id AND m.kind = 'officer_named')
FROM leads_inquiry i WHERE i.id > %s ORDER BY i.id
"""
HISTORY = ["called", "matched", "opened", "routed"]


def last_inquiry(stack) -> int:
    return stack.query("SELECT coalesce(max(id), 0) FROM leads_inquiry")[0][0]


def owed(stack, answered, *, since: int) -> list[str]:
    """One plain line each; empty when every answered number is matched, routed, told and owned.

    `answered` are the numbers given for one call each; `since` is the last older inquiry's key.
    """
    rows = stack.query(STATEMENT, since)
    delivered = Counter(letter["Message-ID"] for letter in stack.sink.messages)
    lines = [
        f"{number} was answered and not kept" for number in set(answered) - {r[0] for r in rows}
    ]
    if len(rows) != len(answered):
        lines.append(f"{len(rows)} inquiries of {len(answered)} calls")
    for number, officer, runs, decisions, steps, owned, history, letters, named in rows:
        said = {
            f"matched {runs} times": runs == 1,
            "without an officer": officer is not None,
            f"routed {decisions} times": decisions == 1,
            f"{owned} of {steps} steps are its officer's": steps > 0 and owned == steps,
            f"history {history}": history == HISTORY,
            # Cut off in the mail server's hands it is not repeated: its row says so.
            f"officer named {named}": named in (["sent"], ["uncertain"]),
            f"letters {letters}": [state for state, *_ in letters or []] == ["sent"],
        }
        for _, attempts, message_id in letters or []:
            times = delivered[message_id]
            # Twice only where the row says so: how the first sending ended was not known.
            said[f"{message_id} delivered {times} times"] = times == 1 or times == attempts == 2
        lines += [f"{number}: {fault}" for fault, right in said.items() if not right]
    return lines
