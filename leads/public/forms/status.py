"""What an investor may do on his status page, and how he asks for its link again."""

from django import forms
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from leads.fields import PlainLineField, PlainTextField
from leads.file_kinds import SUFFIXES, kind_of
from leads.models.attachment import SIZE_AT_MOST
from leads.plain_text import LINE_AT_MOST, clean_line

from .contact import EmailLineField

KINDS = ", ".join(suffix.upper() for suffix in SUFFIXES)


class WriteForm(forms.Form):
    text = PlainTextField(
        label=_("Message to your officer"),
        at_most=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Write the message")},
    )


class AnswerForm(forms.Form):
    answer = PlainTextField(
        label=_("Your answer"),
        at_most=5000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Write the answer")},
    )


class FileForm(forms.Form):
    """Cleans to the file with `kind` by its content and `title` by its name, made harmless."""

    file = forms.FileField(
        label=_("File"),
        error_messages={"required": _("Choose a file"), "empty": _("The file is empty")},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        words = _("%(kinds)s, up to %(size)s MB")
        self.fields["file"].help_text = words % {"kinds": KINDS, "size": SIZE_AT_MOST >> 20}

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > SIZE_AT_MOST:
            words = _("The file has %(size)s, at most 10 MB fit. Send it in parts or a smaller one")
            raise ValidationError(words % {"size": filesizeformat(file.size)}, code="too_large")
        self.kind = kind_of(file)
        if self.kind is None:
            words = _("We take %(kinds)s. Save the file as one of these and choose it again")
            raise ValidationError(words % {"kinds": KINDS}, code="kind")
        return file

    def title(self) -> str:
        """The name it came with, as one harmless line with the ending of what it really is."""
        name = self.cleaned_data["file"].name.replace("\0", "")
        stem = clean_line(name.rpartition("/")[2]).rpartition(".")[0].replace('"', "")
        return f"{stem[: LINE_AT_MOST - 8] or 'file'}.{self.kind.suffix}"


class RateForm(forms.Form):
    SCORES = (
        ("5", _("5, very good")),
        *((str(score), str(score)) for score in (4, 3, 2)),
        ("1", _("1, very bad")),
    )
    score = forms.TypedChoiceField(
        label=_("How good was our answer?"),
        choices=SCORES,
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a mark"), "invalid_choice": _("Choose a mark")},
    )


class LostLinkForm(forms.Form):
    number = PlainLineField(
        label=_("Number of the inquiry"),
        at_most=40,
        help_text=_("For example INV-2026-004218"),
        error_messages={"required": _("Enter the number of the inquiry")},
    )
    email = EmailLineField(
        label=_("Email given in the inquiry"),
        error_messages={"required": _("Enter the email address")},
    )

    def clean_number(self):
        return self.cleaned_data["number"].upper().replace(" ", "")
