"""Production settings for real: gunicorn, two Celery workers and beat, static files collected."""

import re
import subprocess
import sys
import urllib.request

import pytest

from tests.clone import make_clone
from tests.stack import wait_for


@pytest.fixture(scope="module")
def deployed(make_stack, tmp_path_factory):
    clone = make_clone(tmp_path_factory.mktemp("production"))
    return make_stack(workers=2, local=False, cwd=clone, ALLOWED_HOSTS="127.0.0.1")


def fetch(address, **headers):
    return urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=10)


def test_it_works(deployed):
    """Pages name static files by their content, and those are served to be kept for ever."""
    page = fetch(f"{deployed.base_url}/admin/login/").read().decode()
    found = re.findall(r'/static/[^"]+\.[0-9a-f]{12}\.css', page)
    assert found
    with fetch(deployed.base_url + found[0], **{"Accept-Encoding": "gzip"}) as style:
        assert style.status == 200
        assert "immutable" in style.headers["Cache-Control"]
        assert style.headers["Content-Encoding"] == "gzip"


def test_the_content_policy_is_strict(deployed):
    policy = fetch(f"{deployed.base_url}/admin/login/").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-" not in policy


def test_a_script_imports_its_neighbours_by_their_hashed_names(deployed):
    page = fetch(f"{deployed.base_url}/login/").read().decode()
    assert "hotline/staff" not in page, "visitors load no keys"
    collected = deployed.cwd / "staticfiles/hotline"
    (script,) = collected.glob("staff.*.js")
    imported = re.findall(r"import\s*.*?[\"'](.*?)[\"']", script.read_text())
    assert imported
    assert all((collected / name).is_file() and name.count(".") >= 3 for name in imported)


def test_a_foreign_host_is_refused(deployed):
    with pytest.raises(urllib.error.HTTPError, match="400"):
        fetch(f"{deployed.base_url}/admin/login/", Host="evil.example")


def test_both_workers_answer(deployed):
    command = [sys.executable, "-m", "celery", "-A", "config.celery", "inspect", "ping"]
    done = subprocess.run(
        command, cwd=deployed.cwd, env=deployed.env, capture_output=True, text=True
    )
    assert "worker-1@" in done.stdout, done.stderr
    assert "worker-2@" in done.stdout


def test_beat_sends_what_is_due(deployed):
    wait_for(lambda: "Sending due task" in deployed.log("beat"), within=40)


def test_a_killed_worker_comes_back(deployed):
    deployed.kill("worker-1")
    assert not deployed.processes["worker-1"].running()
    deployed.restart("worker-1")
    assert deployed.processes["worker-1"].running()
