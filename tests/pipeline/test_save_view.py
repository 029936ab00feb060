"""A view of the pipeline kept under a name."""

import pytest

from leads.models import SavedView
from tests.world import boris, maria, xenia

pytestmark = pytest.mark.django_db
URL = "/pipeline/views/"


def keep(client, name="Крупные у моря", query="stage=visit&sort=-amount", **more):
    return client.post(f"{URL}?lang=en", {"name": name, "query": query} | more)


def test_it_works(client):
    client.force_login(maria())
    assert keep(client).url == "/pipeline/?stage=visit&sort=-amount"
    page = client.get("/pipeline/?stage=visit&sort=-amount")
    chip = next(chip for chip in page.context["views"] if chip["name"] == "Крупные у моря")
    assert chip["current"]
    assert not chip["shared"]


def test_only_our_own_parts_are_kept_in_their_order(client):
    client.force_login(maria())
    keep(client, query="sort=due&from=xyz&stage=visit&next=//evil.example&lang=en")
    assert SavedView.objects.get().query == "stage=visit&sort=due"


def test_a_shared_one_is_seen_by_all_and_owned_by_one(client):
    client.force_login(maria())
    keep(client, shared="on")
    keep(client, name="Только мой")
    client.force_login(boris())
    names = [chip["name"] for chip in client.get("/pipeline/").context["views"]]
    assert "Крупные у моря" in names
    assert "Только мой" not in names
    assert client.post(f"{URL}{SavedView.objects.first().pk}/drop/").status_code == 404


def test_ten_at_most_and_the_same_name_replaces(client):
    client.force_login(maria())
    for number in range(10):
        keep(client, name=f"Вид {number}")
    page = keep(client, name="Одиннадцатый")
    assert page.status_code == 422
    assert "Ten views are kept at most" in page.content.decode()
    assert 'value="Одиннадцатый"' in page.content.decode()
    assert keep(client, name="Вид 3", query="stage=new").status_code == 302
    assert SavedView.objects.get(name="Вид 3").query == "stage=new"
    assert SavedView.objects.count() == 10


def test_a_name_is_needed(client):
    client.force_login(maria())
    assert "Give the view a name" in keep(client, name="").content.decode()


def test_those_who_may_not(client):
    client.force_login(xenia())
    assert keep(client).status_code == 403
