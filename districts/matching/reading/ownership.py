"""Whose figure it is: of what is to be built, or of what the caller or another already has."""

import re

from .passage import Passage

_THEIRS = re.compile(
    r"\b(?:сейчас|в настоящее время|на данный момент|на сегодня\w*|(?:действующ\w+|существующ\w+"
    r"|имеющ\w+)(?! (?:здани|корпус|цех|помещени|склад|ангар|площад))\w*|головн\w+|материнск\w+"
    r"|наш\w* (?:\w+ )?(?:завод|производств|предприят|фабрик|цех|комбинат|холдинг|групп|компани"
    r"|фирм|основн)\w*"
    r"|у нас (?:уже |сейчас |в \w+ |на \w+ |\d+ )*(?:есть|работа\w+|труд\w+|завод|фабрик\w+"
    r"|в штате|производств\w+|цех)|стоит на|расположен\w* на|занимает|в группе|по группе"
    r"|холдинг\w*|всего в компании|в компании|компания с|групп\w+ компаний|соседн\w+|сосед\w*"
    r"|конкурент\w*|раньше|ранее|до этого|прошл\w+|аналогичн\w+|похож\w+|такой же|такого же"
    r"|уже (?:есть|работа\w+|име\w+|постро\w+|труд\w+|занима\w+)|вырабатыва\w+|выручк\w+"
    r"|оборот\w*|годов\w+ оборот"
    r"|we currently (?:rent|lease)\b|на рынке|мы (?:-|компания|фирма|производител\w*"
    r"|крупн\w+)|у них|we are an?"
    r"|they (?:already )?(?:have|employ|run|own)|currently|existing(?! (?:hall|building|premises"
    r"|workshop|facilit|shell|warehouse|shop|industrial|production|structure|hangar))|already"
    r"|at present|today we|nowadays|parent|headquarter\w*|mother company|head office"
    r"|our (?:\w+ ){0,3}(?:plants?|factory|factories|company|group|facility|facilities|mill"
    r"|sites?|works) (?:in|at|near|has|have|employ\w*|covers|occup\w+|runs|with)"
    r"|we (?:already )?(?:employ|have|run|operate|own)\b|employ(?:s|ing)\b|group (?:has|with|of)"
    r"|worldwide|globally|sister|competitors?|neighbou?r\w*|similar plant|previous\w*"
    r"|our (?:group|company|holding|parent)|we keep|hq|turnover|revenue|one of our|last year"
    r"|since \d{4})\b"
)
_BRACKETED = re.compile(
    r"\b(?:компани\w+|company|client|клиент\w*|заказчик\w*|фирм\w+|ооо|ао|ltd|gmbh|inc|llc|co"
    r"|group|холдинг\w*)\b[^.;()]{0,40}\([^()]*$"
)
_THERE = re.compile(
    r" ?(?:там|there|(?:человек )?в (?:головн|холдинг|групп|компани|штате? компани)\w*|это другой"
    r"|at (?:headquarters|home|hq)|worldwide|globally)\b"
)
_WANTED = re.compile(
    r"\b(?:ищ\w+|подыскива\w+|нуж[ен]\w*|надо|необходим\w*|потребност\w+|потребу\w+|требу\w+"
    r"|хот(?:им|ят|ел\w*|ит|елось)|хочу|хочет|планиру\w+|собира\w+|постро\w+|будет|будем|будут"
    r"|созда\w+|рассматрива\w+|интерес\w+|нов\w+|открыва?\w+|запус\w+|наймем|набер\w+"
    r"|под строительств\w+|возведени\w+|расширени\w+|проект\w*|намерен\w*|просим|прошу"
    r"|третий|второй|вторую|третью|а (?:здесь|тут|у вас|на кубани)|для (?:проекта|нового)"
    r"|first phase"
    r"|need\w*|requir\w+|look\w* for|seek\w*|want\w*|plan\w*|would like|will|intend\w*|new"
    r"|build\w*|set up|creat\w+|open\w*|project|expand\w*|expansion|here|demand|hire|hiring"
    r"|interested|target\w*|in your region)\b"
)


def is_theirs(passage: Passage, start: int, end: int, since: int | None = None) -> bool:
    """Whether the sentence speaks of something that exists at this place of the text.

    Cues are looked for from `since`, else from the start of the sentence. The last cue before the
    figure decides, then the first one behind it in the same clause.
    """
    sentence = passage.sentence(start)[0] if since is None else since
    known = passage.remembered.get((start, end, sentence))
    if known is None:
        known = _is_theirs(passage, start, end, sentence)
        passage.remembered[start, end, sentence] = known
    return known


def _is_theirs(passage: Passage, start: int, end: int, sentence: int) -> bool:
    text = passage.text
    before = text[max(sentence, start - 160) : start]
    theirs = max((m.end() for m in _THEIRS.finditer(before)), default=-1)
    wanted = max((m.end() for m in _WANTED.finditer(before)), default=-1)
    if theirs == wanted and _BRACKETED.search(before):
        return True
    if theirs != wanted:
        return theirs > wanted
    _, stop = passage.clause(max(start, end - 1))
    behind = text[end : min(stop, end + 60)]
    if _THERE.match(behind):
        return True
    first_theirs, first_wanted = _THEIRS.search(behind), _WANTED.search(behind)
    if not first_theirs:
        return False
    return first_wanted is None or first_theirs.start() < first_wanted.start()
