"""The roles as groups, and the first versions of the consent documents."""

import hashlib

from django.db import migrations

ROLES = ("operator", "manager", "head", "district_officer", "auditor", "admin")

PROCESSING_RU = """Я даю согласие Агентству по привлечению инвестиций Краснодарского края (далее — Агентство) на обработку моих персональных данных: имени, номера телефона, адреса электронной почты, места работы и сведений о проекте, которые я указываю в заявке.

Цель: ответить на заявку, подобрать площадки и сопровождать проект. Действия: сбор, запись, хранение, уточнение, использование, передача муниципалитету, в котором подобрана площадка, обезличивание, удаление — с использованием средств автоматизации и без них.

Согласие действует до достижения цели или до отзыва. Отозвать его можно письмом или звонком на горячую линию; после отзыва данные удаляются в срок, установленный законом."""

PROCESSING_EN = """I consent to the processing of my personal data by the Investment Promotion Agency of Krasnodar Territory (the Agency): my name, telephone number, e-mail address, place of work and the details of the project that I give in the inquiry.

Purpose: to answer the inquiry, find sites and support the project. Actions: collection, recording, storage, correction, use, transfer to the municipality where a site is found, anonymisation and erasure, with and without automation.

The consent is valid until the purpose is reached or until I withdraw it. I may withdraw it by letter or by calling the hotline; the data are then erased within the term set by law."""


def add(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    for name in ROLES:
        Group.objects.get_or_create(name=name)
    ConsentText = apps.get_model("leads", "ConsentText")
    for language, body in (("ru", PROCESSING_RU), ("en", PROCESSING_EN)):
        ConsentText.objects.create(
            purpose="processing",
            version="2026-11",
            language=language,
            body=body,
            sha256=hashlib.sha256(body.encode()).hexdigest(),
        )


class Migration(migrations.Migration):
    dependencies = [
        ("leads", "0002_activity_is_append_only"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
