"""The list as a file: nothing in it calculates, no secret leaves, each file is written down."""

import csv
import io
from datetime import timedelta

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from leads.models import Contact, Export, Inquiry, Investor
from tests.world import andrey, boris, gleb, make_inquiry, maria, olga, xenia

pytestmark = pytest.mark.django_db
URL = "/pipeline/export/"
SIGNS = ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"]
WORDS = [
    "1+1",
    "cmd|' /C calc'!A0",
    'HYPERLINK("http://evil.example","x")',
    "SUM(A1:A9)",
    "79181234567",
    '";="1',
    "1;=2",
    "#N/A",
    "'=1",
    "",
]


def hostile(n: int) -> str:
    """The nth of as many different cells as are asked for."""
    return f"{SIGNS[n % 10]}{WORDS[n // 10 % 10]}{n}"


def raw(answer) -> bytes:
    return b"".join(answer.streaming_content)


def lines(client, query=""):
    text = raw(client.get(f"{URL}?format=csv&{query}")).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def sheet(client, query=""):
    answer = client.get(f"{URL}?format=xlsx&{query}")
    return load_workbook(io.BytesIO(raw(answer))).active


def numbers(found):
    return [line[0] for line in found[1:]]


def copies(count, cell=None):
    """Open inquiries that differ in number and, when told, in what people typed."""
    first = make_inquiry(phone="+7 918 123-45-67")
    people = [first.investor, first.contact]
    fields = {field.attname: getattr(first, field.attname) for field in Inquiry._meta.fields}
    fields |= {"id": None, "request_key": None}
    investors, contacts = [people[0]] * count, [people[1]] * count
    if cell:
        at = first.opened_at
        investors = Investor.objects.bulk_create(
            Investor(name=cell(3 * n), created_at=at) for n in range(count)
        )
        contacts = Contact.objects.bulk_create(
            Contact(investor=investors[n], name=cell(3 * n + 1), created_at=at)
            for n in range(count)
        )
    Inquiry.objects.bulk_create(
        Inquiry(
            **fields
            | {
                "number": f"INV-2020-{n:06d}",
                "investor_id": investors[n].pk,
                "contact_id": contacts[n].pk,
                "opened_at": first.opened_at - timedelta(minutes=n // 3 + 1),
            }
            | ({"text": cell(3 * n + 2)} if cell else {})
        )
        for n in range(count)
    )
    return first


def test_it_works(client):
    inquiry = make_inquiry(email="p@example.com", route_to=maria())
    Investor.objects.filter(pk=inquiry.investor_id).update(inn="0123456789")
    client.force_login(maria())
    head, line = lines(client, "lang=en")
    assert head[:7] == ["Number", "Stage", "Company", "Contact", "Phone", "E-mail", "INN"]
    assert line[0] == inquiry.number
    assert line[2:7] == ["Агросад", "Пётр Иванов", "'+79181234567", "p@example.com", "0123456789"]
    row = list(sheet(client).iter_rows(values_only=True))[1]
    assert row[4] == "+79181234567", "in XLSX it stays as it is"
    assert row[6] == "0123456789"
    assert row[13] == timezone.localtime(inquiry.opened_at).replace(tzinfo=None, microsecond=0)


def test_excel_opens_the_csv_in_its_own_code(client):
    make_inquiry()
    client.force_login(maria())
    answer = client.get(f"{URL}?format=csv")
    assert raw(answer).startswith(b"\xef\xbb\xbf")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize("who", [maria, gleb])
def test_those_who_may(client, who):
    client.force_login(who())
    assert client.get(URL).status_code == 200


@pytest.mark.parametrize("who", [olga, andrey, xenia])
def test_those_who_may_not(client, who):
    client.force_login(who())
    assert client.get(URL).status_code == 403
    assert not Export.objects.exists()


def test_the_filters_of_the_list_hold(client):
    mine, moved = make_inquiry(route_to=maria()), make_inquiry(route_to=boris())
    moved.advance(to="qualified", by=boris(), at=timezone.now())
    client.force_login(maria())
    assert numbers(lines(client, "view=mine")) == [mine.number]
    assert numbers(lines(client, "stage=qualified")) == [moved.number]
    assert len(numbers(lines(client, "stage=nonsense"))) == 2


def test_each_file_is_written_down_without_what_was_asked(client):
    make_inquiry(route_to=maria())
    client.force_login(maria())
    lines(client, f"officer={maria().officer.pk}&view=mine")
    one = Export.objects.get()
    assert (one.by, one.format, one.rows) == (maria(), "csv", 1)
    assert one.filters == ["officer", "view"]


def test_a_code_name_is_not_given_away(client):
    inquiry = make_inquiry(email="p@example.com", route_to=maria())
    inquiry.keep_confidential("Янтарь", by=maria(), at=timezone.now())
    client.force_login(boris())
    told = raw(client.get(f"{URL}?format=csv")).decode()
    assert "Янтарь" in told
    for word in ("Агросад", "Иванов", "9181234567", "p@example.com", "яблок"):
        assert word not in told, word
    client.force_login(maria())
    assert "Агросад" in raw(client.get(f"{URL}?format=csv")).decode()


def test_five_thousand_hostile_cells_are_text(client):
    """Formulas, commands and signs of ten kinds, in the names and in the text."""
    copies(1667, hostile)
    client.force_login(gleb())
    book, typed = sheet(client), []
    for cells in book.iter_rows(min_row=2):
        for cell in (cells[2], cells[3], cells[14]):
            assert cell.value is None or cell.data_type == "s", cell.value
            typed.append(cell.value)
    # XML tells a carriage return from a line feed no more than a spreadsheet does.
    wanted = {hostile(n).replace("\r", "\n") for n in range(5001)}
    assert wanted <= {value.replace("\r", "\n") for value in typed if value}
    signs = tuple(SIGNS)
    for line in lines(client)[1:]:
        for cell in line:
            assert not cell.startswith(signs), cell


def test_ties_at_the_edges_of_a_batch_are_told_once(client, monkeypatch):
    monkeypatch.setattr("leads.pipeline.export.BATCH", 4)
    copies(20)
    client.force_login(gleb())
    told = numbers(lines(client))
    assert len(told) == len(set(told)) == 21


@pytest.mark.parametrize(("count", "queries"), [(3, 6), (11, 8)])
def test_it_costs_one_query_a_batch(client, monkeypatch, django_assert_num_queries, count, queries):
    monkeypatch.setattr("leads.pipeline.export.BATCH", 4)
    copies(count - 1)
    client.force_login(gleb())
    with django_assert_num_queries(queries):
        assert len(numbers(lines(client))) == count


def test_too_many_are_refused_with_words_and_the_filters_stay(client, monkeypatch):
    for place in ("leads.pipeline.export", "leads.pipeline.views.export"):
        monkeypatch.setattr(f"{place}.AT_MOST", 2)
    copies(3)
    client.force_login(gleb())
    answer = client.get(f"{URL}?format=csv&stage=new&lang=en", follow=True)
    assert answer.redirect_chain[0][0] == "/pipeline/?stage=new"
    assert "Narrow them, then export" in answer.content.decode()
    assert not Export.objects.exists()


def test_the_page_offers_it_with_its_filters(client):
    make_inquiry(route_to=maria())
    client.force_login(maria())
    html = client.get("/pipeline/?view=mine").content.decode()
    assert 'href="/pipeline/export/?view=mine&amp;format=xlsx"' in html
    client.force_login(andrey())
    assert URL not in client.get("/pipeline/").content.decode()
