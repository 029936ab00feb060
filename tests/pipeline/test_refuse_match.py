"""A matched place is refused, with a reason."""

import pytest

from tests.pipeline.test_choose_match import matched, place, shown, url
from tests.world import andrey, boris, maria, xenia

pytestmark = pytest.mark.django_db


def test_it_works(client):
    inquiry = matched()
    match = place(inquiry, "park-1")
    client.force_login(maria())
    assert shown(client, inquiry)[0] == "park-1"
    assert "Парк park-1" in client.get(url(inquiry, match, "refuse")).content.decode()
    answer = {"reason": "price", "note": "вдвое дороже"}
    page = client.post(url(inquiry, match, "refuse"), answer)
    assert page.url == inquiry.get_absolute_url()
    match.refresh_from_db()
    assert (match.state, match.state_reason, match.state_note) == (
        "refused",
        "price",
        "вдвое дороже",
    )
    assert shown(client, inquiry) == ["park-2", "park-3", "park-4", "park-1"]
    event = inquiry.activities.get(kind="match_refused")
    assert (event.data["place"], event.data["reason"]) == ("park-1", "price")
    html = client.get(f"{inquiry.get_absolute_url()}matches/").content.decode()
    assert "Слишком дорого" in html
    assert "вдвое дороже" in html


@pytest.mark.parametrize("who", [boris, andrey, xenia])
def test_those_who_may_not(client, who):
    inquiry = matched()
    client.force_login(who())
    answer = {"reason": "price"}
    assert client.post(url(inquiry, place(inquiry), "refuse"), answer).status_code == 403
    assert place(inquiry).state == "proposed"


@pytest.mark.parametrize(
    ("answer", "field"),
    [
        ({}, "reason"),
        ({"reason": "x"}, "reason"),
        ({"reason": "\x00"}, "reason"),
        ({"reason": "other"}, "note"),
        ({"reason": "price", "note": "x" * 201}, "note"),
        ({"reason": "price", "note": "a\x00"}, "note"),
    ],
)
def test_without_a_good_reason_nothing_changes(client, answer, field):
    inquiry = matched()
    client.force_login(maria())
    page = client.post(url(inquiry, place(inquiry), "refuse"), answer)
    assert page.status_code == 422
    assert page.context["form"].errors.keys() == {field}
    assert place(inquiry).state == "proposed"


def test_the_words_of_a_secret_investor_are_not_shown_to_others(client):
    inquiry = matched()
    client.force_login(maria())
    answer = {"reason": "other", "note": "у Агросада там сосед"}
    client.post(url(inquiry, place(inquiry), "refuse"), answer)
    inquiry.keep_confidential("Сокол", by=maria(), at=inquiry.opened_at)
    client.force_login(boris())
    html = client.get(inquiry.get_absolute_url()).content.decode()
    assert "Другая причина" in html
    assert "сосед" not in html


def test_markup_in_the_note_stays_text(client):
    inquiry = matched()
    client.force_login(maria())
    answer = {"reason": "other", "note": "<b>нет</b>"}
    client.post(url(inquiry, place(inquiry), "refuse"), answer)
    assert "<b>нет" not in client.get(inquiry.get_absolute_url()).content.decode()
