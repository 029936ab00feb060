"""The desk's page after its first sending: what Back brings out of memory is a working page."""

import pytest

pytestmark = pytest.mark.browser
CALLS = "SELECT count(*) FROM leads_call WHERE phone_e164 = %s"


@pytest.fixture
def desk(hotline, open_page, log_in):
    page = log_in(open_page(), hotline, "olga", "/desk/")
    page.locator("#id_phone").fill("8 861 200-55-66")
    page.locator("#id_text").fill("Склад, 2 га")
    return page


def save(page):
    page.keyboard.press("Control+Enter")
    page.keyboard.press("1")
    page.wait_for_url("**/desk/logged/**")
    return page.locator(".receipt .reference").inner_text()


def test_pressed_twice_it_is_saved_once(hotline, desk):
    before = hotline.query(CALLS, "+78612005566")[0][0]
    desk.evaluate("for (const again of [1, 2]) document.getElementById('call').requestSubmit()")
    desk.wait_for_url("**/desk/logged/**")
    assert hotline.query(CALLS, "+78612005566")[0][0] == before + 1


def test_the_same_page_sent_again_shows_the_same_inquiry(desk):
    key = desk.locator("[name=request_key]").input_value()
    number = save(desk)
    desk.go_back()
    fill_again(desk, key, "Склад, 2 га")
    assert save(desk) == number
    desk.go_back()
    fill_again(desk, key, "Склад, 3 га")
    assert save(desk) != number


def fill_again(desk, key, text):
    """As the page stands when the browser kept it whole: sent once, its key unchanged."""
    desk.locator("#id_phone").fill("8 861 200-55-66")
    desk.locator("#id_text").fill(text)
    desk.evaluate(
        """key => {
            document.querySelector("[name=request_key]").value = key;
            dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
        }""",
        key,
    )
