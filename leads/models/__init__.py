"""Nouns of the inquiry and their verbs, one file each.

May import the pure rooms and districts.models. Tests: tests/leads/.
"""

from .activity import Activity
from .answer_pack import AnswerPack
from .attachment import Attachment, TooManyFiles
from .calendar import CalendarDay, Schedule, Shift
from .call import Call, CallTaken
from .consent import Consent, ConsentText
from .desk_draft import DeskDraft, DraftGone, Kept
from .follow_up import FollowUp, NextStepOwed
from .heartbeat import STANDSTILL, Heartbeat
from .inquiry import Inquiry
from .investor import Contact, ContactEmail, ContactPhone, Investor
from .leave import Leave
from .ledger_result import LedgerResult
from .likeness import Likeness, alike
from .match import Match
from .match_run import MatchRun
from .merge import InvestorMerge, MergeRefused
from .message import Message
from .need import Need
from .notification import Notification
from .officer import DistrictOfficer, Officer
from .peer_count import PeerCount
from .quarantine import Quarantine
from .question import Question
from .rating import Rating
from .referral import Referral
from .routing import RoutingDecision, with_wants
from .rule import RoutingRule, RuleVersion
from .rule_set import RuleSet
from .stage import MOVES, OPEN_STAGES, Disposition, LostReason, MoveRefused, Stage, WaitingOn
from .status_link import StatusLink
from .trouble import Trouble
from .user import User

__all__ = [
    "MOVES",
    "OPEN_STAGES",
    "STANDSTILL",
    "Activity",
    "AnswerPack",
    "Attachment",
    "CalendarDay",
    "Call",
    "CallTaken",
    "Consent",
    "ConsentText",
    "Contact",
    "ContactEmail",
    "ContactPhone",
    "DeskDraft",
    "Disposition",
    "DistrictOfficer",
    "DraftGone",
    "FollowUp",
    "Heartbeat",
    "Inquiry",
    "Investor",
    "InvestorMerge",
    "Kept",
    "Leave",
    "LedgerResult",
    "Likeness",
    "LostReason",
    "Match",
    "MatchRun",
    "MergeRefused",
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
    "Referral",
    "RoutingDecision",
    "RoutingRule",
    "RuleSet",
    "RuleVersion",
    "Schedule",
    "Shift",
    "Stage",
    "StatusLink",
    "TooManyFiles",
    "Trouble",
    "User",
    "WaitingOn",
    "alike",
    "with_wants",
]
