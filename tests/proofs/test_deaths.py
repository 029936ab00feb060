"""kill -9 just before and just after every commit, publish, word to the mail server and answer.

Accepting (form, typed call, e-mail), the telephony hook, matching, routing, follow-ups, clocks,
letters and the sweep itself: nothing is lost, nothing doubled, nothing comes of nothing. What was
acknowledged is counted from what a process of its own saw from outside.
"""

import os
from collections import Counter

import pytest

from tests.proofs.account import faults
from tests.proofs.house import House, forget_rings
from tests.proofs.steps import STEPS, Case, call, cast, form, hooks, sweep
from tests.proofs.witness import Witness
from tests.telephony.signing import SECRET

WHOLE = os.environ.get("PROVE") == "whole"
pytestmark = [pytest.mark.proof, pytest.mark.django_db(transaction=True)]
# Of the boundaries of a step the scaled part takes so many, spread evenly.
OF_EACH = 10_000 if WHOLE else 2
ANSWERS = {form: 1, call: 1, hooks: 3}
OF_EACH_SWEEP = 50 if WHOLE else 1


@pytest.fixture
def witness(tmp_path, settings):
    with Witness(tmp_path) as witness:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", witness.mail_port
        settings.TELEPHONY_SECRETS = {"generic": [SECRET]}
        yield witness


def chosen(count: int, of_each: int) -> list[int]:
    """Numbers from 1 to `count`, the first and the last among them."""
    if of_each >= count:
        return list(range(1, count + 1))
    return sorted({1 + round(n * (count - 1) / max(of_each - 1, 1)) for n in range(of_each)})


def test_it_works(tmp_path, witness, capsys):
    steps = {prepare: step for prepare, step in STEPS.items() if prepare is not sweep}
    deaths = campaign(tmp_path, witness, capsys, steps, rounds=3 if WHOLE else 1)
    assert deaths >= (300 if WHOLE else 2 * len(steps) - 2)


def test_a_sweep_dies_at_each_boundary(tmp_path, witness, capsys):
    """With a bit of everything owed; what one left behind, the next ones find."""
    assert campaign(tmp_path, witness, capsys, {sweep: "sweep"}) >= OF_EACH_SWEEP


def campaign(home, witness, capsys, steps, rounds=1) -> int:
    """How many died, and nothing is at odds after it."""
    cast()
    with House(home) as house:
        case = Case(house, witness)
        for prepare, step in list(steps.items()) * rounds:
            before = len(house.deaths)
            die_in(case, prepare, step)
            with capsys.disabled():
                print(f"\n{prepare.__name__}: {len(house.deaths) - before} deaths", end="")
        house.settle()
        assert faults(witness, made=case.made) == {}
        deaths = Counter(point for _, point in house.deaths)
    forget_rings()
    lost = sum("lost" in note for note in witness.notes())
    with capsys.disabled():
        print(
            f"\npromises 1, 2, 4, 5: PASS {deaths.total()} aimed deaths, {lost} answers lost and "
            f"asked for again; lost, doubled, unexpected: 0, 0, 0; {dict(deaths)}"
        )
    return deaths.total()


def die_in(case, prepare, step):
    """Once whole, to count its boundaries; then dead at each of them."""
    act = prepare(case)
    case.house.aim.at(step)
    act()
    points = case.house.aim.passed
    assert points, f"{step} has no boundary"
    for nth in chosen(len(points), OF_EACH):
        act = prepare(case)
        before = len(case.house.deaths)
        case.house.aim.at(step, nth)
        act()
        if not case.house.bury(before, ANSWERS.get(prepare, 0)):
            # Cases differ: this one had less to write.
            assert len(case.house.aim.passed) < nth, f"nobody died at {nth} of {step}"
        if nth % 5 == 0 and prepare is sweep:
            case.house.settle()
    if WHOLE:
        case.house.settle()
        assert faults(case.witness, made=case.made) == {}, step
