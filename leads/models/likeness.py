"""Who may be the same investor, with the reasons; asked while the operator types."""

from dataclasses import dataclass, field

from django.contrib.postgres.search import TrigramSimilarity, TrigramWordSimilarity
from django.db import connection, transaction
from django.db.models import Prefetch, Q, Value

from .company import BareName
from .investor import Contact, ContactEmail, Investor

AT_MOST = 5
# Fewer letters are in half of all names.
NAME_AT_LEAST = 3
# One letter of seven may be another.
SLIPS = 0.45
# How much each reason says.
WEIGHT = {"phone": 1.0, "email": 0.95, "inn": 0.95, "ogrn": 0.95, "company": 0.6}


@dataclass
class Likeness:
    """One investor who may be meant; `reasons` name what agrees, the strongest first."""

    investor: Investor
    reasons: list[str] = field(default_factory=list)
    score: float = 0.0


def alike(
    *,
    email: str = "",
    inn: str = "",
    ogrn: str = "",
    company: str = "",
    but: frozenset = frozenset(),
) -> list[Likeness]:
    """Five at most, the likeliest first, without those in `but`; in a few statements."""
    found: dict[int, dict[str, float]] = {}

    def note(keys, reason: str) -> None:
        for key, share in keys:
            found.setdefault(key, {})[reason] = share * WEIGHT[reason]

    if email:
        by_address = ContactEmail.objects.filter(lowered=email.lower())
        keys = by_address.values_list("contact__investor", flat=True).distinct()
        note(((key, 1.0) for key in keys[:AT_MOST]), "email")
    if inn or ogrn:
        same = Q(inn=inn) & ~Q(inn="") | Q(ogrn=ogrn) & ~Q(ogrn="")
        for row in Investor.objects.filter(same).values("pk", "inn", "ogrn")[:AT_MOST]:
            note([(row["pk"], 1.0)] if inn and row["inn"] == inn else [], "inn")
            note([(row["pk"], 1.0)] if ogrn and row["ogrn"] == ogrn else [], "ogrn")
    if len(company.strip()) >= NAME_AT_LEAST:
        note(_named_like(company), "company")
    investors = Investor.objects.standing().exclude(pk__in=but).filter(pk__in=found)
    people = Prefetch("contacts", Contact.objects.standing().order_by("pk"))
    rows = [_likeness(one, found[one.pk]) for one in investors.prefetch_related(people)]
    return sorted(rows, key=lambda one: (-one.score, one.investor.pk))[:AT_MOST]


def _named_like(company: str) -> list[tuple[int, float]]:
    """By the trigram operators, which the index serves; a bare legal form finds nobody.

    The name as words of another's; where nobody has them, nearly the same with a slip of the keys.
    The second look is the dearer one, so its threshold is higher than the database's own.
    """
    bare = BareName(Value(company[:200]))
    rows = Investor.objects.standing()
    within = rows.filter(name_key__trigram_word_similar=bare)
    share = TrigramWordSimilarity(bare, "name_key")
    if found := _nearest(within.annotate(share=share)):
        return found
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL pg_trgm.similarity_threshold = %s", [SLIPS])
        share = TrigramSimilarity("name_key", bare)
        return _nearest(rows.filter(name_key__trigram_similar=bare).annotate(share=share))


def _nearest(rows) -> list[tuple[int, float]]:
    return list(rows.order_by("-share", "pk").values_list("pk", "share")[:AT_MOST])


def _likeness(investor: Investor, agrees: dict[str, float]) -> Likeness:
    reasons = sorted(agrees, key=lambda reason: -agrees[reason])
    return Likeness(investor, reasons, sum(agrees.values()))
