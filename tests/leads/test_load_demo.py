"""The demo cast and set: once, marked, and never among real users."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from leads.ledger import recount
from leads.models import Inquiry, User
from leads.tasks import sweep
from tests.world import make_user

pytestmark = pytest.mark.django_db


def load(settings, local=True) -> str:
    settings.LOCAL = local
    call_command("load_registry", stdout=StringIO())
    out = StringIO()
    call_command("load_demo", stdout=out)
    return out.getvalue()


def test_it_works(settings):
    assert "olga" in load(settings)
    inquiries = Inquiry.objects.all()
    assert inquiries.count() == 7
    assert not inquiries.filter(officer=None).exists()
    assert set(inquiries.values_list("stage", flat=True)) >= {"new", "qualified", "proposal"}
    companies = set(inquiries.exclude(investor__name="").values_list("investor__name", flat=True))
    assert all("демо" in name or "demo" in name for name in companies)


def test_the_ledger_finds_nothing_amiss(settings):
    load(settings)
    sweep()
    assert not recount(timezone.now()).differences


def test_running_it_again_changes_nothing(settings):
    load(settings)
    load(settings)
    assert Inquiry.objects.count() == 7


def test_it_leaves_a_database_of_real_users_alone(settings):
    make_user("real", "head")
    assert load(settings) == ""
    assert User.objects.count() == 1


def test_it_refuses_a_deployed_machine(settings):
    with pytest.raises(CommandError, match="public password"):
        load(settings, local=False)
