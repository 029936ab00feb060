"""Gas, rail, port, highway, airport: wanted, not wanted, said both ways or not said at all."""

import re
from dataclasses import dataclass
from itertools import islice

from .ownership import is_theirs
from .passage import Passage

MOST_MENTIONS = 30
"""Mentions of one subject that are weighed; a caller makes two or three."""

_SUBJECTS = {
    "gas": re.compile(
        r"\b(?:газ(?:а|у|ом|ик)?|газоснабжени\w*|газификац\w*|газифициров\w*|газопровод\w*"
        r"|природн\w+ газ\w*|голуб\w+ топлив\w*|gas(?! station| turbine|oline| cylinders?"
        r"| bottles|eous))\b(?!-?бетон)"
    ),
    "rail": re.compile(
        r"\b(?:zh ?/? ?d\b|zheleznodorozh\w+|ж ?[/.\\-]? ?д(?:\b|орог\w*|шн\w*|-?\w*)"
        r"|желез\w* дорог\w*|железк\w*|железнодорожн\w+(?! вагон| машиностр| техник| запчаст"
        r"| оборудован| тележ)|подъездн\w+ (?:ж\S+ )?пут\w*|(?:ж\S+ )?тупик\w*|ж\S+ ветк\w*"
        r"|примыкани\w*|ветк(?:а|и|у|е|ой|ою)\b(?! метро)|вагон(?:ами|ы) (?:возим|отгру|отправ)\w*"
        r"|рельс\w*"
        r"|rail(?:way|road|s)?(?! (?:wagons?|cars?|engineering|vehicles?|equipment"
        r"|components?|grind\w*|fasten\w*))(?:[ -](?:siding|spur|access|link|connection|line"
        r"|head))?|(?:siding"
        r"|spur)\b|train access|by train)"
    ),
    "port": re.compile(
        r"(?<!аэро)(?<!экс)(?<!им)(?<!транс)(?<!пас)\b(?:морск\w+ порт\w*|порт(?:а|у|ом|е|ы|ов"
        r"|овая|овый|овой|овую|ик)?|причал\w*|глубоководн\w+|морск\w+ (?:ворот|терминал|отгруз"
        r"|путем|транспорт)\w*|(?:sea|deep[- ]?water )?ports?|seaport|harbou?r|quay|berths?|dock"
        r"|jetty|wharf)\b"
    ),
    "highway": re.compile(
        r"\b(?:трасс\w*|автодорог\w*|автомагистрал\w*|федеральн\w+ (?:дорог|трасс|автодорог)\w*"
        r"|м-?4|а-?146|а-?289|м4 дон|шоссе|highway|motorway|m-?4|federal road|main road)\b"
    ),
    "airport": re.compile(
        r"\b(?:аэропорт\w*|airports?|авиа(?:груз|сообщени|доставк)\w*|air cargo)\b"
    ),
}
_NO_BEHIND = re.compile(
    r"(?:[^.;!?\n]{0,45}?)(\bне (?:нуж\w+|надо|подойд\w+|треб\w*|потреб\w*|важ\w+|принцип\w*"
    r"|обяз\w*"
    r"|необходим\w*|интерес\w+|критич\w*|использу\w+|понадоб\w+|планиру\w+|рассматрива\w+"
    r"|имеет значени\w+|существен\w+|актуал\w+|пригод\w+|подвод\w+|пользу\w+)|\bненуж\w+"
    r"|\bнеобяз\w*|\bневаж\w+|\bбез разниц\w+|безразлич\w+|все равно|нам ни к чему|ни к чему"
    r"|по ?барабану|значения не име\w+|роли не игра\w+|не игра\w+ роли|можно без|обойдемся"
    r"|\bнет\b(?! ли)|\bни к чему\b|отсутству\w+ потребн\w+|:? ?нет\b"
    r"|\b(?:is not|are not|is no|are no|not|isn't|isnt|aren't|arent|don't|dont|do not|doesn't"
    r"|doesnt|won't|wont|will not|no)\b(?: \w+){0,3} (?:need\w*|requir\w*|necessary|essential"
    r"|important|matter\w*|relevant|interest\w*|use\b|critical|priority|must|want)"
    r"|\bnot (?:needed|required|necessary|essential|important|relevant|critical|a must|a priority"
    r"|of interest)|\b(?:irrelevant|unnecessary|optional|unimportant|indifferent)|doesn't matter"
    r"|does not matter|no matter|makes? no difference|no difference|без надобн\w+|don't care"
    r"|do not care|no need|not really)"
)
_NO_BEFORE = re.compile(
    r"(?:\bвместо|\binstead of|\bбез(?: подключения| подвода| наличия)?|\bне (?:нуж\w+|надо"
    r"|треб\w*|потреб\w*|важ\w+"
    r"|принцип\w*|обяз\w*|необходим\w*|интерес\w+|использу\w+|понадоб\w+)|\bни"
    r"|\bнет(?: (?:необходимости|нужды|потребности)(?: в)?)?|\bнаплевать на|безразличн\w+|неваж\w+"
    r"|отказал\w+ от|обойдемся без"
    r"|\bno(?: need (?:for|of))?|\bwithout|\b(?:don'?t|do not|doesn'?t|does not|won'?t"
    r"|will not) (?:\w+ )?(?:need|require|want)|\b(?:not|n't) (?:need|require|want|use|care about"
    r"|necessarily need|care for)|\bneither|\bnor|\bnot|no requirement for|indifferent to"
    r"|regardless of|don't mind about|not interested in|not after)"
    r"(?: (?:any|a|an|the|either|в|к|нам|наличие|подключени\w+|природн\w+|natural|sea|морск\w+"
    r"|own|свой|своя|deep[- ]water|access to|подъездн\w+|железнодорожн\w+|магистральн\w+|мор\w+"
    r"|rail|ни|специально|отдельн\w+|connection to|railway|direct|supply of|собственн\w+"
    r"|private))* ?$"
)
_LIST_GAP = re.compile(
    r"^[ ,/]*(?:(?:и|или|или же|ни|or|nor|and|and/or|&|ж/?д|ни в|to|a|the|any|за|на|own|sea|deep"
    r"|water|access)[ ,]*)*$"
)
_ALSO = re.compile(
    r"\b(?:вод[аыу]|канализаци\w+|стоки|электричеств\w+|тепло|water|sewage|sewerage|heating|heat)\b"
)
_ALL_THE_SAME = re.compile(
    r"(?:does(?:n'?t| not) matter|\bне ?важно|все равно|без разницы|безразлично|no matter"
    r"|regardless|\bindifferent)[^.;]{0,30}$"
)
_FIGURE_BEHIND = re.compile(r" ?[:-]? ?(?:до |от |около )?\d")
_TOO = re.compile(r" ?(?:тоже|также|too\b|either\b|as well|neither)")
_WANTED_BEFORE = re.compile(
    r"\b(?:нуж[ен]\w*|требуется|обязател\w+|необходим\w*|желател\w+|needs?|requires?"
    r"|want) (?:\w+ )?$"
)
_DESPITE = re.compile(
    r"(?:не обойтись|никак|нельзя|не сможем|невозможно|никуда|не получится|не проживем"
    r"|не запустимся|не работаем|cannot|can't|impossible|must not be without|won't work)"
)
_YES_BEHIND = re.compile(
    r"[^.;!?\n,]{0,30}?(?<!не )(?<!not )(?<!no )\b(нуж[ен]\w*|обязател\w+|необходим\w*|требуется"
    r"|критич\w+|важ[не]\w*|желател\w*|is a must|(?:is|are) (?:needed|required|essential"
    r"|necessary|critical|a must|important|mandatory)|must|required|needed|essential)\b"
)
_SELLING = {
    "gas": re.compile(
        r"(?:газ\w* (?:котл|плит|оборудован|баллон|анализ|счетчик|турбин|колонк|вод)"
        r"|(?:промышленн|технич|сжиженн|углекисл|инертн|медицинск|редки)\w+ газ|газ\w* заправ"
        r"|(?:шасси|базе|автомобил\w+|фургон\w*|грузовик\w*) газ|газ(?:ел|он\b)|газ \d{2,4}\b"
        r"|industrial gas|gas (?:boiler|stove|cylinder|meter|equip|appliance)|liquefied gas"
        r"|oil (?:and|&) gas|нефт\w* и газ|нефтегаз|газ и нефт)"
    ),
    "rail": re.compile(
        r"(?:железнодорожн\w+ (?:вагон|машин|техник|состав|цистерн|подвижн|платформ|запчаст|колес"
        r"|шпал)|rail(?:way)? (?:wagon|car\b|cars|rolling|vehicle|sleeper)|(?:производств"
        r"|выпуск)\w* (?:рельс|шпал)|крепеж\w* для ж)"
    ),
    "port": re.compile(
        r"(?:порт кавказ\b(?=.{0,2}$)|portfolio|report|порт(?:ал|рет|фел)|\bспорт|usb"
        r"|причал\w* для (?:сап|лод|яхт|катамаран|прогул|катер)|port of (?:origin|entry))"
    ),
}


@dataclass(frozen=True, slots=True)
class Wish:
    """True when needed or wished, False when not needed, None when silent or said both ways."""

    value: bool | None
    contradiction: bool
    words: tuple[str, ...]


def read_wish(passage: Passage, name: str) -> Wish:
    """What the text says of one subject (`gas`, `rail`, `port`, `highway`, `airport`)."""
    said: dict[bool, str] = {}
    weak: dict[bool, str] = {}
    text = passage.text
    for match in islice(_SUBJECTS[name].finditer(text), MOST_MENTIONS):
        near = text[max(0, match.start() - 14) : match.end() + 22]
        selling = _SELLING.get(name)
        if (selling and selling.search(near)) or is_theirs(passage, match.start(), match.end()):
            continue
        negated = _is_negated(passage, match.start(), match.end())
        phrase = text[max(match.start() - 12, 0) : match.end() + 16] if negated else match.group()
        sure = negated or _YES_BEHIND.match(text, match.end())
        (said if sure else weak).setdefault(not negated, phrase.strip())
    if len(said) == 2:
        return Wish(None, True, tuple(said.values()))
    said = said or weak
    return Wish(next(iter(said), None), False, tuple(said.values()))


def _is_negated(passage: Passage, start: int, end: int, alone: bool = True) -> bool:
    """Whether the clause around the word, or the list it stands in, refuses it."""
    text = passage.text
    low, _ = passage.clause(start)
    sentence, sentence_end = passage.sentence(start)
    before = text[max(low, start - 50) : start]
    if _ALL_THE_SAME.search(text[max(sentence, start - 50) : start]):
        return True
    if _NO_BEFORE.search(before):
        return not _DESPITE.search(text[max(sentence, start - 50) : min(sentence_end, end + 30)])
    if _FIGURE_BEHIND.match(text, end):
        return False
    if _refused_list(text[max(sentence, start - 70) : start]):
        return True
    _, high = passage.clause(end - 1)
    behind = text[end : min(high, end + 80)]
    if alone and _TOO.match(text, end):
        others = (
            m
            for p in _SUBJECTS.values()
            for m in p.finditer(text, max(sentence, start - 60), start)
        )
        return any(
            _is_negated(passage, other.start(), other.end(), alone=False) for other in others
        )
    refusal = _NO_BEHIND.match(behind)
    if refusal:
        wanted = _YES_BEHIND.match(behind)
        return not wanted or wanted.start(1) > refusal.start(1)
    if _WANTED_BEFORE.search(before):
        return False
    return _refused_behind(text[end : min(sentence_end, end + 90)])


def _refused_list(before: str) -> bool:
    """`без газа, ж/д` and `no gas, rail or port`: the refusal stands before the list."""
    for pattern in _SUBJECTS.values():
        for match in pattern.finditer(before):
            if _LIST_GAP.match(before[match.end() :]) and _NO_BEFORE.search(
                before[: match.start()]
            ):
                return True
    return False


def _refused_behind(behind: str) -> bool:
    """`газ, ж/д и порт не нужны`: a list whose plural or `ни` refusal stands at its end."""
    at = 0
    crossed = False
    while at < len(behind):
        gap = re.match(r"[ ,/]*(?:и|или|ни|or|and|nor)?[ ,/]*", behind[at:])
        at += gap.end() if gap else 0
        subject = next(
            (m for p in (*_SUBJECTS.values(), _ALSO) if (m := p.match(behind, at))), None
        )
        if subject is None:
            break
        crossed, at = True, subject.end()
    if not crossed:
        return bool(
            re.match(
                r" ?[-:,]? ?(?:нет|не нуж\w+|не треб\w*|не надо|not needed|not required|no|none"
                r"|неважно|не важно)\b(?! (?:менее|более|less|more|problem))(?!,? (?:газ|ж/д"
                r"|порт))",
                behind,
            )
        )
    return bool(
        re.match(
            r"[ ,:-]*(?:нам |мне )?(?:не (?:нужны|надо|требуются|важны|принципиальны|обязательны"
            r"|интересуют|нужно|понадобятся|нужен|нужна)|безразличны|(?:are|is) (?:not|irrelevant"
            r"|optional|unnecessary)|aren't|not (?:needed|required|important|necessary)"
            r"|don'?t matter|do not matter|makes? no difference|do(?:n'?t| not) (?:need|require"
            r"|interest|matter)|(?:все равно|без разницы|не имеют значения)|won't be needed"
            r"|no(?:t|ne)? (?:needed|required)|нет\b)",
            behind[at:],
        )
    )
