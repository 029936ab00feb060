"""What the table and the board show: views, filters and the order, all of them in the URL."""

from dataclasses import dataclass

import django_filters
from crispy_forms.helper import FormHelper
from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from leads.models import OPEN_STAGES, Inquiry, Stage

from .keyset import Order

# From here on an inquiry is a large one: the region's own threshold for help by hand is not law.
LARGE_MLN_RUB = 500
VIEWS = {
    "": _("All open"),
    "mine": _("Mine"),
    "new": _("New ones"),
    "without": _("Without a step"),
    "overdue": _("Overdue"),
    "waiting": _("Waiting for the investor"),
    "large": _("Large"),
    "closed": _("Closed"),
}
ORDERS = {
    order.name: order
    for order in (
        Order("due", "next_due_at", "last"),
        Order("amount", "capex_mln_rub", "first"),
        Order("opened", "opened_at"),
        Order("activity", "last_activity_at"),
    )
}
# What must not sink stands first; the rest by what happened last.
USUAL = {"mine": "due", "overdue": "due", "new": "opened", "large": "-amount"}
ANY = [("", _("Any"))]
# Of an address, in the order in which a saved view keeps them.
PARTS = ("view", "stage", "officer", "industry", "district", "sort")


def order_of(given: QueryDict) -> Order:
    """The order asked for, or the usual one of the view."""
    asked = given.get("sort", "")
    if asked.removeprefix("-") not in ORDERS:
        asked = USUAL.get(given.get("view", ""), "-activity")
    order = ORDERS[asked.removeprefix("-")]
    return order.turned() if asked.startswith("-") else order


def narrowed(given: QueryDict, **changes) -> str:
    """The query of an address with these parts changed (None takes one away), from page one."""
    query = QueryDict(mutable=True)
    for name in PARTS:
        value = changes.get(name, given.get(name))
        if value:
            query[name] = value
    return query.urlencode()


@dataclass(frozen=True)
class Heading:
    """A sortable heading: where pressing it leads, and how the rows stand by it now."""

    query: str
    sorted: str = ""


def headings(given: QueryDict, order: Order) -> dict[str, Heading]:
    found = {}
    for name in ORDERS:
        current = order.name == name
        # The largest and the newest are asked for first, the earliest due too.
        falls = not order.descending if current else name != "due"
        query = narrowed(given, sort=f"-{name}" if falls else name)
        stands = ("descending" if order.descending else "ascending") if current else ""
        found[name] = Heading(query, stands)
    return found


def view_chips(request, names) -> list[dict]:
    """The built-in views, then one's own, then the shared ones."""
    here, chips = narrowed(request.GET), []
    for key, label in VIEWS.items():
        query = f"view={key}" if key else ""
        chips.append({"name": label, "query": query})
    for key, label in names.views.items():
        pk, whose, query = key.split(" ", 2)
        chips.append({"name": label, "query": query, "pk": pk, "shared": whose == "shared"})
    for chip in chips:
        chip["url"] = f"{request.path}?{chip['query']}" if chip["query"] else request.path
        chip["current"] = chip["query"] == here
    return chips


class InquiryFilter(django_filters.FilterSet):
    """A filter that is wrong is left out; the rest still filter."""

    view = django_filters.ChoiceFilter(
        choices=list(VIEWS.items())[1:], method="in_view", widget=forms.HiddenInput
    )
    stage = django_filters.ChoiceFilter(label=pgettext_lazy("inquiry", "Stage"), empty_label=None)
    officer = django_filters.ChoiceFilter(label=_("Officer"), method="of", empty_label=None)
    industry = django_filters.ChoiceFilter(
        label=_("Industry"), field_name="main_industry", empty_label=None
    )
    district = django_filters.ChoiceFilter(
        label=_("District"), field_name="main_district", empty_label=None
    )

    class Meta:
        model = Inquiry
        fields = ("view", "stage", "officer", "industry", "district")

    def __init__(self, data, queryset, *, user, at, names):
        super().__init__(data, queryset)
        self.user, self.at = user, at
        closed = self.data.get("view") == "closed"
        stages = [(s.value, s.label) for s in Stage if (s in OPEN_STAGES) is not closed]
        nobody = ("none", _("nobody"))
        for name, choices in {
            "stage": stages,
            "officer": [nobody, *names.officers.items()],
            "industry": names.industries.items(),
            "district": names.districts.items(),
        }.items():
            self.filters[name].extra["choices"] = [*ANY, *choices]

    @property
    def form(self):
        form = super().form
        form.use_required_attribute = False
        form.helper = FormHelper()
        form.helper.form_method, form.helper.form_tag = "get", False
        return form

    def chosen(self) -> dict:
        """The sound filters that narrow, by name."""
        self.form.is_valid()
        return {name: value for name, value in self.form.cleaned_data.items() if value}

    def rows(self):
        """The rows that every sound filter lets through."""
        self.form.is_valid()
        rows = self.filter_queryset(self.queryset)
        return rows if self.chosen().get("view") == "closed" else rows.open()

    def in_view(self, rows, name, value):
        return {
            "mine": lambda: rows.on_desk_of(self.user),
            "new": lambda: rows.filter(stage=Stage.NEW),
            "without": rows.without_step,
            "overdue": lambda: rows.overdue(self.at),
            "waiting": rows.awaiting_investor,
            "large": lambda: rows.filter(capex_mln_rub__gte=LARGE_MLN_RUB),
            "closed": lambda: rows.closed().admitted(),
        }[value]()

    def of(self, rows, name, value):
        return rows.filter(officer=None) if value == "none" else rows.filter(officer=value)
