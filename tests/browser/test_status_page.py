"""The investor's own page in a browser: from the receipt, written on without scripts, withdrawn."""

import pytest

from tests.browser.test_public_form import press, to_check

pytestmark = pytest.mark.browser


def test_he_writes_and_withdraws_without_scripts_on_a_phone(stack, open_page):
    page = open_page(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    to_check(page, stack.base_url, text="Apple plant of the status page, 5 ha, 2 MW")
    page.check("#id_consent")
    press(page)
    page.get_by_role("link", name="Where it stands").click()
    assert page.url.endswith("/status/")
    page.fill("#write_text", "Please add a railway siding")
    page.get_by_role("button", name="Send the message").click()
    assert "Your message is with us" in page.content()
    page.get_by_role("button", name="Withdraw the inquiry").click()
    page.get_by_role("button", name="Undo: go on with the inquiry").click()
    assert "We go on with your inquiry" in page.content()
    said = stack.query(
        "SELECT kind FROM leads_activity WHERE kind IN ('investor_wrote', 'withdrawn', 'came_back')"
        " ORDER BY id"
    )
    assert said == [("investor_wrote",), ("withdrawn",), ("came_back",)]
