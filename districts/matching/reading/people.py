"""New jobs of the project: not the parent's staff, guests, inhabitants or a delegation."""

import re

from ..need import Bounds
from .figures import Figure
from .ownership import is_theirs
from .passage import Passage

MOST = 50_000

_NEW = re.compile(
    r"\b(?:созда\w+|нов\w+ рабоч\w+|наймем|нанять|наберем|набрать|набор|найм\w*|трудоустро\w+"
    r"|штат\w*|рабоч\w+ мест\w*|персонал\w*|коллектив\w*|численност\w+|будет работать"
    r"|будут работать"
    r"|creat\w+|new jobs|hire|hiring|recruit\w*|will employ|will work|employing|jobs|workplaces"
    r"|headcount)\b"
)
_NOT_STAFF = re.compile(
    r"\b(?:гост\w+|постояльц\w*|турист\w*|отдыхающ\w*|мест\w* в зал\w*|жител\w*|населени\w+"
    r"|делегаци\w+|приед\w+|посетител\w*|пациент\w*|клиент\w*|покупател\w*"
    r"|номер\w*|семь[яи]\w*|ученик\w*|студент\w*|детей|пассажир\w*|нас \d|guests?|visitors?"
    r"|inhabitants|residents|delegation|patients?|customers?|tourists?|students?|children"
    r"|passengers?|population|families)\b"
)
_HOMES = re.compile(r"\b(?:для|на|жиль\w+ для|for|house|accommodat\w+|общежити\w+ на) ?$")
_TOTAL = re.compile(r"\b(?:всего|итого|суммарно|in total|altogether)\b")
_SEATS = re.compile(
    r"гостин|отел|санатор|ресторан|кафе|зал|койк|парков|машино|посад|лагер|клиник|\bна \d+ мест"
    r"|больниц|кемпинг|пансионат|стационар"
)
_LABEL = re.compile(
    r"\b(?:рабоч\w+ мест\w*|раб\. ?мест\w*|персонал\w*|численность(?: персонала| работающих)?"
    r"|р\.м\.?|р/м|team of|crew of|manpower|work for|seasonal"
    r"|штат\w*|коллектив\w*|number of jobs|new jobs|jobs|headcount|staff|workforce|employees"
    r"|personnel|people|workers?|рм|мест|ppl|(?:will |to )?(?:hire|recruit|employ"
    r"|take on)(?: another| about| up to)?|наймем(?: еще)?|возьмем(?: еще)?|наберем(?: еще)?"
    r"|сотрудников|людей|работников|человек)"
    r"(?: нужно| составит| будет| of| will be| created| planned| новых)?\s?[:=\-]?\s?(?:примерно "
    r"|около |порядка |about |around |approx\.? |~ ?)?"
    r"(?P<bound>до |от |не менее |не более |up to |at least )?(?P<low>\d{1,5})(?:\s?(?:-|до"
    r"|to)\s?(?P<high>\d{1,5}))?(?!\d|\.\d|%|\s?(?:га|ha|м2|м3|m2|m3|мвт|mw|квт|kw|тыс|млн|млрд"
    r"|руб|г\b|год|year|м\b|сот|кв|куб|час|смен|shift))"
)


def read_jobs(passage: Passage, figures: list[Figure]) -> tuple[Bounds, tuple[str, ...]]:
    """New jobs, with the words they were read from."""
    taken = []
    for figure in figures:
        if figure.unit == "people" and not _is_other(passage, figure):
            _, stop = passage.clause(figure.end - 1)
            start, _ = passage.clause(figure.start)
            near = passage.text[max(start, figure.start - 40) : min(stop, figure.end + 30)]
            rank = 0 if _TOTAL.search(near) else 1 if _NEW.search(near) else 2
            taken.append((rank, figure.start, figure.bounds, figure.words))
    for match in _LABEL.finditer(passage.text):
        if not is_theirs(passage, match.start(), match.end()):
            taken.append((1, match.start(), _labelled(match), match.group().strip()))
    taken = [item for item in taken if max(item[2].min or 0, item[2].max or 0) <= MOST]
    if not taken:
        return Bounds(), ()
    _, _, bounds, words = min(taken, key=lambda item: item[:2])
    return bounds, (words,)


def _is_other(passage: Passage, figure: Figure) -> bool:
    near = passage.text[max(0, figure.start - 45) : figure.end + 20]
    if figure.words.endswith(" мест") and "раб" not in figure.words and _SEATS.search(near):
        return True
    start, stop = passage.clause(figure.start)
    around = passage.text[max(start, figure.start - 40) : min(stop, figure.end + 25)]
    if _NOT_STAFF.search(around):
        return True
    return is_theirs(passage, figure.start, figure.end)


def _labelled(match: re.Match[str]) -> Bounds:
    low = float(match["low"])
    if match["high"]:
        return Bounds(low, float(match["high"]))
    bound = (match["bound"] or "").strip()
    if bound in ("до", "не более", "up to"):
        return Bounds(None, low)
    return Bounds(low, None) if bound else Bounds(low, low)
