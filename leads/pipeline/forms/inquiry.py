"""What is done to one inquiry: its stage, notes, officer, secrecy, districts, whom it waits for."""

from django import forms
from django.utils.translation import gettext_lazy as _

from districts.models import District
from leads.fields import PlainLineField, PlainTextField
from leads.models import LostReason, Officer, Stage, WaitingOn

from .action import ActionForm
from .days import TypedDayField

NOT_ALLOWED = _("From “%(stage)s” the inquiry cannot move there. Choose another stage")


class AdvanceForm(ActionForm):
    """Offers the moves that are allowed from where the inquiry stands.

    `was` is the stage that the page showed: what another moved meanwhile is not moved blindly.
    """

    was = forms.CharField(required=False, widget=forms.HiddenInput)
    to = forms.ChoiceField(label=_("Move to"), error_messages={"required": _("Choose a stage")})
    lost_reason = forms.ChoiceField(
        label=_("Why it was lost"),
        choices=[("", "—"), *LostReason.choices],
        required=False,
        help_text=_("Only when the inquiry is lost"),
    )
    competing_place = PlainLineField(
        label=_("Where the project went"),
        at_most=120,
        required=False,
        help_text=_("When it is known: a region, a country, a site"),
    )

    def __init__(self, inquiry, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.inquiry = inquiry
        self._offer()

    @classmethod
    def from_here(cls, inquiry, to: str = ""):
        """Unsent: the asked stage is chosen, else the next one ahead."""
        stages, moves = Stage.values, inquiry.moves()
        ahead = (one for one in moves if stages.index(one) > stages.index(inquiry.stage))
        chosen = to if to in moves else next(ahead, moves[0])
        return cls(inquiry, initial={"to": chosen, "was": inquiry.stage})

    def _offer(self):
        self.fields["to"].choices = [(stage, Stage(stage).label) for stage in self.inquiry.moves()]
        self.fields["to"].error_messages["invalid_choice"] = NOT_ALLOWED % {
            "stage": self.inquiry.get_stage_display()
        }

    def clean(self):
        given = super().clean()
        if given.get("was") and given["was"] != self.inquiry.stage:
            self.overtaken()
        return given

    def move(self) -> dict:
        """What the verb takes."""
        return {name: value for name, value in self.cleaned_data.items() if name != "was"}

    def refuse(self, code: str):
        """The verb's refusal in words beside the field it is about."""
        if code == "reason_missing":
            self.add_error("lost_reason", _("Say why it was lost"))
        else:
            self.add_error("to", self.fields["to"].error_messages["invalid_choice"])

    def overtaken(self):
        """Someone moved it first: say so, and let the next press count from where it stands."""
        self._offer()
        self._errors.pop("to", None)
        self.data = self.data.copy()
        self.data[self.add_prefix("was")] = self.inquiry.stage
        self.add_error(
            None,
            _("A colleague moved the inquiry to “%(stage)s” first. Check it and choose again")
            % {"stage": self.inquiry.get_stage_display()},
        )


class NoteForm(ActionForm):
    text = PlainTextField(
        label=_("Note"),
        help_text=_("For colleagues only: the investor never sees it"),
        error_messages={"required": _("Write the note")},
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class AssignForm(ActionForm):
    officer = forms.ModelChoiceField(
        Officer.objects.filter(user__is_active=True)
        .select_related("user")
        .order_by("user__first_name", "user__last_name", "pk"),
        label=_("Officer"),
        error_messages={
            "required": _("Choose an officer"),
            "invalid_choice": _("There is no such officer. Choose one of the list"),
        },
    )


class ConfidentialForm(ActionForm):
    confidential = forms.BooleanField(label=_("Confidential"), required=False)
    code_name = PlainLineField(
        label=_("Code name"),
        at_most=60,
        required=False,
        help_text=_("Everyone but its officer, the head and the auditor sees this alone"),
    )

    def clean(self):
        given = super().clean()
        if given.get("confidential") and not given.get("code_name") and not self.errors:
            self.add_error("code_name", _("Give it a code name"))
        return given


class ReferForm(ActionForm):
    district = forms.ModelChoiceField(
        District.objects.none(),
        label=_("District"),
        error_messages={
            "required": _("Choose a district"),
            "invalid_choice": _("There is no such district. Choose one of the list"),
        },
    )
    question = PlainTextField(
        label=_("What the district should answer"),
        error_messages={"required": _("Say what the district should answer")},
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    contact_shared = forms.BooleanField(
        label=_("Share the investor's contact with the district"), required=False
    )

    def __init__(self, inquiry, language, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["district"].queryset = District.objects.current().by_name(language)
        if inquiry.confidential:
            del self.fields["contact_shared"]


class WaitForm(ActionForm):
    on = forms.ChoiceField(
        label=_("Waiting for"),
        choices=WaitingOn.choices,
        error_messages={"required": _("Choose whom it waits for")},
    )
    until = TypedDayField(label=_("Until which day"), required=False)
