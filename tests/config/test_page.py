"""The frame of every page: language, skip link, hotline, navigation, status region."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.session import SessionStorage
from django.forms import CharField, Form
from django.template import engines
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from tests.world import olga


class Asked(Form):
    need = CharField()


def drawn(template, language="ru", user=None, address="/x/?a=1", messages=(), **context):
    request = RequestFactory().get(address)
    request.user = user or AnonymousUser()
    request.session = {}
    request._messages = SessionStorage(request)
    for level, words in messages:
        request._messages.add(level, words)
    with translation.override(language):
        return render_to_string(template, context, request)


@pytest.mark.parametrize("template", ["public.html", "staff.html", "registration/login.html"])
@pytest.mark.parametrize("language", ["ru", "en"])
def test_it_works(template, language, settings):
    text = drawn(template, language, form=Asked())
    assert f'<html lang="{language}">' in text
    assert settings.AGENCY[f"name_{language}"] in text
    assert 'href="tel:+78612517764"' in text
    assert text.index('class="skip-link" href="#main"') < text.index("<header>")
    assert '<main id="main" tabindex="-1">' in text
    assert text.count('role="status"') == 1


def test_the_other_language_keeps_the_address_and_its_query():
    assert 'href="?a=1&amp;lang=en"' in drawn("public.html", "ru")
    assert 'href="?a=1&amp;lang=ru"' in drawn("public.html", "en", address="/x/?a=1&lang=en")


def test_sections_are_those_the_reader_may_open():
    text = drawn("staff.html", navigation=[("/desk/", "Звонок", "", True)])
    assert '<a href="/desk/" aria-current="page">Звонок</a>' in text


def test_staff_send_the_token_with_every_swap_and_visitors_get_no_cookie():
    assert 'hx-headers:inherited=\'{"X-CSRFToken": "' in drawn("staff.html")
    assert "X-CSRFToken" not in drawn("public.html")
    assert '<meta name="robots" content="noindex">' in drawn("staff.html")
    assert "noindex" not in drawn("public.html")


def test_the_title_tells_of_errors():
    assert "<title>Ошибка: " in drawn("public.html", form=Asked({}))
    assert "Ошибка" not in drawn("public.html", form=Asked())


def test_a_message_is_text_and_never_markup():
    text = drawn("public.html", messages=[(40, "<b>Нет связи</b>"), (25, "Сохранено")])
    assert '<div class="notice notice-bad" role="alert">' in text
    assert "&lt;b&gt;Нет связи&lt;/b&gt;" in text
    assert '<div class="notice notice-ok">' in text


@pytest.mark.django_db
def test_the_reader_is_named():
    assert "Olga" in drawn("staff.html", user=olga())


def test_a_page_that_knows_nothing_still_renders():
    page = engines["django"].from_string('{% extends "public.html" %}')
    assert '<main id="main"' in page.render({})
