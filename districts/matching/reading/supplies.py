"""Power in MW, gas in m³/h, water and sewage in m³ a day."""

import re
from dataclasses import dataclass

from .figures import Figure
from .ownership import is_theirs
from .passage import Passage

MOST_MW, MOST_M3H, MOST_M3D = 5_000, 1_000_000, 2_000_000

_GENERATION = re.compile(
    r"\b(?:солнечн\w+|сэс|вэс|ветро\w*|ветрян\w*|тэц|тэс|аэс|гэс|гпэс|гту|пгу|электростанци\w*"
    r"|энергоблок\w*|когенерац\w*|генер(?:ац|ир|атор)\w*|выработк\w*|выдач\w+|установленн\w+"
    r"|фотовольт\w*|турбин\w*|накопител\w*|мини-тэц|котельн\w*|биогаз\w*"
    r"|solar|photovoltaic|pv|wind|chp|cogenerat\w*|generat\w+|power (?:plant|station)|turbines?"
    r"|installed capacity|nameplate|output capacity|battery storage|bess|export\w* to the grid"
    r"|biogas|feed-in)\b"
)
_DEMAND = re.compile(
    r"\b(?:потребл\w*|потребность|потребуется|собственн\w+ нужд\w*|своих нужд|подключ\w*|подвести"
    r"|техприсоединени\w*|присоединени\w*|нагрузк\w*|запрашива\w*|нужно|нужен|нужна|надо|нам"
    r"|требуется|электричеств\w*|свет\w*|подвод\w*|из сети|от сети|сетев\w+"
    r"|consum\w*|demand|own needs|connect\w*|load|draw\w*|need\w*|requir\w*|grid supply|supply of"
    r"|auxiliary|from the grid)\b"
)
_GAS = re.compile(r"\b(?:газ(?:а|у|ом|е|овый|овая|оснабжени\w*|оповой)?|gas|нм3|nm3|природн\w+)\b")
_WATER = re.compile(
    r"\b(?:вод(?:а|ы|у|е|ой|н\w*|оснабжени\w*|опотреблени\w*|опровод\w*)|water|хвс|питьев\w*)\b"
)
_SEWAGE = re.compile(
    r"\b(?:сток\w*|канализ\w*|водоотвед\w*|сточн\w*|сброс\w*|очистн\w*|sewage|sewer\w*|effluents?"
    r"|waste ?water|discharge\w*|drain\w*|treatment)\b"
)
_PER = re.compile(
    r"[ .,]*(?:(?:газа|воды|стоков|природного газа|of (?:natural )?gas|of (?:process |drinking "
    r"|fresh )?water|gas|water|of (?:sewage|effluent|waste ?water)|норм\w*|технической воды"
    r"|питьевой воды) ?)?"
    r"(?:(?:/|в|per|an?|every|за|each|по) ?)?(?P<per>ч\b|час\w*|hours?\b|h\b|hr\b|сут\w*|день"
    r"|дн\w+|day\b|d\b|24|мес\w*|month\w*|mo\b|год\w*|г\b|year\w*|annum|a\b|y\b|yr|сек\w*|с\b|s\b"
    r"|sec\w*|мин\b|min\b|daily|hourly|ежесуточно|круглосуточно|смен\w*)"
)
_INSIDE_HOUR = re.compile(r"(?:/|в|per|an|a) ?(?:ч|h)")
_OTHER_M3 = re.compile(
    r"\b(?:древесин\w*|леса|бетон\w*|песк\w*|щебн\w*|грунт\w*|пиломатериал\w*|хранени\w*"
    r"|резервуар\w*|емкост\w*|камер\w*|storage|timber|logs|concrete|wood|tank\w*)\b"
)
_BARE_GAS = re.compile(
    r"\b(?:газ|gas)[ :-]{1,3}(\d{2,5})(?= ?(?:[,;.]?$|[,;\n]|\. |вод[аы]|water|жд|ж/д|свет|rail"
    r"|и ))"
)
_RATED = re.compile(r"(?:ва|va)$")
_PER_DAY = {
    "hour": 24.0,
    "day": 1.0,
    "month": 1 / 30,
    "year": 1 / 365,
    "second": 86_400.0,
    "minute": 1440.0,
}


@dataclass(frozen=True, slots=True)
class Supplies:
    """What the networks must give, each with the words it was read from."""

    power_mw: float | None = None
    gas_m3h: float | None = None
    water_m3d: float | None = None
    sewage_m3d: float | None = None
    words: tuple[tuple[str, str], ...] = ()


def read_supplies(passage: Passage, figures: list[Figure]) -> Supplies:
    """The first figure of each kind that is a demand of the project."""
    values: dict[str, float] = {}
    words: dict[str, str] = {}
    for figure in figures:
        if is_theirs(passage, figure.start, figure.end):
            continue
        for name, value in (_power(passage, figure), _flow(passage, figure)):
            if name and (name not in values or _only_rated(name, words[name], figure)):
                values[name], words[name] = round(value, 6), figure.words
    bare = _BARE_GAS.search(passage.text)
    if bare and "gas_m3h" not in values:
        values["gas_m3h"], words["gas_m3h"] = float(bare.group(1)), bare.group()
    return Supplies(**values, words=tuple(words.items()))


def _only_rated(name: str, before: str, figure: Figure) -> bool:
    """`трансформаторы до 2500 кВА, свет 1,6 МВт`: volt-amperes give way to watts."""
    if name != "power_mw":
        return False
    return bool(_RATED.search(before)) and not _RATED.search(figure.words)


def _power(passage: Passage, figure: Figure) -> tuple[str, float]:
    factor = {"gw": 1000.0, "mw": 1.0, "kw": 0.001}.get(figure.unit)
    if factor is None or figure.value * factor > MOST_MW:
        return "", 0
    start, stop = passage.clause(figure.start)
    sentence, _ = passage.sentence(figure.start)
    near = passage.text[max(start, figure.start - 60) : min(stop, figure.end + 40)]
    before = passage.text[max(sentence, figure.start - 80) : figure.start]
    if _GENERATION.search(near) or _GENERATION.search(before):
        demand = [
            m.end()
            for m in _DEMAND.finditer(
                before + passage.text[figure.start : min(stop, figure.end + 40)]
            )
        ]
        made = [
            m.end()
            for m in _GENERATION.finditer(
                before + passage.text[figure.start : min(stop, figure.end + 40)]
            )
        ]
        if not demand or max(demand) < max(made):
            return "", 0
    return "power_mw", figure.value * factor


def _flow(passage: Passage, figure: Figure) -> tuple[str, float]:
    """Gas by the hour, water and sewage by the day."""
    if figure.unit not in ("flow", "m3", "litre_s", "litre", "tonne", "gallon"):
        return "", 0
    per = _per(passage, figure)
    name = _carried(passage, figure, per)
    if not name:
        return "", 0
    volume = figure.value * {"litre": 0.001, "litre_s": 0.001, "gallon": 0.00378541}.get(
        figure.unit, 1.0
    )
    if figure.unit == "flow" and figure.words.startswith("тыс"):
        volume *= 1000
    if name == "gas_m3h":
        value = volume * _PER_DAY[per or "hour"] / 24
        return (name, value) if value <= MOST_M3H else ("", 0)
    value = volume * _PER_DAY[per or "day"]
    return (name, value) if value <= MOST_M3D else ("", 0)


def _per(passage: Passage, figure: Figure) -> str:
    if figure.unit == "litre_s":
        return "second"
    if figure.unit == "flow" and _INSIDE_HOUR.search(figure.words):
        return "hour"
    match = _PER.match(passage.text[figure.end : figure.end + 40])
    if not match:
        return ""
    per = match["per"]
    for name, starts in (
        ("day", ("сут", "ден", "дн", "day", "24", "dai", "ежес", "смен")),
        ("month", ("мес", "mo")),
        ("year", ("год", "year", "annum", "yr")),
        ("second", ("сек", "sec")),
        ("minute", ("мин", "min")),
        ("hour", ("ч", "hour", "hr", "кругл")),
    ):
        if per.startswith(starts):
            return name
    return {
        "h": "hour",
        "d": "day",
        "с": "second",
        "s": "second",
        "г": "year",
        "y": "year",
        "a": "year",
    }.get(per, "")


def _carried(passage: Passage, figure: Figure, per: str) -> str:
    """What flows: the nearest name of it in the clause, then in the sentence."""
    if figure.unit == "flow":
        return "gas_m3h"
    if figure.unit in ("tonne", "litre", "gallon", "m3") and not per:
        near = passage.text[max(0, figure.start - 24) : figure.end + 24]
        if (
            figure.unit != "m3"
            or _OTHER_M3.search(near)
            or not (_GAS.search(near) or _WATER.search(near) or _SEWAGE.search(near))
        ):
            return ""
    start, stop = passage.clause(figure.start)
    _, stop = passage.clause(max(figure.start, figure.end - 1))
    sentence, end = passage.sentence(figure.start)
    for low, high in ((start, stop), (sentence, end)):
        best = ""
        distance = 10_000
        for name, pattern in (("gas_m3h", _GAS), ("water_m3d", _WATER), ("sewage_m3d", _SEWAGE)):
            for match in pattern.finditer(
                passage.text, max(low, figure.start - 80), min(high, figure.end + 60)
            ):
                away = (
                    figure.start - match.end()
                    if match.end() <= figure.start
                    else match.start() - figure.end + 2
                )
                if away < distance:
                    best, distance = name, away
        if best:
            if figure.unit == "tonne" and (best == "gas_m3h" or low != start):
                return ""
            return best
    if figure.unit == "m3" and per == "hour":
        return "gas_m3h"
    return "water_m3d" if figure.unit in ("m3", "litre_s") and per == "day" else ""
