"""The desk while the exchange calls: the pop, the call that goes on, calls back, none amiss."""

import json
import time
import urllib.request

import pytest

from leads.telephony.exchange.providers import generic
from tests.browser.looking import go
from tests.stack import wait_for
from tests.telephony.signing import SECRET

pytestmark = pytest.mark.browser
KNOWN = """
from tests.world import make_inquiry
make_inquiry(phone="+7 918 555-44-33", email="p@example.com", company="Агросад")
"""
CALL = {"callId": "1", "from": "79185554433", "to": "78612517764", "direction": "in"}


def say(hotline, **event):
    """One event, signed and posted as the exchange would."""
    body, stamp = json.dumps(CALL | event).encode(), str(int(time.time()))
    signature = generic.signature(SECRET.replace(" ", "-"), stamp, body)
    headers = {
        "Content-Type": "application/json",
        "X-Timestamp": stamp,
        "X-Signature": signature,
    }
    address = f"{hotline.base_url}/telephony/generic/"
    with urllib.request.urlopen(urllib.request.Request(address, body, headers)) as answer:
        assert answer.status == 200


@pytest.fixture
def at_phone(hotline):
    hotline.manage("shell", "--no-imports", "-c", KNOWN)
    hotline.query("UPDATE leads_user SET extension = '101' WHERE username = 'olga' RETURNING id")
    yield
    hotline.query("UPDATE leads_user SET extension = '' WHERE username = 'olga' RETURNING id")


def test_the_desk_while_it_rings_and_talks(hotline, at_phone, open_page, log_in, faults_of):
    page = log_in(open_page(), hotline, "olga", "/desk/")
    page.locator("#call[data-ready]").wait_for()
    say(hotline, event="newCall", user=["101"])
    pop = page.locator("a[href*='/desk/?call=']").first
    pop.wait_for()
    found = faults_of(page)
    say(hotline, event="answer", answeringNumber="101", notice=True)
    go(page, hotline.base_url + pop.get_attribute("href"))
    page.locator("#call[data-ready]").wait_for()
    page.locator("#caller .form-check").first.wait_for()
    assert "Агросад" in page.locator("#caller").inner_text()
    page.locator("#id_company").fill("Агросад-Юг")
    page.locator("#id_text").fill("Цех переработки яблок, 5 га")
    found += faults_of(page)
    say(hotline, event="hangup", cause="normalClearing")
    say(hotline, callId="2", event="newCall", user=["101"], **{"from": "79185554434"})
    say(hotline, callId="2", event="hangup", cause="noAnswer", **{"from": "79185554434"})
    missed = "SELECT count(*) FROM leads_callback WHERE phone_e164 = '+79185554434'"
    wait_for(lambda: hotline.query(missed)[0][0] == 1)
    go(page, f"{hotline.base_url}/desk/call-backs/")
    page.locator("form.dial button").first.wait_for()
    found += faults_of(page)
    assert found == []
