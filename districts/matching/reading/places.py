"""Districts wanted and excluded, by any name of theirs or of their settlements."""

import re
from dataclasses import dataclass
from itertools import pairwise

from .lexicon import Lexicon, Place
from .ownership import is_theirs
from .passage import Passage
from .words import WORD

_SETTLEMENT = re.compile(
    r"^(?:район\w*|р|ст|станиц\w*|ца|цы|це|пос|поселк\w*|поселок|пгт|город\w*|г|хутор\w*|х"
    r"|сел[оаеу]|с|округ\w*|мо|муниципал\w*|district|raion|rayon|stanitsa|village|town|city"
    r"|settlement)$"
)
_IN = re.compile(
    r"^(?:в|во|под|около|возле|близ|near|in|at|around|к|у|из|до|рядом|недалеко|кроме)$"
)
_ELSEWHERE = re.compile(
    r"^(?:обл\w*|край|края|крае|краю|краем|кра|region|regions|krai|kray|territory|республик\w*"
    r"|мост(?:а|у|ом|е)?$|посад\w*|oblast|шоссе|проспект\w*|улиц\w*|ул|street|полуостров\w*)$"
)
_STREET = re.compile(
    r"(?:\bул\.?|улиц\w*|просп\w*|пр-т|переул\w*|шоссе|street|str\.|st\.|avenue|фамилия"
    r"|меня зовут|зовут|господин|гражданин|mr\.?|mrs\.?|ms\.?|my name is|i am|ваш|это) ?$"
)
_NOT_BEFORE = re.compile(
    r"(?:\bкроме|\bничего|\bnothing|\bмимо|только не|\bне|исключая|за исключением|исключить"
    r"|исключите|помимо|\bне (?:в|во|под|на|у|около|рядом с|хот\w+(?: бы)? (?:в|во)"
    r"|рассматрива\w+|предлага\w+|интересу\w+|подход\w+|нуж\w+|надо|годится|хочу|хотим"
    r"|хотелось бы|устраива\w+)|избега\w+|подальше от|минуя|вне|за пределами"
    r"|would not like|not like|don'?t (?:want|like)|except(?: for| in)?|excluding|exclude"
    r"|any(?:where| place| district| town| city| region| location)? but|all but|everywhere but"
    r"|other than|apart from|aside from|\bnot(?: in| near| at| around| interested in| considering"
    r"| want| to be in)?|\bno\b|avoid(?:ing)?|outside(?: of)?|rule[sd]? out|don't (?:want|offer"
    r"|suggest|consider|like)|rather not|anything but|but not|bar|save for|never)"
    r"(?: (?:курорт\w*:?|курортн\w+|resorts?:?|towns?:?|like|в|во|на|под|и|самого|самом|район\w*"
    r"|города?|г\.?|сам(?:ого|ом)|городе|the|in|city of|of|to|побережь\w+|вариант\w*|ни|только"
    r"|центр\w*|из|greater|near|for|around|offer|places?|anything|about|us|нам|мне|площадк\w+"
    r"|участк\w+|место|места|sites?|рядом|с|к|у|either|both|даже|из|за|станиц\w*|ст\."
    r"|пожалуйста))*[ :-]*$"
)
_NOT_BEHIND = re.compile(
    r"^(?: (?:районы?|р-н\w*|город|district|city|area|нас|нам|мы|я|me|us|и окрестности|region"
    r"|себя|пожалуйста|вообще|точно|сразу))*,?:?(?: ?-)?(?: (?:нас|нам|мы|is|are|was|us|we|me"
    r"|точно|вообще|сразу|пока|we have))* ?"
    r"(?:неинтерес\w+|не (?:рассматрива\w+|предлаг\w+|подход\w+|интерес\w+|нуж\w+|надо|хот\w+"
    r"|хочу|годится|устраива\w+|вариант|смотр\w+)|исключ\w+|отпада\w+|не вариант|мимо|минус"
    r"|не (?:поед\w+|пойд\w+|едем|пойд[её]т)"
    # «Krymsk, no rail» refuses the railway, not Krymsk.
    r"|подальше|нет(?= ?(?:$|[,.;!)]))"
    r"|no(?= ?(?:$|[,.;!)]))"
    r"|not (?:suitable|considered|an option|interesting|acceptable|of interest"
    r"|wanted|on our list|for us)|ruled out|(?:is |are )?off the (?:list|table)"
    r"|out of the question|excluded|is out|are out|does not suit"
    r"|doesn't suit|do not suit|won't work|not an option|will not do|won't do|don't (?:work"
    r"|suit))"
)
_FROM = re.compile(
    r"(?:\bиз|звон\w+ из|компания из|родом из|\bмы в|офис(?:ом)? (?:в|на)|прожива\w+ (?:в|во)"
    r"|живу в|живем в|зарегистр\w+ (?:в|во)|находи(?:мся|тся) (?:в|во)|базиру\w+ в|работа(?:ем|ю"
    r"|ет) (?:в|во)|действующ\w+ (?:\w+ ){0,3}(?:в|во)|существующ\w+ (?:\w+ ){0,3}(?:в|во)"
    r"|(?:уже )?(?:есть|стоит|имеем|имеется|работает) (?:\w+ ){0,4}(?:в|во|под)"
    r"|наш\w* (?:\w+ ){0,3}(?:в|во|под)|основн\w+ (?:\w+ ){0,2}(?:в|во)|у нас (?:\w+ ){0,4}(?:в"
    r"|во|под)"
    r"|переезжа\w+ из|вывозим из|ушли из|перенос\w* (?:\w+ ){0,3}из|сырье (?:\w+ )?из|везем из|до"
    r"|расстояни\w+ (?:от|до)|через(?: порт)?(?: г\.?)?|отгру\w+ (?:\w+ )?(?:в|через)"
    r"|поставля\w+ в|продаем в|вагонами в|магазин\w* в|сбыт (?:\w+ )?в"
    r"|\bfrom|based (?:in|out of)|head(?:quarter\w*| office) (?:is )?in|(?:office|offices|plant"
    r"|factory|mill|warehouse|facility|branch|subsidiary|shop) (?:is )?(?:already )?in|located in"
    r"|registered in|\bwe are in|we're in|i live in|living in|operat\w+ (?:\w+ ){0,3}(?:in|near)"
    r"|existing (?:\w+ ){0,4}(?:in|near)|(?:already|currently) (?:\w+ ){0,5}(?:in|near)"
    r"|we (?:have|own|run) (?:\w+ ){0,5}(?:in|near)|our (?:\w+ ){0,3}(?:in|near)"
    r"|via(?: the)?(?: port of)?|through(?: the)?(?: port of)?|ship\w* (?:\w+ ){0,2}(?:to|via"
    r"|through)|deliver\w* to|sell\w* (?:\w+ )?in|customers in|distance (?:to|from)|km (?:from"
    r"|to))"
    r"(?: (?:the|г\.?|города?|городе|порт\w*|port of|port|city of|станиц\w+|ст\.|сам\w+|district"
    r"|соседн\w+))*[ ]*$"
)
_LIST = re.compile(
    r"^[ ,]*(?:(?:и|или|ili|либо|ни|не|no|not|or|and|nor|&|/|в|во|in|near|под|район\w*|р-н\w*"
    r"|district\w*|city|г\.?|город\w*|станиц\w*|ст\.?|также|а также|лучше|даже|the|around|либо в"
    r"|рядом с|возле|около|at)[ ,./]*)*$"
)


_NEW_NO = re.compile(r"\b(?:не|no|not)\b")
_BUT = re.compile(
    r"^[ ,]*(?:но|а|but|кроме|только|however)[ ,]*(?:только )?(?:не|not|no|except)? ?(?:в|in"
    r"|near)? ?$"
)
_ALONE = re.compile(r" ?(?:[,.;!?\n)]|$)")
_AFTER_STOP = re.compile(r"(?:^|[,.;:!?\n(]) ?$")

Named = tuple[str, int, int]
"""A district's id and where its name starts and ends."""


@dataclass(frozen=True, slots=True)
class Places:
    """Ids in the order of the text; one said both ways stands in `contradictions` alone."""

    wanted: tuple[str, ...]
    excluded: tuple[str, ...]
    contradictions: tuple[str, ...]
    words: tuple[tuple[str, str], ...]


def read_places(passage: Passage, lexicon: Lexicon) -> Places:
    """Which districts the caller wants (near counts) or rules out."""
    wanted: dict[str, str] = {}
    excluded: dict[str, str] = {}
    for group in _lists(passage, _named(passage, lexicon)):
        start = group[0][1]
        refused = _refused(passage, group)
        from_there = not refused and _is_origin(passage, start)
        for place, first, last in group:
            words = passage.text[first:last]
            if (place, first, last) in refused:
                excluded.setdefault(place, words)
            elif not from_there:
                wanted.setdefault(place, words)
    both = tuple(name for name in wanted if name in excluded)
    return Places(
        tuple(name for name in wanted if name not in both),
        tuple(name for name in excluded if name not in both),
        both,
        tuple({**wanted, **excluded}.items()),
    )


def _lists(passage: Passage, named: list[Named]) -> list[list[Named]]:
    """Places that follow each other as a list are spoken of together."""
    groups: list[list[Named]] = []
    for place in named:
        gap = passage.text[groups[-1][-1][2] : place[1]] if groups else ""
        if (
            groups
            and _LIST.match(gap)
            and not (_NEW_NO.search(gap) and not _refused(passage, groups[-1]))
        ):
            groups[-1].append(place)
        else:
            groups.append([place])
    return groups


def _refused(passage: Passage, group: list[Named]) -> list[Named]:
    """Those of the list that are ruled out: by a word before the list or one behind it."""
    sentence, _ = passage.sentence(group[0][1])
    before = passage.text[max(sentence, group[0][1] - 70) : group[0][1]]
    if _NOT_BEFORE.search(before):
        return group
    stop = group[-1][2]
    if not _NOT_BEHIND.match(passage.text[stop : min(passage.sentence(stop - 1)[1], stop + 50)]):
        return []
    gaps = [passage.text[a[2] : b[1]] for a, b in pairwise(group)]
    if len(gaps) > 1 and gaps[-1].strip() == "," and any(gap.strip() != "," for gap in gaps[:-1]):
        return group[-1:]
    return group


def _named(passage: Passage, lexicon: Lexicon) -> list[Named]:
    """Every place named for certain, in order, without overlaps.

    A name that is uncertain alone counts in a list with certain ones, or alone between commas.
    """
    spans = [(m.group(), m.start(), m.end()) for m in WORD.finditer(passage.text)]
    words = [word for word, _, _ in spans]
    hits = sorted(lexicon.places.find(words), key=lambda hit: (hit.start, -hit.end))
    taken: list[Named] = []
    sure: list[bool] = []
    last = 0
    for hit in hits:
        if hit.start < last:
            continue
        start, stop = spans[hit.start][1], spans[hit.end - 1][2]
        certain = _is_place(passage, words, start, hit.start, hit.end, hit.payload)
        if certain is None or (not certain and hit.payload.sure == "no"):
            continue
        last = hit.end
        taken.append((hit.payload.district, start, stop))
        sure.append(
            certain
            or bool(
                _ALONE.match(passage.text[stop:]) and _AFTER_STOP.search(passage.text[:start][-3:])
            )
        )
    for order in (range(1, len(taken)), range(len(taken) - 2, -1, -1)):
        for at in order:
            other = at - 1 if order.step > 0 else at + 1
            first, second = sorted((at, other))
            gap = passage.text[taken[first][2] : taken[second][1]]
            near = _LIST.match(gap) or _BUT.match(gap)
            sure[at] = sure[at] or (sure[other] and bool(near))
    return [place for place, certain in zip(taken, sure, strict=True) if certain]


def _is_place(
    passage: Passage, words: list[str], at: int, start: int, end: int, place: Place
) -> bool | None:
    """Whether it is this place for certain; None for a street, a surname or another region."""
    behind = words[end] if end < len(words) else ""
    ahead = words[start - 1] if start else ""
    if _ELSEWHERE.match(behind) or _STREET.search(passage.text[max(0, at - 14) : at]):
        return None
    if place.sure == "yes":
        return True
    if _SETTLEMENT.match(ahead) or _SETTLEMENT.match(behind):
        return True
    return place.sure == "prep" and bool(_IN.match(ahead))


def _is_origin(passage: Passage, start: int) -> bool:
    """Where the caller is, has a plant or ships through; not where he wants to be."""
    sentence, _ = passage.sentence(start)
    clause, _ = passage.clause(start)
    if is_theirs(passage, start, start, since=clause):
        return True
    return bool(_FROM.search(passage.text[max(sentence, start - 60) : start]))
