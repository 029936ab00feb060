"""Next steps: open one, tick one off and say what comes next, move one."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leads.fields import PlainLineField
from leads.models import FollowUp, NotReached

from .action import ActionForm
from .days import TypedDayField

AHEAD = {"tomorrow": 1, "three_days": 3, "week": 7}
CHOICES = [
    ("tomorrow", _("Tomorrow")),
    ("three_days", _("In 3 days")),
    ("week", _("In a week")),
    ("date", _("On the day below")),
]


class StepForm(ActionForm):
    subject = PlainLineField(
        label=_("What to do"), error_messages={"required": _("Say what is to be done")}
    )
    on = TypedDayField(label=_("By which day"), error_messages={"required": _("Say by which day")})


class _WhenForm(ActionForm):
    """A day chosen by a word, or typed; `day()` is the date, or None."""

    def clean(self):
        given = super().clean()
        if given.get("when") == "date" and not given.get("on") and "on" not in self.errors:
            self.add_error("on", _("Say by which day"))
        # A typed day without its radio button says the same.
        if given.get("on") and not given.get("when"):
            given["when"] = "date"
        return given

    def day(self):
        when = self.cleaned_data.get("when")
        if when in AHEAD:
            return timezone.localdate() + timedelta(days=AHEAD[when])
        return self.cleaned_data.get("on") if when == "date" else None


class CompleteForm(_WhenForm):
    """`when` may stay empty while other steps are open; "close" goes on to closing the inquiry."""

    outcome = forms.ChoiceField(
        label=_("How it went"),
        choices=[
            (FollowUp.Outcome.REACHED.value, FollowUp.Outcome.REACHED.label),
            (FollowUp.Outcome.UNREACHED.value, FollowUp.Outcome.UNREACHED.label),
        ],
        required=False,
    )
    reason = forms.ChoiceField(
        label=_("If not reached: why"), choices=NotReached.choices, required=False
    )
    when = forms.ChoiceField(
        label=_("The next step"),
        choices=[*CHOICES, ("close", _("None: close the inquiry"))],
        required=False,
        widget=forms.RadioSelect,
    )
    on = TypedDayField(label=_("Day of the next step"), required=False)
    subject = PlainLineField(label=_("What to do next"), required=False)

    def clean_outcome(self):
        return self.cleaned_data["outcome"] or FollowUp.Outcome.REACHED

    @property
    def tries_again(self) -> bool:
        """Nobody was reached, and no other step was named: the step itself is tried again."""
        given = self.cleaned_data
        return given["outcome"] == FollowUp.Outcome.UNREACHED and not given["when"]

    def clean_reason(self):
        return self.cleaned_data["reason"] or NotReached.NO_ANSWER

    def ask_for_next(self):
        self.add_error(
            "when", _("This was the last open step. Say what comes next, or close the inquiry")
        )


class PostponeForm(_WhenForm):
    when = forms.ChoiceField(
        label=_("Move it to"),
        choices=CHOICES,
        widget=forms.RadioSelect,
        required=False,
    )
    on = TypedDayField(label=_("Day"), required=False)

    def clean(self):
        given = super().clean()
        if not given.get("when") and not self.errors:
            self.add_error("when", _("Say to which day"))
        return given
