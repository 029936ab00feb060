"""The investors' form on the running product: without JavaScript, by axe, without a database."""

import psycopg
import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

TEXT = "Apple processing plant, 5 ha, 2 MW, gas, 250 mln roubles"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def press(page):
    page.locator(".form-actions .btn-primary").click()


def to_check(page, base_url, text=TEXT, lang="en"):
    page.goto(f"{base_url}/inquiry/?lang={lang}")
    page.fill("#id_text", text)
    page.select_option("#id_industry", "food_processing")
    press(page)
    page.fill("#id_name", "Peter Smith")
    page.fill("#id_email", "peter@example.com")
    press(page)


def faults(page) -> list[str]:
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found] + ["wide"] * (wide > 0)


def test_in_english_without_javascript(stack, open_page):
    page = open_page(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page.goto(f"{stack.base_url}/?lang=en")
    page.locator("main .btn-primary").first.click()
    page.fill("#id_text", TEXT)
    press(page)
    assert "Choose an industry" in page.locator(".error-summary").inner_text()
    assert page.input_value("#id_text") == TEXT
    page.locator("[name=switch]").click()
    assert page.input_value("#id_text") == TEXT
    assert page.get_attribute("html", "lang") == "ru"
    page.locator("[name=switch]").click()
    page.select_option("#id_industry", "food_processing")
    press(page)
    page.fill("#id_name", "Peter Smith")
    press(page)
    assert "Enter an email address or a phone number" in page.content()
    page.fill("#id_phone", "+44 20 7946 0958")
    page.press("#id_phone", "Enter")
    assert page.input_value("#id_power_mw") == "2"
    page.fill("#id_power_mw", "1,5")
    press(page)
    assert page.input_value("#id_power_mw") == "1,5"
    page.check("#id_consent")
    press(page)
    assert page.url.endswith("/inquiry/sent/")
    number = page.locator("#number").inner_text()
    assert "Moscow time" in page.locator(".receipt").inner_text()
    assert page.locator(".card").count() == 3
    rows = stack.query(
        "SELECT i.language, n.power_mw, n.gas FROM leads_inquiry i "
        "JOIN leads_need n ON n.inquiry_id = i.id WHERE i.number = %s",
        number,
    )
    assert rows == [("en", 1.5, True)]


@pytest.mark.parametrize(
    ("width", "scheme", "lang"), [(360, "dark", "en"), (1280, "light", "ru"), (320, "light", "ru")]
)
def test_every_page_is_accessible(stack, open_page, width, scheme, lang):
    page = open_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    found = {}
    for address in ("/", "/consent/processing/", "/inquiry/?park=nope"):
        page.goto(f"{stack.base_url}{address}{'&' if '?' in address else '?'}lang={lang}")
        found[address] = faults(page)
    press(page)
    assert page.evaluate("document.activeElement.className") == "error-summary"
    found["inquiry, error"] = faults(page)
    to_check(page, stack.base_url, lang=lang)
    page.click(".step-head .back")
    found["contact, filled"] = faults(page)
    press(page)
    found["check, filled"] = faults(page)
    page.fill("#id_power_mw", "?")
    press(page)
    found["check, error"] = faults(page)
    page.fill("#id_power_mw", "2")
    page.check("#id_consent")
    press(page)
    page.wait_for_url("**/inquiry/sent/")
    found["sent"] = faults(page)
    assert page.url.endswith("/inquiry/sent/")
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_the_number_is_copied(stack, open_page):
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    to_check(page, stack.base_url)
    page.check("#id_consent")
    press(page)
    page.locator("[data-copy]").click()
    page.wait_for_selector("#status:has-text('Number copied')", state="attached")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("#number").inner_text()


def test_a_database_that_does_not_answer_loses_nothing(stack, servers, open_page):
    page = open_page()
    to_check(page, stack.base_url, text=f"{TEXT}, once")
    page.check("#id_consent")
    name = stack.database_url.partition("?")[0].rpartition("/")[2]
    with psycopg.connect(servers["database_url"], autocommit=True) as other:
        other.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
        try:
            other.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name]
            )
            press(page)
            assert page.input_value("#kept-text") == f"{TEXT}, once"
            assert "+7 861 251 77 64" in page.locator(".error-summary").inner_text()
            assert faults(page) == []
        finally:
            other.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
    press(page)
    assert page.url.endswith("/inquiry/sent/")
    assert stack.query("SELECT count(*) FROM leads_inquiry WHERE text LIKE '%%once'") == [(1,)]
