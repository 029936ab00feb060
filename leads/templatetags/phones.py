"""Numbers as people read them."""

from django import template

from leads.phones import format_phone

register = template.Library()


@register.filter
def phone(e164: str) -> str:
    """+79181234567 as +7 918 123-45-67; anything else unchanged."""
    return format_phone(e164) if e164 else ""
