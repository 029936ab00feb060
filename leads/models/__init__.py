"""Nouns of the inquiry and their verbs, one file each.

May import the pure rooms and districts.models. Tests: tests/leads/.
"""

from .activity import Activity
from .answer_pack import AnswerPack
from .attachment import Attachment, TooManyFiles
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
from .follow_up import FollowUp, NextStepOwed
from .heartbeat import STANDSTILL, Heartbeat
from .inquiry import Inquiry
from .investor import Contact, ContactEmail, ContactPhone, Investor
from .leave import Leave
from .ledger_result import LedgerResult
from .line import Line
from .match import Match
from .match_run import MatchRun
from .message import Message
from .need import Need
from .notification import Notification
from .officer import DistrictOfficer, Officer
from .peer_count import PeerCount
from .quarantine import Quarantine
from .question import Question
from .rating import Rating
from .recording import Listening, Recording
from .referral import Referral
from .routing import RoutingDecision, with_wants
from .rule import RoutingRule, RuleVersion
from .rule_set import RuleSet
from .stage import MOVES, OPEN_STAGES, Disposition, LostReason, MoveRefused, Stage, WaitingOn
from .status_link import StatusLink
from .term import Term
from .trouble import Trouble
from .user import User

__all__ = [
    "MOVES",
    "OPEN_STAGES",
    "STANDSTILL",
    "TALKS_AT_MOST",
    "Activity",
    "AnswerPack",
    "Attachment",
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
    "Disposition",
    "DistrictOfficer",
    "FollowUp",
    "Heartbeat",
    "How",
    "Inquiry",
    "Investor",
    "Leave",
    "LedgerResult",
    "Line",
    "Listening",
    "LostReason",
    "Match",
    "MatchRun",
    "Message",
    "MoveRefused",
    "Need",
    "NextStepOwed",
    "Notification",
    "Officer",
    "PeerCount",
    "Quarantine",
    "Question",
    "Rating",
    "Recording",
    "Referral",
    "RoutingDecision",
    "RoutingRule",
    "RuleSet",
    "RuleVersion",
    "Schedule",
    "Shift",
    "Stage",
    "StatusLink",
    "Term",
    "Told",
    "TooManyFiles",
    "Trouble",
    "User",
    "WaitingOn",
    "heard",
    "hold_number",
    "with_wants",
]
