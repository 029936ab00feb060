"""A view that asks once per row fails its test, whatever the test looks at."""

import pytest
from django.contrib.auth.models import Permission
from django.http import HttpResponse
from django.utils.module_loading import import_string
from zeal.errors import NPlusOneError


def ask(settings, rf, permissions):
    def view(request):
        return HttpResponse(" ".join(each.content_type.model for each in permissions))

    return import_string(settings.MIDDLEWARE[0])(view)(rf.get("/"))


@pytest.mark.django_db
def test_it_works(settings, rf):
    with pytest.raises(NPlusOneError):
        ask(settings, rf, Permission.objects.all()[:3])


@pytest.mark.django_db
def test_joined_rows_are_welcome(settings, rf):
    found = ask(settings, rf, Permission.objects.select_related("content_type")[:3])
    assert found.status_code == 200
