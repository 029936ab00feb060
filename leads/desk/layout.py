"""How the form of the desk is laid out: six blocks, each with a line of the script."""

from crispy_forms.layout import HTML, Div, Layout
from django.utils.translation import gettext_lazy as _

SCRIPT = {
    1: _("“Investment agency, good day. In case we are cut off: what number can I call you on?”"),
    2: _("“How may I address you? Which company do you speak for?”"),
    3: _("“What do you plan to produce?”"),
    4: _("“How much do you want to invest? How much land, what power? Is gas needed?”"),
    5: _("“Tell me in your own words what matters most, and where it should be.”"),
    6: _(
        "“In which language and where shall we answer? May we keep your name and number "
        "to work on this inquiry?”"
    ),
}


def layout() -> Layout:
    return Layout(
        _block(1, _with_echo("phone")),
        _block(2, Div("name", _with_echo("company"), css_class="field-row")),
        _block(3, _with_echo("industry")),
        _block(
            4,
            Div(
                *(_with_echo(name) for name in ("capex", "land", "power", "gas")),
                css_class="field-row field-row-4",
            ),
        ),
        _block(5, "text"),
        _block(
            6,
            Div("language", "email", _with_echo("tax_id"), "channel", css_class="field-row"),
            Div("hidden", "consented", css_class="field-row"),
        ),
    )


def _block(number: int, *fields) -> Div:
    return Div(*fields, css_class="desk-block", data_block=str(number))


def _with_echo(name: str) -> Div:
    """A field with what was understood under it."""
    return Div(name, HTML(f'<span class="echo" id="echo-{name}"></span>'), css_class="echoed")
