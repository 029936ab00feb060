"""More cards of one column of the board."""

import pytest

from tests.pipeline.test_pipeline import many
from tests.world import gleb, maria, xenia

pytestmark = pytest.mark.django_db


def test_it_works(client):
    many(45)
    client.force_login(gleb())
    seen, column = [], client.get("/pipeline/board/").context["columns"][0]
    seen += [card.row.inquiry.pk for card in column.cards]
    older = column.older
    while older:
        page = client.get(f"/pipeline/board/new/?from={older}")
        seen += [card.row.inquiry.pk for card in page.context["cards"]]
        older = page.context["older"]
    assert len(seen) == len(set(seen)) == 45


def test_it_costs_the_same_whatever_the_rows(client, django_assert_max_num_queries):
    many(30)
    client.force_login(maria())
    with django_assert_max_num_queries(6):
        client.get("/pipeline/board/new/")


@pytest.mark.parametrize("stage", ["won", "lost", "nonsense"])
def test_no_such_column(client, stage):
    client.force_login(maria())
    assert client.get(f"/pipeline/board/{stage}/").status_code == 404


def test_those_who_may_not(client):
    client.force_login(xenia())
    assert client.get("/pipeline/board/new/").status_code == 403
