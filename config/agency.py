"""The agency's name and hotline for every page."""

from django.conf import settings
from django.utils.translation import get_language

# The vocabulary of structured data: a name, not an address; nothing is asked there.
SCHEMA = "https://schema.org"


def agency(request):
    facts = settings.AGENCY
    return {
        "agency_name": facts["name_en" if get_language() == "en" else "name_ru"],
        "hotline": facts["phone"],
        "hotline_href": "tel:" + facts["phone"].replace(" ", ""),
        "base_url": settings.BASE_URL,
        "schema": SCHEMA,
    }
