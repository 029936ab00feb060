"""The answers of the first two steps in words, each with the place where it is changed."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from leads.fields import phone_doubt

from .mailbox import meant_domain


@dataclass(frozen=True)
class Row:
    """An answer; `doubt` is a question about it that stops nothing."""

    label: str
    value: str
    url: str
    doubt: str = ""
    long: bool = False


def rows(answers) -> list[Row]:
    return [*_project(answers.project), *_contact(answers.contact)]


def _project(form) -> list[Row]:
    given = form.cleaned_data
    found = [
        _row(form, "text", given["text"], long=True),
        _row(form, "industry", _chosen(form, "industry")),
        _row(form, "capex", _chosen(form, "capex")),
        _row(form, "district", _chosen(form, "district")),
    ]
    if form.park is not None:
        site = form.park.name if given["with_park"] else _("not asked about")
        found.append(Row(_("Site"), site, _place(form, "with_park")))
    return found


def _contact(form) -> list[Row]:
    given = form.cleaned_data
    email, phone, meant = given["email"], given["phone"], meant_domain(given["email"])
    typo = _("Did you mean %(domain)s? If not, continue") % {"domain": meant} if meant else ""
    return [
        _row(form, "name", given["name"]),
        _row(form, "company", given["company"]),
        _row(form, "country", _chosen(form, "country") if given["country"] else ""),
        _row(form, "email", email, doubt=typo),
        Row(_("Phone"), phone.raw if phone else "", _place(form, "phone"), phone_doubt(phone)),
    ]


def _row(form, name, value, **more) -> Row:
    return Row(form[name].label, value, _place(form, name), **more)


def _chosen(form, name) -> str:
    return str(dict(form.fields[name].choices).get(form.cleaned_data[name], ""))


def _place(form, name) -> str:
    page = "public:inquiry" if "text" in form.fields else "public:contact"
    control = form[name].auto_id + ("_0" if form[name].use_fieldset else "")
    return f"{reverse(page)}#{control}"
