"""The words by which an inquiry is found: one column, one trigram index."""


class Searching:
    def describe(self) -> None:
        """Rewrite `search` from the number, the people and their numbers; costs three queries."""
        numbers = self.contact.phones.values_list("e164", flat=True)
        addresses = self.contact.emails.values_list("lowered", flat=True)
        words = self.search_words(numbers, addresses)
        type(self).objects.filter(pk=self.pk).update(search=words)

    def search_words(self, numbers, addresses) -> str:
        words = [self.number, self.investor.name, self.contact.name, self.code_name]
        return " ".join(filter(None, [*words, *numbers, *addresses])).lower()
