import json
import resource
import subprocess
import sys
from pathlib import Path

from tests.matching.made_up import REGISTRY

ROOT = Path(__file__).resolve().parents[2]
BARE = {
    "PATH": "/usr/bin:/bin",
    "DATABASE_URL": "postgres://nobody@127.0.0.1:1/none",
    "SECRET_KEY": "for a command that signs nothing, forty characters",
}


def match(feed, *options, **environment):
    return subprocess.run(
        [sys.executable, "manage.py", "match", "--jsonl", *options],
        input=feed if isinstance(feed, bytes) else feed.encode(),
        capture_output=True,
        cwd=ROOT,
        env=BARE | environment,
        timeout=60,
    )


def processor_seconds():
    """Of all children that have ended; a busy machine does not lengthen it as it does a clock."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def answers(run):
    assert run.returncode == 0, run.stderr.decode()
    return [json.loads(line) for line in run.stdout.decode().splitlines()]


def line(number, **values):
    return json.dumps({"id": number, **values}, ensure_ascii=False) + "\n"


def test_it_works():
    feed = line(1, text="Стекольный завод, 6 га, 3 МВт, газ нужен, железная дорога")
    (row,) = answers(match(feed, "--registry", str(REGISTRY)))
    assert row["kind"] == "project"
    assert row["need"]["power_mw"] == 3
    assert len(row["parks"]) == 10
    assert row["excluded"]


def test_the_shipped_registry_is_the_default():
    (row,) = answers(match(line(1, need={"districts_wanted": ["belorechensky"]})))
    assert row["districts"][0]["id"] == "belorechensky"
    assert row["parks"]


def test_220_lines_take_less_than_five_seconds():
    text = "We plan a PET preform plant: 5 to 7 ha, at least 4 MW, 600 m3/h of gas. Case {}."
    feed = "".join(line(n, text=text.format(n)) for n in range(220))
    before = processor_seconds()
    rows = answers(match(feed))
    assert processor_seconds() - before < 5
    assert [row["id"] for row in rows] == list(range(220))


def test_a_registry_that_cannot_be_read_is_told():
    run = match("", "--registry", "/nowhere")
    assert run.returncode == 1
    assert "industries.csv is not there" in run.stderr.decode()


def test_bytes_that_are_no_text_and_any_locale_do_no_harm():
    feed = b'{"id": 1, "text": "\xff\xfe"}\n' + line(2, need={}).encode()
    rows = answers(match(feed, LC_ALL="POSIX"))
    assert [row["id"] for row in rows] == [1, 2]
