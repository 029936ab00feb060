"""The industries that an operator may choose, in the language of the page."""

from django.utils.translation import get_language

from districts.models import Industry


def industries() -> list[tuple[str, str]]:
    """Code and name, by name; one statement."""
    name = "name_en" if get_language() == "en" else "name_ru"
    rows = Industry.objects.current().values_list("pk", name, "name_ru")
    named = [(code, shown or russian) for code, shown, russian in rows]
    return sorted(named, key=lambda pair: pair[1].casefold())
