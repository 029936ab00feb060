"""What is owed without anybody asking: worked off by the sweep, watched by a monitor.

`since` names the moment from which an item waits, `allowed` how long it may before it stands still.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import (
    BigIntegerField,
    Case,
    DateTimeField,
    Exists,
    F,
    OuterRef,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce

from districts.models import RegistryVersion
from leads.models import (
    STANDSTILL,
    TALKS_AT_MOST,
    AnswerPack,
    Call,
    CallEvent,
    Clock,
    Dialling,
    Digest,
    FollowUp,
    ImportRun,
    IncomingMail,
    Inquiry,
    Message,
    Recording,
    RoutingDecision,
    Trouble,
)

# A changed registry has every open inquiry matched anew, five thousand a sweep.
MATCHED_WITHIN = timedelta(hours=1)
# From when an inquiry is ours to work on: out of quarantine, else as it came.
LET_IN_AT = Coalesce("quarantine__settled_at", "opened_at")


@dataclass(frozen=True)
class Owed:
    task: str
    rows: QuerySet
    inquiry: str
    since: str
    allowed: timedelta = STANDSTILL

    def free(self, at) -> QuerySet:
        """Those that neither rest after a failure nor were set aside."""
        resting = Trouble.objects.resting(at).filter(task=self.task, key=OuterRef("pk"))
        return self.rows.exclude(Exists(resting))

    def late(self, at) -> QuerySet:
        """Those that stand still: due for too long, and nothing tried."""
        return self.free(at).filter(**{f"{self.since}__lt": at - self.allowed})

    def settled(self) -> QuerySet:
        """Troubles of items that are not owed any more, whoever settled them."""
        owed = self.rows.order_by().filter(pk=OuterRef("key"))
        return Trouble.objects.filter(task=self.task).exclude(Exists(owed))


def everything_owed(at) -> list[Owed]:
    decided = RoutingDecision.objects.filter(inquiry=OuterRef("pk"))
    loaded = RegistryVersion.objects.values("loaded_at")[:1]
    return [
        # Those for whom nobody was free come last (nulls do) and wait for an officer, not for the
        # machine: they have no moment.
        Owed(
            "leads.route",
            Inquiry.objects.awaiting_route()
            .annotate(untried_since=Case(When(~Exists(decided), then=LET_IN_AT)))
            .order_by("untried_since", "opened_at", "pk"),
            inquiry="pk",
            since="untried_since",
        ),
        Owed(
            "leads.match",
            Inquiry.objects.awaiting_match(RegistryVersion.current())
            .annotate(registry_at=Subquery(loaded))
            .order_by("pk"),
            inquiry="pk",
            since="registry_at",
            allowed=MATCHED_WITHIN,
        ),
        Owed(
            "leads.remind",
            FollowUp.objects.awaiting_reminder(at).order_by("due_at"),
            inquiry="inquiry_id",
            since="due_at",
        ),
        Owed(
            "leads.take_in",
            IncomingMail.objects.awaiting().order_by("pk"),
            inquiry="inquiry_id",
            since="stored_at",
        ),
        Owed(
            "leads.tell",
            Clock.objects.due(at).order_by("next_at"),
            inquiry="inquiry_id",
            since="next_at",
        ),
        Owed(
            "leads.attend",
            Clock.objects.at_odds(at).order_by("pk"),
            inquiry="inquiry_id",
            since="inquiry__last_activity_at",
        ),
        Owed(
            "leads.send",
            Message.objects.due(at).order_by("not_before_at"),
            inquiry="inquiry_id",
            since="not_before_at",
        ),
        Owed(
            "leads.make_pack",
            AnswerPack.objects.awaiting_making().order_by("planned_at"),
            inquiry="inquiry_id",
            since="planned_at",
        ),
        Owed(
            "leads.digest",
            Digest.objects.due(at)
            .annotate(of_nobody=Value(None, output_field=BigIntegerField()))
            .order_by("not_before_at"),
            inquiry="of_nobody",
            since="not_before_at",
        ),
        *_of_calls(at),
        Owed(
            "leads.bring_in",
            ImportRun.objects.awaiting()
            .annotate(of_nobody=Value(None, output_field=BigIntegerField()))
            .order_by("moved_at"),
            inquiry="of_nobody",
            since="moved_at",
        ),
    ]


def _of_calls(at) -> list[Owed]:
    """What is owed on account of calls, most of which have no inquiry."""
    nobody = Value(None, output_field=BigIntegerField())
    rows = {
        "leads.dial": (Dialling.objects.due(at), "asked_at"),
        "leads.fold": (CallEvent.objects.unfolded(), "received_at"),
        "leads.give_up": (Call.objects.silent(at), "heard_at"),
        "leads.settle": (Call.objects.ended().owing_call_back(), "ended_at"),
        "leads.fetch": (Recording.objects.due(at), "not_before_at"),
        "leads.erase": (
            Recording.objects.expired(at).annotate(
                term_over_at=Cast(F("keep_until"), DateTimeField()) + timedelta(days=1)
            ),
            "term_over_at",
        ),
    }
    # A call falls silent hours after it was heard last, so its own term counts from then.
    allowed = {"leads.give_up": TALKS_AT_MOST + STANDSTILL}
    return [
        Owed(
            task,
            owed.annotate(of_nobody=nobody).order_by(since, "pk"),
            inquiry="of_nobody",
            since=since,
            allowed=allowed.get(task, STANDSTILL),
        )
        for task, (owed, since) in rows.items()
    ]
