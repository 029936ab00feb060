"""The head tries other weights on inquiries at hand, or puts them in force."""

import pytest

from districts.matching.need import Bounds, Need
from districts.models import RegistryVersion, WeightSet
from leads import tasks
from leads.models import Activity, MatchRun
from tests.world import (
    andrey,
    gleb,
    make_inquiry,
    make_park,
    maria,
    olga,
    registry_changed,
    xenia,
)

pytestmark = pytest.mark.django_db
URL = "/pipeline/weights/"


def given(**changed):
    return {"after": "1", "do": "try", "note": ""} | WeightSet.current().by_criterion | changed


def an_inquiry():
    """The wide site leads on land, the strong one on power; weights decide which is first."""
    make_park("wide", area_free_ha=40, power_free_mw=2)
    make_park("strong", area_free_ha=5, power_free_mw=40)
    registry_changed()
    return make_inquiry(figures=Need(land_ha=Bounds(5, 5), power_mw=2))


def test_it_works(client):
    inquiry = an_inquiry()
    client.force_login(gleb())
    assert client.get(URL).context["form"]["power"].value() == "8"
    page = client.post(URL, given(area="30", power="1,5"))
    (trial,) = page.context["trials"]
    assert trial.inquiry == inquiry
    before = page.context["form"].current.by_criterion
    assert before["area"] == before["power"], "so the lower id comes first"
    assert trial.parks.now == ["Парк strong", "Парк wide"]
    assert trial.parks.then == ["Парк wide", "Парк strong"]
    assert trial.first_differs
    assert not trial.districts.differs
    assert "1 получит другое первое место" in page.content.decode()


def test_trying_saves_nothing(client):
    an_inquiry()
    kept = (WeightSet.objects.count(), RegistryVersion.current(), MatchRun.objects.count())
    events = Activity.objects.count()
    client.force_login(gleb())
    assert client.post(URL, given(area="30")).status_code == 200
    assert kept == (
        WeightSet.objects.count(),
        RegistryVersion.current(),
        MatchRun.objects.count(),
    )
    assert Activity.objects.count() == events


def test_saving_puts_them_in_force_and_matches_again(client):
    inquiry = an_inquiry()
    client.force_login(gleb())
    page = client.post(URL, given(area="30", do="save", note="Землю ищут чаще"))
    assert page.url == URL
    current = WeightSet.current()
    assert (current.number, current.by_criterion["area"]) == (2, 30)
    assert (current.made_by, current.note) == ("Gleb", "Землю ищут чаще")
    assert tasks.sweep()["leads.match"] == 1
    inquiry.refresh_from_db()
    run = MatchRun.objects.newest(inquiry)
    assert run.weights_version == 2
    assert run.matches.get(place="park", rank=1).park_id == "wide"
    assert inquiry.match_runs.order_by("pk").first().weights_version == 1
    assert "Землю ищут чаще" in client.get(URL).content.decode()


@pytest.mark.parametrize("who", [maria, olga, andrey, xenia])
def test_those_who_may_not(client, who):
    client.force_login(who())
    assert client.get(URL).status_code == 403
    assert client.post(URL, given(do="save", note="x", power="1")).status_code == 403
    assert WeightSet.objects.count() == 1


@pytest.mark.parametrize("figure", ["", "x", "-1", "1001", "1e3", "\x00", "9" * 40, "nan"])
@pytest.mark.parametrize("do", ["try", "save"])
def test_a_bad_figure_is_refused_and_nothing_typed_is_lost(client, figure, do):
    client.force_login(gleb())
    page = client.post(URL, given(power=figure, gas="7,25", do=do, note="почему"))
    assert page.status_code == 422
    assert page.context["form"].errors.keys() == {"power"}
    html = page.content.decode()
    assert 'value="7,25"' in html
    assert 'value="почему"' in html
    assert "trials" not in page.context
    assert WeightSet.objects.count() == 1


def test_all_zero_is_refused(client):
    client.force_login(gleb())
    zeros = dict.fromkeys(WeightSet.current().by_criterion, "0")
    assert client.post(URL, given(**zeros)).status_code == 422


def test_saving_asks_why(client):
    client.force_login(gleb())
    page = client.post(URL, given(power="1", do="save"))
    assert page.context["form"].errors.keys() == {"note"}


def test_the_same_weights_are_not_saved_again(client):
    client.force_login(gleb())
    assert client.post(URL, given(do="save", note="x")).status_code == 422
    assert WeightSet.objects.count() == 1


def test_what_a_colleague_saved_meanwhile_is_not_undone_blindly(client):
    client.force_login(gleb())
    client.post(URL, given(power="1", do="save", note="first"))
    page = client.post(URL, given(power="2", do="save", note="second"))
    assert page.status_code == 422
    assert WeightSet.current().number == 2
    assert page.context["form"]["after"].value() == 2
    again = given(power="2", do="save", note="second", after="2")
    assert client.post(URL, again).status_code == 302
    assert WeightSet.current().by_criterion["power"] == 2


def test_no_inquiries_to_try_on(client):
    client.force_login(gleb())
    page = client.post(URL, given(power="1"))
    assert page.status_code == 200
    assert page.context["trials"] == []


def test_twenty_inquiries_cost_no_more_queries_than_one(client, django_assert_max_num_queries):
    an_inquiry()
    for _ in range(22):
        make_inquiry(figures=Need(land_ha=Bounds(5, 5), power_mw=2))
    client.force_login(gleb())
    answer = given(area="30")
    client.post(URL, answer)
    with django_assert_max_num_queries(5):
        page = client.post(URL, answer)
    assert len(page.context["trials"]) == 20


def test_only_the_head_is_shown_the_way(client):
    for who, page, shown in ((gleb, "/pipeline/ledger/", True), (maria, "/pipeline/", False)):
        client.force_login(who())
        assert (URL in client.get(page).content.decode()) is shown
