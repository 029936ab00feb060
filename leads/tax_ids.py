"""Tax and registration numbers of Russia with their check digits. Pure: no Django.

A doubt never blocks: the number may be read out wrong and still be the best there is. INN has 10
digits (a company) or 12 (a person), OGRN 13 or 15 (a sole trader).
"""

import re
from typing import Literal

Doubt = Literal["", "length", "check"]

_INN_10 = (2, 4, 10, 3, 5, 9, 4, 6, 8)
_INN_11 = (7, *_INN_10)
_INN_12 = (3, *_INN_11)


def digits(text: str) -> str:
    """The digits alone, twenty at most: people type spaces and dashes."""
    return re.sub(r"[^0-9]", "", text[:60])[:20]


def inn_doubt(number: str) -> Doubt:
    """What is wrong with an INN, "" for nothing."""
    if len(number) == 10:
        return "" if _check(number, _INN_10) == number[9] else "check"
    if len(number) == 12:
        last = _check(number, _INN_11) + _check(number, _INN_12)
        return "" if last == number[10:] else "check"
    return "length"


def ogrn_doubt(number: str) -> Doubt:
    """What is wrong with an OGRN or OGRNIP, "" for nothing."""
    if len(number) not in (13, 15):
        return "length"
    body = number[:-1]
    return "" if str(int(body) % (len(body) - 1))[-1] == number[-1] else "check"


def _check(number: str, weights: tuple[int, ...]) -> str:
    total = sum(int(digit) * weight for digit, weight in zip(number, weights, strict=False))
    return str(total % 11 % 10)
