"""The rows of the page head hold what its reader may open, and nothing else."""

import pytest
from django.test import RequestFactory
from django.urls import reverse

from config.navigation import navigation
from tests.world import make_user

pytestmark = pytest.mark.django_db
LEDGER, ROUTING = reverse("pipeline:ledger"), reverse("pipeline:routing")


def rows(role, address):
    request = RequestFactory().get(address)
    request.user = make_user(role, role)
    return navigation(request)


def urls(row):
    return [link[0] for link in row]


def test_the_pages_of_the_management_stand_in_a_row_below_when_one_is_open():
    head = rows("head", LEDGER)
    assert ROUTING in urls(head["section"])
    assert [link[0] for link in head["section"] if link[3]] == [LEDGER]
    assert [link[0] for link in head["navigation"] if link[3]] == [ROUTING]
    assert rows("auditor", "/pipeline/")["section"] == []


def test_a_group_opens_at_the_first_page_of_its_reader():
    auditor = rows("auditor", LEDGER)
    assert ROUTING not in urls(auditor["section"]) + urls(auditor["navigation"])
    assert [link[0] for link in auditor["navigation"] if link[3]] == [LEDGER]


def test_the_palette_leads_to_every_page_of_both_rows():
    head = rows("head", "/pipeline/")
    assert {LEDGER, ROUTING} <= set(urls(head["everywhere"]))
    assert len(set(urls(head["everywhere"]))) == len(head["everywhere"])
    assert LEDGER not in urls(rows("operator", "/desk/")["everywhere"])
