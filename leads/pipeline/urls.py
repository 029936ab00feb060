from django.urls import path, register_converter

from .views import (
    board,
    bulk,
    cells,
    follow_ups,
    inquiry,
    lists,
    matches,
    my_day,
    notifications,
    officers,
    presence,
    referrals,
    saved_views,
    set_aside,
    stage,
    triage,
    undo,
    weights,
)


class InquiryNumber:
    """INV-2026-000001; anything else is missing before the database is asked."""

    regex = r"INV-\d{4}-\d{6,12}"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


class Key:
    """A row's key that fits its column."""

    regex = r"\d{1,18}"
    to_python = staticmethod(int)
    to_url = staticmethod(str)


register_converter(InquiryNumber, "number")
register_converter(Key, "key")

app_name = "pipeline"
urlpatterns = [
    path("pipeline/", lists.pipeline, name="pipeline"),
    path("pipeline/search/", lists.search, name="search"),
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
    path("my-day/", my_day.my_day, name="my_day"),
    path("inquiries/<number:number>/", inquiry.inquiry, name="inquiry"),
    path("inquiries/<number:number>/advance/", stage.advance, name="advance"),
    path("inquiries/<number:number>/presence/", presence.presence, name="presence"),
    path("inquiries/<number:number>/readings/", presence.readings, name="readings"),
    path("inquiries/<number:number>/peek/", presence.peek, name="peek"),
    path("inquiries/<number:number>/cell/<slug:cell>/", cells.edit_cell, name="edit_cell"),
    path("inquiries/<number:number>/wait/", stage.wait, name="wait"),
    path("inquiries/<number:number>/note/", inquiry.note, name="note"),
    path("inquiries/<number:number>/need/", inquiry.change_need, name="change_need"),
    path(
        "inquiries/<number:number>/confidential/",
        inquiry.keep_confidential,
        name="keep_confidential",
    ),
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
    path("notifications/", notifications.notifications, name="notifications"),
    path("notifications/unread/", notifications.unread_notifications, name="unread_notifications"),
    path(
        "notifications/read/", notifications.read_all_notifications, name="read_all_notifications"
    ),
    path("notifications/<key:pk>/read/", notifications.read_notification, name="read_notification"),
    path("referrals/", referrals.referrals, name="referrals"),
    path("referrals/<key:pk>/", referrals.referral, name="referral"),
]
