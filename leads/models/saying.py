"""Inquiries by what stands in them: the words of their text, their number's end, an INN."""

import re

from django.contrib.postgres.search import SearchQuery, SearchVector

from .secrecy import SecrecyQuerySet

WORDS = SearchVector("text", config="russian")
"""The index holds this very expression: a query that says it differently reads every row."""
MOST_WORDS = 8
SHORTEST = 3
INN_DIGITS = 12
_WORD = re.compile(r"[^\W_]+")


class SayingQuerySet(SecrecyQuerySet):
    def containing(self, text: str):
        """Number, phone fragment, name or company: one trigram index serves them all."""
        return self.filter(search__contains=text.strip().lower())

    def saying(self, *texts: str):
        """Whose text holds every word of one of the texts in any of its forms, the last begun."""
        wanted = None
        for text in texts:
            words = _WORD.findall(text.lower())[:MOST_WORDS]
            if not words or len(words[-1]) < SHORTEST:
                continue
            query = SearchQuery(
                " & ".join([*words[:-1], f"{words[-1]}:*"]), config="russian", search_type="raw"
            )
            wanted = query if wanted is None else wanted | query
        return self.none() if wanted is None else self.alias(words=WORDS).filter(words=wanted)

    def ending_in(self, digits: str):
        """By the last digits of the number, four or more."""
        return self.filter(search__contains=digits, number__endswith=digits)

    def of_inn(self, digits: str):
        """By an INN or its beginning, off the index of those that are known."""
        return self.filter(investor__inn__range=(digits, digits.ljust(INN_DIGITS, "9")))
