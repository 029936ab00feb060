"""What a manager sends to the investor: the language of a pack, a question."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from leads.fields import PlainTextField

from .action import ActionForm
from .days import TypedDayField


class PackForm(ActionForm):
    language = forms.ChoiceField(label=_("Language of the answer"), choices=settings.LANGUAGES)


class QuestionForm(ActionForm):
    text = PlainTextField(
        label=_("Question to the investor"),
        help_text=_("He reads it on his page; one question at a time"),
        at_most=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write the question")},
    )
    until = TypedDayField(label=_("Answer by"), error_messages={"required": _("Say by which day")})
