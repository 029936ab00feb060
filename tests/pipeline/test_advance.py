"""Moving an inquiry to another stage."""

import pytest
from django.utils import timezone

from leads.models import Inquiry
from tests.world import andrey, boris, dina, gleb, make_inquiry, maria, olga, xenia

pytestmark = pytest.mark.django_db


def url(inquiry):
    return f"/inquiries/{inquiry.number}/advance/"


def move(client, inquiry, follow=False, lang="en", **given):
    return client.post(f"{url(inquiry)}?lang={lang}", given, follow=follow)


def stage(inquiry):
    return Inquiry.objects.get(pk=inquiry.pk).stage


def test_it_works(client):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(maria())
    page = move(client, inquiry, follow=True, to="qualified", was="new")
    assert page.redirect_chain == [(inquiry.get_absolute_url(), 302)]
    assert stage(inquiry) == "qualified"
    assert inquiry.activities.get(kind="advanced").actor == maria()
    assert "Stage changed to “Qualified”." in page.content.decode()


def test_lost_takes_its_reason_and_place(client):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(maria())
    move(client, inquiry, to="lost", lost_reason="no_site", competing_place="Ростов-на-Дону")
    inquiry.refresh_from_db()
    assert (inquiry.stage, inquiry.lost_reason) == ("lost", "no_site")
    assert inquiry.competing_place == "Ростов-на-Дону"
    assert not inquiry.follow_ups.open().exists()


def test_the_message_offers_the_way_back(client):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(maria())
    html = move(client, inquiry, follow=True, to="qualified").content.decode()
    row = inquiry.activities.get(kind="advanced")
    # In the message, and as long as it is possible in the history.
    assert html.count(f'form="undo" formaction="/history/{row.pk}/undo/"') == 2
    assert '<form id="undo" method="post"' in html


@pytest.mark.parametrize("who", [boris, olga])
def test_those_who_may_read_but_not_change(client, who):
    inquiry = make_inquiry(route_to=maria())
    inquiry.advance(to="qualified", by=maria(), at=timezone.now())
    client.force_login(who())
    assert move(client, inquiry, to="matching").status_code == 403
    assert client.get(url(inquiry)).status_code == 403
    assert stage(inquiry) == "qualified"


@pytest.mark.parametrize("who", [andrey, xenia, dina])
def test_those_who_change_nothing(client, who):
    inquiry = make_inquiry()
    client.force_login(who())
    assert move(client, inquiry, to="qualified").status_code == 403
    assert stage(inquiry) == "new"


def test_the_head_moves_anybodys_and_the_operator_a_new_one(client):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(olga())
    assert move(client, inquiry, to="qualified").status_code == 302
    client.force_login(gleb())
    assert move(client, inquiry, to="matching").status_code == 302
    assert stage(inquiry) == "matching"


def test_missing(client):
    client.force_login(maria())
    assert client.post("/inquiries/INV-2026-999999/advance/").status_code == 404


@pytest.mark.parametrize("to", ["", "new", "nonsense", "qualified\x00", "x" * 1_000_000])
def test_a_move_that_is_not_allowed_is_refused(client, to):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(maria())
    page = move(client, inquiry, to=to, competing_place="Ростов")
    assert page.status_code == 422
    assert "to" in page.context["form"].errors
    assert 'value="Ростов"' in page.content.decode()
    assert stage(inquiry) == "new"


def test_lost_without_a_reason_is_refused_and_keeps_what_was_typed(client):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(maria())
    page = move(client, inquiry, to="lost", competing_place="Ростов")
    html = page.content.decode()
    assert page.status_code == 422
    assert "Say why it was lost" in html
    assert 'value="Ростов"' in html
    assert '<option value="lost" selected>' in html
    assert stage(inquiry) == "new"


def test_what_a_colleague_moved_first_is_not_moved_blindly(client):
    inquiry = make_inquiry(route_to=maria())
    inquiry.advance(to="visit", by=gleb(), at=timezone.now())
    client.force_login(maria())
    page = move(client, inquiry, to="qualified", was="new")
    html = page.content.decode()
    assert page.status_code == 422
    assert "A colleague moved the inquiry to “Site visit” first" in html
    assert '<input type="hidden" name="was" value="visit"' in html
    assert stage(inquiry) == "visit"
    assert move(client, inquiry, to="agreement", was="visit").status_code == 302


def test_two_presses_at_the_same_moment_move_it_once(client, monkeypatch):
    inquiry = make_inquiry(route_to=maria())
    verb = Inquiry.advance

    def overtaken(self, **given):
        verb(Inquiry.objects.get(pk=self.pk), to="visit", by=gleb(), at=given["at"])
        return verb(self, **given)

    monkeypatch.setattr(Inquiry, "advance", overtaken)
    client.force_login(maria())
    page = move(client, inquiry, to="qualified", was="new")
    assert page.status_code == 422
    assert "A colleague moved the inquiry" in page.content.decode()
    assert stage(inquiry) == "visit"


def test_its_page_asks_for_the_same(client):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(maria())
    html = client.get(url(inquiry) + "?to=lost").content.decode()
    assert '<option value="lost" selected>' in html
