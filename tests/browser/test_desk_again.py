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


def test_pressed_twice_it_is_saved_once(hotline, desk):
    before = hotline.query(CALLS, "+78612005566")[0][0]
    desk.evaluate("for (const again of [1, 2]) document.getElementById('call').requestSubmit()")
    desk.wait_for_url("**/desk/logged/**")
    assert hotline.query(CALLS, "+78612005566")[0][0] == before + 1


def test_the_same_page_sent_again_shows_the_same_inquiry(desk):
    # The browser stays on the page, which then stands as Back brings it out of memory.
    desk.route("**/desk/logged/**", lambda route: route.fulfill(status=204))
    shown = save(desk)
    desk.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    assert save(desk) == shown
    desk.locator("#id_text").fill("Склад, 3 га")
    assert save(desk) != shown


def save(desk):
    """The address that the page is then sent to."""
    with desk.expect_response(lambda answer: "/desk/logged/" in answer.url) as answered:
        desk.keyboard.press("Control+Enter")
        desk.keyboard.press("1")
    return answered.value.url
