"""Words typed wrongly become right: another keyboard layout, Latin letters for Russian, one slip.

A word is changed only when it is unknown as it stands and known when changed.
"""

import re
from functools import lru_cache

from .lexicon import Lexicon

MOST_UNKNOWN = 400
"""Unknown words looked up for a slip in one text; a text with more is not a caller's."""
SHORTEST, SHORTEST_ENGLISH = 7, 8
"""Letters that the known beginning of a word must have before a slip in it is mended."""

_LATIN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`<>{}"
_RUSSIAN_KEYS = "йцукенгшщзхъфывапролджэячсмитьбюебюхъ"
_TO_RUSSIAN = str.maketrans(_LATIN_KEYS, _RUSSIAN_KEYS)
_TO_LATIN = str.maketrans(_RUSSIAN_KEYS[:32], _LATIN_KEYS[:32])
_LATIN = re.compile(r"[a-z\[\];'`<>{}][a-z\[\];'`,.<>{}]*")
_LATIN_WORD = re.compile(r"[a-z]+(?:'[a-z]*)?")
_RUSSIAN_WORD = re.compile(r"[а-я]+")
_ANY_WORD = re.compile(r"[а-я]{5,}|[a-z]{6,}")
_SOUNDS = (
    ("shch", "щ"), ("sch", "щ"), ("yo", "е"), ("jo", "е"), ("zh", "ж"), ("kh", "х"),
    ("ts", "ц"), ("ch", "ч"), ("sh", "ш"), ("yu", "ю"), ("ju", "ю"), ("ya", "я"), ("ja", "я"),
    ("ye", "е"), ("iy", "ий"), ("yy", "ый"), ("ey", "ей"), ("oy", "ой"), ("ay", "ай"),
    ("uy", "уй"), ("ij", "ий"), ("ej", "ей"), ("oj", "ой"), ("aj", "ай"), ("ck", "к"),
    ("x", "кс"), ("a", "а"), ("b", "б"), ("v", "в"), ("w", "в"), ("g", "г"), ("d", "д"),
    ("e", "е"), ("z", "з"), ("i", "и"), ("j", "й"), ("k", "к"), ("l", "л"), ("m", "м"),
    ("n", "н"), ("o", "о"), ("p", "п"), ("r", "р"), ("s", "с"), ("t", "т"), ("u", "у"),
    ("f", "ф"), ("h", "х"), ("c", "ц"), ("q", "к"), ("y", "ы"), ("'", "ь"),
)  # fmt: skip
_SMALL = {
    "do": "до", "na": "на", "po": "по", "ot": "от", "no": "но", "i": "и", "v": "в", "s": "с",
    "k": "к", "za": "за", "u": "у", "ne": "не", "my": "мы", "on": "он", "to": "то", "a": "а",
    "ga": "га", "o": "о", "mest": "мест", "est": "есть", "chel": "чел", "mvt": "мвт",
    "kvt": "квт", "zhd": "жд", "rub": "руб", "mln": "млн", "mlrd": "млрд", "tys": "тыс",
    "gektarov": "гектаров", "kub": "куб",
}  # fmt: skip
_NOT_RUSSIAN = re.compile(r"\bne (?=[а-я])")
_PLAIN_ENGLISH = frozenset(
    re.findall(
        r"\w+",
        "the of is are for and we our with need needs looking want wants would like in an at "
        "from this that will have has please",
    )
)
_ENGLISH_END = re.compile(
    r"(?:tion|ing|ity|ory|ary|ery|ment|ness|able|ible|ive|ous|ally|ly|ers?|ed|ure|ism|ists?|ogy"
    r"|phy|ics?|ance|ence|cy|th|ght|ck|ss|ees?|ures|als?)$"
)
_FOLD = str.maketrans({"ь": None, "ъ": None, "э": "е", "й": "и", "ы": "и", "щ": "ш"})


def other_layout(text: str) -> str:
    """The same keys pressed in the other layout: "fuhjcfl" is "агросад"; "" without letters."""
    lower = text.lower()
    if _RUSSIAN_WORD.search(lower):
        return lower.translate(_TO_LATIN)
    return lower.translate(_TO_RUSSIAN) if _LATIN.search(lower) else ""


class Speller:
    """Knows the words of one lexicon and mends a text by them."""

    def __init__(self, lexicon: Lexicon) -> None:
        whole, begun = map(
            set,
            (
                a + b
                for a, b in zip(lexicon.industries.words(), lexicon.places.words(), strict=True)
            ),
        )
        self._words = frozenset(whole.union(lexicon.russian, lexicon.english))
        self._english_whole = frozenset(w for w in self._words if w.isascii())
        begun.update(lexicon.russian)
        self._begun = frozenset(w for w in begun if len(w) > 4)
        self._mendable = frozenset(
            w for w in begun.union(lexicon.english, lexicon.names) if len(w) >= SHORTEST
        )
        russian = sorted(w for w in self._words | begun if not w.isascii() and len(w) > 2)
        self._folded = {w.translate(_FOLD): w for w in russian}
        self._slips: dict[str, list[str]] | None = None
        self.mended = lru_cache(maxsize=20_000)(self._mended)

    def repair(self, text: str) -> str:
        """The text with its unknown words mended."""
        text = self._latin(text)
        text = self._cyrillic(text)
        unknown = 0

        def mend(match: re.Match[str]) -> str:
            nonlocal unknown
            word = match.group()
            if self.knows(word):
                return word
            unknown += 1
            return self.mended(word) if unknown <= MOST_UNKNOWN else word

        return _ANY_WORD.sub(mend, text)

    def knows(self, word: str) -> bool:
        """Whether the word, less an ending of three letters at most, or its beginning is known."""
        known = self._words
        if word in known or (len(word) > 3 and word[:-1] in known):
            return True
        if len(word) > 4 and (word[:-2] in known or (len(word) > 6 and word[:-3] in known)):
            return True
        begun = self._begun
        return any(word[:n] in begun for n in range(5, min(len(word), 18) + 1))

    def _latin(self, text: str) -> str:
        """Latin letters that are Russian in another layout or by sound."""
        words = [w for w in _LATIN_WORD.findall(text) if len(w) > 2 and not self.knows(w)]
        if not words or len(words) > 3_000:
            return text
        by_key = [
            w
            for w in _LATIN.findall(text)
            if self._from_keys(w) and not self.knows(w.rstrip(",.;"))
        ]
        if len(by_key) >= max(1, 0.4 * len(words)) and sum(map(len, by_key)) > 4:
            return _LATIN.sub(lambda m: self._typed(m.group()), text)
        latin = _LATIN_WORD.findall(text)
        plain = sum(w in _PLAIN_ENGLISH for w in latin)
        if plain >= 2 and plain > 0.12 * len(latin):
            return text
        by_sound = [w for w in words if self._from_sound(w)]
        english = [w for w in _LATIN_WORD.findall(text) if self.knows(w) and w not in _SMALL]
        if len(by_sound) >= max(1, 0.3 * len(words)):
            whole = len(by_sound) >= len(english) / 2
            text = _LATIN_WORD.sub(lambda m: self._sounded(m.group(), whole), text)
            return _NOT_RUSSIAN.sub("не ", text)
        if any(len(word) > 4 for word in by_sound):
            text = _LATIN_WORD.sub(lambda m: self._sounded(m.group(), False), text)
            return _NOT_RUSSIAN.sub("не ", text)
        return text

    def _from_keys(self, word: str) -> str:
        """The Russian word of the same keys, "" where there is none that is known."""
        bare = word.rstrip(",.;")
        for candidate in dict.fromkeys((bare, word)):
            russian = candidate.translate(_TO_RUSSIAN)
            if len(russian) > 2 and russian.isalpha() and self.knows(russian):
                return russian + word[len(candidate) :]
        return ""

    def _typed(self, word: str) -> str:
        if self.knows(word.rstrip(",.;")) and len(word) > 2:
            return word
        known = self._from_keys(word)
        if known:
            return known
        bare = word.rstrip(",.;")
        return bare.translate(_TO_RUSSIAN) + word[len(bare) :]

    def _from_sound(self, word: str) -> str:
        """The Russian word that sounds so, with the known spelling of its beginning."""
        russian = by_sound(word)
        folded = russian.translate(_FOLD)
        if len(word) > 5 and _ENGLISH_END.search(word):
            return ""
        for length in range(len(folded), 2, -1):
            known = self._folded.get(folded[:length])
            if known is not None and (length > 4 or len(folded) - length < 3):
                kept = 0
                count = 0
                while kept < len(russian) and count < length:
                    count += russian[kept] not in "ьъ"
                    kept += 1
                return known + russian[kept:].lstrip("ьъ" if known[-1] in "ьъ" else "")
        return ""

    def _sounded(self, word: str, whole: bool) -> str:
        if whole and word in _SMALL:
            return _SMALL[word]
        if self.knows(word):
            return word
        return self._from_sound(word) or (by_sound(word) if whole else word)

    def _cyrillic(self, text: str) -> str:
        """Cyrillic letters that are English in another layout."""
        words = [w for w in _RUSSIAN_WORD.findall(text) if len(w) > 2]
        if not words or len(words) > 3_000:
            return text
        strange = [w for w in words if not self.knows(w)]
        typed = [w for w in strange if w.translate(_TO_LATIN) in self._english_whole]
        if len(typed) >= 2 and len(typed) >= 0.3 * len(words):
            return _RUSSIAN_WORD.sub(lambda m: m.group().translate(_TO_LATIN), text)
        return text

    def _mended(self, word: str) -> str:
        """The word with one slip in its known beginning mended, or as it is."""
        if self._slips is None:
            self._slips = _slips(self._mendable)
        for length in range(min(len(word), 18), SHORTEST - 2, -1):
            beginning = word[:length]
            for form in _shortened(beginning):
                for known in self._slips.get(form, ()):
                    if known[0] == word[0] and is_one_slip(beginning, known):
                        return known + word[length:]
        return word


def by_sound(word: str) -> str:
    """Latin letters read as Russian sounds."""
    russian = []
    at = 0
    while at < len(word):
        for latin, cyrillic in _SOUNDS:
            if word.startswith(latin, at):
                russian.append(cyrillic)
                at += len(latin)
                break
        else:
            at += 1
    return "".join(russian)


def _shortened(word: str) -> list[str]:
    return [word, *(word[:at] + word[at + 1 :] for at in range(1, len(word)))]


def _slips(words: frozenset[str]) -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda w: (-len(w), w)):
        if len(word) >= (SHORTEST_ENGLISH if word.isascii() else SHORTEST):
            for form in _shortened(word):
                table.setdefault(form, []).append(word)
    return table


def is_one_slip(word: str, known: str) -> bool:
    """One letter more, fewer, other or two swapped."""
    if abs(len(word) - len(known)) > 1 or word == known:
        return word == known
    at = next((i for i, (a, b) in enumerate(zip(word, known, strict=False)) if a != b), None)
    if at is None:
        return True
    return (
        word[at + 1 :] == known[at + 1 :]
        or word[at:] == known[at + 1 :]
        or word[at + 1 :] == known[at:]
        or (word[at : at + 2] == known[at : at + 2][::-1] and word[at + 2 :] == known[at + 2 :])
    )
