"""Names for codes and pick-lists, out of the reference tables in one statement a page."""

from dataclasses import dataclass, field

from django.db.models import Case, CharField, F, Q, Value, When
from django.db.models.functions import Cast, Coalesce, Concat, NullIf, Trim
from django.utils.translation import get_language

from districts.models import District, Industry, Park
from leads.models import Officer, SavedView

_FULL_NAME = Concat("user__first_name", Value(" "), "user__last_name", output_field=CharField())


@dataclass(frozen=True)
class Names:
    """Each maps a key, as text, to its name in the language of the page, in the order of names."""

    districts: dict[str, str] = field(default_factory=dict)
    industries: dict[str, str] = field(default_factory=dict)
    officers: dict[str, str] = field(default_factory=dict)
    parks: dict[str, str] = field(default_factory=dict)
    views: dict[str, str] = field(default_factory=dict)

    def name(self, code):
        """The name of a district, industry or park; anything else comes back unchanged."""
        for known in (self.districts, self.industries, self.parks):
            if isinstance(code, str) and code in known:
                return known[code]
        return code

    def officer(self, pk) -> str:
        return self.officers.get(str(pk), "") if pk else ""


def names(*, parks: list[str] = (), views_of=None) -> Names:
    """Every district, industry and officer; the parks asked for, and the saved views of a user.

    A view's key is its own key, "own" or "shared", and its query, parted by spaces.
    """
    language = "name_en" if get_language() == "en" else "name_ru"
    rows = _rows("districts", District.objects.all(), "pk", language).union(
        _rows("industries", Industry.objects.all(), "pk", language),
        _rows("parks", Park.objects.filter(pk__in=parks), "pk", language),
        # Those who left too: their inquiries are still found by their names.
        Officer.objects.annotate(
            table=_text("officers"),
            key=Cast("pk", CharField()),
            label=Coalesce(NullIf(Trim(_FULL_NAME), _text("")), F("user__username")),
        ).values_list("table", "key", "label"),
        *([] if views_of is None else [_views(views_of)]),
        all=True,
    )
    found: dict[str, dict[str, str]] = {}
    for table, key, label in sorted(rows, key=lambda row: row[2].casefold()):
        found.setdefault(table, {})[key] = label
    return Names(**found)


def _rows(table, queryset, key, label):
    return queryset.annotate(
        table=_text(table), key=Cast(F(key), CharField()), label=F(label)
    ).values_list("table", "key", "label")


def _views(user):
    owned = Case(When(owner=user, then=_text(" own ")), default=_text(" shared "))
    key = Concat(Cast("pk", CharField()), owned, "query", output_field=CharField())
    return (
        SavedView.objects.filter(Q(owner=user) | Q(shared=True))
        .annotate(table=_text("views"), key=key, label=F("name"))
        .values_list("table", "key", "label")
    )


def _text(word):
    return Value(word, output_field=CharField())
