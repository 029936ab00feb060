"""What the three steps share: their forms out of a draft, all answers, the ways out of a step."""

from dataclasses import dataclass

from django.conf import settings
from django.shortcuts import redirect

from districts.models import Park
from leads import flow
from leads.models import Inquiry

from . import choices
from .forms import CheckForm, ContactForm, ProjectForm
from .understanding import Understood, confirmed, corrections, kind_of, understand


def attached_park(draft):
    """The site with which the visitor came; None without one, or when it is no longer offered."""
    key = draft.park.replace("\0", "")
    return Park.objects.offered().select_related("district").filter(pk=key).first() if key else None


def project_form(draft, data=None) -> ProjectForm:
    """Bound to `data`, or to what the draft holds."""
    return ProjectForm(draft.data("project") if data is None else data, park=attached_park(draft))


@dataclass(frozen=True)
class Answers:
    """The first two steps, answered in full, and what was understood of them."""

    project: ProjectForm
    contact: ContactForm
    understood: Understood

    @classmethod
    def of(cls, draft) -> "Answers | str":
        """Or the name of the step that is not complete."""
        project = project_form(draft)
        if not project.is_valid():
            return "public:inquiry"
        contact = ContactForm(draft.data("contact"))
        if not contact.is_valid():
            return "public:contact"
        return cls(project, contact, understand(project.cleaned_data, project.park))

    def person(self) -> flow.Person:
        """As the office reads it: the country's name in Russian."""
        given = self.contact.cleaned_data
        country = choices.country_name(given["country"], "ru")
        named = {name: given[name] for name in ("name", "company", "phone", "email")}
        return flow.Person(country=country, **named)

    def asked(self, check: CheckForm) -> flow.Asked:
        """The text, and the figures as they stand after correction; `check` is valid."""
        need = confirmed(self.understood, check.cleaned_data)
        return flow.Asked(
            text=self.project.cleaned_data["text"],
            figures=need,
            suggested=flow.suggestion(self.understood.reading) | corrections(self.understood, need),
            kind=Inquiry.Kind(kind_of(self.understood, need)),
            language=check.cleaned_data["language"],
        )


def leaving(request, back: str = ""):
    """Where a button other than the main one leads, the answers kept; None for the main one."""
    language = request.POST.get("switch", "")
    if language in dict(settings.LANGUAGES):
        return redirect(f"{request.path}?lang={language}")
    if back and request.POST.get("go") == "back":
        return redirect(back)
    return None
