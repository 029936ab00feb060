"""Investment in million roubles; another currency is not converted and stays unknown."""

import re

from .figures import Figure
from .ownership import is_theirs
from .passage import Passage

LEAST_MLN, MOST_MLN = 0.05, 10_000_000

_INVESTMENT = re.compile(
    r"\b(?:инвест\w*|вложени\w*|вложить|вложим|влож\w+|капитал\w*|капвложени\w*|капзатрат\w*"
    r"|бюджет\w*|стоимост\w+ проекта|объем\w*|сумм\w+|проект\w*|capex|invest\w*|budget|capital"
    r"|project cost|expenditure|outlay)\b"
)
_OTHER_MONEY = re.compile(
    r"\b(?:выручк\w*|оборот\w*|прибыл\w*|зарплат\w*|оклад\w*|зп|уставн\w+|налог\w*"
    r"|аренд\w+ (?:плат\w+|ставк\w+|до|по|за)|ставк\w+|цен\w+|тариф\w*|субсиди\w*|кредит\w*"
    r"|займ\w*|лизинг\w*|грант\w*|штраф\w*|долг\w*|льгот\w*|взнос\w*"
    r"|кадастр\w*|revenue|turnover|sales|salary|salaries|wages?|tax\w*|rent\w*|price\w*|tariff\w*"
    r"|subsid\w*|loan\w*|credit|grant\w*|debt|profit|fee)\b[^.;,]{0,24}$"
)
_PER = re.compile(
    r" ?(?:за|/|в) ?(?:кв|м2|метр|месяц|мес|сот|га|год|тонн|квт|мвт|куб|час|человек)|/ ?\w"
    r"| (?:per|a) (?:sq|m|month|ha|year|ton|kw)|\W+(?:выручк|оборот|зарплат|revenue|turnover"
    r"|в год|годово)"
)
_BARE = re.compile(
    r"(?<![\d.])(?P<low>\d{1,7}(?:\.\d+)?)(?: ?(?:-|до|to) ?(?P<high>\d{1,7}(?:\.\d+)?))? ?"
    r"(?P<times>млн|миллион\w*|лям\w*|млрд|миллиард\w*|ярд(?:ов|а)?|m(?=n?\b)n?|million|mln"
    r"|billion|bn|bln)\b\.?"
    r"(?! ?(?:\w+ )?(?:руб|р\b|rub|₽|roub|долл|евро|usd|eur|\$|€|юан|yuan|cny|rmb|тенге|лир|дирх"
    r"|dirh|aed|dollar|euro|шт|тонн|бутыл|литр|куб|м2|м3|m2|m3|кв|банок|упаков|units|pieces"
    r"|bottles|tonn?e|tons|lit|штук|единиц|cubic|sq|gbp|pound|inr|rup|try))"
)
_FOREIGN = re.compile(
    r"[$€£]|\b(?:usd|eur|cny|rmb|gbp|aed|долл\w*|евро|юан\w*|dollars?|euros?|yuan|баксов)\b"
)


def read_capex(passage: Passage, figures: list[Figure]) -> tuple[float | None, tuple[str, ...]]:
    """Million roubles to be invested, with the words; None where only other money is named."""
    taken = []
    for figure in figures:
        if figure.unit == "rub" and not _is_other(passage, figure.start, figure.end):
            taken.append(
                (_rank(passage, figure.start), figure.start, figure.value / 1e6, figure.words)
            )
    if not taken and not _FOREIGN.search(passage.text):
        for match in _BARE.finditer(passage.text):
            start, end = match.span()
            near = passage.text[max(0, start - 60) : end + 20]
            alone = passage.clause_text(start).strip(" ,.;") == match.group().strip(" .")
            if (_INVESTMENT.search(near) or (alone and match["times"][0] == "м")) and not _is_other(
                passage, start, end
            ):
                number = float(match["high"] or match["low"])
                billions = match["times"].startswith(("млрд", "миллиард", "ярд", "b"))
                taken.append((0, start, number * (1000 if billions else 1), match.group()))
    taken = [item for item in taken if LEAST_MLN <= item[2] <= MOST_MLN]
    if not taken:
        return None, ()
    _, _, value, words = min(taken, key=lambda item: item[:2])
    return round(value, 6), (words,)


_ABROAD = re.compile(
    r"(?P<before>[$€£¥]|\b(?:usd|eur|cny|rmb|gbp|aed|us\$) ?)?(?P<number>\d[\d .,]*) ?"
    r"(?P<times>млн|миллион\w*|лям\w*|млрд|миллиард\w*|mln|million|mn|m|billion|bn|bln"
    r"|тыс\w*|k)?\b\.? ?"
    r"(?P<behind>[$€£¥]|(?:usd|eur|cny|rmb|gbp|aed|долл\w*|евро|юан\w*|лир\w*|дирхам\w*|тенге"
    r"|dollars?|euros?"
    r"|yuan|баксов|lira|dirhams?)\b)?"
)


def read_foreign_capex(passage: Passage) -> str:
    """The words of an investment in another currency, which is not converted; "" where none is."""
    if not _FOREIGN.search(passage.text):
        return ""
    for match in _ABROAD.finditer(passage.text):
        start, end = match.span()
        near = passage.text[max(0, start - 60) : end + 20]
        large = match["times"] is not None or len(re.sub(r"\D", "", match["number"])) >= 6
        abroad = large and (match["before"] or match["behind"])
        if abroad and _INVESTMENT.search(near) and not _is_other(passage, start, end):
            return match.group().strip(" ,.")
    return ""


def _is_other(passage: Passage, start: int, end: int) -> bool:
    sentence, _ = passage.sentence(start)
    before = passage.text[max(sentence, start - 50) : start]
    if _PER.match(passage.text[end : end + 20]):
        return True
    if _OTHER_MONEY.search(before) and not _INVESTMENT.search(before[-25:]):
        return True
    return is_theirs(passage, start, end) and not _INVESTMENT.search(before[-30:])


def _rank(passage: Passage, start: int) -> int:
    """Money called an investment goes before money without a name."""
    sentence, stop = passage.sentence(start)
    return (
        0
        if _INVESTMENT.search(passage.text[max(sentence, start - 50) : min(stop, start + 45)])
        else 1
    )
