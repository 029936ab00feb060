"""Before: columns and check, and nothing brought in. Then the progress, and what came of it."""

import pytest

from leads.models import ImportRun, Investor
from tests.importing.file_cast import INQUIRIES, INVESTORS, csv_of, line, uploaded, worked
from tests.world import AT, gleb, make_inquiry, maria

pytestmark = pytest.mark.django_db


def url(run):
    return f"/pipeline/imports/{run.pk}/"


def test_it_works(client):
    make_inquiry(company="Сад 3", phone="+7 918 000-00-01")
    bad = line(2)
    bad[2] = "нет"
    run = uploaded(csv_of(INVESTORS, line(1), bad, line(3), line(4), line(4)))
    client.force_login(gleb())
    page = client.get(url(run))
    found = page.context["check"]
    assert dict(found.counts) == {"refused": 1, "known": 1, "alike": 1, "again": 1, "good": 4}
    assert found.first[0] == (2, line(1))
    html = page.content.decode()
    assert "Телефон" in html
    assert "<td data-label" in html
    assert Investor.objects.count() == 1


def test_it_says_what_is_live_and_what_is_history(client):
    maria()
    lines = [line(1, "Цех", "Новая", "", "maria", ""), line(2, "Цех", "Отказ", "", "Нет такой", "")]
    run = uploaded(csv_of(INQUIRIES, *lines), "inquiries")
    client.force_login(gleb())
    page = client.get(f"{url(run)}?lang=en")
    counts = page.context["check"].counts
    assert (counts["live"], counts["history"]) == (1, 1)
    assert page.context["check"].strangers == {"Нет такой"}
    assert "No letter goes to any of these investors" in page.content.decode()


def test_a_column_can_be_corrected(client):
    run = uploaded(csv_of(["a", "b"], ["Сад", "+7 918 000-00-01"]))
    client.force_login(gleb())
    assert "check" not in client.get(url(run)).context
    client.post(url(run), {"company": "0", "phone": "1"})
    run.refresh_from_db()
    assert run.mapping == {"company": 0, "phone": 1}
    assert client.get(url(run)).context["check"].counts["good"] == 1


def test_one_column_is_not_two_fields(client):
    run = uploaded(csv_of(["a", "b"], ["Сад", "+7 918 000-00-01"]))
    client.force_login(gleb())
    assert client.post(url(run), {"company": "0", "phone": "0"}).status_code == 422
    run.refresh_from_db()
    assert run.mapping == {}


def test_the_progress_is_asked_again_until_it_is_over(client):
    run = uploaded(csv_of(INVESTORS, line(1)))
    run.start(at=AT)
    client.force_login(gleb())
    moving = client.get(url(run), headers={"HX-Request": "true"}).content.decode()
    assert 'hx-trigger="every 2s"' in moving
    assert "<progress" in moving
    worked(run)
    over = client.get(url(run), headers={"HX-Request": "true"}).content.decode()
    assert "hx-trigger" not in over
    assert "<html" not in over


def test_another_and_missing_look_the_same(client):
    run = uploaded(csv_of(INVESTORS, line(1)))
    client.force_login(maria())
    assert client.get(url(run)).status_code == 403
    client.force_login(gleb())
    assert client.get(f"/pipeline/imports/{run.pk + 1}/").status_code == 404


def test_names_are_never_markup(client):
    cells = ["<script>alert(1)</script>", "<b>x", "+7 918 000-00-01", "", ""]
    run = uploaded(csv_of(["<i>Компания", *INVESTORS[1:]], cells))
    client.force_login(gleb())
    html = client.get(url(run)).content.decode()
    for words in ("<script>alert", "<b>x", "<i>Ком"):
        assert words not in html


@pytest.mark.parametrize("count", [2, 40])
def test_it_costs_the_same_whatever_the_lines(client, django_assert_max_num_queries, count):
    run = uploaded(csv_of(INVESTORS, *map(line, range(count))))
    client.force_login(gleb())
    client.get(url(run))
    with django_assert_max_num_queries(10):
        client.get(url(run))
    assert ImportRun.objects.get().state == "uploaded"
