"""Nouns of the inquiry and their verbs, one file each.

May import the pure rooms and districts.models. Tests: tests/leads/.
"""

from .activity import Activity
from .answer_pack import AnswerPack
from .appeal import EXTENDED_AT_MOST, Appeal, NumberTaken
from .attachment import Attachment, TooManyFiles
from .batch import Batch
from .calendar import CalendarDay, Schedule, Shift
from .call import TALKS_AT_MOST, Call, CallTaken
from .call_back import CallBack, CallBackAttempt, hold_number
from .call_back_rule import CallBackRule
from .call_event import CallEvent
from .clock import Clock
from .clock_stopping import heard
from .clock_telling import Told
from .consent import Consent, ConsentText
from .conversation import How
from .desk_draft import DeskDraft, DraftGone, Kept
from .dialling import Dialling
from .digest import Digest
from .export import Export
from .follow_up import FollowUp, NextStepOwed
from .heartbeat import STANDSTILL, Heartbeat
from .import_run import UNDO_FOR as UNDO_IMPORT_FOR
from .import_run import ImportRow, ImportRun
from .incoming_mail import IncomingMail
from .inquiry import Inquiry, Overtaken
from .investor import Contact, ContactEmail, ContactPhone, Investor
from .leave import Leave
from .ledger_result import LedgerResult
from .likeness import Likeness, alike
from .line import Line
from .mailbox import MailboxState
from .match import Match
from .match_run import MatchRun
from .merge import InvestorMerge, MergeRefused
from .message import Message
from .need import Need
from .notification import Notification
from .officer import DistrictOfficer, Officer
from .peer_count import PeerCount
from .presence import Presence
from .quarantine import Quarantine
from .question import Question
from .rating import Rating
from .reading import Reading
from .recording import Listening, Recording
from .referral import Referral
from .routing import RoutingDecision, with_wants
from .rule import RoutingRule, RuleVersion
from .rule_set import RuleSet
from .saved_view import SavedView, TooManyViews
from .stage import MOVES, OPEN_STAGES, Disposition, LostReason, MoveRefused, Stage, WaitingOn
from .status_link import StatusLink
from .term import Term
from .trouble import Trouble
from .unreached import NotReached
from .user import User

__all__ = [
    "EXTENDED_AT_MOST",
    "MOVES",
    "OPEN_STAGES",
    "STANDSTILL",
    "TALKS_AT_MOST",
    "UNDO_IMPORT_FOR",
    "Activity",
    "AnswerPack",
    "Appeal",
    "Attachment",
    "Batch",
    "CalendarDay",
    "Call",
    "CallBack",
    "CallBackAttempt",
    "CallBackRule",
    "CallEvent",
    "CallTaken",
    "Clock",
    "Consent",
    "ConsentText",
    "Contact",
    "ContactEmail",
    "ContactPhone",
    "DeskDraft",
    "Dialling",
    "Digest",
    "Disposition",
    "DistrictOfficer",
    "DraftGone",
    "Export",
    "FollowUp",
    "Heartbeat",
    "How",
    "ImportRow",
    "ImportRun",
    "IncomingMail",
    "Inquiry",
    "Investor",
    "InvestorMerge",
    "Kept",
    "Leave",
    "LedgerResult",
    "Likeness",
    "Line",
    "Listening",
    "LostReason",
    "MailboxState",
    "Match",
    "MatchRun",
    "MergeRefused",
    "Message",
    "MoveRefused",
    "Need",
    "NextStepOwed",
    "NotReached",
    "Notification",
    "NumberTaken",
    "Officer",
    "Overtaken",
    "PeerCount",
    "Presence",
    "Quarantine",
    "Question",
    "Rating",
    "Reading",
    "Recording",
    "Referral",
    "RoutingDecision",
    "RoutingRule",
    "RuleSet",
    "RuleVersion",
    "SavedView",
    "Schedule",
    "Shift",
    "Stage",
    "StatusLink",
    "Term",
    "Told",
    "TooManyFiles",
    "TooManyViews",
    "Trouble",
    "User",
    "WaitingOn",
    "alike",
    "heard",
    "hold_number",
    "with_wants",
]
