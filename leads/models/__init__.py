"""Nouns of the inquiry and their verbs, one file each.

May import the pure rooms and districts.models. Tests: tests/leads/.
"""

from .activity import Activity
from .calendar import CalendarDay
from .call import Call, CallTaken
from .consent import Consent, ConsentText
from .desk_draft import DeskDraft, DraftGone, Kept
from .follow_up import FollowUp, NextStepOwed
from .heartbeat import STANDSTILL, Heartbeat
from .inquiry import Inquiry
from .investor import Contact, ContactEmail, ContactPhone, Investor
from .ledger_result import LedgerResult
from .likeness import Likeness, alike
from .match import Match, MatchRun
from .merge import InvestorMerge, MergeRefused
from .message import Message
from .need import Need
from .officer import DistrictOfficer, Officer
from .referral import Referral
from .routing import RoutingDecision, RoutingRule
from .stage import MOVES, OPEN_STAGES, Disposition, LostReason, MoveRefused, Stage, WaitingOn
from .trouble import Trouble
from .user import User

__all__ = [
    "MOVES",
    "OPEN_STAGES",
    "STANDSTILL",
    "Activity",
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
    "Officer",
    "Referral",
    "RoutingDecision",
    "RoutingRule",
    "Stage",
    "Trouble",
    "User",
    "WaitingOn",
    "alike",
]
