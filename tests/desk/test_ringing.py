"""The ringing call shows on the screens of whom it rings, and nothing of it on anybody else's."""

import pytest
from django.urls import reverse

from leads import flow
from leads.models import CallTaken, User
from leads.telephony.exchange.providers import generic
from tests.telephony.signing import SECRET, signed_hook
from tests.world import AT, make_inquiry, make_user, maria, olga

pytestmark = pytest.mark.django_db
ADDRESS = "/desk/ringing/"


def at_phone(user, extension):
    User.objects.filter(pk=user.pk).update(extension=extension)
    return user


def say(event, **fields):
    """An event of one call, as the exchange would tell it."""
    call = {"callId": "1", "from": "79181234567", "to": "78612517764", "direction": "in"}
    hook = signed_hook({"event": event} | call | fields, AT)
    flow.hear("generic", generic.read(hook, [SECRET], AT), at=AT)
    return flow.fold_call("generic", fields.get("callId", "1"), at=AT)


@pytest.fixture
def screens(client):
    """What a person's screen shows now."""
    people = {"101": at_phone(olga(), "101"), "102": at_phone(make_user("oleg", "operator"), "102")}
    people["none"] = make_user("otto", "operator")

    def look(phone):
        client.force_login(people[phone])
        return client.get(ADDRESS).content.decode().strip()

    return look


def test_it_works(screens):
    contact = make_inquiry(phone="+7 918 123-45-67").contact
    call = say("newCall", user=["101"])
    page = screens("101")
    assert f"{reverse('desk:desk')}?call={call.pk}" in page
    assert contact.name in page
    assert "+7 918 123-45-67" in page


def test_others_receive_nothing_of_it(screens):
    say("newCall", user=["101"])
    assert screens("102") == screens("none") == ""


def test_parallel_ring_shows_to_all_and_hides_on_answer(screens):
    say("newCall", user=["101", "102"])
    assert 'data-state="ringing"' in screens("101")
    assert 'data-state="ringing"' in screens("102")
    say("answer", answeringNumber="102")
    assert screens("101") == ""
    assert 'data-state="talking"' in screens("102")


def test_a_reload_in_mid_call_brings_it_back_until_it_ends(screens):
    say("answer", answeringNumber="101")
    assert 'data-state="talking"' in screens("101")
    say("hangup", cause="normalClearing")
    assert screens("101") == ""


def test_a_logged_call_is_not_offered_again(screens):
    """Nor can it be logged twice."""
    call = say("answer", answeringNumber="101")
    call.outcome = "off_topic"
    assert flow.take_call(call=call, at=AT, by=olga()).logged_at == AT
    with pytest.raises(CallTaken):
        flow.take_call(call=call, at=AT, by=User.objects.get(username="otto"))
    assert "?call=" not in screens("101")


def test_a_hidden_number_is_said(screens):
    say("newCall", user=["101"], **{"from": "anonymous"})
    assert "номер скрыт" in screens("101")


def test_user_text_is_never_markup(screens):
    make_inquiry(phone="+7 918 123-45-67", name="<img src=x>")
    say("newCall", user=["101"])
    assert "<img" not in screens("101")


def test_an_expired_session_shows_nothing(client):
    assert client.get(ADDRESS, headers={"HX-Request": "true"}).status_code in {302, 401}


def test_who_may_not(client):
    client.force_login(maria())
    assert client.get(ADDRESS).status_code == 403


def test_it_costs_one_query_for_the_calls(client, django_assert_num_queries):
    client.force_login(at_phone(olga(), "101"))
    for n in range(3):
        say("newCall", user=["101"], callId=str(n))
    with django_assert_num_queries(3):  # session, user, calls
        client.get(ADDRESS)
