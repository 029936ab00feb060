"""Two investors side by side: a choice for each field, then one of them."""

import pytest
from django.urls import reverse

from leads.models import Investor, InvestorMerge
from tests.world import andrey, gleb, make_inquiry, maria, olga

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair():
    ours = make_inquiry(company="Агросад", name="Пётр").investor
    theirs = make_inquiry(company="ООО Агросад", name="Пётр Иванов").investor
    Investor.objects.filter(pk=theirs.pk).update(inn="7707083893")
    return ours, Investor.objects.get(pk=theirs.pk)


def url(kept, gone):
    return reverse("desk:merge", args=[kept.pk, gone.pk])


def test_it_works(client, pair):
    kept, gone = pair
    ours, theirs = kept.contacts.get(), gone.contacts.get()
    client.force_login(olga())
    form = client.get(url(kept, gone)).context["form"]
    assert form.fields["name"].initial == "kept"
    assert form.fields["inn"].initial == "gone", "the one value that there is"
    assert form.fields[f"same_{theirs.pk}"].initial == str(ours.pk), "one number: one man"
    given = {"name": "gone", "inn": "gone"}
    given |= {f"same_{theirs.pk}": ours.pk, f"take_{theirs.pk}": "on"}
    answer = client.post(url(kept, gone), given)
    assert answer.url == kept.get_absolute_url()
    kept.refresh_from_db()
    assert (kept.name, kept.inn) == ("ООО Агросад", "7707083893")
    assert kept.contacts.standing().get().name == "Пётр Иванов"
    page = client.get(answer.url).text
    assert reverse("desk:unmerge", args=[kept.pk, InvestorMerge.objects.get().pk]) in page


def test_they_may_stay_two_people(client, pair):
    kept, gone = pair
    client.force_login(maria())
    given = {"name": "kept", "inn": "kept", f"same_{gone.contacts.get().pk}": ""}
    client.post(url(kept, gone), given)
    assert kept.contacts.standing().count() == 2


def test_who_may_not(client, pair):
    client.force_login(andrey())
    assert client.get(url(*pair)).status_code == 403


@pytest.mark.parametrize("change", [{"name": "x"}, {"name": ""}])
def test_what_is_refused(client, pair, change):
    client.force_login(gleb())
    answer = client.post(url(*pair), {"inn": "kept", "name": "kept"} | change)
    assert "name" in answer.context["form"].errors
    assert not InvestorMerge.objects.exists()


def test_himself_the_missing_and_the_merged(client, pair):
    kept, gone = pair
    client.force_login(gleb())
    assert client.get(url(kept, kept)).status_code == 404
    assert client.get(reverse("desk:merge", args=[kept.pk, 999999])).status_code == 404
    client.post(url(kept, gone), {"name": "kept", "inn": "kept"})
    assert client.get(url(kept, gone)).status_code == 404
