"""A routing rule in words: what it asks, and who takes what fits."""

from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from leads.models import RoutingRule

from .forms.routing import LANGUAGES

# So many names are read at a glance; the rest are counted.
NAMED = 4


@dataclass(frozen=True)
class RuleRow:
    rule: RoutingRule
    conditions: list[str]
    officers: list[str]


def rule_rows(rules, names) -> list[RuleRow]:
    """Fetch the rules `with_keys`."""
    return [
        RuleRow(
            rule=rule,
            conditions=conditions(rule, names),
            officers=[names.officer(pk) for pk in rule.officer_keys],
        )
        for rule in rules
    ]


def conditions(rule, names) -> list[str]:
    """Each as a line; none when the rule takes anything."""
    said = []
    if rule.language:
        language = dict(LANGUAGES).get(rule.language, rule.language)
        said.append(_("language: %(language)s") % {"language": language})
    low, high = rule.capex_from_mln_rub, rule.capex_below_mln_rub
    if low is not None and high is not None:
        said.append(_("investment %(low)s to %(high)s mln ₽") % _figures(low, high))
    elif low is not None:
        said.append(_("investment from %(low)s mln ₽") % _figures(low, high))
    elif high is not None:
        said.append(_("investment below %(high)s mln ₽") % _figures(low, high))
    for label, keys in (
        (_("industries: %(list)s"), rule.industry_keys),
        (_("districts: %(list)s"), rule.district_keys),
    ):
        if keys:
            said.append(label % {"list": _some([str(names.name(key)) for key in keys])})
    return said


def _figures(low, high) -> dict[str, str]:
    return {
        name: number_format(
            int(one) if one.is_integer() else one, use_l10n=True, force_grouping=True
        )
        for name, one in (("low", low), ("high", high))
        if one is not None
    }


def _some(words: list[str]) -> str:
    shown = ", ".join(words[:NAMED])
    rest = len(words) - NAMED
    return _("%(shown)s and %(rest)s more") % {"shown": shown, "rest": rest} if rest > 0 else shown
