"""What the project makes or does: at most three industries, with the words that led there."""

import math
import re
from functools import lru_cache

from ..need import IndustryGuess
from .context import STOPS, context, is_made
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
_DECIDES = re.compile(
    r"^(?:хочет|хотят|планиру[ею]т|намерен[аы]?|собира[ею]тся|заходит|решил[аи]?|задумал|wants?"
    r"|plans|intends|enters|entering|decided|considers)$"
)
BEFORE = 0.4
"""What is left of the trade of one who decides, where he names another that he decides on."""


def read_industries(text: str, lexicon: Lexicon) -> tuple[IndustryGuess, ...]:
    """The likeliest industries, best first; empty where no word is strong enough.

    Where words name fewer than three, those next to them fill the list.
    """
    tokens = _TOKEN.findall(text)
    found = lexicon.industries.find(tokens)
    hits = _kept([hit for hit in found if hit.payload.weight])
    hits = [hit for hit in hits if hit.payload.industry != NONE]
    if not hits:
        hits = _kept([h for h in found if not h.payload.weight and is_made(tokens, h)])
    if not hits:
        return ()
    scores: dict[str, float] = {}
    words: dict[str, list[str]] = {}
    seen: dict[tuple[str, str], int] = {}
    decided = _decisions(tokens, hits)
    for order, hit in enumerate(hits):
        term = hit.payload
        times = seen[term.industry, term.text] = seen.get((term.industry, term.text), 0) + 1
        score = (
            max(term.weight, FAINT)
            * context(tokens, hits, hit)
            * (1.0 if times == 1 else 0.25 / times)
        )
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
            stops = [i for i, token in enumerate(tokens) if token in STOPS]
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


@lru_cache(maxsize=20_000)
def _decides(word: str) -> bool:
    return bool(_DECIDES.match(word))


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
