"""The officers at a glance: who takes new inquiries now, how loaded each is, who is away."""

import pytest
from django.utils import timezone

from leads.models import Leave, Officer
from tests.world import andrey, boris, gleb, make_industry, make_inquiry, make_user, maria, olga

pytestmark = pytest.mark.django_db
URL = "/pipeline/routing/officers/"


def test_it_works(client):
    mine, other = maria().officer, boris().officer
    make_industry("food_processing")
    other.industries.set(["food_processing"])
    today = timezone.localdate()
    Leave.plan(other, first_on=today, last_on=today, substitute=mine)
    make_inquiry(route_to=maria())
    client.force_login(gleb())
    page = client.get(URL + "?lang=en")
    away, free = page.context["desks"]
    assert (str(away.officer), away.occupied, away.substitute) == ("Boris", "on_leave", "Maria")
    assert away.industries == ["Food Processing"]
    assert (str(free.officer), free.occupied, free.officer.load) == ("Maria", "", 1)
    assert f"{URL}{mine.pk}/" in page.content.decode()


def test_who_left_is_not_listed(client):
    user = make_user("gone", "manager", is_active=False)
    Officer.objects.create(user=user)
    client.force_login(gleb())
    assert client.get(URL).context["desks"] == []


def test_the_auditor_reads_and_changes_nothing(client):
    mine = maria().officer
    client.force_login(andrey())
    page = client.get(URL)
    assert page.status_code == 200
    assert f"{URL}{mine.pk}/" not in page.content.decode()


def test_it_costs_the_same_whatever_the_officers(client, django_assert_max_num_queries):
    for n in range(10):
        Officer.objects.create(user=make_user(f"o{n}", "manager"))
    client.force_login(gleb())
    with django_assert_max_num_queries(9):
        client.get(URL)


@pytest.mark.parametrize("who", [maria, olga])
def test_who_may_not(client, who):
    client.force_login(who())
    assert client.get(URL).status_code == 403
