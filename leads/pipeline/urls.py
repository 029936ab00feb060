from django.urls import include, path, register_converter

from .views import (
    answers,
    appeals,
    board,
    bulk,
    cells,
    clocks,
    district_table,
    export,
    follow_ups,
    imports,
    inquiry,
    ledger,
    letters,
    lists,
    mails,
    matches,
    my_day,
    notifications,
    officers,
    palette,
    presence,
    quarantine,
    referrals,
    routing,
    routing_calendar,
    routing_officers,
    routing_queue,
    routing_tries,
    saved_views,
    set_aside,
    stage,
    terms,
    triage,
    undo,
    weights,
)


class InquiryNumber:
    """INV-2026-000001; anything else is missing before the database is asked."""

    regex = r"INV-\d{4}-\d{6,12}"
    to_python = to_url = staticmethod(str)


class UpDown:
    """The way a rule moves, or the state it is switched to."""

    regex = "up|down"
    to_python = to_url = staticmethod(str)


class OnOff(UpDown):
    regex = "on|off"


class LedgerClass(UpDown):
    """live/new, spam, call/inquiry; whether there is one is the view's question."""

    regex = r"[a-z_]{1,20}(/[a-z_]{1,20})?"


class Key:
    """A row's key that fits its column."""

    regex = r"\d{1,18}"
    to_python = staticmethod(int)
    to_url = staticmethod(str)


register_converter(InquiryNumber, "number")
register_converter(Key, "key")
register_converter(UpDown, "updown")
register_converter(OnOff, "onoff")
register_converter(LedgerClass, "class")

OF_AN_APPEAL = [
    path("", appeals.mark_appeal, name="mark_appeal"),
    path("unmark/", appeals.unmark_appeal, name="unmark_appeal"),
    path("register/", appeals.register_appeal, name="register_appeal"),
    path("extend/", appeals.extend_appeal, name="extend_appeal"),
    path("forward/", appeals.forward_appeal, name="forward_appeal"),
    path("paper/", appeals.answer_appeal, name="answer_appeal"),
]
app_name = "pipeline"
urlpatterns = [
    path("pipeline/", lists.pipeline, name="pipeline"),
    path("pipeline/search/", lists.search, name="search"),
    path("pipeline/export/", export.export, name="export"),
    path("pipeline/imports/", imports.imports, name="imports"),
    path("pipeline/imports/<key:pk>/", imports.import_run, name="import_run"),
    path("pipeline/imports/<key:pk>/start/", imports.start_import, name="start_import"),
    path("pipeline/imports/<key:pk>/undo/", imports.undo_import, name="undo_import"),
    path("pipeline/imports/<key:pk>/refused/", imports.refused_file, name="refused_file"),
    path("pipeline/palette/", palette.palette, name="palette"),
    path("pipeline/board/", board.board, name="board"),
    path("pipeline/board/move/", board.move, name="move"),
    path("pipeline/board/<slug:stage>/", board.column, name="column"),
    path("pipeline/views/", saved_views.save_view, name="save_view"),
    path("pipeline/views/<key:pk>/drop/", saved_views.drop_view, name="drop_view"),
    path("pipeline/many/", bulk.bulk, name="bulk"),
    path("pipeline/many/<key:pk>/", bulk.batch, name="batch"),
    path("pipeline/many/<key:pk>/undo/", bulk.undo_batch, name="undo_batch"),
    path("pipeline/triage/", triage.triage, name="triage"),
    path("pipeline/triage/<number:number>/accept/", triage.accept, name="accept"),
    path(
        "pipeline/triage/<number:number>/duplicate/", triage.call_duplicate, name="call_duplicate"
    ),
    path("pipeline/triage/<number:number>/decline/", triage.decline, name="decline"),
    path("pipeline/triage/<number:number>/snooze/", triage.snooze, name="snooze"),
    path("history/<key:pk>/undo/", undo.undo, name="undo"),
    path("pipeline/weights/", weights.weights, name="weights"),
    path("pipeline/set-aside/", set_aside.set_aside, name="set_aside"),
    path("pipeline/set-aside/<slug:kind>/<key:pk>/retry/", set_aside.retry, name="retry"),
    path("pipeline/quarantine/", quarantine.quarantine, name="quarantine"),
    path("pipeline/quarantine/settle/", quarantine.settle_quarantine, name="settle_quarantine"),
    path("pipeline/routing/", routing.routing, name="routing"),
    path("pipeline/routing/why/", routing_tries.why_officer, name="why_officer"),
    path("pipeline/routing/sets/<key:pk>/", routing.rule_set, name="rule_set"),
    path("pipeline/routing/sets/<key:pk>/try/", routing_tries.try_rule_set, name="try_rule_set"),
    path("pipeline/routing/sets/<key:pk>/copy/", routing.copy_rule_set, name="copy_rule_set"),
    path(
        "pipeline/routing/sets/<key:pk>/enforce/", routing.enforce_rule_set, name="enforce_rule_set"
    ),
    path("pipeline/routing/sets/<key:pk>/delete/", routing.delete_rule_set, name="delete_rule_set"),
    path(
        "pipeline/routing/sets/<key:pk>/restore/", routing.restore_rule_set, name="restore_rule_set"
    ),
    path("pipeline/routing/sets/<key:pk>/rules/new/", routing.create_rule, name="create_rule"),
    path("pipeline/routing/rules/<key:pk>/", routing.change_rule, name="change_rule"),
    path("pipeline/routing/rules/<key:pk>/move/<updown:way>/", routing.move_rule, name="move_rule"),
    path(
        "pipeline/routing/rules/<key:pk>/switch/<onoff:way>/",
        routing.switch_rule,
        name="switch_rule",
    ),
    path("pipeline/routing/rules/<key:pk>/delete/", routing.delete_rule, name="delete_rule"),
    path("pipeline/routing/rules/<key:pk>/restore/", routing.restore_rule, name="restore_rule"),
    path("pipeline/routing/officers/", routing_officers.roster, name="roster"),
    path(
        "pipeline/routing/officers/<key:pk>/",
        routing_officers.change_officer,
        name="change_officer",
    ),
    path(
        "pipeline/routing/officers/<key:pk>/leave/", routing_officers.plan_leave, name="plan_leave"
    ),
    path(
        "pipeline/routing/leave/<key:pk>/cancel/",
        routing_officers.cancel_leave,
        name="cancel_leave",
    ),
    path("pipeline/routing/queue/", routing_queue.queue, name="queue"),
    path("pipeline/routing/queue/<number:number>/give/", routing_queue.give, name="give"),
    path("pipeline/routing/calendar/", routing_calendar.calendar, name="calendar"),
    path(
        "pipeline/routing/calendar/days/<key:pk>/take-back/",
        routing_calendar.take_back_day,
        name="take_back_day",
    ),
    path("pipeline/routing/calendar/teams/new/", routing_calendar.schedule, name="new_schedule"),
    path("pipeline/routing/calendar/teams/<key:pk>/", routing_calendar.schedule, name="schedule"),
    path("pipeline/ledger/", ledger.ledger, name="ledger"),
    path("pipeline/ledger/recount/", ledger.recount_now, name="recount_now"),
    path("pipeline/ledger/<class:key>/", ledger.ledger_class, name="ledger_class"),
    path("my-day/", my_day.my_day, name="my_day"),
    path("inquiries/<number:number>/", inquiry.inquiry, name="inquiry"),
    path("inquiries/<number:number>/advance/", stage.advance, name="advance"),
    path("inquiries/<number:number>/presence/", presence.presence, name="presence"),
    path("inquiries/<number:number>/readings/", presence.readings, name="readings"),
    path("inquiries/<number:number>/peek/", presence.peek, name="peek"),
    path("inquiries/<number:number>/cell/<slug:cell>/", cells.edit_cell, name="edit_cell"),
    path("inquiries/<number:number>/wait/", stage.wait, name="wait"),
    path(
        "inquiries/<number:number>/conversation/", clocks.log_conversation, name="log_conversation"
    ),
    path("inquiries/<number:number>/appeal/", include(OF_AN_APPEAL)),
    path("clocks/<key:pk>/acknowledge/", clocks.acknowledge_clock, name="acknowledge_clock"),
    path("pipeline/terms/", terms.terms, name="terms"),
    path("inquiries/<number:number>/note/", inquiry.note, name="note"),
    path("inquiries/<number:number>/need/", inquiry.change_need, name="change_need"),
    path(
        "inquiries/<number:number>/confidential/",
        inquiry.keep_confidential,
        name="keep_confidential",
    ),
    path("inquiries/<number:number>/question/", answers.ask_investor, name="ask_investor"),
    path("inquiries/<number:number>/as-investor/", answers.as_investor, name="as_investor"),
    path("inquiries/<number:number>/answers/", answers.answers, name="answers"),
    path("inquiries/<number:number>/answers/prepare/", answers.plan_pack, name="plan_pack"),
    path("inquiries/<number:number>/answers/<key:pk>/send/", answers.send_pack, name="send_pack"),
    path("inquiries/<number:number>/answers/<key:pk>/pdf/", answers.pack_file, name="pack_file"),
    path("inquiries/<number:number>/files/<key:pk>/", answers.attachment, name="attachment"),
    path("inquiries/<number:number>/take/", officers.take, name="take"),
    path("inquiries/<number:number>/assign/", officers.assign, name="assign"),
    path("inquiries/<number:number>/refer/", officers.refer, name="refer"),
    path("inquiries/<number:number>/next-step/", follow_ups.open_step, name="open_step"),
    path("inquiries/<number:number>/matches/", matches.all_matches, name="all_matches"),
    path(
        "inquiries/<number:number>/matches/<key:pk>/choose/",
        matches.choose_match,
        name="choose_match",
    ),
    path(
        "inquiries/<number:number>/matches/<key:pk>/refuse/",
        matches.refuse_match,
        name="refuse_match",
    ),
    path(
        "inquiries/<number:number>/matches/<key:pk>/reopen/",
        matches.reopen_match,
        name="reopen_match",
    ),
    path("follow-ups/<key:pk>/complete/", follow_ups.complete_follow_up, name="complete_follow_up"),
    path("follow-ups/<key:pk>/postpone/", follow_ups.postpone_follow_up, name="postpone_follow_up"),
    path("inquiries/<number:number>/write/", letters.write, name="write"),
    path("pipeline/mails/", mails.mails, name="mails"),
    path("pipeline/mails/<key:pk>/take/", mails.take_mail, name="take_mail"),
    path("mails/<key:pk>/attachments/<key:number>/", mails.mail_file, name="mail_file"),
    path("letters/<key:pk>/", letters.letter, name="letter"),
    path("letters/<key:pk>/withdraw/", letters.withdraw_letter, name="withdraw_letter"),
    path("letters/<key:pk>/discard/", letters.discard_letter, name="discard_letter"),
    path("letters/<key:pk>/resend/", letters.resend_letter, name="resend_letter"),
    path("notifications/", notifications.notifications, name="notifications"),
    path("notifications/unread/", notifications.unread_notifications, name="unread_notifications"),
    path(
        "notifications/read/", notifications.read_all_notifications, name="read_all_notifications"
    ),
    path("notifications/letter/", notifications.choose_digest, name="choose_digest"),
    path("notifications/<key:pk>/read/", notifications.read_notification, name="read_notification"),
    path("referrals/", referrals.referrals, name="referrals"),
    path("referrals/<key:pk>/", referrals.referral, name="referral"),
    path("referrals/<key:pk>/accept/", referrals.accept_referral, name="accept_referral"),
    path("referrals/<key:pk>/return/", referrals.send_back_referral, name="send_back_referral"),
    path("referrals/<key:pk>/reply/", referrals.reply_referral, name="reply_referral"),
    path(
        "pipeline/districts/<slug:district>/",
        district_table.district_referrals,
        name="district_referrals",
    ),
    path("pipeline/districts/", district_table.district_table, name="district_table"),
]
