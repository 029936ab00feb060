"""Who saw the people of an inquiry: noted once a quarter, never changed, shown to the auditor."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from leads.models import Reading
from tests.world import AT, andrey, boris, gleb, make_inquiry, maria, olga

pytestmark = pytest.mark.django_db


def test_it_works(client):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(boris())
    for _ in range(2):
        client.get(inquiry.get_absolute_url())
    assert Reading.objects.get().user == boris()
    client.force_login(andrey())
    html = client.get(f"/inquiries/{inquiry.number}/readings/").content.decode()
    assert "Boris" in html


def test_a_row_a_quarter_of_an_hour():
    inquiry = make_inquiry()
    for minutes in (0, 4, 14, 15, 29, 30):
        Reading.objects.note(maria(), inquiry, at=AT.replace(minute=0) + timedelta(minutes=minutes))
    assert Reading.objects.count() == 3


def test_who_is_shown_the_code_name_alone_read_nothing(client):
    inquiry = make_inquiry(route_to=maria())
    inquiry.keep_confidential("Янтарь", by=maria(), at=timezone.now())
    client.force_login(boris())
    client.get(inquiry.get_absolute_url())
    client.get(f"/inquiries/{inquiry.number}/peek/")
    assert not Reading.objects.exists()


@pytest.mark.parametrize(
    "statement", ["UPDATE leads_reading SET user_id = user_id", "DELETE FROM leads_reading"]
)
def test_rows_are_never_changed(statement):
    Reading.objects.note(maria(), make_inquiry(), at=AT)
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        connection.cursor().execute(statement)


def test_only_the_auditor_and_the_head_see_them(client):
    inquiry = make_inquiry(route_to=maria())
    for who, status in ((gleb, 200), (maria, 403), (olga, 403)):
        client.force_login(who())
        assert client.get(f"/inquiries/{inquiry.number}/readings/").status_code == status
