"""What a check is: a named question of one statement whose rows are the differences."""

from collections.abc import Callable
from datetime import timedelta

from django.db.models import BooleanField, Func

# What the sweep does within seconds is missed only after so long: nothing under way is reported.
GRACE = timedelta(minutes=5)
CHECKS: dict[str, tuple[Callable, str]] = {}


def check(prefix: str = "") -> Callable:
    """Has the ledger ask it, under the function's name.

    It takes a moment and gives a flat list of inquiry numbers, or of the keys of rows named by
    `prefix`; its docstring says what is wrong with them.
    """

    def declare(question: Callable) -> Callable:
        CHECKS[question.__name__] = (question, prefix)
        return question

    return declare


def differ(one, other) -> Func:
    """Whether two values differ, an unknown one being a value like any other."""
    return Func(
        one,
        other,
        template="(%(expressions)s)",
        arg_joiner=" IS DISTINCT FROM ",
        output_field=BooleanField(),
    )
