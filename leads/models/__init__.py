"""Nouns of the inquiry and their verbs, one file each.

May import the pure rooms and districts.models. Tests: tests/leads/.
"""

from .activity import Activity
from .batch import Batch
from .calendar import CalendarDay, Schedule, Shift
from .call import Call
from .consent import Consent, ConsentText
from .follow_up import FollowUp, NextStepOwed
from .heartbeat import STANDSTILL, Heartbeat
from .inquiry import Inquiry, Overtaken
from .investor import Contact, ContactEmail, ContactPhone, Investor
from .leave import Leave
from .ledger_result import LedgerResult
from .match import Match
from .match_run import MatchRun
from .message import Message
from .need import Need
from .notification import Notification
from .officer import DistrictOfficer, Officer
from .presence import Presence
from .reading import Reading
from .referral import Referral
from .routing import RoutingDecision, with_wants
from .rule import RoutingRule, RuleVersion
from .rule_set import RuleSet
from .saved_view import SavedView, TooManyViews
from .stage import MOVES, OPEN_STAGES, Disposition, LostReason, MoveRefused, Stage, WaitingOn
from .trouble import Trouble
from .user import User

__all__ = [
    "MOVES",
    "OPEN_STAGES",
    "STANDSTILL",
    "Activity",
    "Batch",
    "CalendarDay",
    "Call",
    "Consent",
    "ConsentText",
    "Contact",
    "ContactEmail",
    "ContactPhone",
    "Disposition",
    "DistrictOfficer",
    "FollowUp",
    "Heartbeat",
    "Inquiry",
    "Investor",
    "Leave",
    "LedgerResult",
    "LostReason",
    "Match",
    "MatchRun",
    "Message",
    "MoveRefused",
    "Need",
    "NextStepOwed",
    "Notification",
    "Officer",
    "Overtaken",
    "Presence",
    "Reading",
    "Referral",
    "RoutingDecision",
    "RoutingRule",
    "RuleSet",
    "RuleVersion",
    "SavedView",
    "Schedule",
    "Shift",
    "Stage",
    "TooManyViews",
    "Trouble",
    "User",
    "WaitingOn",
    "with_wants",
]
