"""What the project makes or does: at most three industries, with the words that led there."""

import math
import re
from functools import lru_cache

from ..need import IndustryGuess
from .kindred import KINDRED
from .lexicon import Lexicon, Term
from .terms import Hit

THRESHOLD = 0.3
"""Below this confidence no industry is named first."""
FURTHER = 0.05
"""Below this confidence a trade named after another is a bare hint: offered, never assumed."""
FAINT = 0.9
"""What a word that means a trade only where it is made is worth, and no other word names one."""
KIN = (0.02, 0.01)
"""The confidence of trades that stand next to the one read, which no word names."""
MOST = 3
FIRST = 1.2
"""How much the trade named first gains: the main one comes before the annex."""
NONE = "none"
"""The section of phrases that are no trade and hide the words in them."""

_TOKEN = re.compile(r"[a-zа-я]+|\d+|[.;!?\n,()]")
_STOPS = frozenset(".;!?\n")
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
_DECIDES = re.compile(
    r"^(?:хочет|хотят|планиру[ею]т|намерен[аы]?|собира[ею]тся|заходит|решил[аи]?|задумал|wants?"
    r"|plans|intends|enters|entering|decided|considers)$"
)
BEFORE = 0.4
"""What is left of the trade of one who decides, where he names another that he decides on."""
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


def read_industries(text: str, lexicon: Lexicon) -> tuple[IndustryGuess, ...]:
    """The likeliest industries, best first; empty where no word is strong enough.

    Where words name fewer than three, those next to them fill the list.
    """
    tokens = _TOKEN.findall(text)
    found = lexicon.industries.find(tokens)
    hits = _kept([hit for hit in found if hit.payload.weight])
    hits = [hit for hit in hits if hit.payload.industry != NONE]
    if not hits:
        hits = _kept([h for h in found if not h.payload.weight and _is_made(tokens, h)])
    if not hits:
        return ()
    scores: dict[str, float] = {}
    words: dict[str, list[str]] = {}
    seen: dict[tuple[str, str], int] = {}
    decided = _decisions(tokens, hits)
    for order, hit in enumerate(hits):
        term = hit.payload
        times = seen[term.industry, term.text] = seen.get((term.industry, term.text), 0) + 1
        score = max(term.weight, FAINT) * _context(tokens, hits, hit) * (1.0 if times == 1 else 0.25 / times)
        score *= 1.15 if hit.length > 1 else 1.0
        if decided and any(start < hit.end <= at for start, at in decided):
            score *= BEFORE
        score *= max(0.6, 1.2 - 0.1 * order) if order < 4 else max(0.6, 0.9 - 0.04 * (order - 3))
        if score > 0:
            met = len(words.get(term.industry, ()))
            scores[term.industry] = scores.get(term.industry, 0.0) + score / (1 + met)
            words.setdefault(term.industry, []).append(" ".join(tokens[hit.start : hit.end]))
    first = hits[0].payload
    if first.weight == 3 and scores.get(first.industry, 0.0) >= 3.0:
        scores[first.industry] *= FIRST
    _favour_children(scores, lexicon.parents)
    return _with_kindred(_guesses(scores, words), lexicon)


def _decisions(tokens: list[str], hits: list[Hit[Term]]) -> list[tuple[int, int]]:
    """From where to where a sentence names who decides, if a trade follows the verb."""
    found: list[tuple[int, int]] = []
    for at, word in enumerate(tokens):
        if _decides(word):
            stops = [i for i, token in enumerate(tokens) if token in _STOPS]
            start = max((i for i in stops if i < at), default=-1)
            end = min((i for i in stops if i > at), default=len(tokens))
            if any(at < hit.start < end for hit in hits):
                found.append((start, at))
    return found


def _kept(hits: list[Hit[Term]]) -> list[Hit[Term]]:
    """Hits without those inside a longer phrase, and of one word only its most exact term."""
    covered: dict[int, int] = {}
    for hit in hits:
        if hit.length > 1:
            for at in range(hit.start, hit.end):
                covered[at] = max(covered.get(at, 0), hit.length)
    kept: list[Hit[Term]] = []
    single: dict[int, str] = {}
    for hit in hits:
        if hit.length > 1:
            if max(covered[at] for at in range(hit.start, hit.end)) == hit.length:
                kept.append(hit)
        elif hit.start not in covered and (
            single.setdefault(hit.start, hit.payload.text) == hit.payload.text
        ):
            kept.append(hit)
    return kept


def _context(tokens: list[str], hits: list[Hit[Term]], hit: Hit[Term]) -> float:
    """How much the words before a hit leave of it: a customer's trade is not the caller's."""
    factor = 1.0
    wanted = existing = intended = False
    comma = 0
    at = hit.start - 1
    while at >= 0 and hit.start - at < 22:
        word = tokens[at]
        if word in _STOPS:
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


def _is_made(tokens: list[str], hit: Hit[Term]) -> bool:
    """Whether words around it make it a product: `masks` alone may be anything."""
    before = tokens[hit.start - 1] if hit.start else ""
    if not before or _PLANNED.match(before):
        return any(token.isdigit() for token in tokens[hit.end :]) or bool(before)
    around = (*tokens[max(0, hit.start - 3) : hit.start], *tokens[hit.end : hit.end + 2])
    return any(map(_MADE.match, around))


@lru_cache(maxsize=20_000)
def _decides(word: str) -> bool:
    return bool(_DECIDES.match(word))


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
    before = [o for o in before if not _STOPS.intersection(tokens[o.end : at])]
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


def _favour_children(scores: dict[str, float], parents: dict[str, str]) -> None:
    """General engineering gives way to its branch when the branch is named as well."""
    general = scores.get("machine_building", 0.0)
    if not general:
        return
    children = [code for code in scores if parents.get(code) == "machine_building"]
    if children:
        best = max(children, key=lambda code: scores[code])
        if scores[best] >= 0.5 * general:
            scores[best] += 0.5 * general
            scores["machine_building"] = 0.5 * general


def _guesses(scores: dict[str, float], words: dict[str, list[str]]) -> list[IndustryGuess]:
    if not scores:
        return []
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:MOST]
    best = ranked[0][1]
    guesses: list[IndustryGuess] = []
    for code, score in ranked:
        confidence = (1 - math.exp(-score / 2.2)) * (score / best) ** 0.5
        if guesses or confidence >= THRESHOLD:
            shown = tuple(dict.fromkeys(words[code]))[:5]
            confidence = max(min(confidence, 0.99), KIN[0])
            guesses.append(IndustryGuess(code, round(confidence, 3), shown))
    return guesses


def _with_kindred(guesses: list[IndustryGuess], lexicon: Lexicon) -> tuple[IndustryGuess, ...]:
    read = [guess.code for guess in guesses]
    next_to = dict.fromkeys(kin for code in read for kin in KINDRED.get(code, ()))
    further = [code for code in next_to if code not in read and code in lexicon.codes]
    room = further[: MOST - len(read)]
    return (*guesses, *(IndustryGuess(code, sure) for code, sure in zip(room, KIN, strict=False)))
