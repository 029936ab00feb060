"""Keys by their place on the keyboard: both layouts, typing, input methods, the sheet of keys."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
# A page of keys bound for the test: what ran stands in `ran`.
BIND = """async () => {
    const keys = await import("/static/hotline/keys.js");
    globalThis.ran = [];
    const bind = (code, more = {}) =>
        keys.register({
            place: "Проба", code, label: code, run: () => { ran.push(code); }, ...more,
        });
    bind("KeyJ");
    bind("KeyG KeyD");
    bind("Ctrl+Enter", { typing: true });
    bind("F8", { typing: true, when: () => !globalThis.off });
    globalThis.unbind = bind("KeyQ");
    document.activeElement.blur();
}"""
PRESS = """([code, key, more]) => document.activeElement.dispatchEvent(
    new KeyboardEvent("keydown", { code, key, bubbles: true, cancelable: true, ...more }))"""


@pytest.fixture
def page(hotline, open_page, log_in):
    page = log_in(open_page(), hotline, "maria", "/pipeline/")
    page.evaluate(BIND)
    return page


def press(page, code, key="", **more):
    """Whether the browser kept the key."""
    return page.evaluate(PRESS, [code, key, more])


def ran(page):
    return page.evaluate("ran.splice(0)")


def test_it_works(page):
    assert not press(page, "KeyJ", "j"), "the browser does not get it too"
    assert not press(page, "KeyJ", "о"), "on the Russian layout"
    press(page, "NumpadEnter", "Enter", ctrlKey=True)
    press(page, "KeyG", "п")
    press(page, "KeyD", "в")
    assert ran(page) == ["KeyJ", "KeyJ", "Ctrl+Enter", "KeyG KeyD"]


def test_what_is_not_ours_stays_the_browsers(page):
    assert press(page, "KeyJ", "j", ctrlKey=True), "an unexpected modifier"
    assert press(page, "KeyJ", "j", metaKey=True)
    assert press(page, "KeyJ", "j", isComposing=True), "an input method is at work"
    press(page, "KeyJ", "j", repeat=True)
    page.evaluate("off = true")
    assert press(page, "F8", "F8"), "not now"
    page.evaluate("unbind()")
    assert press(page, "KeyQ", "q")
    assert ran(page) == []


def test_typing_is_never_swallowed(page):
    page.locator("input[type=search], input[type=text]").first.focus()
    for code in ("KeyJ", "KeyG", "KeyD"):
        assert press(page, code)
    press(page, "Enter", "Enter", ctrlKey=True)
    press(page, "F8", "F8")
    assert ran(page) == ["Ctrl+Enter", "F8"]


def test_the_sheet_of_keys_names_both_layouts(page):
    press(page, "Digit7", "?", shiftKey=True)  # where ЙЦУКЕН has its question mark
    sheet = page.locator("#keys")
    expect(sheet).to_be_focused()
    expect(sheet.get_by_role("heading", name="Проба")).to_be_visible()
    expect(sheet.locator(".keys > div", has_text="KeyG KeyD").locator("kbd")).to_have_text(
        ["G", "П", "D", "В"]
    )
    press(page, "Escape", "Escape")
    expect(sheet).to_be_hidden()


def test_keys_of_one_letter_can_be_switched_off(page):
    press(page, "Slash", "?", shiftKey=True)
    page.locator("#keys-letters").uncheck()
    page.keyboard.press("Escape")
    assert press(page, "KeyJ", "j")
    press(page, "F8", "F8")
    assert ran(page) == ["F8"]
    page.evaluate("localStorage.clear()")
