"""Routing: exactly one officer, or the visible queue; each decision says why the others lost."""

import threading
from collections import Counter
from datetime import date, datetime, time, timedelta

import pytest
from django.db import connection

from districts.matching.need import IndustryGuess, Need
from leads import flow, tasks
from leads.models import Inquiry, Leave, Officer, RoutingRule, Schedule, Shift, Trouble
from leads.worktime import MOSCOW, OFFICE_WEEK
from tests.world import AT, boris, make_industry, make_inquiry, make_rule, make_user, maria

pytestmark = pytest.mark.django_db
FOOD = Need(industries=(IndustryGuess("food_processing", 1.0),))
TODAY = AT.date()
# 23:30 on the Tuesday of AT, in Moscow.
NIGHT = datetime(2026, 11, 17, 23, 30, tzinfo=MOSCOW)


def reasons(decision) -> dict[int, str]:
    return {row["officer"]: row["lost"] for row in decision.candidates}


def change(user, **what) -> Officer:
    Officer.objects.filter(user=user).update(**what)
    return Officer.objects.get(user=user)


def officer(name: str, **what) -> Officer:
    """One who keeps the office's hours."""
    return Officer.objects.create(user=make_user(name, "manager"), **what)


def test_it_works():
    officer = maria().officer
    inquiry = make_inquiry()
    decision = flow.route(inquiry, at=AT)
    inquiry.refresh_from_db()
    assert inquiry.officer == decision.officer == officer
    assert set(inquiry.follow_ups.open().values_list("owner", flat=True)) == {officer.pk}
    assert flow.route(inquiry, at=AT) is None, "routed once"


@pytest.mark.parametrize("channel", Inquiry.Channel.values)
def test_every_channel_is_routed_alike(channel):
    maria()
    assert flow.route(make_inquiry(channel=channel), at=AT).officer == maria().officer


def test_nobody_free_leaves_it_on_the_queue():
    officer = change(maria(), on_duty=False)
    inquiry = make_inquiry()
    decision = flow.route(inquiry, at=AT)
    assert decision.officer is None
    assert reasons(decision) == {officer.pk: "off_duty"}
    assert list(Inquiry.objects.awaiting_route()) == [inquiry]
    flow.route(inquiry, at=AT + timedelta(minutes=1))
    assert inquiry.routing_decisions.count() == 1, "the same refusal is not written twice"


def test_the_first_fitting_rule_decides():
    mine, other = maria().officer, boris().officer
    make_industry("food_processing")
    rule = make_rule("food", boris(), industries=["food_processing"])
    decision = flow.route(make_inquiry(figures=FOOD), at=AT)
    assert (decision.officer, decision.rule, decision.rule_version) == (other, rule, 1)
    plain = flow.route(make_inquiry(), at=AT)
    assert (plain.officer, plain.rule, plain.rule_version) == (mine, None, None)


def test_a_rule_without_a_free_officer_gives_way():
    mine, other = maria().officer, change(boris(), on_duty=False)
    make_rule("all", boris())
    decision = flow.route(make_inquiry(), at=AT)
    assert decision.officer == mine
    lost = {"officer": other.pk, "rule": RoutingRule.objects.deciding().get().pk}
    assert lost | {"lost": "off_duty"} in decision.candidates


@pytest.mark.parametrize("off", ["switch", "remove"])
def test_a_rule_that_is_off_or_gone_decides_nothing(off):
    maria()
    rule = make_rule("all", boris())
    rule.switch(on=False, by=None, at=AT) if off == "switch" else rule.remove(at=AT)
    assert flow.route(make_inquiry(), at=AT).rule is None


@pytest.mark.parametrize(
    ("bounds", "capex", "fits"),
    [
        ((None, 50), 49.9, True),
        ((None, 50), 50, False),
        ((50, 100), 50, True),
        ((50, 100), None, False),
        ((None, None), None, True),
    ],
)
def test_capex_bands(bounds, capex, fits):
    maria()
    low, high = bounds
    rule = make_rule("band", boris(), capex_from_mln_rub=low, capex_below_mln_rub=high)
    decision = flow.route(make_inquiry(figures=Need(capex_mln_rub=capex)), at=AT)
    assert (decision.rule == rule) is fits


def test_language_and_capacity_bar():
    mine, other = change(maria(), languages=["ru"]), change(boris(), capacity=0)
    decision = flow.route(make_inquiry(language="en"), at=AT)
    assert decision.officer is None
    assert reasons(decision) == {mine.pk: "language", other.pk: "at_capacity"}


def test_the_least_load_wins_then_the_longest_idle():
    mine, other = maria().officer, boris().officer
    make_inquiry(route_to=mine.user, phone="+7 918 000-00-01")
    decision = flow.route(make_inquiry(), at=AT)
    assert decision.officer == other
    assert reasons(decision)[mine.pk] == "more_load"
    third = flow.route(make_inquiry(), at=AT + timedelta(minutes=1))
    assert third.officer == mine, "equal load: he has waited longer or as long, and comes first"


def test_load_is_counted_by_share():
    mine, other = change(maria(), weight=3), boris().officer
    got = Counter(flow.route(make_inquiry(), at=AT).officer for _ in range(8))
    assert got == {mine: 6, other: 2}


class TestShift:
    def test_without_shifts_he_works_office_hours(self):
        one = officer("one")
        assert reasons(flow.route(make_inquiry(), at=NIGHT)) == {one.pk: "off_shift"}
        assert flow.route(make_inquiry(), at=AT).officer == one

    def test_his_own_shift_goes_before_the_offices(self):
        one, late = officer("one"), officer("late")
        Shift.set_for(late, (*[((time(18), time(0)),)] * 5, (), ()))
        decision = flow.route(make_inquiry(), at=NIGHT)
        assert decision.officer == late
        assert reasons(decision)[one.pk] == "off_shift"
        assert flow.route(make_inquiry(), at=AT).officer == one

    def test_a_team_has_hours_of_its_own(self):
        team = Schedule.objects.create(name="Вечер")
        team.keep_hours((*[((time(18), time(0)),)] * 5, (), ()))
        one = officer("one", schedule=team)
        assert flow.route(make_inquiry(), at=AT).officer is None
        assert flow.route(make_inquiry(), at=NIGHT).officer == one

    def test_a_public_holiday_is_a_day_off_unless_he_stands_on_duty(self):
        holiday = datetime(2026, 6, 12, 11, tzinfo=MOSCOW)  # a Friday
        one = officer("one")
        Shift.set_for(one, OFFICE_WEEK)
        assert reasons(flow.route(make_inquiry(at=holiday), at=holiday)) == {one.pk: "off_shift"}
        change(one.user, holidays_off=False)
        assert flow.route(make_inquiry(at=holiday), at=holiday).officer == one

    def test_when_it_starts_the_oldest_goes_first_and_all_within_one_sweep(self, monkeypatch):
        one, other = officer("one", capacity=2), officer("other", capacity=2)
        waiting = [make_inquiry(at=NIGHT + timedelta(minutes=n)) for n in range(5)]
        for inquiry in waiting:
            assert flow.route(inquiry, at=inquiry.opened_at).officer is None
        nine = datetime(2026, 11, 18, 9, 0, 5, tzinfo=MOSCOW)
        monkeypatch.setattr(tasks, "database_now", lambda: nine)
        fresh = make_inquiry(at=nine)
        # Its ring comes before any sweep, and still those of the night go first.
        tasks.route.run(fresh.pk)
        tasks.sweep()
        given = Inquiry.objects.filter(officer__isnull=False).order_by("opened_at")
        assert list(given) == waiting[:4]
        assert Counter(row.officer for row in given) == {one: 2, other: 2}
        assert list(Inquiry.objects.awaiting_route()) == [waiting[4], fresh]

    def test_one_that_nobody_can_take_holds_nobody_up(self):
        one = officer("one")
        chinese = make_inquiry(language="zh")
        fresh = make_inquiry(at=AT + timedelta(minutes=1))
        assert flow.route(fresh, at=AT + timedelta(minutes=1)).officer == one
        chinese.refresh_from_db()
        assert chinese.officer is None

    def test_a_bad_one_ahead_holds_nobody_up(self, monkeypatch):
        one = officer("one")
        bad, fresh = make_inquiry(), make_inquiry(at=AT + timedelta(minutes=1))
        real = Inquiry.assign

        def assign(inquiry, *given, **more):
            if inquiry.pk == bad.pk:
                raise RuntimeError
            return real(inquiry, *given, **more)

        monkeypatch.setattr(Inquiry, "assign", assign)
        assert flow.route(fresh, at=AT + timedelta(minutes=1)).officer == one
        Trouble.begin("leads.route", bad.pk, inquiry_id=bad.pk, at=AT)
        assert flow.route(make_inquiry(at=AT), at=AT).officer == one


class TestLeave:
    def test_his_substitute_takes_new_inquiries(self):
        make_industry("food_processing")
        make_industry("logistics")
        away, other, third = officer("away"), officer("other"), officer("third")
        for one, trade in ((away, "food_processing"), (other, "logistics"), (third, "logistics")):
            one.industries.set([trade])
        Leave.plan(away, first_on=TODAY, last_on=TODAY, substitute=other)
        decision = flow.route(make_inquiry(figures=FOOD), at=AT)
        assert decision.officer == other, "he answers for the trades of the one who is away"
        assert reasons(decision) == {away.pk: "on_leave", other.pk: "", third.pk: "industry"}

    def test_a_rule_that_names_him_reaches_his_substitute(self):
        away, other = officer("away"), officer("other")
        officer("third")
        rule = make_rule("all", away.user)
        Leave.plan(away, first_on=TODAY, last_on=TODAY, substitute=other)
        for _ in range(3):
            decision = flow.route(make_inquiry(), at=AT)
            assert (decision.officer, decision.rule) == (other, rule)
        assert [row.get("for") for row in decision.candidates] == [None, [away.pk]]

    def test_a_substitute_who_is_away_himself_has_his_own(self):
        first, second, third = officer("first"), officer("second"), officer("third")
        make_rule("all", first.user)
        Leave.plan(first, first_on=TODAY, last_on=TODAY, substitute=second)
        Leave.plan(second, first_on=TODAY, last_on=TODAY, substitute=third)
        assert flow.route(make_inquiry(), at=AT).officer == third

    def test_two_who_stand_in_for_each_other_end_in_the_queue(self):
        first, second = officer("first"), officer("second")
        Leave.plan(first, first_on=TODAY, last_on=TODAY, substitute=second)
        Leave.plan(second, first_on=TODAY, last_on=TODAY, substitute=first)
        decision = flow.route(make_inquiry(), at=AT)
        assert reasons(decision) == {first.pk: "on_leave", second.pk: "on_leave"}

    @pytest.mark.parametrize(("days", "away"), [((-3, -1), False), ((0, 0), True), ((1, 9), False)])
    def test_days_count_from_the_first_to_the_last(self, days, away):
        one = officer("one")
        first, last = (TODAY + timedelta(days=n) for n in days)
        Leave.plan(one, first_on=first, last_on=last)
        assert (flow.route(make_inquiry(), at=AT).officer is None) is away

    def test_the_day_is_moscows(self):
        Leave.plan(maria().officer, first_on=date(2026, 11, 18), last_on=date(2026, 11, 18))
        late_in_london = datetime(2026, 11, 17, 22, 30, tzinfo=MOSCOW) + timedelta(hours=2)
        assert flow.route(make_inquiry(), at=late_in_london).officer is None


class TestKnownInvestor:
    def known(self, user, **what):
        """A first inquiry of an investor with this officer, and his second one."""
        first = make_inquiry(route_to=user)
        return make_inquiry(contact=first.contact, at=AT + timedelta(minutes=5), **what)

    def test_he_comes_to_the_officer_who_has_his_last_inquiry(self):
        mine = maria().officer
        boris()
        second = self.known(maria())
        decision = flow.route(second, at=AT)
        assert decision.officer == mine, "though Boris has less"
        assert decision.candidates == [
            {"officer": mine.pk, "lost": "", "load": 1, "rule": None, "known": True}
        ]

    def test_also_when_it_was_lost_and_whatever_the_rules_say(self):
        make_rule("all", boris())
        second = self.known(maria())
        first = Inquiry.objects.exclude(pk=second.pk).get()
        first.advance(to="lost", lost_reason="money", by=maria(), at=AT)
        assert flow.route(second, at=AT).officer == maria().officer

    @pytest.mark.parametrize(
        ("what", "lost"),
        [
            ({"on_duty": False}, "off_duty"),
            ({"languages": ["en"]}, "language"),
            ({"capacity": 1}, "at_capacity"),
        ],
    )
    def test_unless_he_cannot(self, what, lost):
        boris()
        second = self.known(maria())
        mine = change(maria(), **what)
        decision = flow.route(second, at=AT)
        assert decision.officer == boris().officer
        assert decision.candidates[0]["lost"] == lost
        assert decision.candidates[0]["officer"] == mine.pk

    def test_while_he_is_away_to_his_substitute(self):
        officer("third")
        second = self.known(maria())
        Leave.plan(
            maria().officer, first_on=TODAY, last_on=TODAY, substitute=boris().officer
        )
        assert flow.route(second, at=AT).officer == boris().officer

    def test_spam_of_his_does_not_count(self):
        second = self.known(maria())
        Inquiry.objects.exclude(pk=second.pk).update(disposition="spam")
        boris_ = boris().officer
        make_inquiry(route_to=maria(), phone="+7 918 000-00-01")
        assert flow.route(second, at=AT).officer == boris_


def test_it_costs_the_same_whatever_the_officers_and_the_rules(django_assert_num_queries):
    for n in range(8):
        one = officer(f"officer{n}")
        Shift.set_for(one, OFFICE_WEEK)
        Leave.plan(one, first_on=TODAY - timedelta(days=9), last_on=TODAY - timedelta(days=1))
        make_rule(f"rule {n}", one.user, language="zh")
    inquiry = make_inquiry()
    with django_assert_num_queries(21):
        flow.route(inquiry, at=AT)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_forty_at_once_spread_evenly():
    for name in ("a", "b", "c", "d"):
        officer(name)
    inquiries = [make_inquiry() for _ in range(40)]

    def work(mine):
        for inquiry in mine:
            flow.route(inquiry, at=AT)
        connection.close()

    # Every inquiry is given to two threads: one of them must find it taken.
    threads = [threading.Thread(target=work, args=(inquiries[n % 4 :: 4],)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    loads = Counter(Inquiry.objects.values_list("officer", flat=True))
    assert sorted(loads.values()) == [10, 10, 10, 10]
    assert Inquiry.objects.filter(routing_decisions__isnull=False).count() == 40
