"""Stages of an inquiry, the moves between them, and what stands beside the stage."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    NEW = "new", _("New")
    QUALIFIED = "qualified", _("Qualified")
    MATCHING = "matching", _("Matching")
    PROPOSAL = "proposal", _("Proposal")
    VISIT = "visit", _("Site visit")
    AGREEMENT = "agreement", _("Agreement")
    WON = "won", _("Won")
    LOST = "lost", _("Lost")


OPEN_STAGES = tuple(stage.value for stage in Stage if stage not in (Stage.WON, Stage.LOST))

# From each stage the ones it may move to: forward by any number of steps (a caller may come with
# his mind made up), one step back to mend a slip, lost from anywhere, back out of the closed ones.
MOVES: dict[str, frozenset[str]] = {
    stage: frozenset(
        [*OPEN_STAGES[place + 1 :], *OPEN_STAGES[max(place - 1, 0) : place], Stage.WON, Stage.LOST]
    )
    for place, stage in enumerate(OPEN_STAGES)
} | {
    Stage.WON.value: frozenset([Stage.AGREEMENT.value]),
    Stage.LOST.value: frozenset([Stage.QUALIFIED.value]),
}


class MoveRefused(Exception):
    """The move is not allowed from where the inquiry stands; `code` says why."""

    def __init__(self, code: str):
        super().__init__(code)
        self.code = code


class LostReason(models.TextChoices):
    NO_SITE = "no_site", _("No fitting site")
    NO_UTILITIES = "no_utilities", _("Not enough power, gas or water")
    OTHER_REGION = "other_region", _("Chose another region")
    MONEY = "money", _("No financing")
    NO_ANSWER = "no_answer", _("The investor stopped answering")
    POSTPONED = "postponed", _("The project is put off")
    OTHER = "other", _("Another reason")


class WaitingOn(models.TextChoices):
    NOBODY = "nobody", _("Nobody")
    INVESTOR = "investor", _("The investor")
    DISTRICT = "district", _("The district")


class Disposition(models.TextChoices):
    """What the inquiry is to the ledger; only a live one is owed an answer."""

    LIVE = "live", _("Live")
    DUPLICATE = "duplicate", _("Duplicate")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    NOT_A_PROJECT = "not_a_project", _("Not a project")
    QUARANTINED = "quarantined", _("Quarantined")
    SPAM = "spam", _("Spam")
    TEST = "test", _("Test")
    ERASED = "erased", _("Erased")
    HISTORY = "history", _("Closed before it came here")
