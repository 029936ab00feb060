"""Three sweeps at once, one of them killed in the middle: each word of a clock is told once."""

import os
import subprocess
import sys

import pytest

from tests.stack import wait_for

pytestmark = pytest.mark.proof
WHOLE = os.environ.get("PROVE") == "whole"
CLOCKS = 300 if WHOLE else 20
# The stages of leads.models.Told, each with where its term stands when it is told.
STAGES = {1: "30 days", 2: "30 days", 3: "-1 hour", 4: "-1 hour", 5: "-1 hour"}
TRIED = STAGES if WHOLE else (2, 3)
CAST = f"""
from django.utils import timezone
from tests.world import gleb, make_inquiry, maria
gleb()
for n in range({CLOCKS}):
    make_inquiry(at=timezone.now(), route_to=maria(), phone=f"+7 918 {{n:03}}-00-00")
"""
FALL_DUE = """
UPDATE leads_clock SET told = %s, told_at = now() - interval '1 hour', next_at = now(),
  due_at = now() + %s::interval WHERE kind = 'first_contact' RETURNING 1
"""
DUE = "SELECT count(*) FROM leads_clock WHERE next_at <= now()"
WORDS = """
SELECT (SELECT count(*) FROM leads_activity a
    WHERE a.kind LIKE 'clock%%' AND (a.data->>'stage')::int = %(stage)s),
  (SELECT count(DISTINCT a.inquiry_id) FROM leads_activity a
    WHERE a.kind LIKE 'clock%%' AND (a.data->>'stage')::int = %(stage)s),
  (SELECT count(*) FROM leads_notification n
    WHERE n.kind LIKE 'clock%%' AND (n.data->>'stage')::int = %(stage)s)
"""


@pytest.fixture(scope="module")
def house(make_stack):
    stack = make_stack(without=["web", "worker", "beat", "sweep"])
    stack.manage("shell", "--no-imports", "-c", CAST)
    return stack


def sweep(house):
    command = [sys.executable, "manage.py", "sweep"]
    return subprocess.Popen(command, cwd=house.cwd, env=house.env, stdout=subprocess.DEVNULL)


@pytest.mark.parametrize("stage", TRIED)
def test_each_word_is_told_once(house, stage):
    due = len(house.query(FALL_DUE, stage - 1, STAGES[stage]))
    assert due == CLOCKS
    sweeps = [sweep(house) for _ in range(3)]
    wait_for(lambda: house.query(DUE)[0][0] < due, within=60)
    left = house.query(DUE)[0][0]
    sweeps[0].kill()
    for one in sweeps:
        one.wait(120)
    assert left > 0, "it was killed when all was told"

    def all_told():
        house.manage("sweep")
        return not house.query(DUE)[0][0]

    wait_for(all_told, within=90)
    written, inquiries, told = house.query(WORDS.replace("%(stage)s", str(stage)))[0]
    assert (written, inquiries, told) == (CLOCKS, CLOCKS, CLOCKS)
