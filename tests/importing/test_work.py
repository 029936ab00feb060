"""Lines become investors and inquiries, each once, and the ledger stays at nothing."""

import pytest
from django.core import mail

from leads import tasks
from leads.importing import work
from leads.ledger import recount
from leads.models import (
    Activity,
    ContactPhone,
    FollowUp,
    ImportRow,
    ImportRun,
    Inquiry,
    Investor,
    Message,
    Notification,
)
from leads.owed import everything_owed
from tests.importing.file_cast import INQUIRIES, INVESTORS, brought, csv_of, line, uploaded, worked
from tests.world import (
    AT,
    boris,
    make_industry,
    make_inquiry,
    make_park,
    maria,
    registry_changed,
)

pytestmark = pytest.mark.django_db
WON = ("Завод 5 га", "Успех", "01.02.2024", "", "5")


def difference(at=AT):
    return recount(at).differences


def test_it_works():
    run = brought(csv_of(INVESTORS, line(1), line(2), code="cp1251"))
    assert run.state == ImportRun.State.DONE
    assert run.counts() == {"made": 2, "joined": 0, "known": 0, "refused": 0}
    one = Investor.objects.get(inn="0000000001")
    contact = one.contacts.get()
    assert (one.name, contact.name) == ("ООО «Сад 1»", "Пётр 1")
    assert contact.phones.get().e164 == "+79180000001"
    assert contact.last_address() == "p1@example.com"
    assert difference() == {}


def test_who_is_known_is_left_as_he_is_and_not_doubled():
    known = make_inquiry(phone="+7 918 000-00-01", email="other@example.com")
    run = brought(csv_of(INVESTORS, line(1), line(2), line(2)))
    assert run.counts() == {"made": 1, "joined": 0, "known": 2, "refused": 0}
    assert known.contact.emails.get().address == "other@example.com"
    assert Investor.objects.count() == 2


def test_a_name_alone_joins_nobody():
    make_inquiry(company="Сад 1", phone="+7 918 555-00-01")
    run = brought(csv_of(INVESTORS, line(1)))
    assert run.counts()["made"] == 1


def test_formulas_and_numbers_stay_text():
    brought(csv_of(INVESTORS, ["=1+1", "@x", "+7 918 000-00-01", "", ""]))
    assert Investor.objects.get().name == "=1+1"
    assert ContactPhone.objects.get().raw == "+7 918 000-00-01"


@pytest.mark.parametrize(
    ("place", "cell", "field", "code"),
    [
        (2, "нет", "phone", "phone"),
        (3, "p@", "email", "email"),
        (4, "123", "inn", "digits"),
        (5, "", "text", "missing"),
        (6, "Небывалая", "stage", "stage"),
        (7, "31.02.2024", "came_on", "day"),
        (7, "2030-01-01", "came_on", "future"),
        (9, "много", "land_ha", "number"),
    ],
)
def test_a_wrong_cell_is_named_and_its_line_left_out(place, cell, field, code):
    wrong = line(1, *WON)
    wrong[place] = cell
    run = brought(csv_of(INQUIRIES, wrong, line(2, *WON)), "inquiries")
    assert run.counts() == {"made": 1, "joined": 0, "known": 0, "refused": 1}
    row = run.rows.refused().get()
    assert (row.line, row.field, row.code) == (2, field, code)


def test_what_was_closed_before_is_history_and_owed_nothing():
    run = brought(csv_of(INQUIRIES, line(1, *WON)), "inquiries")
    one = Inquiry.objects.get()
    assert (one.stage, one.disposition, one.brought_by) == ("won", "history", run)
    assert (one.number[:8], one.need.land_ha_min) == ("INV-2024", 5)
    assert not FollowUp.objects.exists()
    assert not Message.objects.exists()
    assert difference() == {}
    assert one in Inquiry.objects.containing("сад 1")


def test_what_goes_on_gets_an_officer_a_step_and_places_and_nobody_is_rung():
    make_industry(), make_park(), registry_changed()
    maria(), boris()
    given = [("Цех, 5 га, 2 МВт", "Новая", "01.10.2026", "", ""), ("Склад", "", "", "Boris", "")]
    run = brought(csv_of(INQUIRIES, line(1, *given[0]), line(2, *given[1])), "inquiries")
    assert run.counts()["made"] == 2
    first, second = Inquiry.objects.order_by("pk")
    assert first.officer is not None
    assert second.officer == boris().officer
    for one in (first, second):
        assert one.disposition == "live"
        step = one.follow_ups.get()
        assert (step.kind, step.owner, step.due_at) == ("check_in", one.officer, one.next_due_at)
        assert one.match_runs.count() == 1
        assert not one.clocks.exists()
    assert first.need.power_mw == 2
    assert difference() == {}
    assert not Message.objects.exists()
    assert not Notification.objects.exists()
    assert mail.outbox == []


def test_without_a_free_officer_it_waits_on_the_queue():
    brought(csv_of(INQUIRIES, line(1, "Цех", "Новая", "", "", "")), "inquiries")
    assert Inquiry.objects.awaiting_route().count() == 1
    assert difference() == {}


def test_an_inquiry_of_a_known_investor_is_his():
    known = make_inquiry(phone="+7 918 000-00-01")
    run = brought(csv_of(INQUIRIES, line(1, *WON)), "inquiries")
    assert run.counts()["joined"] == 1
    assert known.investor.inquiries.count() == 2


def test_it_is_found_by_the_sweep_when_the_ring_is_lost():
    run = uploaded(csv_of(INVESTORS, *map(line, range(1, 600))))
    run.start(at=AT)
    assert "leads.bring_in" in {owed.task for owed in everything_owed(AT) if owed.rows.exists()}
    tasks.sweep()
    run.refresh_from_db()
    assert (run.state, run.done) == (ImportRun.State.DONE, 599)
    assert run.counts()["made"] == 599


def test_a_chunk_that_dies_is_done_once_when_it_is_done_again(monkeypatch):
    run = uploaded(csv_of(INVESTORS, *map(line, range(1, 600))))
    run.start(at=AT)
    real, calls = ImportRun.moved, []

    def dies(self, done, *, at):
        calls.append(done)
        if len(calls) == 2:
            raise KeyboardInterrupt
        real(self, done, at=at)

    monkeypatch.setattr(ImportRun, "moved", dies)
    with pytest.raises(KeyboardInterrupt):
        work(run, now=lambda: AT)
    run.refresh_from_db()
    assert (run.done, run.rows.count(), Investor.objects.count()) == (250, 250, 250)
    assert worked(run).counts()["made"] == 599
    assert Investor.objects.count() == 599
    assert ImportRow.objects.values("line").distinct().count() == 599


def test_two_at_once_take_turns(monkeypatch):
    run = uploaded(csv_of(INVESTORS, line(1)))
    run.start(at=AT)
    run.refresh_from_db()
    late = ImportRun.objects.get()
    worked(run)
    assert not work(late, now=lambda: AT)
    assert Investor.objects.count() == 1


def test_it_costs_few_statements_whatever_the_lines(django_assert_max_num_queries):
    run = uploaded(csv_of(INQUIRIES, *(line(n, *WON) for n in range(1, 200))), "inquiries")
    run.start(at=AT)
    run.refresh_from_db()
    with django_assert_max_num_queries(40):
        work(run, now=lambda: AT)


def test_no_cell_stands_in_the_history():
    brought(csv_of(INQUIRIES, line(1, *WON)), "inquiries")
    told = " ".join(str(row.data) for row in Activity.objects.all())
    assert "Сад" not in told
    assert "918" not in told
