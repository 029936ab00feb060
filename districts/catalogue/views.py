"""Four public pages, read only: no view asks who reads or touches a session; the page head may."""

from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from districts.facts import SourceBook, district_facts, park_facts
from districts.land import current_land
from districts.models import District, Industry, Park, Shipment
from districts.published import published

from .choropleth import choropleth
from .comparison import MOST_PARKS, asked_parks, lines
from .evidence import companies
from .forms import ParkFilter
from .ranking import bars, shown_year
from .reasons import reasons, roomiest
from .sifting import Row, sift


@login_not_required
@require_safe
@published
def districts(request):
    language = get_language()
    years = Shipment.objects.years()
    year = shown_year(request.GET.get("year", ""), years)
    current = District.objects.current()
    book = SourceBook(timezone.localdate())
    parks = Park.objects.offered().select_related("district").by_name(language)
    context = {
        "year": year,
        "other_years": [other for other in years if other != year],
        "ranked": bars(current.by_shipments(year), year, book),
        "others": current.without_shipments(year).by_name(language),
        "map": choropleth(request.GET.get("map", ""), current, year),
        "most_parks": MOST_PARKS,
        **_filtered(request.GET, parks, book.on),
    }
    return render(request, "catalogue/districts.html", context)


def _filtered(given, parks, on) -> dict:
    """The bar, and the parks in groups; as one list where nothing is asked, or wrongly."""
    land = current_land()
    form = ParkFilter(given, land=land)
    asked = form.asked()
    if not asked:
        return {"form": form, "rows": [Row(park) for park in parks]}
    sifted = sift(asked, parks, land, on=on)
    found = {"form": form, "asked": asked, "sifted": sifted}
    if limit := sifted.limit:
        found |= {"limit": limit, "said": form.said(limit.name), "rest": form.without(limit.name)}
    return found


@login_not_required
@require_safe
@published
def district(request, pk):
    district = get_object_or_404(District.objects.current(), pk=pk)
    language = get_language()
    parks = list(district.parks.offered().by_name(language))
    park = roomiest(parks)
    book = SourceBook(timezone.localdate(), district, *([park] if park else []))
    near = District.objects.current().filter(pk__in=district.neighbours)
    context = {
        "district": district,
        "reasons": reasons(district, park, book),
        "facts": district_facts(district, book),
        "shipments": book.dated_all(district.shipments.order_by("-year")),
        "official": book.dated_all(district.priorities.official().by_name(language)),
        "companies": companies(district, book, Industry.objects.names()),
        "neighbours": near.by_name(language),
        "neighbours_dated": book.dated(district, "neighbours"),
        "parks": parks,
    }
    return render(request, "catalogue/district.html", context)


@login_not_required
@require_safe
@published
def park(request, pk):
    park = get_object_or_404(Park.objects.offered().select_related("district"), pk=pk)
    book = SourceBook(timezone.localdate(), park)
    facts = park_facts(park, book, Industry.objects.names())
    return render(request, "catalogue/park.html", {"park": park, "facts": facts})


@login_not_required
@require_safe
@published
def compare_parks(request):
    asked = asked_parks(request.GET.getlist("park"))
    book = SourceBook(timezone.localdate(), *asked.parks)
    told = lines(asked.parks, book, Industry.objects.names())
    differing = [line for line in told if line.parts]
    only = len(asked.parks) > 1 and request.GET.get("only") == "differences"
    context = {
        "asked": asked,
        "lines": differing if only else told,
        "only": only,
        "address": urlencode([("park", park.pk) for park in asked.parks]),
        "differing": len(differing),
        "most_parks": MOST_PARKS,
    }
    return render(request, "catalogue/compare_parks.html", context)
