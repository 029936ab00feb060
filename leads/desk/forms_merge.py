"""The choice of a value for each field of two investors, and of who is the same person."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from leads.models import Contact, Investor
from leads.models.merge import FIELDS, PERSON_FIELDS
from leads.phones import format_phone

SOMEBODY_ELSE = ("", _("Somebody else: keep as another contact"))


class MergeForm(forms.Form):
    """Where one of the two says nothing, the other's is chosen; else that of the kept one."""

    def __init__(self, *args, kept: Investor, gone: Investor, **kwargs):
        super().__init__(*args, **kwargs)
        self.kept, self.gone = kept, gone
        for name in FIELDS:
            ours, theirs = getattr(kept, name), getattr(gone, name)
            if ours == theirs:
                continue
            self.fields[name] = forms.ChoiceField(
                label=capfirst(Investor._meta.get_field(name).verbose_name),
                choices=[("kept", ours or "—"), ("gone", theirs or "—")],
                initial="kept" if ours else "gone",
                widget=forms.RadioSelect,
            )
        ours, self.people = _people(kept, gone)
        for person in self.people:
            same = next((one for one in ours if _same(person, one)), None)
            choices = [SOMEBODY_ELSE, *((str(one.pk), _named(one)) for one in ours)]
            self.fields[f"same_{person.pk}"] = forms.ChoiceField(
                label=_named(person),
                choices=choices,
                initial=str(same.pk) if same else "",
                required=False,
            )
            self.fields[f"take_{person.pk}"] = forms.BooleanField(
                label=_("When the same: take this name"), required=False
            )

    def choices(self) -> dict:
        """As InvestorMerge.merge takes them."""
        given = self.cleaned_data
        chosen = {p.pk: given[f"same_{p.pk}"] for p in self.people if given[f"same_{p.pk}"]}
        renamed = [pk for pk in chosen if given[f"take_{pk}"]]
        return {
            "take": {name for name in FIELDS if given.get(name) == "gone"},
            "same": {pk: int(other) for pk, other in chosen.items()},
            "take_of": {pk: set(PERSON_FIELDS) for pk in renamed},
        }


def _people(kept: Investor, gone: Investor) -> tuple[list[Contact], list[Contact]]:
    rows = Contact.objects.standing().filter(investor__in=[kept, gone]).order_by("pk")
    people = list(rows.prefetch_related("phones", "emails"))
    of = [[one for one in people if one.investor_id == side.pk] for side in (kept, gone)]
    return of[0], of[1]


def _same(one: Contact, other: Contact) -> bool:
    """A number or address of both, or the same name."""
    numbers = [{p.e164 for p in who.phones.all() if p.e164} for who in (one, other)]
    addresses = [{e.lowered for e in who.emails.all()} for who in (one, other)]
    named = bool(one.name) and one.name.casefold() == other.name.casefold()
    return bool(numbers[0] & numbers[1] or addresses[0] & addresses[1]) or named


def _named(contact: Contact) -> str:
    rows = contact.phones.all()
    phones = ", ".join(format_phone(row.e164) if row.e164 else row.raw for row in rows)
    return f"{contact}, {phones}" if phones else str(contact)
