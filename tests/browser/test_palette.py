"""The palette by keys: found in two seconds, the focus returns, a failure loses nothing."""

import time

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
KNOWN = """
from tests.world import make_inquiry, maria
make_inquiry(company="Агросад", text="Цех переработки яблок", route_to=maria())
make_inquiry(company="Метизник", phone="+7 861 200-33-44")
"""


@pytest.fixture
def page(hotline, open_page, log_in):
    if not hotline.query("SELECT 1 FROM leads_investor WHERE name = 'Метизник'"):
        hotline.manage("shell", "--no-imports", "-c", KNOWN)
    page = log_in(open_page(), hotline, "maria", "/pipeline/")
    page.locator("input[type=search]").first.focus()
    return page


def opened(page):
    page.keyboard.press("Control+k")
    box = page.locator("#palette [role=combobox]")
    expect(box).to_be_focused()
    expect(box).to_have_attribute("aria-expanded", "true")
    return box


def test_it_works(hotline, page):
    opened(page)
    began = time.monotonic()
    page.keyboard.type("fuhjcfl")
    page.keyboard.press("Enter")
    page.wait_for_url("**/inquiries/INV-*/")
    assert page.locator("h1").inner_text() == "Агросад"
    print(f"from the palette to the record: {time.monotonic() - began:.2f} s")
    assert "fuhjcfl" not in page.url


def test_escape_gives_the_focus_back(page):
    opened(page)
    page.keyboard.press("Escape")
    expect(page.locator("#palette")).to_be_hidden()
    expect(page.locator("input[type=search]").first).to_be_focused()
    opened(page)
    page.keyboard.press("Control+k")
    expect(page.locator("#palette")).to_be_hidden()


def test_arrows_go_round_and_name_the_row(page):
    box = opened(page)
    rows = page.locator("#palette [role=option]")
    expect(rows.first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowUp")
    expect(rows.last).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", rows.last.get_attribute("id"))
    page.keyboard.press("ArrowDown")
    expect(rows.first).to_have_attribute("aria-selected", "true")


def test_a_failure_is_said_and_closes_nothing(page):
    box = opened(page)
    page.route("**/pipeline/palette/", lambda route: route.abort())
    page.keyboard.type("агросад")
    failed = page.locator("#palette [data-failed]")
    expect(failed).to_be_visible()
    expect(failed).to_contain_text("Поиск недоступен, повторите")
    expect(box).to_have_value("агросад")
    page.unroute("**/pipeline/palette/")
    failed.locator("button").click()
    expect(failed).to_be_hidden()
    expect(page.locator("#palette [role=option]").first).to_contain_text("Агросад")


def test_an_answer_overtaken_by_a_newer_text_is_dropped(page):
    opened(page)
    late = []

    def hold(route):
        if "агро" in (route.request.post_data or ""):
            late.append(route)
        else:
            route.continue_()

    page.route("**/pipeline/palette/", hold)
    with page.expect_request("**/pipeline/palette/"):
        page.keyboard.type("агросад")
    page.locator("#palette [role=combobox]").fill("метизник")
    first = page.locator("#palette [role=option]").first
    expect(first).to_contain_text("Метизник")
    assert len(late) == 1
    late[0].fulfill(body="<div role=listbox><a role=option id=x>стар</a></div>")
    page.wait_for_timeout(100)
    expect(first).to_contain_text("Метизник")


def test_quick_typing_asks_once(page):
    opened(page)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.keyboard.type("метизник", delay=10)
    expect(page.locator("#palette [role=option]").first).to_contain_text("Метизник")
    assert len(asked) == 1


def test_sections_have_their_chords(page):
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("g")
    page.keyboard.press("m")
    page.wait_for_url("**/my-day/")


@pytest.mark.parametrize("language", ["ru", "en"])
def test_axe_finds_nothing(hotline, page, language):
    page.goto(f"{hotline.base_url}/pipeline/?lang={language}")
    axe, faults = Axe(), []
    wide, narrow = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
    for size, theme in ((wide, "light"), (wide, "dark"), (narrow, "light")):
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=theme)
        box = opened(page)
        for text in ("", "агросад", "ничего такого"):
            box.fill(text)
            said = "#palette .palette-none" if "такого" in text else "#palette [role=option]"
            page.locator(said).first.wait_for()
            page.wait_for_timeout(400)
            results = axe.run(page, options={"resultTypes": ["violations"]})
            faults += [
                f"{size['width']} {theme} {text!r} {fault['id']}: {node['target']}"
                for fault in results.response["violations"]
                for node in fault["nodes"]
            ]
        page.keyboard.press("Escape")
    assert faults == []
