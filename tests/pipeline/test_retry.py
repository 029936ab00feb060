"""Another try on the head's word, for set aside work and for letters."""

import pytest

from leads.models import Message, Trouble
from tests.pipeline.test_set_aside import make_letter, make_trouble
from tests.world import AT, andrey, dina, gleb, make_inquiry, maria, olga, xenia

pytestmark = pytest.mark.django_db


def url(item, kind="task"):
    return f"/pipeline/set-aside/{kind}/{item.pk}/retry/"


def test_it_works(client):
    trouble = make_trouble(make_inquiry())
    client.force_login(gleb())
    response = client.post(url(trouble), follow=True)
    assert response.redirect_chain == [("/pipeline/set-aside/", 302)]
    trouble.refresh_from_db()
    assert (trouble.set_aside_at, trouble.attempts) == (None, 0)
    assert trouble.inquiry.activities.get(kind="retried").actor == gleb()


@pytest.mark.parametrize("state", ["failed", "uncertain"])
def test_a_letter_goes_again_under_its_own_message_id(client, state):
    letter = make_letter(make_inquiry(), state=state)
    client.force_login(gleb())
    client.post(url(letter, "letter"))
    again = Message.objects.get(pk=letter.pk)
    assert (again.state, again.message_id) == ("planned", letter.message_id)
    assert again.inquiry.activities.filter(kind="retried").count() == 1
    assert again.claim(at=again.not_before_at)
    Message.objects.filter(pk=letter.pk).end_unknown(AT)
    again.refresh_from_db()
    assert again.state == "uncertain", "no rule repeats it once more by itself"


@pytest.mark.parametrize("who", [olga, maria, andrey, dina, xenia])
def test_those_who_may_not(client, who):
    trouble = make_trouble(make_inquiry())
    client.force_login(who())
    assert client.post(url(trouble)).status_code == 403
    trouble.refresh_from_db()
    assert trouble.set_aside_at == AT


def test_pressed_twice_it_changes_once(client):
    trouble, letter = make_trouble(make_inquiry()), make_letter(make_inquiry())
    client.force_login(gleb())
    for item, kind in ((trouble, "task"), (letter, "letter")):
        for _ in range(2):
            assert client.post(url(item, kind)).status_code == 302
        assert item.inquiry.activities.filter(kind="retried").count() == 1


def test_a_sent_letter_is_not_sent_again(client):
    letter = make_letter(make_inquiry(), state="sent", sent_at=AT)
    client.force_login(gleb())
    html = client.post(url(letter, "letter") + "?lang=en", follow=True).content.decode()
    assert Message.objects.get(pk=letter.pk).state == "sent"
    assert "It is not set aside any more." in html


def test_what_is_missing_is_missing(client):
    trouble = make_trouble(make_inquiry())
    client.force_login(gleb())
    assert client.post(url(trouble, "letter")).status_code == 404
    assert client.post(url(trouble, "call")).status_code == 404
    Trouble.objects.all().delete()
    assert client.post(url(trouble)).status_code == 404


def test_it_only_takes_posts(client):
    trouble = make_trouble(make_inquiry())
    client.force_login(gleb())
    assert client.get(url(trouble)).status_code == 405
    assert Trouble.objects.get().set_aside_at == AT


def test_the_history_says_what_was_tried(client):
    trouble = make_trouble(make_inquiry())
    client.force_login(gleb())
    client.post(url(trouble))
    html = client.get(f"{trouble.inquiry.get_absolute_url()}?lang=en").content.decode()
    assert "Given another try" in html
