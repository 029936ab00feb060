from django import forms
from django.utils.translation import gettext_lazy as _

from leads.fields import PlainTextField
from leads.public import choices

_UNKNOWN_CHOICE = _("Choose one of the list")


class ProjectForm(forms.Form):
    """What is to be built, how large, where."""

    SEVERAL = ()

    text = PlainTextField(
        label=_("What do you want to build?"),
        help_text=_("For example: apple-processing plant, site with gas"),
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Tell us what you want to build")},
    )
    industry = forms.ChoiceField(
        label=_("Industry"),
        error_messages={
            "required": _("Choose an industry, or “Not sure yet”"),
            "invalid_choice": _UNKNOWN_CHOICE,
        },
    )
    capex = forms.ChoiceField(
        label=_("Size of the investment"),
        required=False,
        choices=choices.CAPEX_BANDS,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _UNKNOWN_CHOICE},
    )
    district = forms.ChoiceField(
        label=_("Where?"),
        required=False,
        error_messages={"invalid_choice": _UNKNOWN_CHOICE},
    )
    with_park = forms.BooleanField(required=False)

    def __init__(self, *args, park=None, **kwargs):
        """`park` is the site with which the visitor came, or None."""
        super().__init__(*args, **kwargs)
        self.park = park
        unsure = (choices.UNSURE, _("Not sure yet"))
        self.fields["industry"].choices = [
            ("", _("Choose from the list")),
            unsure,
            *choices.industries(),
        ]
        self.fields["district"].choices = [
            ("", _("Anywhere in the region")),
            *choices.districts(),
        ]
        if park is None:
            del self.fields["with_park"]
        else:
            self.fields["with_park"].label = _("Ask about the site %(park)s, %(district)s") % {
                "park": park.name,
                "district": park.district.name,
            }
