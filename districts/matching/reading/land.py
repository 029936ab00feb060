"""Land in hectares and floor area in square metres."""

import re

from ..need import Bounds
from .figures import Figure
from .ownership import is_theirs
from .passage import Passage

MOST_HA = 100_000
"""More than any district's free land: a larger figure is a slip and is not taken."""
MOST_M2 = 5_000_000

_HECTARES_SAID = re.compile(r"\d ?(?:га|ha|гект|hect|acre|сот)")
_DIGIT = re.compile(r"\d")
_VOLTAGE = re.compile(r"подстанц|лэп|\bвл\b|трансформ|напряж|линия|вольт|\bпс\b|ктп|лини[ияй] ")
_HECTARES = {"ha": 1.0, "are": 0.01, "acre": 0.40468564, "km2": 100.0}
_METRES = {"m2": 1.0, "ft2": 0.09290304}
_LAND = re.compile(
    r"\b(?:участ(?:ок|к\w+)|земл\w*|земел\w*|территори\w+|открыт(?:ая|ую|ой) площадк\w+|надел\w*"
    r"|пятн\w+|под застройк\w+"
    r"|land|plots?|parcels?|ground|yard|open[- ]air|greenfield)\b"
)
_FLOOR = re.compile(
    r"\b(?:здани\w*|помещени\w*|цех\w*|корпус\w*|склад\w*|ангар\w*|построй\w*|офис\w*"
    r"|производственн\w*|пол[аы]"
    r"|фабрик\w*|завод\w*|магазин\w*|павильон\w*|теплиц\w*|бокс\w*|под крыш\w*|крыт\w+"
    r"|комплекс\w*|арендн\w*|готов\w+|бутик\w*|центр\w*"
    r"|buildings?|floor\w*|workshops?|warehouses?|halls?|premises|hangars?|office|space|facility"
    r"|shell|shed|shop|store|indoor|covered|built|production area|brownfield|gla|gba)\b"
)
_TOTAL = re.compile(
    r"\b(?:всего|итого|суммарно|общ\w+ площад\w*|in total|total(?:ling|ing)?|altogether|overall)\b"
)
_NOT_AREA = re.compile(
    r"\b(?:руб\w*|rub\b|rubles|roubles|за ?$|цен[аыу]\b|ставк\w+|стоимост\w+|rent of|per ?$)|₽"
    r"|/ ?$|\$"
)
_NOT_OURS = re.compile(
    r"\b(?:сельхозземель|пашн\w+|посев\w*|под (?:пшениц|сад|виноградник)\w*|обрабатыва\w+"
    r"|урожа\w+|мощност\w+ (?:линии|производства)|квартир\w* площад\w*"
    r"|в год|в месяц|в сутки|per year|a year|per month|annually|harvest\w*|per annum|продукци\w+"
    r"|output)\b"
)


_BARE_FLOOR = re.compile(
    r"\b(?:цех\w*|ангар\w*|корпус\w*|помещени\w*|склад(?:а|е|ом)?|здани\w*|под крышей|hall"
    r"|building|workshop|warehouse|floor area|hangar|shed)"
    r"(?: площадью| of| на| около| about| примерно| минимум)?:? "
    r"(?:(?P<long>\d{2,3}) ?[xх*] ?(?P<wide>\d{2,3})|(?P<bare>\d{3,5}))"
    r"(?: ?(?:м(?:етр\w*)?|m(?:et\w+)?)\b\.?)?(?= ?[,.;\n)](?!\d)| ?$| (?:и|and|в|in)\b)"
)


def read_land(passage: Passage, figures: list[Figure]) -> tuple[Bounds, tuple[str, ...]]:
    """Hectares asked for; one figure is both ends of the range."""
    return _best(
        passage,
        [
            (f, _HECTARES.get(f.unit) or _METRES[f.unit] / 10_000)
            for f in figures
            if _is_land(passage, f)
        ],
        MOST_HA,
    )


def read_floor(passage: Passage, figures: list[Figure]) -> tuple[Bounds, tuple[str, ...]]:
    """Square metres of floor asked for."""
    floors = [
        (f, _METRES[f.unit])
        for f in figures
        if f.unit in _METRES
        and not (_is_land(passage, f) or _is_output(passage, f) or _is_voltage(passage, f))
    ]
    bounds, words = _best(passage, floors, MOST_M2)
    return (bounds, words) if words else _bare_floor(passage)


def _bare_floor(passage: Passage) -> tuple[Bounds, tuple[str, ...]]:
    """`ангар 2000` and `цех 24х60`: a building is measured in square metres."""
    for match in _BARE_FLOOR.finditer(passage.text):
        if not is_theirs(passage, match.start(), match.start()):
            area = float(match["bare"] or int(match["long"]) * int(match["wide"]))
            return Bounds(area, area), (match.group().strip(),)
    return Bounds(), ()


def _is_land(passage: Passage, figure: Figure) -> bool:
    if figure.unit in _HECTARES:
        return True
    if figure.unit not in _METRES:
        return False
    start, _ = passage.sentence(figure.start)
    before = passage.text[max(start, figure.start - 60) : figure.start]
    _, stop = passage.clause(figure.end - 1)
    behind = _DIGIT.split(passage.text[figure.end : min(stop, figure.end + 30)])[0]
    land = [m.end() for m in _LAND.finditer(before)]
    floor = [m.end() for m in _FLOOR.finditer(before)]
    close_floor, close_land = _FLOOR.search(behind), _LAND.search(behind)
    if close_land and (not close_floor or close_land.start() < close_floor.start()):
        return not re.match(r",| (?:на|on|и|and|or|или|либо|с|with|plus)\b", behind)
    if close_floor and close_floor.start() < 12:
        return False
    if not land or max(land) < max(floor, default=-1):
        return False
    return not _HECTARES_SAID.search(before[max(land) :])


def _is_output(passage: Passage, figure: Figure) -> bool:
    """`100 000 м2 панелей в год` is what the plant makes."""
    _, stop = passage.clause(figure.end - 1)
    behind = passage.text[figure.end : min(stop, figure.end + 40)]
    return bool(_NOT_OURS.search(behind))


def _is_voltage(passage: Passage, figure: Figure) -> bool:
    """`10 кв` is a voltage as often as an area."""
    if not figure.words.rstrip(". ").endswith("кв"):
        return False
    near = passage.text[max(0, figure.start - 30) : figure.end + 20]
    return figure.value < 30 or bool(_VOLTAGE.search(near))


def _best(
    passage: Passage, areas: list[tuple[Figure, float]], most: float
) -> tuple[Bounds, tuple[str, ...]]:
    """The first area that is asked for; one that is called the total goes before it."""
    taken = []
    for figure, factor in areas:
        bounds = figure.scaled(factor)
        before = passage.text[max(0, figure.start - 14) : figure.start]
        if _NOT_AREA.search(before) or max(bounds.min or 0, bounds.max or 0) > most:
            continue
        if not is_theirs(passage, figure.start, figure.end):
            total = bool(_TOTAL.search(passage.text[max(0, figure.start - 24) : figure.end + 12]))
            taken.append((not total, figure.start, bounds, figure.words))
    if not taken:
        return Bounds(), ()
    _, _, bounds, words = min(taken, key=lambda item: item[:2])
    return bounds, (words,)
