"""Inquiries and the registry that they were last matched against."""

from django.db import connection, models

from .stage import Stage

_NOTE_MATCHED = """
UPDATE leads_inquiry SET registry_version = %s, matched_anew = true,
       main_industry_id = new.industry, main_district_id = new.district
FROM unnest(%s::bigint[], %s::varchar[], %s::varchar[]) AS new (id, industry, district)
WHERE leads_inquiry.id = new.id
"""


class MatchedQuerySet(models.QuerySet):
    def awaiting_match(self, registry_version: int):
        """Not yet proposed, and matched against an older registry than this one."""
        return self.open().filter(
            stage__in=[Stage.NEW, Stage.QUALIFIED, Stage.MATCHING],
            kind="project",
            registry_version__lt=registry_version,
        )

    def note_matched(self, keys, changed, *, registry: int) -> None:
        """Matched against this registry: `keys`; of these changed, by (key, industry, district)."""
        self.filter(pk__in={*keys} - {key for key, *_ in changed}).update(registry_version=registry)
        columns = [list(column) for column in zip(*changed, strict=True)]
        if columns:
            with connection.cursor() as cursor:
                cursor.execute(_NOTE_MATCHED, [registry, *columns])
