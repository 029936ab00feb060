"""What the words around a trade leave of it: whose it is, whether it stands, or is only bought."""

import re
from functools import lru_cache

from .lexicon import Term
from .terms import Hit

STOPS = frozenset(".;!?\n")
_FOR = frozenset(("для", "for", "под"))
_MAKING = re.compile(
    r"^(?:производств|выпуск|переработк|строительств|размещен|изготовл|сборк|завод|цех|фабрик"
    r"|открыт|созда|выращив|разведен|реализац|проект|нов|организац|строит|постро"
    r"|production|manufactur|making|build|construct|process|plant|factory|a$|an$|the$|our$|new"
    r"|setting|placing|growing|assembl)"
)
_MADE = re.compile(
    r"^(?:производ|выпуск|изготовл|завод|цех|фабрик|делать|шить|лить|выращив|product|manufactur"
    r"|making|make$|produc|plant|factory|workshop|growing|facility)"
)
_LISTED = re.compile(r"^(?:\d|[,;]|подыск|ищ|нуж|look|we$|need)")
_PLANNED = re.compile(r"^(?:планиру|под$|по$|for$|plan)")
_NOT = frozenset(("не", "кроме", "not", "no", "without", "без"))
_BESIDE = re.compile(
    r"^(?:рядом|возле|около|напротив|соседн|бывш|вблизи|близ|недалеко|ближе|near|next|close"
    r"|beside|former|adjacent|opposite|nearby|old)"
)
_THEIRS = re.compile(
    r"^(?:клиент|заказчик|потребител|поставля|поставщик|покупател|партнер|сбыт|продаем|конкурент"
    r"|дилер|родствен|учредител|материнск|головн"
    r"|customer|client|supplie|supply|buyer|sold|sell|partner|competitor|parent|headquart)"
)
_EXISTING = re.compile(
    r"^(?:сейчас|действующ|существующ|имеющ|currently|existing|already|operate|nowadays|presently"
    r"|занимаемся|основн|известн|раньше|ранее|принадлеж|владе"
    r"|previously|owns|founder|grower)"
)
_WANT = re.compile(
    r"^(?:хот|хоч|планир|собира|постро|строи|откр|созда|размест|размещ|запус|организ|нуж|ищ"
    r"|проект|намер|расшир|перенес|перевез|локализ|налад"
    r"|plan|want|build|open|set|establish|locat|launch|look|need|start|intend|project|expand"
    r"|relocat|localis|localiz|creat|seek|put|develop|invest|construct|заход|осваива|enter)"
)
_ROLES = (("beside", _BESIDE), ("theirs", _THEIRS), ("want", _WANT), ("existing", _EXISTING))
_OF = frozenset(("из", "from", "using"))
_GOT = re.compile(
    r"^(?:закуп|покупа|купи|купл|импорт|есть|заказа|монтаж|установ|ввоз|лизинг|привез|везем|наше"
    r"|свое|buy|bought|order|install|import|own|bring|purchas|have)"
)
_EQUIPMENT = frozenset(
    {
        "machine_building",
        "machine_tools",
        "agricultural_machinery",
        "food_machinery",
        "electrical_equipment",
        "radio_electronics",
        "rail_engineering",
        "vehicles_trailers",
    }
)
_WITHOUT_OWN_PRODUCT = _EQUIPMENT | {
    "paper_packaging",
    "rubber_plastics",
    "logistics_port",
    "metalworking",
    "glass",
}


def context(tokens: list[str], hits: list[Hit[Term]], hit: Hit[Term]) -> float:
    """How much the words before a hit leave of it: a customer's trade is not the caller's."""
    factor = 1.0
    wanted = existing = intended = False
    comma = 0
    at = hit.start - 1
    while at >= 0 and hit.start - at < 22:
        word = tokens[at]
        if word in STOPS:
            break
        distance = hit.start - at
        if word in ",()":
            comma += 1
        elif word in _NOT and distance <= 2 and not comma:
            return 0.0
        elif word in _FOR and distance <= 5 and not comma:
            factor = min(factor, _for_whom(tokens, hits, hit, at))
            intended = True
        elif word in _OF and distance <= 3 and not comma:
            if any(other.end <= at and other.payload.weight > 1 for other in hits):
                factor = min(factor, 0.5)
        elif role := _role(word):
            if role == "beside":
                near = not comma and not intended and distance <= 5
                factor = min(factor, 0.1) if near else factor
            elif role == "theirs":
                factor = min(factor, 0.25) if comma <= 1 and distance <= 7 else factor
            elif role == "want":
                wanted = True
            elif not wanted:
                existing = True
        at -= 1
    if existing and not wanted:
        factor *= 0.5
    elif wanted:
        factor *= 1.25
    before = tokens[max(0, hit.start - 4) : hit.start]
    bought = hit.payload.industry == "machine_building" and any(map(_GOT.match, before))
    return 0.0 if bought and hit.payload.weight == 1 else factor


def is_made(tokens: list[str], hit: Hit[Term]) -> bool:
    """Whether words around it make it a product: `masks` alone may be anything."""
    if not hit.start:
        return bool(_LISTED.match(tokens[hit.end])) if hit.end < len(tokens) else False
    if _PLANNED.match(tokens[hit.start - 1]):
        return True
    around = (*tokens[max(0, hit.start - 3) : hit.start], *tokens[hit.end : hit.end + 2])
    return any(map(_MADE.match, around))


@lru_cache(maxsize=20_000)
def _role(word: str) -> str:
    """What a word before a trade says of whose it is, "" for nothing."""
    for role, pattern in _ROLES:
        if pattern.match(word):
            return role
    return ""


def _for_whom(tokens: list[str], hits: list[Hit[Term]], hit: Hit[Term], at: int) -> float:
    """`оборудование для пищевой промышленности`: behind `для` stands the customer."""
    before = [
        other for other in hits if other.end <= at and at - other.end <= 6 and other is not hit
    ]
    before = [o for o in before if not STOPS.intersection(tokens[o.end : at])]
    if not before:
        return 1.0
    making = at + 1 < len(tokens) and bool(_MAKING.match(tokens[at + 1]))
    owner = before[-1].payload
    if making and owner.industry not in _WITHOUT_OWN_PRODUCT:
        return 1.0
    if (
        making
        and owner.weight == 1
        and any(
            _GOT.match(token) for token in tokens[max(0, before[-1].start - 4) : before[-1].start]
        )
    ):
        return 1.0
    return 0.2
