"""New jobs, not the staff there is."""

import pytest

from .callers import assert_range, need

JOBS = [
    ("40 человек", 40, 40),
    ("120 рабочих мест", 120, 120),
    ("создадим 50 новых рабочих мест", 50, 50),
    ("от 30 до 40 сотрудников", 30, 40),
    ("персонал 25 чел.", 25, 25),
    ("рабочих мест - 90", 90, 90),
    ("в группе 3000 сотрудников, здесь будет 80 рабочих мест", 80, 80),
    ("до ста человек", None, 100),
    ("не менее 200 рабочих мест", 200, None),
    ("штат 15 человек", 15, 15),
    ("двадцать пять человек", 25, 25),
    ("90 jobs", 90, 90),
    ("staff of 45", 45, 45),
    ("about 150 people will work here", 150, 150),
    ("The parent employs 2,000 people. We will create 60 jobs", 60, 60),
    ("up to 70 new jobs", None, 70),
    ("численность персонала 65", 65, 65),
    ("гостиница на 200 гостей", None, None),
    ("35 работников в две смены", 35, 35),
    ("jobs: 110", 110, 110),
    ("дадим работу 60 людям", 60, 60),
    ("70 поваров", 70, 70),
    ("400 женщин", 400, 400),
    ("120 персонала", 120, 120),
    ("р.м. 40", 40, 40),
    ("a team of 14", 14, 14),
    ("manpower 130", 130, 130),
    ("headcount 120", 120, 120),
    ("создадим до 25 мест", None, 25),
]


def test_it_works():
    assert_range(need("40 человек").jobs, 40, 40)


@pytest.mark.parametrize(("text", "low", "high"), JOBS)
def test_jobs(text, low, high):
    assert_range(need(text).jobs, low, high)
