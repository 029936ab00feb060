"""A recording is heard by who may, in ranges, and each listening is written down once."""

from datetime import timedelta

import pytest

from leads.models import Call, Listening, Recording
from tests.world import AT, andrey, boris, gleb, make_inquiry, maria, olga, xenia

pytestmark = pytest.mark.django_db
SOUND = bytes(range(200))


@pytest.fixture
def address(settings, tmp_path):
    settings.RECORDINGS_DIR = str(tmp_path)
    (tmp_path / "r.wav").write_bytes(SOUND)
    call = Call.objects.create(
        started_at=AT, notice_given_at=AT, operator=olga(), disposition="answered"
    )
    row = Recording.objects.create(
        call=call, reference="r", state="fetched", file="r.wav", content_type="audio/wav",
        size=len(SOUND), not_before_at=AT, keep_until=AT.date() + timedelta(days=90),
    )  # fmt: skip
    return f"/desk/recordings/{row.pk}/"


def body(answer) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


@pytest.mark.parametrize(
    ("asked", "status", "given"),
    [
        (None, 200, SOUND),
        ("bytes=0-", 206, SOUND),
        ("bytes=10-19", 206, SOUND[10:20]),
        ("bytes=190-999", 206, SOUND[190:]),
        ("bytes=-5", 206, SOUND[-5:]),
        ("bytes=200-", 416, b""),
        ("bytes=9-3", 416, b""),
    ],
)
def test_it_works(client, address, asked, status, given):
    client.force_login(olga())
    for _ in range(2):
        answer = client.get(address, headers={"Range": asked} if asked else {})
        assert (answer.status_code, body(answer)) == (status, given)
    assert [row.by for row in Listening.objects.all()] == [olga()]


@pytest.mark.parametrize(
    ("who", "status"), [(gleb, 200), (andrey, 200), (maria, 404), (xenia, 403)]
)
def test_who_may_hear_it(client, address, who, status):
    client.force_login(who())
    assert client.get(address).status_code == status
    assert Listening.objects.count() == (status == 200)


def test_a_manager_hears_calls_of_his_own_inquiry(client, address):
    Call.objects.update(inquiry=make_inquiry(route_to=maria()))
    client.force_login(maria())
    assert client.get(address).status_code == 200


def test_what_was_not_fetched_is_not_there(client, address):
    Recording.objects.update(state="pending")
    client.force_login(gleb())
    assert client.get(address).status_code == 404
    assert not Listening.objects.exists()


@pytest.mark.parametrize(
    ("who", "hears"), [(gleb, True), (andrey, True), (maria, True), (boris, False)]
)
def test_the_page_of_its_inquiry_has_a_player_for_who_may(client, address, who, hears):
    inquiry = make_inquiry(route_to=maria())
    Call.objects.update(inquiry=inquiry)
    client.force_login(who())
    assert (f'src="{address}"' in client.get(inquiry.get_absolute_url()).content.decode()) is hears
    assert Listening.objects.count() == 0, "only who listens is written down"
