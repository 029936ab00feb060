"""What is done to many inquiries at once, and to which."""

from django import forms
from django.utils.translation import gettext_lazy as _

from leads.models import OPEN_STAGES, Batch, LostReason, Stage

from .action import ActionForm
from .follow_up import StepForm
from .inquiry import AssignForm

# A batch is worked off while its sender waits.
AT_MOST = 500


class ManyForm(forms.Form):
    """Which ones: the ticked rows, or every row under the filters of `query`."""

    deed = forms.ChoiceField(choices=Batch.Deed)
    keys = forms.TypedMultipleChoiceField(coerce=int, required=False)
    every = forms.BooleanField(required=False)
    query = forms.CharField(required=False, max_length=2000)

    def __init__(self, data):
        super().__init__(data)
        keys = data.getlist("keys")[:AT_MOST]
        self.fields["keys"].choices = [
            (key, key) for key in keys if key.isdigit() and len(key) < 19
        ]


class AdvanceManyForm(ActionForm):
    to = forms.ChoiceField(
        label=_("Move to"),
        choices=[(stage.value, stage.label) for stage in Stage if stage != Stage.WON],
        error_messages={"required": _("Choose a stage")},
    )
    lost_reason = forms.ChoiceField(
        label=_("Why they were lost"),
        choices=[("", "—"), *LostReason.choices],
        required=False,
        help_text=_("Only when they are lost"),
    )

    def clean(self):
        given = super().clean()
        if given.get("to") in OPEN_STAGES:
            given["lost_reason"] = ""
        elif given.get("to") and not given.get("lost_reason"):
            self.add_error("lost_reason", _("Say why they were lost"))
        return given


FORMS = {
    Batch.Deed.ASSIGN: AssignForm,
    Batch.Deed.ADVANCE: AdvanceManyForm,
    Batch.Deed.STEP: StepForm,
}
