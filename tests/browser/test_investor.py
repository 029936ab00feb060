"""The investor's journeys at 360 pixels, by thumb and by keyboard, with and without scripts."""

import os
import re
from itertools import product

import pytest

pytestmark = pytest.mark.browser
WHOLE = os.environ.get("PROVE") == "whole"
PHONE = {"width": 360, "height": 740}
# Text that wraps is not cut, and what scrolls inside its own frame is not the page.
CUT = """() => {
  const page = document.documentElement, found = [];
  if (page.scrollWidth > innerWidth) found.push(`page ${page.scrollWidth - innerWidth} too wide`);
  for (const one of document.querySelectorAll('main *, header *, footer *')) {
    const style = getComputedStyle(one);
    const hidden = one.closest('.visually-hidden, .honeypot, .skip-link, .skip-map, svg, [hidden]');
    if (!hidden && style.overflowX === 'hidden' && one.scrollWidth > one.clientWidth + 1
      && one.clientWidth > 1) found.push(`${one.className || one.tagName} is cut`);
  }
  return found;
}"""
MATRIX = [*product((True, False), ("ru", "en"))]
DIAGONAL = [(True, "ru"), (False, "en")]


def main_button(page):
    return page.locator("main button.btn-primary[type=submit], .form-actions .btn-primary").first


def whole_form(page, text="Цех соков, 5 га, 2 МВт, газ"):
    """Steps 1 to 3, from the start page, with the five answers that are required."""
    page.locator("main .btn-primary").first.click()
    page.fill("#id_text", text)
    page.select_option("#id_industry", "food_processing")
    main_button(page).click()
    page.fill("#id_name", "Li Wei")
    page.fill("#id_email", "li@example.com")
    main_button(page).click()
    page.check("#id_consent")
    main_button(page).click()


@pytest.mark.parametrize(("scripts", "language"), MATRIX if WHOLE else DIAGONAL)
def test_he_asks_follows_and_compares(hotline, open_page, scripts, language):
    """I1 and I3: five answers, the receipt, one tap to where it stands and when it goes on."""
    page = open_page(viewport=PHONE, java_script_enabled=scripts, has_touch=True)
    page.goto(f"{hotline.base_url}/?lang={language}")
    whole_form(page)
    assert page.url.endswith("/inquiry/sent/")
    number = page.locator("#number").inner_text()
    page.locator("main a[href='/status/']").first.click()
    standing = page.locator("main").inner_text()
    assert number in standing
    assert re.search(r"\d{1,2}:\d{2}|\d{1,2} [а-яa-z]+|\d{2}\.\d{2}", standing, re.IGNORECASE)
    assert page.evaluate(CUT) == [] if scripts else True
    three_parks_in_four_taps(page, hotline, language)


def three_parks_in_four_taps(page, hotline, language):
    """I4, from the list."""
    page.goto(f"{hotline.base_url}/districts/?lang={language}#parks")
    taps = 0
    for box in page.locator("input[name=park]").all()[:3]:
        box.check()
        taps += 1
    page.locator(".compare-bar button").click()
    taps += 1
    assert taps <= 4
    assert page.locator("table thead th").count() == 4
    lines = page.locator("table tbody tr").count()
    page.locator(".chip").nth(1).click()
    assert 0 < page.locator("table tbody tr").count() < lines


@pytest.mark.parametrize("scripts", [True, False])
def test_three_errors_at_once_are_mended_and_nothing_is_typed_again(hotline, open_page, scripts):
    """I6: the summary names all three, each link leads to its field, what was right stays."""
    page = open_page(viewport=PHONE, java_script_enabled=scripts)
    page.goto(f"{hotline.base_url}/inquiry/?lang=en")
    page.fill("#id_text", "Plant of fittings, 4 ha")
    page.select_option("#id_industry", "food_processing")
    main_button(page).click()
    page.fill("#id_company", "Fittings Ltd")
    page.fill("#id_email", "no address")
    page.fill("#id_phone", "12")
    main_button(page).click()
    links = page.locator(".error-summary a")
    assert links.count() == 3
    for place in range(3):
        links.nth(place).click()
        field = page.url.rpartition("#")[2]
        assert field in {"id_name", "id_email", "id_phone"}
    assert page.input_value("#id_company") == "Fittings Ltd"
    assert page.input_value("#id_email") == "no address"
    (
        page.fill("#id_name", "Ann"),
        page.fill("#id_email", "ann@example.com"),
        page.fill("#id_phone", ""),
    )
    main_button(page).click()
    assert page.url.endswith("/inquiry/check/")


def test_by_keyboard_alone(hotline, open_page):
    page = open_page(viewport=PHONE)
    page.goto(f"{hotline.base_url}/inquiry/?lang=ru")

    def tab_to(selector):
        for _ in range(60):
            if page.evaluate("one => document.activeElement.matches(one)", selector):
                shown = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
                assert shown != "none", f"the focus on {selector} is not seen"
                return
            page.keyboard.press("Tab")
        raise AssertionError(f"{selector} cannot be reached")

    tab_to("#id_text")
    page.keyboard.type("Склад овощей, 3 га")
    tab_to("#id_industry")
    page.keyboard.press("ArrowDown")
    tab_to("main .btn-primary")
    page.keyboard.press("Enter")
    page.wait_for_url("**/inquiry/contact/")
    tab_to("#id_name")
    page.keyboard.type("Анна")
    tab_to("#id_email")
    page.keyboard.type("anna@example.com")
    page.keyboard.press("Enter")
    page.wait_for_url("**/inquiry/check/")
    tab_to("#id_consent")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_url("**/inquiry/sent/")


def test_at_twice_the_size_nothing_is_cut(hotline, open_page):
    """200 % of a screen of 1280: half its pixels, in width and height."""
    page = open_page(viewport={"width": 640, "height": 450}, device_scale_factor=2)
    park = hotline.query("SELECT id FROM districts_park ORDER BY id LIMIT 2")
    compared = "&".join(f"park={one}" for (one,) in park)
    found = {}
    for path in (
        "/",
        "/districts/",
        "/districts/krasnodar/",
        f"/parks/{park[0][0]}/",
        f"/parks/compare/?{compared}",
        "/inquiry/",
        "/consent/processing/",
        "/status/lost/",
    ):
        page.goto(hotline.base_url + path)
        found[path] = page.evaluate(CUT)
    assert {path: faults for path, faults in found.items() if faults} == {}
