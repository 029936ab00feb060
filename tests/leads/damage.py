"""Damage done to an inquiry by hand, one a kind of difference that the ledger knows."""

CALL_BACK = (
    "INSERT INTO leads_callback (kind, phone_raw, phone_e164, misses, opened_at, last_missed_at,"
    " due_at, outcome) SELECT 'missed', '', '+79181234567', 1, opened_at, opened_at - interval"
    " '1 hour', {due}, '' FROM leads_inquiry WHERE id = %s"
)
RECORDING = (
    "INSERT INTO leads_recording (call_id, reference, state, not_before_at, attempts, token,"
    " last_error, file, content_type, keep_until) SELECT id, 'r', '{state}', started_at, 0, '', '',"
    " 'r.wav', 'audio/wav', '2027-01-01' FROM leads_call WHERE inquiry_id = %s"
)
CLOCK_OF_CALL_BACK = (
    "UPDATE leads_clock SET inquiry_id = NULL, kind = 'call_back', subject = 'call_back:' || id,"
    " stopped_at = NULL, stop_event = '', next_at = {next} WHERE inquiry_id = %s"
)
APPEAL = (
    "INSERT INTO leads_appeal (inquiry_id, received_on, number, registered_on, extension_reason,"
    " extended_on, forwarded_to, forwarded_on, in_part, answer_number, extension_letter_id,"
    " forwarding_letter_id) SELECT i.id, '2026-11-17', {number}, {registered}, '', {extended}, '',"
    " {forwarded}, false, '', m.id, m.id FROM leads_inquiry i, leads_message m"
    " WHERE m.inquiry_id = i.id AND m.kind = 'received' AND i.id = %s"
)
RUN = (
    "INSERT INTO leads_importrun (kind, state, by_id, at, name, stored_as, sha256, encoding,"
    " delimiter, headings, mapping, lines, done, moved_at) SELECT 'investors', '{state}', u.id,"
    " '2026-11-17 07:30+00', 'a.csv', '', '', 'utf-8', ';', '[]', '{{}}', 2, 2,"
    " '2026-11-17 07:30+00' FROM leads_user u WHERE %s > 0 LIMIT 1"
)
NOTHING = {"number": "''", "registered": "NULL", "extended": "NULL", "forwarded": "NULL"}
DAY = "'2026-11-17'"
UNSENT = (
    "WITH unsent AS (UPDATE leads_message SET state = 'planned', sent_at = NULL, attempts = 0) "
)
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
    "appeal_registration_uncounted": APPEAL.format(**NOTHING),
    "appeal_uncounted": APPEAL.format(**NOTHING | {"number": "'1'", "registered": DAY}),
    "appeal_clock_of_none": "UPDATE leads_clock SET kind = 'statutory', stopped_at = NULL,"
    " stop_event = '', next_at = due_at WHERE kind = 'first_contact' AND inquiry_id = %s",
    "appeal_paused": "UPDATE leads_clock SET kind = 'statutory', paused_at = started_at,"
    " paused_for = 'investor', paused_until = '2026-12-01'"
    " WHERE kind = 'first_contact' AND inquiry_id = %s",
    "appeal_extended_untold": UNSENT + APPEAL.format(**NOTHING | {"extended": DAY}),
    "appeal_forwarded_untold": UNSENT + APPEAL.format(**NOTHING | {"forwarded": DAY}),
    "appeal_forwarded_for_no_reason": "UPDATE leads_clock SET stop_event = 'forwarded'"
    " WHERE kind = 'answer' AND inquiry_id = %s",
    "appeal_paper_unknown": "UPDATE leads_clock SET stop_event = 'paper'"
    " WHERE kind = 'answer' AND inquiry_id = %s",
    "digest_late": "UPDATE leads_digest SET not_before_at = '2026-11-17 07:30+00' WHERE %s > 0",
    "digest_stuck": "UPDATE leads_digest SET state = 'sending', leased_until = now()"
    " - interval '1 year' WHERE %s > 0",
    "digest_sent_without_try": "UPDATE leads_digest SET state = 'sent', settled_at = now()"
    " WHERE %s > 0",
    "digest_unplanned": "UPDATE leads_digest SET state = 'skipped',"
    " settled_at = '2026-11-17 06:00+00' WHERE %s > 0",
    "recording_kept_too_long": RECORDING.format(state="fetched").replace("2027", "2026"),
    "dialling_unsettled": "INSERT INTO leads_dialling (key, user_id, extension, phone_e164, state,"
    " asked_at, error) SELECT gen_random_uuid(), u.id, '101', '+79181234567', 'planned',"
    " '2026-11-17 07:30+00', '' FROM leads_user u WHERE %s > 0",
    "import_standing": RUN.format(state="running"),
    "import_miscounted": RUN.format(state="done"),
    "import_row_of_nothing": "INSERT INTO leads_importrow (run_id, line, outcome, field, code, told,"
    " taken_back) SELECT 1, 2, 'made', '', '', 0, false WHERE %s > 0",
    "letter_orphan": "UPDATE leads_message SET inquiry_id = 999999 WHERE inquiry_id = %s",
    "mail_late": "UPDATE leads_incomingmail SET taken_at = NULL WHERE inquiry_id = %s",
    "mail_of_nobody": "UPDATE leads_incomingmail SET inquiry_id = NULL WHERE inquiry_id = %s",
    "mail_untold": "DELETE FROM leads_activity WHERE kind = 'mail_received' AND inquiry_id = %s",
    "mail_kind_unknown": "UPDATE leads_incomingmail SET kind = 'gone' WHERE inquiry_id = %s",
    "opening_untold": "DELETE FROM leads_activity WHERE kind = 'opened' AND inquiry_id = %s",
    "last_activity_wrong": "UPDATE leads_inquiry SET last_activity_at = opened_at WHERE id = %s",
    "stage_untold": "UPDATE leads_inquiry SET stage = 'visit' WHERE id = %s",
    "step_done_untold": "UPDATE leads_followup SET done_at = now(), outcome = 'reached'"
    " WHERE inquiry_id = %s",
    "reminder_untold": "UPDATE leads_followup SET reminded_at = now() WHERE inquiry_id = %s",
    "referral_untold": "INSERT INTO leads_referral (inquiry_id, district_id, referred_by_id,"
    " referred_at, question, contact_shared, return_reason, return_note, answer, parks)"
    " SELECT id, 'abinsky', 1, now(), '', false, '', '', '', '{}'"
    " FROM leads_inquiry WHERE id = %s",
    "consent_missing": "UPDATE leads_inquiry SET channel = 'web' WHERE id = %s",
    "quarantine_unjudged": "INSERT INTO leads_quarantine (inquiry_id, signs, held_at, verdict)"
    " SELECT id, '{trap}', opened_at - interval '2 days', '' FROM leads_inquiry WHERE id = %s",
    "quarantine_unlisted": "UPDATE leads_inquiry SET disposition = 'quarantined' WHERE id = %s",
    "quarantine_contradicted": "INSERT INTO leads_quarantine (inquiry_id, signs, held_at, verdict)"
    " SELECT id, '{trap}', opened_at, '' FROM leads_inquiry WHERE id = %s",
    "pack_late": "INSERT INTO leads_answerpack (inquiry_id, version, language, planned_at, content,"
    " pdf, openings) SELECT id, 1, 'ru', opened_at, '{}', '', 0 FROM leads_inquiry WHERE id = %s",
    "pack_sent_untold": "INSERT INTO leads_answerpack (inquiry_id, version, language, planned_at,"
    " made_at, sent_at, content, pdf, openings) SELECT id, 1, 'ru', opened_at, opened_at,"
    " opened_at, '{}', '', 0 FROM leads_inquiry WHERE id = %s",
    "call_without_inquiry": "UPDATE leads_call SET inquiry_id = NULL WHERE inquiry_id = %s",
    "call_unknown_class": "UPDATE leads_call SET outcome = 'gone' WHERE inquiry_id = %s",
    "call_orphan": "UPDATE leads_call SET inquiry_id = 999999 WHERE inquiry_id = %s",
    "draft_forgotten": "INSERT INTO leads_deskdraft (key, operator_id, version, fields, touched,"
    " parked, opened_at, touched_at) SELECT gen_random_uuid(), (SELECT min(id) FROM leads_user), 1,"
    " '{}', '{}', true, opened_at - interval '2 days', opened_at - interval '2 days'"
    " FROM leads_inquiry WHERE id = %s",
    "first_contact_uncounted": "DELETE FROM leads_clock WHERE kind = 'first_contact'"
    " AND inquiry_id = %s",
    "answer_uncounted": "DELETE FROM leads_clock WHERE kind = 'substantive_reply'"
    " AND inquiry_id = %s",
    "clock_untold": "UPDATE leads_clock SET next_at = started_at WHERE stopped_at IS NULL"
    " AND inquiry_id = %s",
    "clock_asleep": "UPDATE leads_clock SET next_at = NULL WHERE inquiry_id = %s",
    "clock_at_odds": "UPDATE leads_clock SET paused_at = now(), paused_for = 'investor',"
    " paused_until = '2027-01-01' WHERE stopped_at IS NULL AND inquiry_id = %s",
    "stopped_by_no_letter": "UPDATE leads_clock SET stopped_at = now(), stop_event = 'letter',"
    " next_at = NULL WHERE inquiry_id = %s",
    "clock_told_untold": "UPDATE leads_clock SET told = 3, told_at = now() WHERE inquiry_id = %s",
    "clock_orphan": "UPDATE leads_clock SET inquiry_id = 999999 WHERE inquiry_id = %s",
    "referral_uncounted": "INSERT INTO leads_referral (inquiry_id, district_id, referred_by_id,"
    " referred_at, question, contact_shared, due_at, return_reason, return_note, answer, parks)"
    " SELECT id, 'abinsky', 1, now(), '', false, now(), '', '', '', '{}'"
    " FROM leads_inquiry WHERE id = %s",
    "settled_referral_counted": "WITH gone AS (INSERT INTO leads_referral (inquiry_id, district_id,"
    " referred_by_id, referred_at, question, contact_shared, answered_at, return_reason,"
    " return_note, answer, parks) SELECT id, 'abinsky', 1, now(), '', false, now(), '', '', 'a',"
    " '{}' FROM leads_inquiry WHERE id = %s RETURNING id)"
    " UPDATE leads_clock SET referral_id = gone.id FROM gone"
    " WHERE kind = 'first_contact'",
    "district_answer_untold": "INSERT INTO leads_referral (inquiry_id, district_id, referred_by_id,"
    " referred_at, question, contact_shared, answered_at, return_reason, return_note, answer,"
    " parks) SELECT id, 'abinsky', 1, now(), '', false, now(), '', '', 'a', '{}'"
    " FROM leads_inquiry WHERE id = %s",
    "call_event_unfolded": "INSERT INTO leads_callevent (provider, event_key, call_key, binding,"
    " body, received_at) SELECT 'generic', 'e', number, '', '{}', opened_at FROM leads_inquiry"
    " WHERE id = %s",
    "call_without_end": "UPDATE leads_call SET state = 'ringing', heard_at = '2020-01-01'"
    " WHERE inquiry_id = %s",
    "call_unanswered": "UPDATE leads_call SET outcome = 'call_back' WHERE inquiry_id = %s",
    "call_back_answered": CALL_BACK.format(due="now()"),
    "call_back_of_nobody": CALL_BACK.format(due="now()"),
    "call_back_uncounted": CALL_BACK.format(due="now()"),
    "call_back_counted_on": CLOCK_OF_CALL_BACK.format(next="due_at + interval '1 year'"),
    "call_back_untold": CLOCK_OF_CALL_BACK.format(next="NULL"),
    "recording_without_notice": RECORDING.format(state="fetched"),
    "recording_late": RECORDING.format(state="pending"),
}
OF_ROWS = {
    "clock_orphan": ("clock ", "leads_clock"),
    "call_event_unfolded": ("call event ", "leads_callevent"),
    "call_without_end": ("call ", "leads_call"),
    "call_unanswered": ("call ", "leads_call"),
    "call_back_answered": ("call back ", "leads_callback"),
    "call_back_of_nobody": ("call back ", "leads_callback"),
    "call_back_uncounted": ("call back ", "leads_callback"),
    "call_back_counted_on": ("clock ", "leads_clock"),
    "call_back_untold": ("clock ", "leads_clock"),
    "recording_without_notice": ("recording ", "leads_recording"),
    "recording_late": ("recording ", "leads_recording"),
    "need_orphan": ("need ", "leads_need"),
    "step_orphan": ("step ", "leads_followup"),
    "match_run_orphan": ("match run ", "leads_matchrun"),
    "match_orphan": ("match ", "leads_match"),
    "digest_late": ("digest ", "leads_digest"),
    "digest_stuck": ("digest ", "leads_digest"),
    "digest_sent_without_try": ("digest ", "leads_digest"),
    "digest_unplanned": ("user ", "leads_user"),
    "recording_kept_too_long": ("recording ", "leads_recording"),
    "dialling_unsettled": ("dialling ", "leads_dialling"),
    "import_standing": ("import ", "leads_importrun"),
    "import_miscounted": ("import ", "leads_importrun"),
    "import_row_of_nothing": ("import line ", "leads_importrow"),
    "letter_orphan": ("letter ", "leads_message"),
    "mail_late": ("mail ", "leads_incomingmail"),
    "mail_of_nobody": ("mail ", "leads_incomingmail"),
    "mail_untold": ("mail ", "leads_incomingmail"),
    "mail_kind_unknown": ("mail ", "leads_incomingmail"),
    "call_without_inquiry": ("call ", "leads_call"),
    "call_unknown_class": ("call ", "leads_call"),
    "call_orphan": ("call ", "leads_call"),
    "draft_forgotten": ("draft ", "leads_deskdraft"),
}
CONSTRAINTS = {
    "leads_inquiry": [
        "inquiry_lost_has_reason",
        "inquiry_closed_at_with_stage",
        "inquiry_confidential_has_code_name",
    ],
    "leads_appeal": ["appeal_extended_within_the_law", "appeal_forwarded_to_somebody"],
    "leads_call": ["call_about_something_has_inquiry"],
    "leads_deskdraft": ["desk_draft_holds_something"],
}
