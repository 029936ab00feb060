"""The same desk after saving."""

from django.shortcuts import get_object_or_404, render

from districts.findings import asked_lines
from districts.land import current_land
from leads.access import roles
from leads.desk.views.reading import PLACES
from leads.models import Call, Inquiry, Match

RECENT = 6


@roles("operator", "head")
def logged(request, number):
    """The number, the match, the first step, and the officer once he is found."""
    inquiry = _logged(request.user, number)
    found = Match.objects.current(inquiry, Match.Place.PARK)[:PLACES]
    land = current_land()
    places = [(match, asked_lines(match.findings, land)) for match in found]
    context = {
        "inquiry": inquiry,
        "masked": inquiry.masked_for(request.user),
        "places": places,
        "sure": any(line.state == "met" for _, lines in places for line in lines),
        "steps": inquiry.follow_ups.open().order_by("due_at"),
        "recent": Call.objects.of_operator(request.user).newest(RECENT),
    }
    return render(request, "desk/logged.html", context)


@roles("operator", "head")
def officer(request, number):
    """Fragment: asks again every second until someone is responsible."""
    return render(request, "desk/_officer.html", {"inquiry": _logged(request.user, number)})


def _logged(user, number) -> Inquiry:
    found = Inquiry.objects.visible_to(user).select_related("officer__user", "contact__investor")
    return get_object_or_404(found, number=number)
