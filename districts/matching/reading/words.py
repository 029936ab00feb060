"""Text as the rest of the room wants it: plain, small letters, bounded; and its words and stems."""

import re
import unicodedata
from functools import lru_cache
from threading import Lock

import snowballstemmer

MOST_CHARACTERS = 10_000
"""A longer text is read up to here: an inquiry says what it wants long before."""

_INVISIBLE = dict.fromkeys(
    (
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        *range(0xFE00, 0xFE10),
        *(0x00AD, 0x034F, 0x061C, 0x180E, 0xFEFF),
    )
)
_SAME = str.maketrans(
    {
        "ё": "е",
        "‐": "-",
        "‑": "-",
        "‒": "-",
        "–": "-",
        "—": "-",
        "―": "-",
        "−": "-",
        "’": "'",
        "‘": "'",
        "`": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "×": "x",
        "⁄": "/",
        "·": ".",
        "\t": " ",
        "\r": "\n",
    }
)
_SPACES = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"\n[\s]*")
_STRESS = re.compile("(?<=[а-яё])\u0301")
_LOOKALIKE = str.maketrans("abcehkmoptxy", "авсенкмортху")
_RAILWAY = re.compile(r"\bж\. ?д\b\.?(?= ?[а-я,;])")
_MIXED = re.compile("[а-я][a-z]|[a-z][а-я]")
_LETTERS = re.compile("[а-яa-z]{2,40}")

WORD = re.compile(r"[a-zа-я]+(?:'[a-z]+)?|\d+(?:[.,]\d+)?")


def normalise(text: str) -> str:
    """Small letters without invisible characters, ё as е, one kind of dash, quote and space.

    Reads at most `MOST_CHARACTERS`. Compatibility forms become plain (m² → m2, ½ → 1/2).
    """
    text = text[: MOST_CHARACTERS * 2].translate(_INVISIBLE)[:MOST_CHARACTERS]
    text = unicodedata.normalize("NFKC", text.replace("½", " 1/2").replace("¼", " 1/4"))
    text = _STRESS.sub("", text.lower()[:MOST_CHARACTERS]).translate(_SAME)
    text = "".join(c if c.isprintable() or c == "\n" else " " for c in text)
    text = _LINES.sub("\n", _SPACES.sub(" ", text)).strip()
    if _MIXED.search(text):
        text = _LETTERS.sub(_one_alphabet, text)
    return _RAILWAY.sub("ж/д", text)


def _one_alphabet(match: re.Match[str]) -> str:
    """A word of two alphabets becomes Cyrillic where its Latin letters only look so."""
    word = match.group()
    if not _MIXED.search(word):
        return word
    plain = word.translate(_LOOKALIKE)
    return plain if plain.isascii() or not re.search("[a-z]", plain) else word


@lru_cache(maxsize=1)
def _stemmers() -> tuple[snowballstemmer.stemmer, snowballstemmer.stemmer]:
    return snowballstemmer.stemmer("russian"), snowballstemmer.stemmer("english")


# A stemmer keeps the word it is at in itself: two threads at once get errors or wrong stems.
_stemming = Lock()


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The Russian or English stem of one normalised word."""
    with _stemming:
        russian, english = _stemmers()
        found: str = (english if word.isascii() else russian).stemWord(word)
    return found
