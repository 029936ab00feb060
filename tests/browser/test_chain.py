"""The main job as its people see it: a call until won, and the web form until its receipt.

Real pages, worker, beat and mail server; on the servers out of wheels and on those of Debian.
"""

import re

import pytest
from playwright.sync_api import expect

from tests.stack import wait_for

pytestmark = pytest.mark.browser
NUMBER = re.compile(r"INV-\d{4}-\d{6}")
OFFICER = """
SELECT u.username FROM leads_inquiry i JOIN leads_officer o ON o.id = i.officer_id
JOIN leads_user u ON u.id = o.user_id WHERE i.number = %s
"""


@pytest.fixture(params=["hotline", "debian_hotline"], ids=["wheels", "debian"])
def chain(request):
    return request.getfixturevalue(request.param)


def tab_to(page, field):
    """Reach a field as hands on the keyboard do."""
    for _ in range(60):
        if page.evaluate("document.activeElement.id") == field:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{field} cannot be reached with Tab")


def letters_to(chain, address):
    return [letter for letter in chain.sink.messages if letter["To"] == address]


def test_a_call_is_logged_matched_routed_answered_and_won(chain, open_page, log_in):
    desk = log_in(open_page(), chain, "olga", "/desk/")
    tab_to(desk, "id_phone")
    desk.keyboard.type("8 (861) 300-11-22 доб. 5")
    tab_to(desk, "id_text")
    desk.keyboard.type("Цех переработки яблок, 5 га, 2 МВт, газ нужен, рядом с Динской")
    expect(desk.locator("#caller")).to_contain_text("+7 861 300-11-22")
    expect(desk.locator("#reading .place").first).to_be_visible()
    tab_to(desk, "id_email")
    desk.keyboard.type("apple@example.com")
    desk.keyboard.press("Control+Enter")
    desk.keyboard.press("Enter")  # the outcome that the words suggest
    desk.wait_for_url(re.compile("/desk/logged/"))

    saved = desk.locator(".receipt")
    number = saved.locator(".reference").inner_text()
    assert NUMBER.fullmatch(number)
    expect(desk.locator(".place").first).to_be_visible()
    expect(saved).to_contain_text("Первый контакт")
    expect(saved.locator("#officer strong")).to_have_text("Maria")

    wait_for(lambda: len(letters_to(chain, "apple@example.com")) == 2)
    letter, named = letters_to(chain, "apple@example.com")
    assert number in letter["Subject"]
    assert "ваш менеджер — Maria" in named["Subject"]
    sent = "SELECT m.state, m.message_id FROM leads_message m JOIN leads_inquiry i ON "
    sent += "i.id = m.inquiry_id WHERE i.number = %s AND m.kind = 'received'"
    wait_for(lambda: chain.query(sent, number) == [("sent", letter["Message-ID"])])

    manager = log_in(open_page(), chain, "maria", "/pipeline/")
    manager.locator("tr", has_text=number).get_by_role("link").first.click()
    manager.locator("select[name=to]").select_option("won")
    manager.locator("form[action$='/advance/'] button[type=submit]").first.click()
    expect(manager.locator(".page-head .badge").first).to_have_text("Реализуется")
    manager.goto(f"{chain.base_url}/pipeline/?view=closed")
    expect(manager.locator("tr", has_text=number)).to_be_visible()
    open_steps = "SELECT count(*) FROM leads_followup f JOIN leads_inquiry i ON i.id = f.inquiry_id"
    open_steps += " WHERE i.number = %s AND f.done_at IS NULL AND f.kind <> 'aftercare'"
    assert chain.query(open_steps, number) == [(0,)]


def test_the_web_form_in_english_without_scripts(chain, open_page):
    page = open_page(java_script_enabled=False, locale="en-GB")
    page.goto(f"{chain.base_url}/?lang=en")
    page.get_by_role("link", name="Describe the project").first.click()
    page.locator("[name=text]").fill(
        "An apple processing plant near Dinskaya, 5 ha, 2 MW, gas is a must"
    )
    page.get_by_label("Industry").select_option("Food processing")
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("Full name").fill("Anna Weber")
    page.get_by_label("Email").fill("anna@example.com")
    page.get_by_role("button", name="Continue").click()

    assert page.locator("[name=land_ha_min]").input_value() == "5"
    assert page.locator("[name=power_mw]").input_value() == "2"
    assert page.locator("[name=gas]").input_value() == "yes"
    consent = page.locator("[name=consent]")
    assert not consent.is_checked()
    page.locator("[name=power_mw]").fill("1.5")
    consent.check()
    second = page.context.new_page()
    second.goto(page.url)
    page.get_by_role("button", name="Send inquiry").click()

    expect(page.get_by_role("heading", name="Inquiry sent")).to_be_visible()
    number = page.locator("#number").inner_text()
    assert NUMBER.fullmatch(number)
    assert 1 <= page.locator(".card-grid > li").count() <= 3
    expect(page.locator(".promise")).to_contain_text("Moscow time")

    second.locator("[name=power_mw]").fill("1.5")
    second.locator("[name=consent]").check()
    second.get_by_role("button", name="Send inquiry").click()
    assert second.locator("#number").inner_text() == number, "sent twice, it is one inquiry"

    wait_for(lambda: letters_to(chain, "anna@example.com"))
    letter = letters_to(chain, "anna@example.com")[0]
    assert "inquiry received" in letter["Subject"]
    assert number in letter["Subject"]
    wait_for(lambda: chain.query(OFFICER, number) == [("maria",)])
    need = "SELECT n.power_mw, c.version FROM leads_inquiry i JOIN leads_need n ON n.inquiry_id = "
    need += "i.id JOIN leads_consent g ON g.inquiry_id = i.id JOIN leads_consenttext c ON "
    need += "c.id = g.text_id WHERE i.number = %s AND c.language = 'en'"
    ((power, version),) = chain.query(need, number)
    assert power == 1.5
    assert version
