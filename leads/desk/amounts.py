"""What an operator types for land, power and money: 5га, 2мвт, 250м, 1,5 млрд, полтора гектара.

Numbers and units are read by districts.matching.reading, as in a whole text; a bare number has the
unit of its field.
"""

import re

from districts.matching.need import Bounds
from districts.matching.reading.figures import Figure, find
from districts.matching.reading.numbers import digits
from districts.matching.reading.passage import Passage
from districts.matching.reading.words import normalise

# Units of a field, each with how many of the field's own it is; the first is that of a bare number.
LAND_HA = {"ha": 1.0, "are": 0.01, "m2": 0.0001, "acre": 0.40468564, "km2": 100.0}
POWER_MW = {"mw": 1.0, "kw": 0.001, "gw": 1000.0}
CAPEX_MLN = {"rub": 1e-6}
BARE = {"ha": "га", "mw": "мвт", "rub": "руб"}
# A bare sum below this is meant in millions: nobody invests 250 roubles.
LEAST_ROUBLES = 1_000_000
_MONEY = re.compile(r"[$€£¥]|\b(?:долл\w*|евро|юан\w*|usd|eur|cny|баксов|dollars?|euros?|yuan)\b")
_ENDING_M = re.compile(r"(?<=[\d ])[мm]\b\.?(?! ?[в²2³3к])")
_ENDING_B = re.compile(r"(?<=[\d ])b\b")
_TIMES = re.compile(r"тыс|тыщ|млн|миллион|лям|млрд|миллиард|ярд|mln|mio|million|bln|bn|billion|\dk")


class Unread(Exception):
    """`code`: figure, currency, huge."""

    def __init__(self, code: str):
        super().__init__(code)
        self.code = code


def read_amount(text: str, units: dict[str, float], *, at_most: float) -> Bounds:
    """The amount in the field's unit; empty for an empty text. Raises Unread."""
    plain = normalise(text)
    if not plain:
        return Bounds()
    money = "rub" in units
    if money:
        if _MONEY.search(plain):
            raise Unread("currency")
        plain = _ENDING_B.sub(" млрд", _ENDING_M.sub(" млн", plain))
    figure = _figure(digits(plain), units, money=money)
    bounds = figure.scaled(units[figure.unit])
    if max(bounds.min or 0, bounds.max or 0) > at_most:
        raise Unread("huge")
    return bounds


def _figure(plain: str, units: dict[str, float], *, money: bool) -> Figure:
    """The one figure of the text, with the field's own unit where it names none."""
    own = next(iter(units))
    found = find(Passage.of(plain))
    if not found:
        number = re.fullmatch(r"\D*(\d+(?:\.\d+)?).*", plain)
        if number is None:
            raise Unread("figure")
        small = money and not _TIMES.search(plain) and float(number[1]) < LEAST_ROUBLES
        unit = f" {'млн ' if small else ''}{BARE[own]}"
        found = find(Passage.of(plain + unit))
    if len(found) != 1 or found[0].unit not in units:
        raise Unread("figure")
    return found[0]
