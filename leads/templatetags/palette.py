"""The sections of the page head as rows of the palette."""

from django import template

register = template.Library()


@register.filter
def naming(links, texts):
    """Those of `everywhere` whose words hold one of the texts; without texts, all of them."""
    return [
        link for link in links if not texts or any(text in str(link[1]).lower() for text in texts)
    ]
