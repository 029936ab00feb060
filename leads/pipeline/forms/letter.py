"""A letter to the investor: in somebody's own words, on a template or not."""

from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from leads import wording
from leads.fields import PlainLineField, PlainTextField
from leads.models import Message

from .action import ActionForm

Kind = Message.Kind
KINDS = [
    (kind.value, kind.label) for kind in (Kind.QUESTION, Kind.SHORTLIST, Kind.DELAY, Kind.RESULT)
]

TO = forms.EmailField(
    label=pgettext_lazy("letter", "To"),
    max_length=254,
    error_messages={
        "required": _("Enter the investor's e-mail address"),
        "invalid": _("Check the address: it looks like name@company.ru"),
    },
    widget=forms.EmailInput(attrs={"autocomplete": "off"}),
)


class LetterForm(ActionForm):
    """`key` names the letter: pressed twice, or written on after it was taken back, it is one."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(choices=KINDS, widget=forms.HiddenInput)
    to = TO
    subject = PlainLineField(
        label=pgettext_lazy("letter", "Subject"),
        error_messages={"required": _("Say what the letter is about")},
    )
    body = PlainTextField(
        label=_("Letter"),
        error_messages={"required": _("Write the letter, or choose a template")},
        help_text=_("Your name, the agency and the phone are put under it."),
        widget=forms.Textarea(attrs={"rows": 14}),
    )

    def __init__(self, inquiry, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.inquiry = inquiry
        self.fields["body"].widget.attrs["lang"] = inquiry.language

    @classmethod
    def on_template(cls, inquiry, kind: str):
        """Unsent, with the draft of this kind and the address that was given last."""
        words = wording.draft(inquiry, kind)
        given = {"subject": words.subject, "body": words.body, "kind": kind, "key": uuid4()}
        return cls(inquiry, initial=given | {"to": inquiry.contact.last_address()})

    @classmethod
    def of(cls, letter):
        """A letter that was taken back, as it was written."""
        given = {"subject": letter.subject, "body": letter.body, "kind": letter.kind}
        given |= {"key": letter.key.rpartition(":")[2], "to": letter.to_address}
        return cls(letter.inquiry, initial=given)

    def onto_template(self, kind: str) -> "LetterForm":
        """The same letter with another template: what was typed stays, the draft comes under it."""
        typed = {name: self.data.get(name, "") for name in self.fields}
        was = typed["kind"] if typed["kind"] in dict(KINDS) else kind
        old, new = (wording.draft(self.inquiry, one) for one in (was, kind))
        body = "\n".join(typed["body"].splitlines()).strip()
        untouched = body in {"", old.body}
        typed["body"] = new.body if untouched else f"{body}\n\n{new.body}"
        if typed["subject"].strip() in {"", old.subject}:
            typed["subject"] = new.subject
        form = LetterForm(self.inquiry, initial=typed | {"kind": kind})
        form.kept = not untouched
        return form

    kept = False

    def clean(self):
        given = super().clean()
        for name in ("subject", "body"):
            if gaps := wording.gaps(given.get(name, "")):
                said = ", ".join(f"[[{gap}]]" for gap in gaps)
                self.add_error(
                    name, _("Fill in what stands in double brackets: %(gaps)s") % {"gaps": said}
                )
        return given

    @property
    def chosen_kind(self) -> str:
        return self["kind"].value()


class ResendForm(ActionForm):
    to = TO
