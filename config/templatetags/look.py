"""What every page draws with: icons of the sprite, numbers, the agency where no request is."""

from decimal import Decimal

from django import template
from django.templatetags.static import static
from django.utils import formats
from django.utils.html import format_html

from config.agency import agency

register = template.Library()
SPRITE = "vendor/icons/icons.svg"


@register.simple_tag
def icon(name: str):
    """A decorative icon of the sprite; the words beside it carry the meaning."""
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        static(SPRITE),
        name,
    )


@register.simple_tag
def agency_facts() -> dict[str, str]:
    """Name and hotline without context processors, for pages that must render when all else fails."""
    return agency(None)


@register.filter
def figure(value):
    """A number grouped by non-breaking spaces, without trailing zeros; words pass unchanged."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return value
    exact = Decimal(str(value)).normalize()
    places = max(0, -exact.as_tuple().exponent)
    return formats.number_format(exact, places, use_l10n=True, force_grouping=True)


@register.filter
def is_unknown(value) -> bool:
    """None and blank are unknown; zero and False are answers."""
    return value is None or value == "" or value == [] or value == ()
