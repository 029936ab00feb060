"""The first version of the consent to news by e-mail: a document and a purpose of its own."""

import hashlib

from django.db import migrations

MAILING_RU = """Я даю согласие Агентству по привлечению инвестиций Краснодарского края (далее — Агентство) на использование адреса моей электронной почты для рассылки новостей об инвестиционных площадках и мероприятиях края.

Это согласие не связано с заявкой: на заявку мы ответим и без него. Действия: запись и хранение адреса, отправка писем, удаление — с использованием средств автоматизации и без них.

Согласие действует до отзыва. Отозвать его можно на странице заявки, письмом или звонком на горячую линию; после отзыва письма больше не приходят."""

MAILING_EN = """I consent to the Investment Promotion Agency of Krasnodar Territory (the Agency) using my e-mail address to send me news about investment sites and events of the region.

This consent has nothing to do with the inquiry: it is answered without it too. Actions: recording and storing the address, sending letters, erasure, with and without automation.

The consent is valid until I withdraw it. I may withdraw it on the page of my inquiry, by letter or by calling the hotline; no letters come after that."""


def add(apps, schema_editor):
    ConsentText = apps.get_model("leads", "ConsentText")
    for language, body in (("ru", MAILING_RU), ("en", MAILING_EN)):
        ConsentText.objects.create(
            purpose="mailing",
            version="2026-11",
            language=language,
            body=body,
            sha256=hashlib.sha256(body.encode()).hexdigest(),
        )


class Migration(migrations.Migration):
    dependencies = [("leads", "0160_investor")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
