"""A code name, and a search that does not tell who stands behind it."""

import pytest
from django.db import connection

from leads.models import Inquiry
from tests.world import AT, andrey, boris, gleb, make_inquiry, maria, olga

pytestmark = pytest.mark.django_db


def test_it_works():
    inquiry = make_inquiry(route_to=maria())
    assert inquiry.keep_confidential("Янтарь", by=maria(), at=AT)
    assert not inquiry.keep_confidential("Янтарь", by=maria(), at=AT)
    for user, masked in (
        (maria(), False),
        (gleb(), False),
        (andrey(), False),
        (boris(), True),
        (olga(), True),
    ):
        assert inquiry.masked_for(user) is masked, user
    assert inquiry.disclose(by=maria(), at=AT)
    assert not inquiry.disclose(by=maria(), at=AT)
    assert not inquiry.masked_for(boris())
    kinds = inquiry.activities.filter(kind__in=["made_confidential", "disclosed"])
    assert list(kinds.order_by("pk").values_list("kind", flat=True)) == [
        "made_confidential",
        "disclosed",
    ]


def test_a_masked_one_answers_to_its_number_and_code_name_alone():
    inquiry = make_inquiry(route_to=maria())
    inquiry.keep_confidential("Янтарь", by=maria(), at=AT)
    for text in ("Агросад", "иванов", "9181234567"):
        assert not Inquiry.objects.found_by(boris(), text).exists(), text
        assert Inquiry.objects.found_by(maria(), text).get() == inquiry, text
        assert Inquiry.objects.found_by(gleb(), text).get() == inquiry, text
    for text in ("ЯНТАРЬ", inquiry.number.lower()):
        assert Inquiry.objects.found_by(boris(), text).get() == inquiry, text


def test_any_of_several_texts_will_do():
    inquiry = make_inquiry()
    assert Inquiry.objects.found_by(maria(), "сидоров", "иванов").get() == inquiry
    assert not Inquiry.objects.found_by(maria()).exists()


def test_the_search_is_served_by_its_index():
    make_inquiry()
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off")
    for user in (gleb(), boris()):
        plan = Inquiry.objects.found_by(user, "агросад", "9181234").explain()
        assert "inquiry_search" in plan
