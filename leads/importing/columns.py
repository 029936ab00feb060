"""Which column is what: the fields of each kind of file, and the headings they are guessed by."""

import re

from django.utils.translation import gettext_lazy as _

PEOPLE = {
    "company": (
        _("Company"),
        "компания организация предприятие наименование юрлицо company firm "
        "organisation organization investor инвестор заявитель",
    ),
    "person": (
        _("Contact person"),
        "контакт контактноелицо фио представитель имя contact person "
        "name contactperson fullname contactname",
    ),
    "phone": (_("Phone"), "телефон тел мобильный номертелефона phone mobile telephone tel"),
    "email": (_("E-mail"), "почта email емейл электроннаяпочта адресэлектроннойпочты mail"),
    "inn": (_("INN"), "инн inn taxid"),
    "ogrn": (_("OGRN"), "огрн огрнип ogrn"),
    "country": (_("Country"), "страна country"),
}
ASKED = {
    "text": (
        _("What is wanted"),
        "запрос потребность описание суть текст проект чтонужно "
        "whatiswanted text request description project inquiry",
    ),
    "stage": (_("Stage"), "этап стадия статус stage status"),
    "came_on": (
        _("Day it came in"),
        "дата датаобращения поступила пришла датапоступления date camein opened received created",
    ),
    "officer": (_("Officer"), "ответственный менеджер исполнитель officer manager owner"),
    "capex": (
        _("Investment, mln RUB"),
        "инвестиции объёминвестиций объеминвестиций "
        "инвестициимлнруб инвестициймлнруб investment capex investmentmlnrub",
    ),
    "land_ha": (_("Land, ha"), "площадь участок площадьга участокга га land landha area"),
    "power_mw": (_("Power, MW"), "мощность электричество мощностьмвт мвт power powermw"),
    "next_on": (_("Day of the next step"), "следующийшаг датаследующегошага срок nextstep duedate"),
}
FIELDS = {"investors": PEOPLE, "inquiries": PEOPLE | ASKED}


def guessed(kind: str, headings: list[str]) -> dict[str, int]:
    """The first column whose heading is one of a field's words, whole and then at its beginning."""
    bare = [re.sub(r"[\W_]+", "", heading.lower()) for heading in headings]
    found: dict[str, int] = {}
    for whole in (True, False):
        for field, (_label, words) in FIELDS[kind].items():
            known = words.split()
            for place, heading in enumerate(bare):
                if field in found or place in found.values() or not heading:
                    continue
                if heading in known if whole else heading.startswith(tuple(known)):
                    found[field] = place
    return found
