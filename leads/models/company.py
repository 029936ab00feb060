"""What a company is called without its legal form; one definition, in SQL, for row and query."""

from django.db.models import Func

# Tokens and phrases, after signs became spaces and ё became е. The longer ones first.
_FORMS = (
    "общество с ограниченной ответственностью",
    "открытое акционерное общество",
    "закрытое акционерное общество",
    "публичное акционерное общество",
    "непубличное акционерное общество",
    "акционерное общество",
    "индивидуальный предприниматель",
    "крестьянское фермерское хозяйство",
    "глава кфх",
    "группа компаний",
    "торговый дом",
    "производственный кооператив",
    *("ооо", "оао", "зао", "пао", "нао", "ао", "ип", "кфх", "кх", "ск", "пк", "спк", "гк", "тд"),
    *("фгуп", "гуп", "муп", "мку", "гбу", "нпо", "нпп", "нпф", "пкф", "чп", "тоо"),
    *("limited liability company", "joint stock company", "public limited company"),
    *("llc", "l l c", "ltd", "limited", "inc", "incorporated", "corp", "corporation", "co"),
    *("company", "plc", "llp", "lp", "gmbh", "mbh", "ag", "kg", "ug", "se", "sa", "sas", "sarl"),
    *("s a", "s r l", "srl", "spa", "s p a", "bv", "b v", "nv", "n v", "oy", "oyj", "ab", "as"),
    *("aps", "sp z o o", "s r o", "sro", "a s", "d o o", "doo", "ooo", "oao", "zao", "pao", "ao"),
    *("jsc", "pjsc", "ojsc", "cjsc", "pte", "pty", "sdn bhd", "holding", "group"),
)


class BareName(Func):
    """Small letters without quotes, signs and legal form: ООО «Агро-Сад» → агро сад."""

    template = (
        "btrim(regexp_replace(regexp_replace(translate(lower(%(expressions)s), 'ё', 'е'), "
        "'[^[:alnum:]]+', ' ', 'g'), '(^| )(" + "|".join(_FORMS) + ")(?= |$)', ' ', 'g'))"
    )
