"""Hostile text is only text: on every page that shows it, in letters and in the PDF.

The whole: each payload in every field of an inquiry of its own.
"""

import json
import os

import pytest

from tests.browser.conftest import CAST
from tests.proofs.payloads import PAYLOADS
from tests.stack import wait_for

pytestmark = [pytest.mark.proof, pytest.mark.browser]
INQUIRIES = len(PAYLOADS) if os.environ.get("PROVE") == "whole" else 4
EACH = -(-len(PAYLOADS) // INQUIRIES)


def test_nothing_runs_and_no_header_is_added(make_stack, tmp_path, open_page, log_in):
    stack = make_stack()
    stack.manage("shell", "--no-imports", "-c", CAST)
    path = tmp_path / "payloads.json"
    texts = ["\n".join(PAYLOADS[n * EACH : (n + 1) * EACH]) for n in range(INQUIRIES)]
    path.write_text(json.dumps(texts))
    code = f"from tests.proofs.hostile import make; make({str(path)!r})"
    printed = stack.manage("shell", "--no-imports", "-c", code)
    made = json.loads(printed.strip().splitlines()[-1])
    waiting = "SELECT count(*) FROM leads_answerpack WHERE made_at IS NULL AND planned_at < now()"
    wait_for(lambda: stack.query(waiting) == [(0,)], within=60 + INQUIRIES)

    dialogs = []
    visitor = open_page()
    staff = log_in(open_page(), stack, "gleb", "/pipeline/quarantine/")
    for page in (visitor, staff):
        page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    seen = 0
    for number, secret in made:
        for page, address in (
            (visitor, f"/status/{secret}/"),
            (visitor, "/status/pack/"),
            (staff, f"/inquiries/{number}/"),
            (staff, f"/inquiries/{number}/answers/"),
            (staff, "/pipeline/quarantine/"),
        ):
            page.goto(stack.base_url + address)
            seen += 1
            ours = page.evaluate("[...document.scripts].every((s) => s.src.startsWith(origin))")
            assert ours, address
            assert page.locator("main script, main iframe, main style, main base").count() == 0
    print(f"promise 19: {len(PAYLOADS)} payloads, {seen} pages, {len(dialogs)} scripts ran")
    assert dialogs == []

    wait_for(lambda: len(stack.sink.messages) >= INQUIRIES, within=60 + INQUIRIES)
    for letter in stack.sink.messages:
        assert not {"Bcc", "Cc"} & set(letter.keys())
        assert len(letter.get_all("To")) == len(letter.get_all("Subject")) == 1
        assert "owned" not in str(letter["Subject"])
