"""Damage done to an inquiry by hand, one a kind of difference that the ledger knows."""

# What was done to the database by hand: kind of difference -> statement, with %s for the inquiry.
DAMAGE = {
    "unknown_class": "UPDATE leads_inquiry SET disposition = 'gone' WHERE id = %s",
    "closing_moment_wrong": "UPDATE leads_inquiry SET closed_at = now() WHERE id = %s",
    "lost_without_reason": "UPDATE leads_inquiry SET stage = 'lost' WHERE id = %s",
    "secret_without_code_name": "UPDATE leads_inquiry SET confidential = true WHERE id = %s",
    "waits_for_nobody": "UPDATE leads_inquiry SET waiting_until = '2026-12-01' WHERE id = %s",
    "investor_of_another": (
        "UPDATE leads_inquiry SET investor_id = investor_id + 1000 WHERE id = %s"
    ),
    "need_missing": "DELETE FROM leads_need WHERE inquiry_id = %s",
    "need_orphan": "UPDATE leads_need SET inquiry_id = 999999 WHERE inquiry_id = %s",
    "capex_wrong": "UPDATE leads_inquiry SET capex_mln_rub = NULL WHERE id = %s",
    "promise_missing": "UPDATE leads_inquiry SET promised_at = NULL WHERE id = %s",
    "search_blank": "UPDATE leads_inquiry SET search = '' WHERE id = %s",
    "without_step": "UPDATE leads_followup SET done_at = now(), outcome = 'closed'"
    " WHERE inquiry_id = %s",
    "next_due_wrong": "UPDATE leads_inquiry SET next_due_at = NULL WHERE id = %s",
    "closed_with_step": "UPDATE leads_inquiry SET disposition = 'spam' WHERE id = %s",
    "closed_with_next_due": "UPDATE leads_inquiry SET disposition = 'test' WHERE id = %s",
    "step_of_another": "UPDATE leads_followup SET owner_id = NULL WHERE inquiry_id = %s",
    "late_without_reminder": "UPDATE leads_followup SET due_at = opened_at WHERE inquiry_id = %s",
    "first_contact_missing": "DELETE FROM leads_followup WHERE kind = 'first_contact'"
    " AND inquiry_id = %s",
    "answer_missing": "DELETE FROM leads_followup WHERE kind = 'substantive_reply'"
    " AND inquiry_id = %s",
    "step_orphan": "UPDATE leads_followup SET inquiry_id = 999999 WHERE inquiry_id = %s",
    "without_match": "DELETE FROM leads_matchrun WHERE inquiry_id = %s",
    "registry_version_wrong": "UPDATE leads_inquiry SET registry_version = 77 WHERE id = %s",
    "match_not_laid_out": "UPDATE leads_matchrun SET laid_out = false WHERE inquiry_id = %s",
    "match_run_orphan": "UPDATE leads_matchrun SET inquiry_id = 999999 WHERE inquiry_id = %s",
    "match_orphan": "DELETE FROM leads_matchrun WHERE inquiry_id = %s",
    "never_routed": "WITH gone AS (DELETE FROM leads_routingdecision) "
    "UPDATE leads_inquiry SET officer_id = NULL WHERE id = %s",
    "routed_without_decision": "DELETE FROM leads_routingdecision WHERE inquiry_id = %s",
    "routed_twice": "INSERT INTO leads_routingdecision (inquiry_id, officer_id, candidates,"
    " decided_at) SELECT inquiry_id, officer_id, candidates, decided_at"
    " FROM leads_routingdecision WHERE inquiry_id = %s",
    "decision_without_officer": "UPDATE leads_inquiry SET officer_id = NULL WHERE id = %s",
    "officer_unexplained": "DELETE FROM leads_activity WHERE kind = 'routed' AND inquiry_id = %s",
    "acknowledgement_missing": "DELETE FROM leads_message WHERE inquiry_id = %s",
    "letter_late": "UPDATE leads_message SET state = 'planned', sent_at = NULL"
    " WHERE inquiry_id = %s",
    "letter_stuck": "UPDATE leads_message SET state = 'sending', sent_at = NULL,"
    " leased_until = planned_at, token = gen_random_uuid() WHERE inquiry_id = %s",
    "letter_without_lease": "UPDATE leads_message SET state = 'sending', sent_at = NULL,"
    " leased_until = NULL WHERE inquiry_id = %s",
    "letter_without_address": "UPDATE leads_message SET to_address = '' WHERE inquiry_id = %s",
    "letter_state_unknown": "UPDATE leads_message SET state = 'lost', sent_at = NULL"
    " WHERE inquiry_id = %s",
    "sent_without_try": "UPDATE leads_message SET attempts = 0 WHERE inquiry_id = %s",
    "sent_without_history": "DELETE FROM leads_activity WHERE kind = 'letter_sent'"
    " AND inquiry_id = %s",
    "failed_without_history": "UPDATE leads_message SET state = 'failed', sent_at = NULL"
    " WHERE inquiry_id = %s",
    "uncertain_without_history": "UPDATE leads_message SET state = 'uncertain', sent_at = NULL"
    " WHERE inquiry_id = %s",
    "letter_orphan": "UPDATE leads_message SET inquiry_id = 999999 WHERE inquiry_id = %s",
    "opening_untold": "DELETE FROM leads_activity WHERE kind = 'opened' AND inquiry_id = %s",
    "last_activity_wrong": "UPDATE leads_inquiry SET last_activity_at = opened_at WHERE id = %s",
    "stage_untold": "UPDATE leads_inquiry SET stage = 'visit' WHERE id = %s",
    "step_done_untold": "UPDATE leads_followup SET done_at = now(), outcome = 'reached'"
    " WHERE inquiry_id = %s",
    "reminder_untold": "UPDATE leads_followup SET reminded_at = now() WHERE inquiry_id = %s",
    "referral_untold": "INSERT INTO leads_referral (inquiry_id, district_id, referred_by_id,"
    " referred_at, question, contact_shared) SELECT id, 'abinsky', 1, now(), '', false"
    " FROM leads_inquiry WHERE id = %s",
    "consent_missing": "UPDATE leads_inquiry SET channel = 'web' WHERE id = %s",
    "call_without_inquiry": "UPDATE leads_call SET inquiry_id = NULL WHERE inquiry_id = %s",
    "call_unknown_class": "UPDATE leads_call SET outcome = 'gone' WHERE inquiry_id = %s",
    "call_orphan": "UPDATE leads_call SET inquiry_id = 999999 WHERE inquiry_id = %s",
}
OF_ROWS = {
    "need_orphan": ("need ", "leads_need"),
    "step_orphan": ("step ", "leads_followup"),
    "match_run_orphan": ("match run ", "leads_matchrun"),
    "match_orphan": ("match ", "leads_match"),
    "letter_orphan": ("letter ", "leads_message"),
    "call_without_inquiry": ("call ", "leads_call"),
    "call_unknown_class": ("call ", "leads_call"),
    "call_orphan": ("call ", "leads_call"),
}
CONSTRAINTS = {
    "leads_inquiry": [
        "inquiry_lost_has_reason",
        "inquiry_closed_at_with_stage",
        "inquiry_confidential_has_code_name",
    ],
    "leads_call": ["call_about_something_has_inquiry"],
}
