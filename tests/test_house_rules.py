"""The house rules hold on this tree, and each rule finds the fault it was written for."""

from pathlib import Path

import pytest
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView
from django.urls import include, path
from django.views.generic import RedirectView

from tests.house_rules import (
    circles,
    delays,
    doors,
    drawer_names,
    floors,
    foreign_hosts,
    inline_code,
    long_files,
    markup,
    model_order,
    orphan_templates,
    room_docstrings,
    view_access,
    view_tests,
)
from tests.house_rules.clean_house import CLEAN_HOUSE
from tests.house_rules.plants import PLANTS

ROOT = Path(__file__).resolve().parent.parent
RULES = [
    circles,
    delays,
    doors,
    drawer_names,
    floors,
    foreign_hosts,
    inline_code,
    long_files,
    markup,
    model_order,
    orphan_templates,
    room_docstrings,
    view_access,
    view_tests,
]


def rule_name(rule):
    return rule.__name__.rpartition(".")[2]


@pytest.mark.parametrize("rule", RULES, ids=rule_name)
def test_the_project_keeps_the_rule(rule):
    assert "\n".join(rule.breaches(ROOT)) == ""


def test_every_rule_is_run():
    written = {one.stem for one in (ROOT / "tests/house_rules").glob("*.py")}
    beside = {"__init__", "tree", "routes", "plants", "clean_house"}
    assert written == {rule_name(rule) for rule in RULES} | beside


def build(root, files):
    for name, text in files.items():
        target = root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return root


@pytest.mark.parametrize("rule", RULES, ids=rule_name)
def test_a_clean_house_has_no_breach(rule, tmp_path):
    root = build(tmp_path, CLEAN_HOUSE)
    patterns = {"patterns": []} if rule in {view_access, view_tests} else {}
    assert rule.breaches(root, **patterns) == []


@pytest.mark.parametrize(
    ("rule", "files", "expected"),
    PLANTS,
    ids=[f"{name}: {expected[0]}" for name, _, expected in PLANTS],
)
def test_a_planted_fault_is_found(rule, files, expected, tmp_path):
    root = build(tmp_path, CLEAN_HOUSE | files)
    named = {rule_name(one): one for one in RULES}
    assert named[rule].breaches(root) == expected


def test_every_rule_has_a_planted_fault():
    planted = {name for name, _, _ in PLANTS} | {"view_access", "view_tests"}
    assert planted == {rule_name(rule) for rule in RULES}


def test_an_excuse_for_a_long_file_ends_with_its_length(tmp_path, monkeypatch):
    monkeypatch.setitem(long_files.REASONS, "leads/flow.py", "one arrow a function")
    root = build(tmp_path, {"leads/flow.py": "line\n" * 251})
    assert long_files.breaches(root) == []
    build(tmp_path, {"leads/flow.py": "line\n"})
    assert long_files.breaches(root) == ["leads/flow.py: 1 lines need no excuse any more"]


def view(module, **marks):
    """A view as a door would hold it."""

    def log_call(request): ...

    log_call.__module__ = module
    for name, value in marks.items():
        setattr(log_call, name, value)
    return log_call


def test_a_named_url_without_a_test_file_is_found(tmp_path):
    desk = path("calls/", include([path("log/", view("leads.desk.views.calls"), name="log_call")]))
    config = path("alive/", view("config.health"), name="alive")
    unnamed = path("old/", view("leads.desk.views"))
    missing = [
        "tests/desk/test_log_call.py: missing, for the URL named log_call",
        "tests/config/test_log_call.py: missing, for the URL named alive",
    ]
    assert view_tests.breaches(tmp_path, [desk, config, unnamed]) == missing
    build(tmp_path, {"tests/desk/test_log_call.py": "", "tests/config/test_log_call.py": ""})
    assert view_tests.breaches(tmp_path, [desk, config, unnamed]) == []


def test_a_view_without_declared_access_is_found():
    patterns = [
        path("", view("leads.desk.views")),
        path("", view("leads.desk.views", access=frozenset())),
        path("", view("leads.desk.views", access=frozenset({"head"}), login_required=False)),
        path("", RedirectView.as_view(url="/")),
        path("", view("leads.desk.views", access=frozenset({"operator"}))),
        path("", login_not_required(view("leads.public.views"))),
        path("login/", LoginView.as_view(), name="login"),
    ]
    assert view_access.breaches(ROOT, patterns) == [
        "leads.desk.views.log_call: declares no access",
        "leads.desk.views.log_call: declares no access",
        "leads.desk.views.log_call: both open to everyone and kept for roles",
        "django.views.generic.base.RedirectView: declares no access",
    ]
    assert view_tests.breaches(ROOT, patterns[-1:]) == []


def test_the_admins_own_views_are_left_out():
    inner = [path("", view("leads.desk.views"), name="index")]
    assert view_access.breaches(ROOT, [path("admin/", include((inner, "admin")))]) == []
    assert len(view_access.breaches(ROOT, [path("desk/", include((inner, "desk")))])) == 1
