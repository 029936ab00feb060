"""Nouns of the inquiry and their verbs, one file each.

May import the pure rooms and districts.models. Tests: tests/leads/.
"""

from .activity import Activity
from .calendar import CalendarDay
from .call import TALKS_AT_MOST, Call
from .call_back import CallBack, CallBackAttempt, hold_number
from .call_back_rule import CallBackRule
from .call_event import CallEvent
from .consent import Consent, ConsentText
from .follow_up import FollowUp, NextStepOwed
from .heartbeat import STANDSTILL, Heartbeat
from .inquiry import Inquiry
from .investor import Contact, ContactEmail, ContactPhone, Investor
from .ledger_result import LedgerResult
from .line import Line
from .match import Match, MatchRun
from .message import Message
from .need import Need
from .officer import DistrictOfficer, Officer
from .recording import Listening, Recording
from .referral import Referral
from .routing import RoutingDecision, RoutingRule
from .stage import MOVES, OPEN_STAGES, Disposition, LostReason, MoveRefused, Stage, WaitingOn
from .trouble import Trouble
from .user import User

__all__ = [
    "MOVES",
    "OPEN_STAGES",
    "STANDSTILL",
    "TALKS_AT_MOST",
    "Activity",
    "CalendarDay",
    "Call",
    "CallBack",
    "CallBackAttempt",
    "CallBackRule",
    "CallEvent",
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
    "Officer",
    "Recording",
    "Referral",
    "RoutingDecision",
    "RoutingRule",
    "Stage",
    "Trouble",
    "User",
    "WaitingOn",
    "hold_number",
]
