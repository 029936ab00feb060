"""A key of its own for each button that has the exchange call."""

from uuid import uuid4

from django import template

from leads.dialling import can_dial as may

register = template.Library()


@register.simple_tag
def new_key() -> str:
    """Drawn once a button: pressed twice it is one click."""
    return str(uuid4())


@register.filter
def can_dial(user) -> bool:
    return may(user)
