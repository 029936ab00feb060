"""The views behind the routes, as the rules about doors see them."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from django.urls import URLResolver, get_resolver

NOT_OURS = {"admin"}
# Module and name of a view that Django wrote: why it needs no role and no test file of ours.
DJANGOS_OWN = {
    "django.contrib.auth.views.LoginView": "the way in; Django marks and tests it itself",
    "django.contrib.auth.views.LogoutView": "whoever is in may leave; Django tests it itself",
}


class Route(NamedTuple):
    name: str | None
    view: Any

    @property
    def view_name(self) -> str:
        return _written(self.view).__name__

    @property
    def module(self) -> str:
        return _written(self.view).__module__

    @property
    def dotted(self) -> str:
        return f"{self.module}.{self.view_name}"


def routes(patterns: Iterable[Any] | None = None) -> Iterator[Route]:
    """Every route of the project, or of `patterns`, without the admin's."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            if pattern.namespace not in NOT_OURS:
                yield from routes(pattern.url_patterns)
        else:
            yield Route(pattern.name, pattern.callback)


def _written(view: Any) -> Any:
    """What was written: the class behind `as_view()`, the function itself under its decorators."""
    return getattr(view, "view_class", view)
