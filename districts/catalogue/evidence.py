"""Companies from which a district's industries are read: shown as evidence, never as priorities."""

from dataclasses import dataclass

from districts.facts import Dated, SourceBook
from districts.models import CompanyEvidence, District


@dataclass(frozen=True, slots=True)
class Company:
    name: str
    fact: str
    stage: str
    industries: tuple[str, ...]
    dated: Dated


def companies(district: District, book: SourceBook, industries: dict[str, str]) -> list[Company]:
    """Sourced ones first, the latest first among them. `industries` gives names by code."""
    rows = sorted(district.evidence.all(), key=lambda row: row.company_ru)
    rows.sort(key=lambda row: row.as_of, reverse=True)
    rows.sort(key=lambda row: not row.is_verified)
    return [
        Company(
            name=row.company,
            fact=row.fact,
            stage=CompanyEvidence.Stage(row.stage).label,
            industries=tuple(industries.get(code, code) for code in row.industries),
            dated=book.dated(row),
        )
        for row in rows
    ]
