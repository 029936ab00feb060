"""A whole run is taken back to the same state, but for what somebody has worked on since."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db import DatabaseError, transaction

from leads.ledger import recount
from leads.models import UNDO_IMPORT_FOR, Activity, ImportRun, Inquiry, Investor
from tests.importing.file_cast import INQUIRIES, INVESTORS, brought, csv_of, line, worked
from tests.world import AT, gleb, make_industry, make_inquiry, make_park, maria, registry_changed

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(days=1)
GOING = ("Цех, 5 га, 2 МВт", "Новая", "01.10.2026", "", "")
WON = ("Завод 5 га", "Успех", "01.02.2024", "", "5")


def everything():
    """Every row of ours by table, but for the import's own and the officers' last turn."""
    found = {}
    for model in apps.get_app_config("leads").get_models():
        if model._meta.label not in ("leads.ImportRun", "leads.ImportRow", "leads.Officer"):
            found[model._meta.label] = list(model._base_manager.order_by("pk").values())
    return found


def undone(run, at=LATER):
    assert run.undo(by=gleb(), at=at)
    return worked(run, at)


def test_it_works():
    make_industry(), make_park(), registry_changed()
    maria(), gleb()
    make_inquiry(phone="+7 918 000-00-03")
    before, told = everything(), recount(LATER).differences
    lines = [line(1, *GOING), line(2, *WON), line(3, *GOING), line(1, *WON)]
    run = brought(csv_of(INQUIRIES, *lines), "inquiries")
    assert Inquiry.objects.count() == 5
    run = undone(run)
    assert run.state == ImportRun.State.UNDONE
    after = everything()
    assert {name for name in before if before[name] != after[name]} == set()
    assert recount(LATER).differences == told
    assert not run.rows.kept().exists()


def test_investors_go_too():
    before = everything()
    gleb()
    run = undone(brought(csv_of(INVESTORS, *map(line, range(1, 1200)))))
    assert not Investor.objects.exists()
    assert everything()["leads.Investor"] == before["leads.Investor"]
    assert run.done == run.lines


def test_what_somebody_worked_on_stays_and_is_listed():
    maria()
    run = brought(csv_of(INQUIRIES, line(1, *GOING), line(2, *GOING)), "inquiries")
    touched = Inquiry.objects.order_by("pk").first()
    touched.note("Звонил, ждём", by=maria(), at=LATER)
    run = undone(run, LATER + timedelta(hours=1))
    assert list(Inquiry.objects.all()) == [touched]
    assert [row.inquiry for row in run.rows.kept()] == [touched]
    assert Investor.objects.count() == 1
    assert recount(LATER).differences == {}


def test_an_investor_of_whom_more_is_known_stays():
    run = brought(csv_of(INVESTORS, line(1), line(2)))
    inquiry = make_inquiry(contact=Investor.objects.get(inn="0000000001").contacts.get())
    run = undone(run)
    assert list(Investor.objects.all()) == [inquiry.investor]
    assert [row.investor for row in run.rows.kept()] == [inquiry.investor]


def test_a_number_learned_since_stays():
    run = brought(csv_of(INVESTORS, line(1)))
    Investor.objects.get().contacts.get().learn(email="new@example.com")
    assert undone(run).rows.kept().count() == 1


def test_after_its_term_it_stays():
    run = brought(csv_of(INVESTORS, line(1)))
    assert not run.undo(by=gleb(), at=AT + UNDO_IMPORT_FOR + timedelta(seconds=1))


def test_the_file_goes_with_its_term(uploads):
    run = brought(csv_of(INVESTORS, line(1)))
    at = AT + UNDO_IMPORT_FOR
    ImportRun.objects.forget_files(at)
    assert [path for path in uploads.rglob("*") if path.is_file()]
    ImportRun.objects.forget_files(at + timedelta(days=1))
    assert not [path for path in uploads.rglob("*") if path.is_file()]
    run.refresh_from_db()
    assert run.stored_as == ""


def test_history_of_anything_else_is_never_removed():
    run = brought(csv_of(INQUIRIES, line(1, *WON)), "inquiries")
    inquiry = make_inquiry()
    run.undo(by=gleb(), at=LATER)
    for rows in (Activity.objects.filter(inquiry=inquiry), Activity.objects.filter(kind="noted")):
        if rows:
            with pytest.raises(DatabaseError), transaction.atomic():
                rows.delete()
    assert Activity.objects.filter(inquiry=inquiry).exists()
