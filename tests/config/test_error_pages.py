"""Error pages say what happened, what to do and whom to call, in both languages."""

import pytest
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.template.loader import render_to_string
from django.test import Client, override_settings
from django.urls import path
from django.utils import translation

PAGES = {
    "400.html": ("Запрос не удалось прочитать", "The request could not be read"),
    "403.html": ("Эта страница вам не открыта", "This page is not open to you"),
    "403_csrf.html": ("Страница устарела", "The page has grown old"),
    "404.html": ("Такой страницы нет", "There is no such page"),
    "500.html": ("Сбой на нашей стороне", "Something broke on our side"),
}


def raising(error):
    @login_not_required
    def view(request):
        raise error

    return view


@login_not_required
def answer(request):
    raise AssertionError("a forged post must not arrive")


urlpatterns = [
    path("400/", raising(SuspiciousOperation("odd"))),
    path("403/", raising(PermissionDenied("no"))),
    path("500/", raising(RuntimeError("broken"))),
    path("post/", answer),
]
here = override_settings(
    ROOT_URLCONF=__name__,
    DEBUG=False,
    MESSAGE_STORAGE="django.contrib.messages.storage.session.SessionStorage",
)


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_it_works(page, language, settings):
    with translation.override(language):
        text = render_to_string(page)
    said = PAGES[page][language == "en"]
    assert f'<html lang="{language}">' in text
    assert f"<h1>{said}</h1>" in text
    assert f"<title>{said} ·" in text
    assert settings.AGENCY[f"name_{language}"] in text
    assert text.count(f'href="tel:{settings.AGENCY["phone"].replace(" ", "")}"') == 2


@here
@pytest.mark.parametrize(
    ("address", "status", "page"),
    [("/400/", 400, "400.html"), ("/403/", 403, "403.html"), ("/500/", 500, "500.html")],
)
@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_failing_view_is_answered(address, status, page, language):
    client = Client(raise_request_exception=False)
    response = client.get(address, {"lang": language})
    assert response.status_code == status
    assert PAGES[page][language == "en"] in response.content.decode()


@here
def test_a_missing_page_offers_the_other_language():
    response = Client().get("/no-such/?from=letter")
    assert response.status_code == 404
    assert 'href="?from=letter&amp;lang=en"' in response.content.decode()


@here
def test_a_forged_post_is_refused_with_words():
    response = Client(enforce_csrf_checks=True).post("/post/", {"need": "x"})
    assert response.status_code == 403
    assert PAGES["403_csrf.html"][0] in response.content.decode()
