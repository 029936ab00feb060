"""Figures with a unit: a number, a range or a bound, found once for all who read them."""

import re
from dataclasses import dataclass

from ..need import Bounds
from .passage import Passage

MOST_FIGURES = 60
"""A caller names a dozen; the rest of a longer list is not read."""
MOST = 1e13
"""No figure of an inquiry is larger, whatever its unit."""

_NUMBER = r"(?<![\da-zа-я/])(?<!\d[.,])-?\d{1,15}(?:\.\d{1,6})?"
_TIMES = {
    r"тыс(?:яч\w*)?|тыщ\w*|thousand|thsd|k": 1e3,
    r"млн|миллион\w*|лям\w*|million|mln|mio|mn": 1e6,
    r"млрд|миллиард\w*|ярд(?:ов|а)?|billion|bln|bn": 1e9,
}
_METRE = r"(?:м(?:етр\w*)?|m(?:et(?:er|re)s?)?)"
_HOUR = r"\s?(?:/\s?|в |per |an |a )\s?(?:ч(?:ас)?\b|h(?:ou)?r?\b)"
_UNITS = {
    "ha": r"га(?:шк\w*)?|ga|gekt\w*|гект\w*|гекат\w*|ha|hect?ars?|hectares?",
    "are": r"ares|сот(?:ок|к[аиу]|ках)|sot(?:ok|ki|ka)",
    "acre": r"acres?|акр(?:а|ов)?",
    "km2": r"(?:кв\.? ?км|км2|sq\.? ?km|km2|square kilomet\w+)",
    "m2": rf"кв\.? ?{_METRE}\.?|квадрат(?:ов|а|ных {_METRE}|ного {_METRE}|ы)?|квадратн\w+ {_METRE}"
    rf"|{_METRE}\.? ?кв(?:адр\w*)?\.?"
    rf"|[мm] ?2|[мm]\^2|sq\.? ?{_METRE}\.?|sqm|square {_METRE}|{_METRE} square|кв\b\.?",
    "ft2": r"sq\.? ?(?:ft|feet|foot)\.?|sqft|square (?:feet|foot)|ft2|sf",
    "mwh": r"(?:м|k|к|г|m|g)(?:вт|w) ?[*.\-]? ?(?:ч(?:ас\w*)?|h)|гкал\w*",
    "gw": r"гвт|гигаватт\w*|gw|gigawatts?",
    "mw": r"мвт|mvt|megavatt\w*|мегаватт?\w*|мегавт|мгвт|мва|мегавольт\w*(?: ?ампер\w*)?|mw(?:e"
    r"|el)?|mva|mega-?watts?|мега|меговат\w*|мв(?![а-я])",
    "kw": r"квт|kvt|kilovatt\w*|киловатт?\w*|кило-?ватт\w*|ква|kw(?:e|p)?|kva|kilowatts?"
    r"|кв(?=\W+(?:мощност|электр|свет))",
    "flow": rf"(?:тыс\.? ?)?(?:н\.? ?м ?3|норм\w* ?(?:куб\w*|м3)|n\.? ?m ?3|nm3|нм3)(?:{_HOUR})?",
    "m3": rf"[мm] ?3|[мm]\^3|куб(?:\.|ов|а|ометр\w*|ическ\w+ {_METRE})? ?(?:[мm]\b\.?|метр\w*)?"
    rf"|cubic {_METRE}|cu\.? ?m|cbm|m cubed|кубик\w*",
    "litre_s": r"л(?:итр\w*)?\.? ?(?:/|в) ?с(?:ек\w*)?|l ?/ ?s(?:ec)?|lit(?:re|er)s? (?:per|a"
    r"|/) ?s(?:ec\w*)?|lps",
    "litre": r"литр\w*|lit(?:re|er)s?|л(?=\s?[/в])",
    "gallon": r"gallons?|gpd",
    "tonne": r"тонн\w*|tonn?es?|tons?|тн|т(?=\s?/)",
    "people": r"чел(?:\.|овек\w*|овечк\w*)?|(?:нов\w+ )?раб(?:\.|оч\w+)? ?мест\w*"
    r"|мест(?:а|о)? рабоч\w+"
    r"|(?:нов\w+ |постоянн\w+ )?мест|рабоч(?:их|ие)|рм\b|р/м|р\.м\.?|люд(?:ей|ям|и)|персонала|"
    r"сотрудник\w*|\w*работник\w*"
    r"|специалист\w*|работающ\w+"
    r"|штатн\w+|оператор\w*|душ|вакан\w+|инженер\w*|швей|швеи|врач\w*|монтажник\w*|программист\w*"
    r"|женщин\w*|мужчин\w*|повар\w*|официант\w*|токар\w*|слесар\w*|электрик\w*|грузчик\w*"
    r"|кладовщик\w*|пекар(?:ей|я|ь)|кондитеров|фасовщи\w*|упаковщи\w*|продавц\w*|сборщи\w*"
    r"|агроном\w*|доярок|портних\w*|мастер(?:ов|а)|вахтер\w*|учен(?:ых|ые)|химик\w*"
    r"|разработчик\w*|водител\w*|станочник\w*|технолог\w*|айтишник\w*|медик\w*|сварщик\w*|кадр\w*"
    r"|(?:(?:[a-z-]+ ){0,2}?(?:jobs|staff|employees|workers|personnel|specialists)|jobs?"
    r"|workplaces|work places|people|ppl|staff|positions|persons?|hires|headcount|ftes?"
    r"|chel(?:ovek)?|heads"
    r"|engineers|operators|seamstresses|developers|nurses|drivers|technicians|labou?rers"
    r"|chefs|cooks|waiters|packers|pickers|sewers|tailors|mechanics|electricians|assemblers|women"
    r"|loaders|bakers|butchers|scientists|chemists|fitters|machinists|tailoresses|weavers"
    r"|programmers|doctors|agents|welders|craftsmen|locals|manpower|vacancies|hands|guys|men)",
    "usd": r"долл\w*|usd|us dollars?|dollars?|бакс\w*|\$|us\$",
    "eur": r"евро|eur(?:os?)?|€"
    r"|юан\w*|rmb|cny|yuan|тенге|лир\w?|дирхам\w*|aed|dirhams?|inr|rupees|рупи\w+|pounds?"
    r"|gbp|£|try|chf",
    "rub": r"руб(?:\.|лей|ля|ль|лями|лях)?|р\b\.?|₽|r(?:o)?ubles?|rub|rur",
}
_UNIT = "|".join(f"(?P<{name}>(?:{pattern})(?![a-zа-я]))" for name, pattern in _UNITS.items())
_ANY_UNIT = "|".join(f"(?:{p})(?![a-zа-я])" for p in _UNITS.values())
_TIME = "|".join(rf"(?:{pattern})(?![a-zа-я])\.?" for pattern in _TIMES)
_SEPARATOR = (
    r"(?:-|\.\.+|/(?=\d)|,? ?(?:и |но |but |and |а )?(?:не более|не больше|максимум|no more than"
    r"|up to"
    r"|at most|max(?:imum)?|до|to|по|through|или|or|либо|и|and)(?: чем| than)?)"
)
_FIGURE = re.compile(
    rf"(?P<money>(?:rub|rur|₽|usd|us\$|\$|eur|€|£|gbp|cny|rmb|руб)\.? ?)?"
    rf"(?P<low>{_NUMBER}) ?\+?(?P<low_times> ?(?:{_TIME}))?(?: ?(?P<low_unit>{_ANY_UNIT}))?"
    rf"(?: ?(?P<separator>{_SEPARATOR}) ?(?P<high>\d{{1,15}}(?:\.\d{{1,6}})?))?"
    rf"\+? ?(?P<times>{_TIME})? ?"
    rf"(?:(?:new |local |тыс )?(?:{_UNIT}))?"
)
_MIN_BEFORE = re.compile(
    r"(?:не менее|не меньше|не ниже|минимум|мин\.?|\bот|(?<!не )\b(?:более|больше|свыше|выше)"
    r"|хотя бы|at least"
    r"|\bmin(?:imum)?(?: of)?|no less|not less|\bfrom|(?<!no )(?<!not )\bmore|\bover|above"
    r"|upwards of|>=?|≥|starting at|exceeding)"
    r"(?: чем| than|:)? ?(?:о?коло |примерно |about |around )?$"
)
_MAX_BEFORE = re.compile(
    r"(?:\bдо|не более|не больше|не свыше|не выше|максимум|макс\.?|(?<!не )\b(?:менее|меньше)"
    r"|up to|at most"
    r"|\bmax(?:imum)?(?: of)?|no more|not more|\bunder|(?<!no )(?<!not )\bless|\bfewer|below"
    r"|\bwithin|в пределах|<=?|≤"
    r"|(?<=not )exceeding|no larger|no bigger)(?: чем| than|:)? ?(?:о?коло |примерно |about "
    r"|around )?$"
)
_MIN_AFTER = re.compile(
    r",?\.? ?(?:как )?(?:минимум|мин\b|и более|и больше|или больше|или более|и выше|не меньше"
    r"|не менее|и свыше"
    r"|minimum|min\b|or more|and more|and up|or above|at (?:the )?(?:very )?least|plus(?=\W*$"
    r"|[,.;])|or larger|or bigger)"
    r"(?! ?\d)"
)
_MAX_AFTER = re.compile(
    r",?\.? ?(?:максимум|макс\b|не больше|не более|и меньше|или меньше|maximum|max\b"
    r"|at (?:the )?most|or less|or fewer|tops)"
    r"(?! ?\d)"
)
_BETWEEN = re.compile(r"(?:между|between) ?$")
_RANGE_ONLY = re.compile(r"(?:и|and|,? ?и|,? ?and)$")


@dataclass(frozen=True, slots=True)
class Figure:
    """Numbers as written (in the unit named), where they stand, and what bounds them."""

    unit: str
    low: float | None
    high: float | None
    start: int
    end: int
    words: str

    @property
    def bounds(self) -> Bounds:
        return Bounds(self.low, self.high)

    @property
    def value(self) -> float:
        """The one number to plan with: the upper end of a range, or the only end there is."""
        value = self.high if self.high is not None else self.low
        assert value is not None
        return value

    def scaled(self, factor: float) -> Bounds:
        low = None if self.low is None else round(self.low * factor, 6)
        return Bounds(low, None if self.high is None else round(self.high * factor, 6))


def find(passage: Passage) -> list[Figure]:
    """Every figure in the order of the text; a negative or a huge number is left out."""
    found: list[Figure] = []
    at, text = 0, passage.text
    while len(found) < MOST_FIGURES and (match := _FIGURE.search(text, at)):
        figure = _figure(text, match)
        at = figure.end if figure else match.end("low")
        if figure and _possible(figure):
            found.append(figure)
    return found


def _possible(figure: Figure) -> bool:
    numbers = [number for number in (figure.low, figure.high) if number is not None]
    return all(0 < number <= MOST for number in numbers) and numbers == sorted(numbers)


def _figure(text: str, match: re.Match[str]) -> Figure | None:
    """What one match says, or None where it has no unit."""
    unit = match.lastgroup if match.lastgroup in _UNITS else ""
    first = unit_of(match["low_unit"] or (match["money"] or "").strip(" ."))
    before = text[max(0, match.start() - 28) : match.start()]
    low_times = _times(match["low_times"])
    if match["high"] is not None and _is_range(match, before, first, unit or ""):
        times = _times(match["times"])
        low, high = float(match["low"]) * low_times, float(match["high"]) * times
        if not match["low_times"] and low * times <= high:
            low *= times
        return Figure(unit or first, low, high, match.start(), match.end(), match.group().strip())
    if match["high"] is not None:
        unit, end = "", match.end("low_unit")
        if end < 0:
            end = max(match.end("low"), match.end("low_times"))
    else:
        low_times *= _times(match["times"])
        end = match.start() + len(match.group().rstrip())
    if not (unit or first):
        return None
    number = float(match["low"]) * low_times
    low_bound, high_bound = _bounded(number, before, match.group(), text[end : end + 22])
    words = text[match.start() : end].strip()
    return Figure(unit or first, low_bound, high_bound, match.start(), end, words)


def _is_range(match: re.Match[str], before: str, first: str, second: str) -> bool:
    """`3-5 га` and `от 3 га до 5 га` are ranges; `3 га, до 5 МВт` and `3 и 5` are not."""
    if _RANGE_ONLY.fullmatch(match["separator"].strip()) and not _BETWEEN.search(before):
        return False
    if match["low_unit"]:
        return first == second
    return bool(second or match["money"])


def _bounded(
    number: float, before: str, words: str, after: str
) -> tuple[float | None, float | None]:
    if "+" in words or _MIN_AFTER.match(after):
        return number, None
    if _MAX_BEFORE.search(before) or _MAX_AFTER.match(after):
        return None, number
    if _MIN_BEFORE.search(before):
        return number, None
    return number, number


_UNIT_PATTERNS = {name: re.compile(pattern) for name, pattern in _UNITS.items()}


def unit_of(words: str) -> str:
    """The unit that these words name, "" for none."""
    return next((n for n, p in _UNIT_PATTERNS.items() if p.fullmatch(words)), "")


_TIME_PATTERNS = [(re.compile(pattern), factor) for pattern, factor in _TIMES.items()]


def _times(words: str | None) -> float:
    if not words:
        return 1.0
    return next((f for p, f in _TIME_PATTERNS if p.fullmatch(words.strip(" ."))), 1.0)
