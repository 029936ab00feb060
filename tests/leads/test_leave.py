"""Leave: who is away gets nothing, and who stands in for him gets it instead."""

from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError
from django.utils import timezone

from leads import flow
from leads.models import Leave
from leads.worktime import MOSCOW
from tests.leads.test_route import FOOD, officer, reasons
from tests.world import AT, boris, make_industry, make_inquiry, make_rule, maria

pytestmark = pytest.mark.django_db
TODAY = AT.date()


def test_his_substitute_takes_new_inquiries():
    make_industry("food_processing")
    make_industry("logistics")
    away, other, third = officer("away"), officer("other"), officer("third")
    for one, trade in ((away, "food_processing"), (other, "logistics"), (third, "logistics")):
        one.industries.set([trade])
    Leave.plan(away, first_on=TODAY, last_on=TODAY, substitute=other)
    decision = flow.route(make_inquiry(figures=FOOD), at=AT)
    assert decision.officer == other, "he answers for the trades of the one who is away"
    assert reasons(decision) == {away.pk: "on_leave", other.pk: "", third.pk: "industry"}


def test_a_rule_that_names_him_reaches_his_substitute():
    away, other = officer("away"), officer("other")
    officer("third")
    rule = make_rule("all", away.user)
    Leave.plan(away, first_on=TODAY, last_on=TODAY, substitute=other)
    for _ in range(3):
        decision = flow.route(make_inquiry(), at=AT)
        assert (decision.officer, decision.rule) == (other, rule)
    assert [row.get("for") for row in decision.candidates] == [None, [away.pk]]


def test_a_substitute_who_is_away_himself_has_his_own():
    first, second, third = officer("first"), officer("second"), officer("third")
    make_rule("all", first.user)
    Leave.plan(first, first_on=TODAY, last_on=TODAY, substitute=second)
    Leave.plan(second, first_on=TODAY, last_on=TODAY, substitute=third)
    assert flow.route(make_inquiry(), at=AT).officer == third


def test_two_who_stand_in_for_each_other_end_in_the_queue():
    first, second = officer("first"), officer("second")
    Leave.plan(first, first_on=TODAY, last_on=TODAY, substitute=second)
    Leave.plan(second, first_on=TODAY, last_on=TODAY, substitute=first)
    decision = flow.route(make_inquiry(), at=AT)
    assert reasons(decision) == {first.pk: "on_leave", second.pk: "on_leave"}


@pytest.mark.parametrize(("days", "away"), [((-3, -1), False), ((0, 0), True), ((1, 9), False)])
def test_days_count_from_the_first_to_the_last(days, away):
    one = officer("one")
    first, last = (TODAY + timedelta(days=n) for n in days)
    Leave.plan(one, first_on=first, last_on=last)
    assert (flow.route(make_inquiry(), at=AT).officer is None) is away


def test_the_day_is_moscows():
    Leave.plan(maria().officer, first_on=date(2026, 11, 18), last_on=date(2026, 11, 18))
    late_in_london = datetime(2026, 11, 17, 22, 30, tzinfo=MOSCOW) + timedelta(hours=2)
    assert flow.route(make_inquiry(), at=late_in_london).officer is None


def test_a_day_is_taken_by_one_leave_only():
    one = officer("one")
    assert Leave.plan(one, first_on=TODAY, last_on=TODAY + timedelta(days=9))
    assert Leave.plan(one, first_on=TODAY + timedelta(days=9), last_on=date(2027, 1, 1)) is None
    assert Leave.plan(one, first_on=TODAY + timedelta(days=10), last_on=date(2027, 1, 1))


def test_taken_back_it_holds_nobody_away():
    one = officer("one")
    leave = Leave.plan(one, first_on=TODAY, last_on=TODAY)
    assert leave.cancel() is True
    assert leave.cancel() is False
    assert flow.route(make_inquiry(), at=AT).officer == one


def test_nobody_stands_in_for_himself():
    one = officer("one")
    with pytest.raises(IntegrityError, match="leave_substitute_is_another"):
        Leave.plan(one, first_on=TODAY, last_on=TODAY, substitute=one)


class TestStandingIn:
    @pytest.fixture
    def away(self):
        """Maria is away today, by the clock of the request, and Boris stands in."""
        today = timezone.localdate()
        Leave.plan(maria().officer, first_on=today, last_on=today, substitute=boris().officer)
        return make_inquiry(at=timezone.now() - timedelta(days=30), route_to=maria())

    def test_his_due_steps_are_on_the_substitutes_day(self, client, away):
        client.force_login(boris())
        page = client.get("/my-day/?lang=en")
        assert {step.inquiry for step in page.context["day"].overdue} == {away}
        assert "of Maria, on leave" in page.content.decode()

    def test_the_substitute_may_work_on_them(self, client, away):
        client.force_login(boris())
        assert client.post(f"/inquiries/{away.number}/note/", {"text": "звонил"}).status_code == 302

    def test_and_when_the_leave_is_over_no_more(self, client, away):
        Leave.objects.get().cancel()
        client.force_login(boris())
        assert client.get("/my-day/").context["day"].overdue == []
        assert client.post(f"/inquiries/{away.number}/note/", {"text": "звонил"}).status_code == 403

    def test_the_contact_of_a_confidential_one_stays_hidden(self, client, away):
        away.keep_confidential("Янтарь", by=maria(), at=timezone.now())
        client.force_login(boris())
        assert "Агросад" not in client.get("/my-day/").content.decode()
