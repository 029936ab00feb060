"""Terms: how long each promise may take. Rows, so that the head can change them on a page."""

from datetime import timedelta

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class TermQuerySet(models.QuerySet):
    def by_code(self) -> dict[str, "Term"]:
        """All of them in one query; a promise must never fail for a row that somebody deleted."""
        return DEFAULTS | {term.code: term for term in self}


class Term(models.Model):
    class Code(models.TextChoices):
        ANSWER = "answer", _("The letter that an inquiry was received")
        FIRST_CONTACT = "first_contact", _("First contact")
        SUBSTANTIVE_REPLY = "substantive_reply", _("Full answer to a project")
        CONSULTATION = "consultation", _("Full answer to a consultation")
        HELP = "help", _("Full answer to a request for help")
        CALL_BACK = "call_back", _("Call back")
        DISTRICT_REPLY = "district_reply", _("Answer of a district")
        CHECK_IN = "check_in", _("Ask how it goes after a proposal")
        STEP = "step", _("A step without a day of its own")
        RETRY_1 = "retry_1", _("Pause after the first try that reached nobody")
        RETRY_2 = "retry_2", _("Pause after the second")
        RETRY_3 = "retry_3", _("Pause after the third")
        AFTERCARE_1 = "aftercare_1", _("First look after a won inquiry")
        AFTERCARE_2 = "aftercare_2", _("Second look")
        AFTERCARE_3 = "aftercare_3", _("Third look")
        REGISTRATION = "registration", _("Registering an appeal under 59-FZ")
        FORWARDING = "forwarding", _("Forwarding an appeal to whom it concerns")
        STATUTORY = "statutory", _("Answer to an appeal, from its registration")
        WARN_1 = "warn_1", _("First warning, of the working time")
        WARN_2 = "warn_2", _("Second warning, of the working time")
        COOL_DOWN = "cool_down", _("Pause between two escalations")

    class Unit(models.TextChoices):
        MINUTES = "minutes", _("working minutes")
        HOURS = "hours", _("working hours")
        DAYS = "days", _("working days")
        CALENDAR_DAYS = "calendar_days", _("calendar days")
        MONTHS = "months", _("months")
        PERCENT = "percent", _("percent")

    code = models.CharField(primary_key=True, max_length=20, choices=Code)
    amount = models.PositiveSmallIntegerField(_("term"))
    unit = models.CharField(_("unit"), max_length=13, choices=Unit)
    changed_at = models.DateTimeField(null=True, blank=True)
    changed_by = models.ForeignKey(
        "leads.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = TermQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(amount__gte=1), name="term_at_least_one"),
            models.CheckConstraint(
                condition=~Q(unit="percent") | Q(amount__lte=100), name="term_percent_of_a_whole"
            ),
        ]

    def __str__(self):
        return self.rule

    @property
    def rule(self) -> str:
        """The name under which a due moment keeps the term that made it."""
        return f"{self.code}:{self.amount}:{self.unit}"

    @staticmethod
    def of_promise(kind: str, inquiry_kind: str) -> str:
        """The term of a promise; a full answer's depends on what is asked, and a mail waits no
        longer for its answer than a first word.
        """
        if kind == "reply":
            return "first_contact"
        return REPLIES.get(inquiry_kind, kind) if kind == "substantive_reply" else kind

    def due(self, calendar, at):
        """The moment when it is over, always in working time.

        Calendar days count from the next day; one that ends on a day off ends with the working day
        before it, so that no law is missed by our rounding, or else with the next one.
        """
        if self.unit == self.Unit.MINUTES:
            return calendar.add(at, timedelta(minutes=self.amount))
        if self.unit == self.Unit.HOURS:
            return calendar.add(at, timedelta(hours=self.amount))
        today = timezone.localdate(at)
        if self.unit == self.Unit.DAYS:
            return calendar.closing(calendar.add_working_days(today, self.amount))
        day = today + timedelta(days=self.amount)
        if self.unit == self.Unit.MONTHS:
            day = _months_after(today, self.amount)
        return _closing_by(calendar, day, after=today)

    @transaction.atomic
    def change(self, *, amount: int, unit: str, by, at) -> bool:
        """Put another term in force for what is promised from now on; False when it stands so."""
        rows = Term.objects.filter(pk=self.pk).exclude(amount=amount, unit=unit)
        changed = rows.update(amount=amount, unit=unit, changed_at=at, changed_by=by)
        return bool(changed)


def _closing_by(calendar, day, *, after):
    one, nearest = timedelta(days=1), day
    while nearest > after and not calendar.is_working_day(nearest):
        nearest -= one
    return calendar.closing(nearest if nearest > after else calendar.add_working_days(day, 1))


def _months_after(day, months: int):
    """The same day of a later month, or that month's last one."""
    years, month = divmod(day.month - 1 + months, 12)
    first = day.replace(year=day.year + years, month=month + 1, day=1)
    length = (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return first.replace(day=min(day.day, length.day))


# What ships. None of the service terms is law: half a working day for the first word, because
# investors expect an answer in one or two days; five days for places, the shorter limit a region
# published; 5 and 10 calendar days as Omsk's rules of 2025 give for consultation and help.
# 59-FZ: registration within 3 days, forwarding within 7, the answer within 30 of registration.
SHIPPED = (
    ("answer", 5, "minutes"),
    ("first_contact", 4, "hours"),
    ("substantive_reply", 5, "days"),
    ("consultation", 5, "calendar_days"),
    ("help", 10, "calendar_days"),
    ("call_back", 1, "hours"),
    ("district_reply", 3, "days"),
    ("check_in", 7, "calendar_days"),
    ("step", 3, "days"),
    ("retry_1", 2, "hours"),
    ("retry_2", 1, "days"),
    ("retry_3", 2, "days"),
    ("aftercare_1", 3, "months"),
    ("aftercare_2", 6, "months"),
    ("aftercare_3", 12, "months"),
    ("registration", 3, "calendar_days"),
    ("forwarding", 7, "calendar_days"),
    ("statutory", 30, "calendar_days"),
    ("warn_1", 50, "percent"),
    ("warn_2", 90, "percent"),
    ("cool_down", 4, "hours"),
)
REPLIES = {"consultation": "consultation", "other": "help"}
DEFAULTS = {code: Term(code=code, amount=amount, unit=unit) for code, amount, unit in SHIPPED}
