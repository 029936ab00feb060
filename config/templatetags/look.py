"""What every page draws with: icons of the sprite, numbers, the agency where no request is."""

from decimal import Decimal

from django import template
from django.templatetags.static import static
from django.utils import formats
from django.utils.html import format_html
from django.utils.translation import gettext as _

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
    """Name and hotline without a context processor, for pages that render when all else fails."""
    return agency(None)


def _range(least, most):
    """Both ends, one of them, or nothing where no end is known."""
    if least is not None and most is not None:
        return str(figure(least)) if least == most else f"{figure(least)}–{figure(most)}"
    if least is not None:
        return _("from %(least)s") % {"least": figure(least)}
    return "" if most is None else _("up to %(most)s") % {"most": figure(most)}


@register.filter
def figure(value):
    """A value as people read it: numbers grouped, without trailing zeros; yes and no; ranges
    (`min` and `max`, as a mapping or attributes); lists by commas. Words pass unchanged."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, int | float | Decimal):
        exact = Decimal(str(value)).normalize()
        places = max(0, -exact.as_tuple().exponent)
        return formats.number_format(exact, places, use_l10n=True, force_grouping=True)
    if isinstance(value, dict) and {"min", "max"} <= value.keys():
        return _range(value["min"], value["max"])
    if hasattr(value, "min") and hasattr(value, "max"):
        return _range(value.min, value.max)
    if isinstance(value, list | tuple):
        return ", ".join(str(figure(part)) for part in value)
    return value


@register.filter
def money(mln_rub):
    """Millions of roubles as people say them, unbroken: 250 mln ₽, 3.1 bn ₽."""
    if mln_rub is None:
        return ""
    if abs(mln_rub) >= 1000:
        said = _("%(amount)s bn ₽") % {"amount": figure(round(mln_rub / 1000, 1))}
    else:
        said = _("%(amount)s mln ₽") % {"amount": figure(round(mln_rub, 1))}
    return said.replace(" ", "\N{NO-BREAK SPACE}")


@register.filter
def is_unknown(value) -> bool:
    """None and blank are unknown; zero and False are answers."""
    return value is None or value == "" or value == [] or value == ()
