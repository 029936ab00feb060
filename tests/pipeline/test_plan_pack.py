"""One press has the next version prepared, in the language asked for."""

import pytest

from leads import tasks
from tests.public.visitor import make_web_inquiry
from tests.world import andrey, boris, maria

pytestmark = pytest.mark.django_db


@pytest.fixture
def inquiry():
    return make_web_inquiry(route_to=maria())


def url(inquiry):
    return f"/inquiries/{inquiry.number}/answers/prepare/"


def test_it_works(client, inquiry):
    client.force_login(maria())
    assert client.post(url(inquiry), {"language": "en"}).status_code == 302
    pack = inquiry.answer_packs.get(version=2)
    assert (pack.language, pack.made_by) == ("en", maria())
    tasks.make_pack(pack.pk)
    pack.refresh_from_db()
    assert pack.made_at is not None
    assert inquiry.activities.get(kind="pack_made").data == {"version": 2}


def test_made_twice_it_is_made_once(client, inquiry, uploads):
    pack = inquiry.answer_packs.get()
    tasks.make_pack(pack.pk), tasks.make_pack(pack.pk)
    assert inquiry.activities.filter(kind="pack_made").count() == 1


def test_the_sweep_finds_it(inquiry):
    tasks.sweep()
    assert inquiry.answer_packs.get().made_at is not None


@pytest.mark.parametrize("who", [andrey, boris])
def test_those_who_may_not(client, inquiry, who):
    client.force_login(who())
    assert client.post(url(inquiry), {"language": "ru"}).status_code == 403
    assert inquiry.answer_packs.count() == 1
