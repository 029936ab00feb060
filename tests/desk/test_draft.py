"""What is typed, kept on the server by the page's script while it is typed."""

from uuid import uuid4

import pytest
from django.urls import reverse

from leads.models import Call, DeskDraft
from tests.world import AT, gleb, maria, olga

pytestmark = pytest.mark.django_db


@pytest.fixture
def keep(client):
    """`keep(base, name="Пётр")` as the script sends it; `call`, `parked`, `headers` go beside."""
    user, key = olga(), uuid4()
    client.force_login(user)

    def now(base=0, *, headers=None, parked=None, call=None, key=key, body=None, **changes):
        said = {"base": base, "changes": changes, "parked": parked, "call": call}
        return client.patch(
            reverse("desk:draft", args=[key]),
            body or said,
            content_type="application/json",
            headers=headers or {},
        )

    now.user, now.key = user, key
    return now


def test_it_works(keep):
    assert keep(0, name="Пётр").json() == {"version": 1, "clashes": {}, "news": {}}
    assert keep(1, text="цех").json()["version"] == 2
    assert DeskDraft.objects.get().fields == {"name": "Пётр", "text": "цех"}


def test_a_clash_is_told_and_nothing_overwritten(keep):
    keep(0, name="Пётр")
    keep(1, text="цех", company="Агросад")
    answer = keep(1, text="склад")
    assert answer.status_code == 409
    assert answer.json()["clashes"] == {"text": "цех"}
    assert answer.json()["news"] == {"company": "Агросад"}
    assert DeskDraft.objects.get().fields["text"] == "цех"


def test_who_may_not(client, keep):
    client.force_login(maria())
    assert keep(name="x").status_code == 403
    client.logout()
    answer = keep(name="x", headers={"X-Desk": "1"})
    assert answer.status_code == 401
    assert answer.headers["HX-Redirect"].startswith("/login/")
    assert keep(name="x").status_code == 302


def test_the_page_of_another_operator_is_refused(keep):
    assert keep(name="x", headers={"X-Operator": str(gleb().pk)}).status_code == 401
    assert not DeskDraft.objects.exists()
    assert keep(name="x", headers={"X-Operator": str(keep.user.pk)}).status_code == 200


def test_what_was_saved_elsewhere_is_gone(keep):
    keep(0, name="Пётр")
    DeskDraft.finish(keep.key, by=keep.user)
    assert keep(1, name="Пётр!").status_code == 410


NO_DRAFT = ["", "[]", "1", '{"base": "x", "changes": {}}', '{"changes": []}', "[" * 2000]
NO_DRAFT += ['{"changes": 1}', '{"changes": {}, "parked": "yes"}', '{"base": null}', "\x00"]


@pytest.mark.parametrize("body", NO_DRAFT)
def test_what_is_no_draft_is_refused(client, keep, body):
    url = reverse("desk:draft", args=[keep.key])
    assert client.patch(url, body, content_type="application/json").status_code == 400


def test_huge_numbers_and_strange_calls_do_no_harm(keep):
    assert keep(10**30, name="x").status_code == 410
    assert keep(-5, name="x", call="drop").status_code == 200
    assert keep(1, name="y", call="9" * 40).status_code == 200


def test_a_call_of_a_colleague_is_not_taken(keep):
    theirs = Call.objects.create(operator=gleb(), started_at=AT, outcome="off_topic", logged_at=AT)
    mine = Call.objects.create(operator=keep.user, started_at=AT, outcome="off_topic", logged_at=AT)
    keep(0, name="x", call=theirs.pk)
    assert DeskDraft.objects.get().call is None
    keep(1, name="y", call=mine.pk)
    assert DeskDraft.objects.get().call == mine


def test_parked_it_stands_in_the_strip_of_its_operator_alone(client, keep):
    keep(0, company="Агросад", parked=True)
    link = f"?draft={keep.key}"
    assert link in client.get(reverse("desk:desk")).text
    client.force_login(gleb())
    assert link not in client.get(reverse("desk:desk")).text


def test_it_costs_the_same_for_any_draft(keep, django_assert_num_queries):
    keep(0, name="Пётр")
    with django_assert_num_queries(6):  # session, user, savepoint, row, update, release
        keep(1, **{f"field_{n}": "x" for n in range(30)})
