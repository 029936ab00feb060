"""Numbers in words and in many spellings become plain digits, so that patterns read one form."""

import re
from functools import lru_cache

_UNITS_RU = {
    "ноль": 0, "один": 1, "одна": 1, "одно": 1, "одного": 1, "одной": 1, "два": 2, "две": 2,
    "двух": 2, "двумя": 2, "три": 3, "трех": 3, "тремя": 3, "четыре": 4, "четырех": 4,
    "пять": 5, "пяти": 5, "шесть": 6, "шести": 6, "семь": 7, "семи": 7, "восемь": 8,
    "восьми": 8, "девять": 9, "девяти": 9, "десять": 10, "десяти": 10, "десятью": 10,
    "одиннадцать": 11, "одиннадцати": 11, "двенадцать": 12, "двенадцати": 12, "тринадцать": 13,
    "четырнадцать": 14, "пятнадцать": 15, "пятнадцати": 15, "шестнадцать": 16,
    "семнадцать": 17, "восемнадцать": 18, "девятнадцать": 19,
}  # fmt: skip
_TENS_RU = {
    "двадцать": 20, "двадцати": 20, "тридцать": 30, "тридцати": 30, "сорок": 40, "сорока": 40,
    "пятьдесят": 50, "пятидесяти": 50, "полсотни": 50, "шестьдесят": 60, "шестидесяти": 60,
    "семьдесят": 70, "семидесяти": 70, "восемьдесят": 80, "восьмидесяти": 80, "девяносто": 90,
}  # fmt: skip
_HUNDREDS_RU = {
    "сто": 100, "ста": 100, "двести": 200, "двухсот": 200, "триста": 300, "трехсот": 300,
    "четыреста": 400, "четырехсот": 400, "пятьсот": 500, "пятисот": 500, "шестьсот": 600,
    "шестисот": 600, "семьсот": 700, "семисот": 700, "восемьсот": 800, "восьмисот": 800,
    "девятьсот": 900, "девятисот": 900,
}  # fmt: skip
_UNITS_EN = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
    "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19,
}  # fmt: skip
_TENS_EN = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_VALUES = {**_UNITS_RU, **_TENS_RU, **_HUNDREDS_RU, **_UNITS_EN, **_TENS_EN}
_THOUSANDS = ("тысяч", "тысяча", "тысячи", "тысячу", "thousand")


def _any(words: dict[str, int] | tuple[str, ...]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_WORD = rf"(?:{_any(_VALUES)}|hundred|{_any(_THOUSANDS)})"
_SPELLED = re.compile(rf"\b{_WORD}(?:(?:[ -]| and ){_WORD})*\b(?!['])")
_DIGITS = r"\d+(?:[.,]\d+)?"
_HALVES = (
    (
        re.compile(rf"\b({_DIGITS})( тыс\w*| млн| миллион\w*| млрд| миллиард\w*)? с половиной\b"),
        0.5,
    ),
    (re.compile(r"\b(\d+)( thousand| million| billion)? and a half\b"), 0.5),
    (re.compile(r"\b(\d+) and a quarter\b()"), 0.25),
    (re.compile(r"\b(\d+) с четвертью\b()"), 0.25),
    (re.compile(r"\b(\d+) 1/2\b()"), 0.5),
)
_FIXED = (
    (re.compile(r"\bполутор(?:а|ы|ух)?\s?тысяч\w*"), "1500"),
    (re.compile(r"\bполторы\s?тысячи"), "1500"),
    (re.compile(r"\bполтор(?:а|ы)\s?(?:сотни|ста)\b|\bполтораста\b"), "150"),
    (re.compile(r"\bполутор(?:а|ы|ух)?\b|\bполтор(?:а|ы)\b"), "1.5"),
    (re.compile(r"\b(?:one|a) and a half\b|\bone-and-a-half\b"), "1.5"),
    (
        re.compile(
            r"(?<!and )(?<!and a )\b(?:one )?half (?:a |an )?(?=hectare|megawatt|acre|ha\b|mw\b"
            r"|million|billion)"
        ),
        "0.5 ",
    ),
    (
        re.compile(
            r"(?:(?<=, )|(?<=нужен )|(?<=надо )|(?<=хватит )|(?<=хватило бы ))"
            r"(?=гектара?(?:[,.;]|$))"
            r"|(?<!стоит )(?<!цена )(?<!за )(?<=[а-я] )(?=гектар земли)"
        ),
        "1 ",
    ),
    (re.compile(r"(?<!and )\ba half (?=hectare|megawatt)"), "0.5 "),
    (re.compile(r"\bпол(?=гектар|мегаватт|миллион|миллиард|млн\b|млрд\b|ляма?\b)"), "0.5 "),
    (
        re.compile(
            r"\b(?:пол|половин[ауы])[ -](?=гектар|га\b|мегаватт|мвт|миллион|миллиард|млн|млрд|лям)"
        ),
        "0.5 ",
    ),
    (re.compile(r"\b(?:a|one) couple of(?: hundred)?\b"), "2"),
    (
        re.compile(r"\bпар[ау] (?=гектар|га\b|мегаватт|сот\w+ (?:метр|квадрат)|миллион|млн|лям)"),
        "2 ",
    ),
    (re.compile(r"\b(?:a|one) dozen\b"), "12"),
    (re.compile(r"\bдесят(?:ок|ка)\b"), "10"),
    (re.compile(r"\bсотн[яю] (?=человек|рабоч|мест|людей|сотрудник|куб)"), "100 "),
    (
        re.compile(
            r"(?<!\d )(?<!\d)\bтысяч[ауи]? (?=киловатт|квт|кв|м2|метров|квадрат|человек|куб|рабоч)"
        ),
        "1000 ",
    ),
    (re.compile(r"\b(?:a) hundred\b"), "100"),
    (re.compile(r"\b(?:a) (?=million|billion)"), "1 "),
    (re.compile(r"\b1/2 (?=га\b|ha\b|мвт|mw\b|гектар|hectare)"), "0.5 "),
)
_PHONES = re.compile(
    r"(?:\+\d{1,3}"
    r"|(?<![\d.,])[78])[\s(-]{0,2}\d{3,4}[\s)-]{0,2}\d{2,3}[\s-]?\d{2}[\s-]?\d{2,3}(?!\d)"
    r"|\+\d[\d\s()-]{8,16}\d"
    r"|(?<![\d.,-])\d{3}-\d{2}-\d{2}(?![\d-])"
    r"|\(\d{3,5}\)\s?\d[\d\s-]{4,9}\d"
    r"|(?:тел\w*|т|phone|tel|моб\w*|whatsapp|инн|огрн|inn|окпо|fax|факс|кпп|ref|№|заявк\w+"
    r"|номер\w*)"
    r"[.: №#]{1,4}(?:- ?)?\+?\d[\d\s()-]{3,18}\d(?!\d)(?! ?(?:га|мвт|ha|mw|м2|m2|квт|kw))"
)
_ADDRESSES = re.compile(r"\S{1,64}@\S{1,80}|https?://\S{1,400}|www\.\S{1,400}")
_DATES = re.compile(r"(?<![\d.,])(?:\d{1,2}[./]\d{1,2}[./](?:20)?\d{2}|\d{1,2}:\d{2})(?![\d])")
_CADASTRE = re.compile(r"\b\d{2}:\d{2}:\d{5,8}(?::\d+)?\b")
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:[ '_]\d{3})+(?![\d])")
_GROUPED_COMMA = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])")
_GROUPED_DOTS = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3}){2,}(?![\d.])")
_COMMA = re.compile(r"(?<=\d),(?=\d)")
_SMALL_UNIT = re.compile(
    r"\s?(?:-\s?\d+(?:[.,]\d+)?\s?)?(?:га\b|гект|мвт|мва|mw\b|mva\b|ha\b|hect|млрд|bn\b|bill)"
)
_FLOOR_METRES = re.compile(
    r"(\d тыс\.?|(?:цех|помещени\w+|склад|ангар|здани\w+|офис) (?:на |от |до |около |порядка )?"
    r"\d{2,5}) метров\b"
)
_AND_MILLIONS = re.compile(r"\b(\d{1,4}) (?:млрд\.?|миллиард\w*) (\d{1,3}) (?:млн\.?|миллион\w*)")
_UNIT_FIRST = re.compile(
    r"(?<!\d )(?<!\d\. )(?<![\d.])\b(гектар(?:ов|а)|га|соток|мегаватта?|мвт|киловатт|квт"
    r"|квадратов|кубов|метров|человек|миллионов|лямов)"
    r" (~ ?|примерно |около |(?<=а )на )?(\d+(?:\.\d+)?(?: ?- ?\d+(?:\.\d+)?)?)(?!\d|\.\d| ?- "
    r"?\d)(?! ?(?:%"
    r"|га\b|мвт|мва|квт|м2|м3|кв|чел|млн|млрд|тыс|руб|куб|сот|тонн|год|раб))"
)
_MILLIONS = re.compile(
    r"((?:rub|rur|₽|usd|us\$|\$|eur|€|£)\.? ?\d+(?:\.\d+)?(?: ?- ?\d+(?:\.\d+)?)?) ?m\b"
    r"|(\d+(?:\.\d+)?) ?m(?= ?(?:rub|rur|₽|roub|usd|eur|\$|€))"
)
_GLUED = re.compile(r"(?<=\d)(?=[а-яa-z])(?![a-z]\d|-?[ыоя]?[йюе]\b|[хx]\b)")


def digits(text: str) -> str:
    """The same text with phones, dates and addresses blanked and every number as `1234.5`."""
    text = _ADDRESSES.sub(" ", text)
    text = _CADASTRE.sub(" ", text)
    text = _PHONES.sub(" # ", text)
    text = _DATES.sub(" # ", text)
    text = _GROUPED.sub(lambda m: re.sub(r"\D", "", m.group()), text)
    text = _GROUPED_DOTS.sub(lambda m: m.group().replace(".", ""), text)
    text = _GROUPED_COMMA.sub(lambda m: _comma_thousands(m), text)
    text = _COMMA.sub(".", text)
    text = _SPELLED.sub(lambda m: spelled(m.group()), text)
    for pattern, replacement in _FIXED:
        text = pattern.sub(replacement, text)
    text = _FLOOR_METRES.sub(lambda m: m.group(1) + " м2", text)
    text = _AND_MILLIONS.sub(lambda m: f"{int(m[1]) + int(m[2]) / 1000:g} млрд", text)
    for pattern, part in _HALVES:
        text = pattern.sub(lambda m, part=part: _and_part(m, part), text)  # type: ignore[misc]
    text = _MILLIONS.sub(lambda m: (m.group(1) or m.group(2)) + " mln ", text)
    text = _GLUED.sub(" ", text)
    return _UNIT_FIRST.sub(
        lambda m: f"{m.group(3)} {'м2' if m.group(1) == 'метров' else m.group(1)}", text
    )


def _comma_thousands(match: re.Match[str]) -> str:
    """`1,200` is thousands, but `0,125` and `1,250 МВт` are fractions."""
    number = match.group()
    if number.count(",") == 1 and (
        number.startswith("0") or _SMALL_UNIT.match(match.string, match.end())
    ):
        return number.replace(",", ".")
    return number.replace(",", "")


def _and_part(match: re.Match[str], part: float) -> str:
    return f"{float(match.group(1).replace(',', '.')) + part:g}{match.group(2) or ''}"


@lru_cache(maxsize=2_000)
def spelled(words: str) -> str:
    """`сто двадцать` → `120`, `two hundred and fifty` → `250`; two numbers in a row stay two."""
    numbers: list[str] = []
    total = group = 0
    lowest = 10_000
    started = False
    for dash, word in re.findall(r"([ -]?)([^ -]+)", words):
        if word == "and":
            continue
        if word == "hundred":
            group, lowest = max(group, 1) * 100, 100
        elif word in _THOUSANDS:
            if not started:
                numbers.append(word + " ")
                continue
            total, group, lowest = max(group, 1) * 1000, 0, 1000
        else:
            value = _VALUES[word]
            size = 1 if value < 20 else 10 if value < 100 else 100
            if started and size >= lowest:
                numbers.append(str(total + group) + (dash.strip() or " "))
                total = group = 0
            group += value
            lowest = size if value >= 20 else 1
        started = True
    if started:
        numbers.append(str(total + group))
    return "".join(numbers).strip()
