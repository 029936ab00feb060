"""Public views are reached without a question about the user; all others ask."""

import pytest
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.test import RequestFactory

from config.login import MarkedLoginMiddleware


class Untouchable:
    def __getattribute__(self, name):
        raise AssertionError("the user was asked for")


def plain(request):
    return HttpResponse()


def judged(view, user):
    request = RequestFactory().get("/x/")
    request.user = user
    return MarkedLoginMiddleware(lambda _: HttpResponse()).process_view(request, view, (), {})


def test_it_works():
    assert judged(login_not_required(plain), Untouchable()) is None


@pytest.mark.django_db
def test_all_others_lead_to_the_login(settings):
    def private(request):
        return HttpResponse()

    answer = judged(private, AnonymousUser())
    assert answer.status_code == 302
    assert "next=/x/" in answer.url
