"""What was understood and what fits, while the text is typed."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST

from districts.findings import asked_lines
from districts.land import current_land
from districts.matching.reading import read
from districts.models import Park
from leads.access import roles
from leads.plain_text import TEXT_AT_MOST, HoldsNul, clean_text

PLACES = 3


@require_POST
@roles("operator", "head")
def reading(request):
    """Fragment: what was understood from the text, and what fits it; nothing is stored."""
    return render(request, "desk/_reading.html", understood(request.POST.get("text", "")))


def understood(raw: str) -> dict:
    try:
        text = clean_text(raw[:TEXT_AT_MOST])
    except HoldsNul:
        return {}
    if not text:
        return {}
    found = read(text)
    land, need = current_land(), found.need.confident()
    ranking = land.rank(need, on=timezone.localdate())
    shown = (ranking.parks or ranking.near)[:PLACES]
    parks = Park.objects.select_related("district").in_bulk([place.id for place in shown])
    told = [
        (place.id, asked_lines((finding.to_json() for finding in place.findings), land))
        for place in shown
    ]
    return {
        "found": found,
        "industries": [land.name(guess.code) for guess in need.industries],
        "wanted": [land.name(district) for district in found.need.districts_wanted],
        "excluded": [land.name(district) for district in found.need.districts_excluded],
        "places": [(parks[key], lines) for key, lines in told if lines],
        "near": not ranking.parks,
        "sure": any(line.state == "met" for _, lines in told for line in lines),
    }
