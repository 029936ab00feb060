"""A repaired text with its sentences and clauses: what stands near a word."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

_SENTENCE_END = re.compile(
    r"(?<!\bкв)(?<!\bкуб)(?<!\bтыс)(?<!\bмлн)(?<!\bмлрд)(?<!\bг)(?<!\bул)(?<!\bст)(?<!\bпос)(?<!\bраб)"
    r"(?<!\bsq)(?<!\bcu)(?<!\bapprox)(?<!\bж)(?<!\bт)(?<!\bр)(?<!\bмин)(?<!\bмакс)(?<!\bнар)"
    r"\.(?!\d)(?=\s|$|[а-яa-z]{3})|[!?;\n]"
)
_CLAUSE_END = re.compile(
    r"[,()]|\s\+\s|\s/\s|:(?=\s)|(?<=\s)-(?=\s)|\s(?=(?:но|а|but|while|whereas|зато|однако"
    r"|however|хотя|although)\s)"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """Text with the places where its sentences and clauses end."""

    text: str
    sentence_ends: tuple[int, ...]
    clause_ends: tuple[int, ...]
    remembered: dict[tuple[int, int, int], bool] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, text: str) -> "Passage":
        sentences = tuple(m.end() for m in _SENTENCE_END.finditer(text))
        clauses = sorted({*sentences, *(m.end() for m in _CLAUSE_END.finditer(text))})
        return cls(text, sentences, tuple(clauses))

    def sentence(self, at: int) -> tuple[int, int]:
        """Where the sentence around this position starts and ends."""
        return _around(self.sentence_ends, at, len(self.text))

    def clause(self, at: int) -> tuple[int, int]:
        """Where the clause around this position starts and ends."""
        return _around(self.clause_ends, at, len(self.text))

    def sentence_text(self, at: int) -> str:
        start, end = self.sentence(at)
        return self.text[start:end]

    def clause_text(self, at: int) -> str:
        start, end = self.clause(at)
        return self.text[start:end]


def _around(ends: tuple[int, ...], at: int, length: int) -> tuple[int, int]:
    index = bisect_right(ends, at)
    return (ends[index - 1] if index else 0), (ends[index] if index < len(ends) else length)
