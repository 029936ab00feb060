"""The hazard class of an enterprise, as callers write it: digits, Roman numerals, words."""

import re

from .passage import Passage

_HAZARD = (
    re.compile(
        r"\b(?P<n>[1-5]|iv|v|i{1,3}|перв\w+|втор\w+|трет\w+|четверт\w+|пят\w+)[ -]?(?:го"
        r"|й|ого|ый|ий"
        r"|ом|м|th|rd|nd|st)?[ -]*(?:-[ivx]+ )?(?:класс\w*|кл\.?)(?: санитарн\w+"
        r"| экологич\w+)? ?(?:\(?по санпин\w*\)? ?)?(?:опасност\w*|вредност\w*|опасн\w*|hazard)"
    ),
    re.compile(
        r"\b(?:класс\w*|кл\.?) ?(?:экологическ\w+ |санитарн\w+ )?(?:опасност\w*"
        r"|вредност\w*|опасн\w*"
        r"|сзз)?(?: предприятия| производства"
        r"| объекта)?(?: по санпин\w*)? ?[:=\-]? ?(?:опасности )?(?:не выше |примерно |вероятно "
        r"|- )*(?P<n>[1-5]|iv|v|i{1,3}|перв\w+|втор\w+|трет\w+|четверт\w+|пят\w+)(?!\d|\.\d"
        r"|[ -]?(?:га|мвт|м2|млн))\b"
    ),
    re.compile(
        r"\b(?:hazard(?:ous|ousness)?|sanitary|danger|safety)(?: \w+){0,2}? ?(?:class"
        r"|category)(?: is"
        r"| of|:| -|=)? ?(?:no\.? ?)?(?P<n>[1-5]|iv|v|i{1,3}|one|two|three|four|five|first|second"
        r"|third|fourth|fifth)\b"
    ),
    re.compile(
        r"\bclass (?P<n>[1-5]|iv|v|i{1,3}|one|two|three|four|five)(?: of)?(?: sanitary"
        r"| environmental"
        r"| by)?[ -]*(?:hazard|danger|\(hazard|production hazard|enterprise|facility)"
    ),
    re.compile(
        r"\b(?P<n>[1-5]|first|second|third|fourth|fifth)(?:st|nd|rd|th)?[ -](?:hazard "
        r"|danger )?(?:class|category)(?: of)?(?: hazard| danger)\b"
    ),
    re.compile(r"\b(?P<n>[1-5]|first|second|third|fourth|fifth)(?:st|nd|rd|th)? hazard class\b"),
)
_BARE_CLASS = (
    re.compile(
        r"\b(?P<n>[1-5]|iv|v|i{1,3}|перв\w+|втор\w+|трет\w+|четверт\w+|пят\w+)[ -]?(?:го|й|ого|ый"
        r"|ий|ом|м)?[ -]класс\w*(?! ?(?:[авсabc]\b|энерг|школ|офис|точност|отел|бетон))"
    ),
    re.compile(
        r"\b(?:класс|class|(?<!mw, )(?<!mw )(?<!mva, )(?<!mva )category)[ :-]+"
        r"(?P<n>[1-5]|iii|iv|ii|v|i)(?!\d|\.\d| ?(?:га|мвт|м2|\+"
        r"|warehouse|office))\b"
    ),
)
_CLASSES = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "v": 5,
    "перв": 1,
    "втор": 2,
    "трет": 3,
    "четв": 4,
    "пят": 5,
    "one": 1,
    "two": 2,
    "thre": 3,
    "four": 4,
    "five": 5,
    "firs": 1,
    "seco": 2,
    "thir": 3,
    "fift": 5,
}


def read_hazard_class(passage: Passage) -> tuple[int | None, tuple[str, ...]]:
    """The hazard class of the enterprise, 1 (the most dangerous) to 5."""
    for pattern in (*_HAZARD, *_BARE_CLASS):
        for match in pattern.finditer(passage.text):
            number = match["n"]
            value = int(number) if number.isdigit() else _class(number)
            if value:
                return value, (match.group().strip(),)
    return None, ()


def _class(name: str) -> int | None:
    return next((_CLASSES[name[:n]] for n in (4, 3, 2, 1) if name[:n] in _CLASSES), None)
