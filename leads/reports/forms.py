"""The period and the filters of the reports, which stand in the URL."""

from datetime import date, datetime, time, timedelta
from urllib.parse import urlencode

from crispy_forms.helper import FormHelper
from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leads.models import Inquiry, Officer

from .scope import Scope

DAYS = {"30": 30, "quarter": 91, "year": 365}
# A report reads every case of its period.
LONGEST = timedelta(days=3 * 366)
_SOUND = [MinValueValidator(date(2000, 1, 1)), MaxValueValidator(date(2999, 12, 31))]


def _day(label):
    return forms.DateField(
        label=label,
        required=False,
        validators=_SOUND,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        input_formats=["%Y-%m-%d", "%d.%m.%Y"],
    )


class PeriodForm(forms.Form):
    """What is wrong is said and left out; the rest holds, thirty days where no period does."""

    period = forms.ChoiceField(
        label=_("Period"),
        required=False,
        choices=[
            ("30", _("30 days")),
            ("quarter", _("Quarter (91 days)")),
            ("year", _("Year (365 days)")),
            ("own", _("Own dates")),
        ],
    )
    since = _day(_("From"))
    until = _day(_("To, inclusive"))
    channel = forms.ChoiceField(
        label=_("Channel"), required=False, choices=[("", _("Any")), *Inquiry.Channel.choices]
    )
    officer = forms.ChoiceField(label=_("Officer"), required=False)

    def __init__(self, data, *, user, at):
        super().__init__(data, use_required_attribute=False)
        self.user, self.at = user, at
        self.helper = FormHelper()
        self.helper.form_method, self.helper.form_tag = "get", False
        if Scope(user, at, at, at).own_only:
            del self.fields["officer"]
        else:
            rows = Officer.objects.select_related("user")
            names = sorted((str(row), str(row.pk)) for row in rows)
            self.fields["officer"].choices = [("", _("Any")), *((pk, name) for name, pk in names)]

    def clean(self):
        cleaned = super().clean()
        since, until = cleaned.get("since"), cleaned.get("until")
        if cleaned.get("period") == "own" and not self.errors:
            if not since or not until:
                raise forms.ValidationError(_("Give both days of the period."), code="half")
            if until < since:
                raise forms.ValidationError(_("The period ends before it begins."), code="order")
            if until - since > LONGEST:
                raise forms.ValidationError(_("Choose three years at most."), code="long")
        return cleaned

    def scope(self) -> Scope:
        sound, chosen = self.is_valid(), self.cleaned_data
        today = timezone.localdate(self.at)
        if sound and chosen["period"] == "own":
            first, last = chosen["since"], chosen["until"]
        else:
            first = today - timedelta(days=DAYS.get(chosen.get("period"), 30) - 1)
            last = today
        return Scope(
            self.user,
            self.at,
            _midnight(first),
            _midnight(last + timedelta(days=1)),
            channel=chosen.get("channel", ""),
            officer=chosen.get("officer", ""),
        )

    def chosen(self) -> list[str]:
        """The filters in words, for paper, where no form stands."""
        return [
            f"{self.fields[name].label}: {dict(self.fields[name].choices)[self.cleaned_data[name]]}"
            for name in ("channel", "officer")
            if self.cleaned_data.get(name)
        ]

    def query(self) -> str:
        """What was chosen, as it goes into the address of a mark; nothing typed but it."""
        kept = {name: value for name, value in self.cleaned_data.items() if value}
        return urlencode(kept)


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))
