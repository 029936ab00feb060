"""Every word is Russian too: what the project says stands in a catalogue, and is compiled."""

from pathlib import Path

import polib
import pytest
from django.utils.translation import gettext, ngettext, override

from tests.translations import catalogues
from tests.translations.messages import Message, messages, unreadable

ROOT = Path(__file__).resolve().parent.parent
CHECKS = [
    catalogues.untranslated,
    catalogues.fuzzy,
    catalogues.uncompiled,
    catalogues.contradictions,
    catalogues.wrong_plural_rules,
    catalogues.lost_placeholders,
    unreadable,
]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_the_project_is_said_in_russian(check):
    assert "\n".join(check(ROOT)) == ""


def write(root, name, text):
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def catalogue(root, room, *entries, compiled=True, rule=catalogues.PLURAL_FORMS):
    """A catalogue of a room with these entries, beside its binary."""
    po = polib.POFile()
    po.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Plural-Forms": rule}
    po.extend(polib.POEntry(**entry) for entry in entries)
    path = root / f"config/locale/{room}/ru/LC_MESSAGES/django.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    po.save(str(path))
    if compiled:
        po.save_as_mofile(str(path.with_suffix(".mo")))
    return path


FARM = {"msgid": "One farm of ours", "msgstr": "Одна наша ферма"}
FARMS = {
    "msgid": "%(n)s farm",
    "msgid_plural": "%(n)s farms",
    "msgstr_plural": {0: "%(n)s ферма", 1: "%(n)s фермы", 2: "%(n)s ферм", 3: "%(n)s фермы"},
}


def test_messages_of_templates(tmp_path):
    write(
        tmp_path,
        "templates/page.html",
        '{% translate "One" %}{% translate "Two" context "number" %}{{ _("Three %") }}\n'
        '{% include "x.html" with title=_("Four") %}{# _("no") #}\n'
        "{% blocktranslate trimmed with a=b|c %}\n  Five {{ a }} of 5%\n{% endblocktranslate %}"
        "{% blocktranslate count n=n %}{{ n }} \"six\"{% plural %}{{ n }} 'sixes'"
        "{% endblocktranslate %}{% translate variable %}",
    )
    at = "templates/page.html"
    assert set(messages(tmp_path)) == {
        Message(None, "One", None, at),
        Message("number", "Two", None, at),
        Message(None, "Three %%", None, at),
        Message(None, "Four", None, at),
        Message(None, "Five %(a)s of 5%%", None, at),
        Message(None, '%(n)s "six"', "%(n)s 'sixes'", at),
    }


def test_messages_of_python(tmp_path):
    write(
        tmp_path,
        "leads/flow.py",
        "from django.utils.translation import gettext_lazy as _, ngettext, pgettext\n"
        "from django.utils import translation\n"
        'a = _("One" " and more")\n'
        'b = ngettext("%d two", "%d twos", n), pgettext("number", "Three")\n'
        'c = gettext("not Django\'s"), _(variable), other._("no")\n'
        'd = translation.gettext("Four")\n',
    )
    assert set(messages(tmp_path)) == {
        Message(None, "One and more", None, "leads/flow.py:3"),
        Message(None, "%d two", "%d twos", "leads/flow.py:4"),
        Message("number", "Three", None, "leads/flow.py:4"),
        Message(None, "Four", None, "leads/flow.py:6"),
    }


def test_a_message_put_together_too_early_is_found(tmp_path):
    write(
        tmp_path,
        "leads/flow.py",
        "from django.utils.translation import gettext\n"
        'gettext(f"Call {name}")\ngettext("Call %s" % name)\ngettext("Call %s") % name\n',
    )
    assert [line.partition(": ")[0] for line in unreadable(tmp_path)] == [
        "leads/flow.py:2",
        "leads/flow.py:3",
    ]


def test_a_message_without_russian_is_found(tmp_path):
    write(
        tmp_path,
        "templates/page.html",
        '{% translate "One farm of ours" %}{% translate "A field" %}{% translate "Log in" %}'
        '{% translate "One farm of ours" context "office" %}{% translate "A barn" %}'
        "{% blocktranslate count n=n %}{{ n }} farm{% plural %}{{ n }} farms{% endblocktranslate %}"
        "{% blocktranslate count n=n %}One farm of ours{% plural %}Farms{% endblocktranslate %}",
    )
    catalogue(tmp_path, "public", FARM, FARMS)
    catalogue(tmp_path, "desk", {"msgid": "A barn", "msgstr": ""})
    # "Log in" is Django's own word and stands in its catalogue.
    assert catalogues.untranslated(tmp_path) == [
        "templates/page.html: 'A barn'",
        "templates/page.html: 'A field'",
        "templates/page.html: 'One farm of ours'",
        "templates/page.html: 'One farm of ours' has no plural forms",
    ]


def test_an_unfinished_plural_is_found(tmp_path):
    source = 'from django.utils.translation import ngettext\nngettext("%(n)s farm", "farms", n)'
    write(tmp_path, "leads/flow.py", source)
    three = {**FARMS, "msgstr_plural": {0: "ферма", 1: "фермы", 2: "ферм"}}
    catalogue(tmp_path, "leads", three)
    assert catalogues.untranslated(tmp_path) == ["leads/flow.py:2: '%(n)s farm'"]


def test_a_fuzzy_entry_is_found(tmp_path):
    catalogue(tmp_path, "desk", {**FARM, "flags": ["fuzzy"]}, FARMS)
    assert [line.partition(": ")[2] for line in catalogues.fuzzy(tmp_path)] == [
        "'One farm of ours'"
    ]


def test_a_binary_that_is_missing_or_stale_is_found(tmp_path):
    catalogue(tmp_path, "desk", FARM, compiled=False)
    path = catalogue(tmp_path, "public", FARM, FARMS)
    missing = "config/locale/desk/ru/LC_MESSAGES/django.mo: missing"
    assert catalogues.uncompiled(tmp_path) == [missing]
    path.write_text(path.read_text(encoding="utf-8").replace("наша ферма", "ферма"), "utf-8")
    stale = "config/locale/public/ru/LC_MESSAGES/django.mo: differs from the .po"
    assert catalogues.uncompiled(tmp_path) == [missing, stale]


def test_two_catalogues_of_two_minds_are_found(tmp_path):
    catalogue(tmp_path, "desk", FARM, FARMS, {**FARM, "msgctxt": "other", "msgstr": "Иное"})
    catalogue(tmp_path, "public", {**FARM, "msgstr": "Наша ферма"}, FARMS)
    assert catalogues.contradictions(tmp_path) == [
        "'One farm of ours': Наша ферма | Одна наша ферма"
    ]


def test_another_plural_rule_is_found(tmp_path):
    catalogue(tmp_path, "desk", FARM)
    catalogue(tmp_path, "public", FARM, rule="nplurals=3; plural=(n%10==1 ? 0 : n%10<5 ? 1 : 2);")
    assert catalogues.wrong_plural_rules(tmp_path) == [
        "config/locale/public/ru/LC_MESSAGES/django.po"
    ]


def test_a_lost_placeholder_is_found(tmp_path):
    one = {**FARMS, "msgstr_plural": {**FARMS["msgstr_plural"], 0: "одна ферма"}}
    catalogue(
        tmp_path,
        "desk",
        one,
        {"msgid": "Call %(name)s", "msgstr": "Звонок"},
        {"msgid": "Letter to %(name)s", "msgstr": "Письмо: %(nmae)s"},
    )
    assert [line.partition(": ")[2] for line in catalogues.lost_placeholders(tmp_path)] == [
        "'Звонок'",
        "'Письмо: %(nmae)s'",
    ]


def test_django_reads_the_catalogues():
    """Our plural rule is merged into Django's: a word of its own still has its forms."""
    with override("ru"):
        assert gettext("Log in") == "Войти"
        said = [ngettext("%(num)d day", "%(num)d days", n) % {"num": n} for n in (1, 2, 5, 11, 21)]
    assert [text.replace("\xa0", " ") for text in said] == [
        "1 день",
        "2 дня",
        "5 дней",
        "11 дней",
        "21 день",
    ]
