"""Whether a text is a project, asks for advice, or is neither.

An intention to place something makes a project. A trade and figures support it; they are a project
by themselves where nobody asks, sells or complains («Логистика, 3 га, Динская»).
"""

import re

from ..need import Need
from .cues import INTENT, OBJECTS, WISHES
from .noise import NOISE
from .passage import Passage
from .questions import ASKED, EXISTING, QUESTIONS
from .sure_noise import SURE_NOISE

LEAST = 1.0
"""Below this no kind is found in the words."""
SHORT = 7
NEAR_START = 14
"""Words of a short note; characters before the trade it begins with."""

_Table = tuple[tuple[float, re.Pattern[str]], ...]


def _compiled(table: tuple[tuple[int, str], ...]) -> _Table:
    return tuple((weight, re.compile(rf"\b(?:{pattern})")) for weight, pattern in table)


_INTENT, _OBJECTS, _QUESTIONS = _compiled(INTENT), _compiled(OBJECTS), _compiled(QUESTIONS)
_WISHES = _compiled(WISHES)
_NOISE, _SURE_NOISE = _compiled(NOISE), _compiled(SURE_NOISE)
NAMED = 0.35
"""Confidence from which a trade counts as named."""
_SIZE = re.compile(
    r"\d ?(?:га|гектар|м2|кв|квадрат|метр|мвт|мва|квт|сот(?:ок|к)|ha\b|hectare|acre|m2|sqm|sq\b"
    r"|mw|mva|kw"
    r"|square)"
)
_WERE_IT_BUILT = re.compile(
    r"\b(?:(?:если|когда|при условии,? что) (?:мы |я |компания )?(?:постро|откро|запуст|размест"
    r"|созда"
    r"|постав|перене|завед|начн|возвед)\w+|(?:if|when|once|provided) (?:we|i|our \w+) (?:build"
    r"|open|launch|set up"
    r"|place|locate|move|relocate|establish|put)\w*)"
)
"""What depends on the project is asked about a project."""
_SENTENCE = re.compile(
    r"[.!?;\n]+(?= |$|\n)|,? (?:and|but|so|и|но|а)(?= (?:now |we |are |теперь |мы |сейчас "
    r")*(?:going"
    r"|want|plan|intend|wish|look|seek|need|хотим|планируем|собираемся|ищем|нуж|решили)\w*)"
    r"|, (?=(?:ищем|ищу|нуж[нe]|нужен|надо|требуется|поэтому|планиру|хотим|хочу|запуска|we need"
    r"|we'd need|we would need|need |looking for|so we)\w*)"
)
_SUBJECT = re.compile(
    r"\b(?:we|our|my|i|the|is|was|are|your|this|who|мы|я|наш\w*|ваш\w*|мо[йяеи]|у|есть|это|кто"
    r"|\w+(?:ем|им|ют|ят|аю|яю))\b"
)
"""Before a trade these words begin a sentence, not a note."""
_SAID = re.compile(r"\?|\b(?:\w{2,}(?:аю|яю|ают|яют|уют|ится|ются|ется)|просят|хотят|это|my)\b")
"""A short line with one of these is said by somebody, and is no note."""
_EXISTING = re.compile(rf"\b(?:{EXISTING})")


def read_kind(passage: Passage, need: Need) -> tuple[str, tuple[str, ...]]:
    """`project`, `consultation` or `other`, with the words that decided."""
    text = passage.text
    intent, intended = _weigh(text, _INTENT)
    if need.industries or _figures(need) >= 1.5:
        wish, wished = _weigh(text, _WISHES)
        intent, intended = intent + wish, intended + wished
    objects, things = _weigh(text, _OBJECTS)
    question, asked = _weigh(text, _QUESTIONS)
    noise, noisy = _weigh(text, _NOISE)
    sure, surely = _weigh(text, _SURE_NOISE)
    if "?" in text and not intent:
        question += 1.0
    if question and _EXISTING.search(text):
        question += 1.5
    stated = _states_project(text, need)
    if stated:
        question, noise, sure = 0.3 * question, 0.5 * noise, 0.5 * sure
    asks = not stated and _asks_for_size(text, need)
    if asks:
        question, noise, sure = 0.5 * question, 0.5 * noise, 0.5 * sure
    support = objects + _figures(need)
    if need.industries:
        support += 1.5 * need.industries[0].confidence
    sized = need.land_ha or need.building_m2 or need.power_mw or need.capex_mln_rub
    if sized and need.industries and not noise + sure and _WERE_IT_BUILT.search(text):
        intent += 3
    named = bool(need.industries) and need.industries[0].confidence >= NAMED
    if sized and not stated and not noise + sure and not _EXISTING.search(text):
        if intent >= 3 or (named and _figures(need) >= 2):
            question *= 0.5
        elif _begins_with_trade(text, need) or ("?" not in text and _is_list(need)):
            question *= 0.3
    if max(question, noise + sure) >= 2:
        support *= 0.5 if intent >= 3 or asks else 0.25
    elif intent < 2 and not _is_note(text, need):
        support *= 0.2
    if sure and not stated:
        intent *= 0.5
    if noise + sure >= 4:
        question *= 0.6
    scores = {"project": intent + support, "consultation": question, "other": noise + sure}
    words = {"project": intended + things, "consultation": asked, "other": surely + noisy}
    best = max(scores, key=lambda kind: scores[kind])
    if scores[best] < LEAST or (best == "consultation" and not asked):
        found = ASKED.search(text)
        return ("consultation", (found.group(),)) if found else ("other", ())
    return best, tuple(words[best][:5])


def _states_project(text: str, need: Need) -> bool:
    """One sentence wants a place and names a size, nobody sells or complains in it, and the text
    has a trade: what else is asked or told around it is beside the point."""
    if not need.industries or need.industries[0].confidence < NAMED:
        return False
    return any(
        _SIZE.search(said)
        and any(pattern.search(said) for weight, pattern in _INTENT if weight >= 3)
        and not any(pattern.search(said) for _, pattern in _NOISE + _SURE_NOISE)
        for said in _SENTENCE.split(text)
    )


def _asks_for_size(text: str, need: Need) -> bool:
    """A sentence names a size and nobody sells, complains or tells what stands in it, and the text
    has a trade: with no verb of wanting, it is wanted all the same."""
    if (
        not (need.land_ha or need.building_m2)
        or not need.industries
        or need.industries[0].confidence < NAMED
    ):
        return False
    return any(
        _SIZE.search(said)
        and not _EXISTING.search(said)
        and not any(pattern.search(said) for _, pattern in _NOISE + _SURE_NOISE)
        for said in _SENTENCE.split(text)
    )


def _is_list(need: Need) -> bool:
    """A trade and several figures, as in a list of what is required."""
    return _figures(need) >= 4 and need.industries != () and need.industries[0].confidence >= NAMED


def _is_note(text: str, need: Need) -> bool:
    """A line that names its figures, or is short and begins with its trade, needs no verb."""
    figures, length = _figures(need), len(text.split())
    if figures >= 3 or (length <= SHORT and not _SAID.search(text)):
        return True
    if figures >= 1.5 and (need.industries or length <= 2 * SHORT):
        return True
    if figures < 1 and length > 2 * SHORT:
        return False
    return length <= 3 * SHORT and _begins_with_trade(text, need)


def _begins_with_trade(text: str, need: Need) -> bool:
    at = text.find(need.industries[0].words[0]) if need.industries else -1
    return 0 <= at < NEAR_START and not _SUBJECT.search(text[:at])


def _weigh(text: str, table: _Table) -> tuple[float, list[str]]:
    """The weights of the patterns met; a further word of the same pattern counts half a point."""
    points, words = 0.0, []
    counted: set[int] = set()
    for weight, pattern in table:
        met = list(pattern.finditer(text))
        found = list(dict.fromkeys(m.group().strip() for m in met))[:4]
        if found:
            # A phrase that several patterns know counts less the second time.
            new = any(m.start() not in counted for m in met)
            points += weight * (1.0 if new else 0.75) + 0.5 * (len(found) - 1)
            words.extend(found)
            counted.update(m.start() for m in met)
    return points, words


def _figures(need: Need) -> float:
    """What figures alone say for a project."""
    points = (
        2.0 * bool(need.land_ha) + 1.5 * bool(need.building_m2) + 2.0 * (need.power_mw is not None)
    )
    points += sum(1.0 for wish in (need.gas, need.rail, need.port) if wish is not None)
    points += 1.0 * bool(need.jobs)
    points += 1.0 * (need.capex_mln_rub is not None) + 1.0 * (need.water_m3d is not None)
    return points + 0.5 * bool(need.districts_wanted) + 1.0 * (need.hazard_class is not None)
