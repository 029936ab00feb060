"""Terms of one or more words, found in a list of words.

A term is written as words: `вино` meets every form with the same stem, `консерв*` every word that
begins so; `data cent*` is a phrase whose words follow each other, with one word between at most.
"""

from typing import Generic, NamedTuple, TypeVar

from .words import stem

Payload = TypeVar("Payload")

_OF_VERBS = ("ing", "ity", "ion", "ions", "ers")
"""English words whose stem another trade shares (bedding, bed) are met only as written."""

MOST_REMEMBERED = 50_000
"""Words whose parts are kept; past this the memory starts anew."""


class Hit(NamedTuple, Generic[Payload]):
    """A term met at words `start` to `end` (not included)."""

    start: int
    end: int
    payload: Payload
    length: int


class TermIndex(Generic[Payload]):
    """Many terms, looked up word by word; what a word can be part of is remembered."""

    def __init__(self, gap: int = 1) -> None:
        self._gap = gap
        self._stems: dict[str, int] = {}
        self._prefixes: dict[str, int] = {}
        self._phrases: dict[int, list[tuple[tuple[int, ...], Payload]]] = {}
        self._memory: dict[str, tuple[int, ...]] = {}
        self._longest = 0
        self._written: list[str] = []

    def add(self, term: str, payload: Payload) -> None:
        self._written.extend(term.replace("-", " ").lower().split())
        parts = tuple(self._part(word) for word in term.replace("-", " ").lower().split())
        self._phrases.setdefault(parts[0], []).append((parts, payload))

    def words(self) -> tuple[list[str], list[str]]:
        """Whole words and beginnings of words that stand in the terms."""
        whole = [word.strip("=") for word in self._written if not word.endswith("*")]
        return whole, [word[:-1] for word in self._written if word.endswith("*")]

    def _part(self, word: str) -> int:
        if word.endswith("*"):
            self._longest = max(self._longest, len(word) - 1)
            return self._prefixes.setdefault(word[:-1], len(self._stems) + len(self._prefixes))
        if word.startswith("="):
            return self._prefixes.setdefault(
                word[1:] + "\n", len(self._stems) + len(self._prefixes)
            )
        if word.isascii() and word.endswith(_OF_VERBS):
            return self._part("=" + word)
        return self._stems.setdefault(stem(word), len(self._stems) + len(self._prefixes))

    def parts(self, word: str) -> tuple[int, ...]:
        """The parts of terms that this word is, longest beginning first."""
        known = self._memory.get(word)
        if known is None:
            found = []
            whole = self._prefixes.get(word + "\n")
            if whole is not None:
                found.append(whole)
            same = self._stems.get(stem(word))
            if same is not None:
                found.append(same)
            for length in range(min(len(word), self._longest), 1, -1):
                part = self._prefixes.get(word[:length])
                if part is not None:
                    found.append(part)
            if len(self._memory) >= MOST_REMEMBERED:
                self._memory.clear()
            known = self._memory[word] = tuple(found)
        return known

    def find(self, words: list[str]) -> list[Hit[Payload]]:
        """Every term met, in the order of the words."""
        remembered, parts, phrases = self._memory, self.parts, self._phrases
        hits = []
        for at, word in enumerate(words):
            known = remembered.get(word)
            if known is None:
                known = parts(word)
            for part in known:
                for phrase, payload in phrases.get(part, ()):
                    end = at + 1 if len(phrase) == 1 else self._meets(words, at, phrase)
                    if end:
                        hits.append(Hit(at, end, payload, len(phrase)))
        return hits

    def _meets(self, words: list[str], at: int, phrase: tuple[int, ...]) -> int:
        """Where the phrase that begins here ends, 0 where it does not stand."""
        for part in phrase[1:]:
            for step in range(1, self._gap + 2):
                if at + step >= len(words) or not words[at + 1].isalnum():
                    return 0
                if part in self.parts(words[at + step]):
                    at += step
                    break
            else:
                return 0
        return at + 1
