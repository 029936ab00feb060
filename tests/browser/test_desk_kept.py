"""What is typed at the desk outlives the network, the session, the tab and the browser."""

import pytest
from playwright.sync_api import expect

from tests.stack import wait_for

pytestmark = pytest.mark.browser
DRAFT = "SELECT fields->>'text', parked FROM leads_deskdraft WHERE key = %s"
KEEPS = "async () => (await (await import('/static/desk/journal.js')).all()).map((one) => one.key)"


@pytest.fixture
def desk(hotline, open_page, log_in):
    """A desk of Olga's; more of them in one browser by `desk.more()`."""
    page = log_in(open_page(), hotline, "olga", "/desk/")
    ready(page)
    return page


def ready(page):
    page.locator("#call[data-ready]").wait_for()
    return page


def another(hotline, page, path):
    return ready_at(page.context.new_page(), hotline, path)


def ready_at(page, hotline, path):
    page.goto(f"{hotline.base_url}{path}")
    return ready(page)


def key_of(page) -> str:
    return page.locator("#call").get_attribute("data-key")


def kept(page):
    return page.locator("[data-kept]")


def test_it_works(hotline, desk):
    desk.locator("#id_text").press_sequentially("Цех соков, 5 га")
    expect(kept(desk)).to_contain_text("Сохранено")
    assert hotline.query(DRAFT, key_of(desk)) == [("Цех соков, 5 га", False)]
    assert desk.evaluate(KEEPS) == [], "acknowledged, nothing of it stays on this computer"
    desk.reload()
    assert ready(desk).locator("#id_text").input_value() == "Цех соков, 5 га"


def test_without_a_network_it_is_kept_here_and_sent_later(hotline, desk):
    desk.context.set_offline(True)
    desk.locator("#id_text").press_sequentially("Склад, 2 га")
    expect(kept(desk)).to_have_text("Нет связи. Пишем на этом компьютере", timeout=12_000)
    assert desk.evaluate("document.querySelector('[data-kept]').dataset.kept") == "offline"
    assert desk.evaluate(KEEPS) == [key_of(desk)]
    desk.context.set_offline(False)
    expect(kept(desk)).to_contain_text("Сохранено", timeout=12_000)
    assert hotline.query(DRAFT, key_of(desk)) == [("Склад, 2 га", False)]


def test_saving_without_a_network_goes_on_by_itself(hotline, desk):
    desk.locator("#id_phone").fill("8 861 200-77-01")
    desk.locator("#id_text").fill("Склад, 2 га")
    expect(kept(desk)).to_contain_text("Сохранено")
    desk.context.set_offline(True)
    desk.keyboard.press("Control+Enter")
    desk.keyboard.press("1")
    expect(kept(desk)).to_contain_text("Ещё не сохранено")
    assert desk.locator("#id_text").input_value() == "Склад, 2 га"
    desk.context.set_offline(False)
    desk.wait_for_url("**/desk/logged/**")
    calls = "SELECT count(*) FROM leads_call WHERE phone_e164 = '+78612007701'"
    assert hotline.query(calls) == [(1,)]
    assert hotline.query(DRAFT, key_of(ready_at(desk, hotline, "/desk/"))) == []


def test_an_ended_session_is_mended_over_the_page(hotline, desk):
    cookies = [one for one in desk.context.cookies() if one["name"] != "sessionid"]
    desk.context.clear_cookies()
    desk.context.add_cookies(cookies)
    desk.locator("#id_text").press_sequentially("Склад, 2 га")
    sheet = desk.locator("#relogin")
    expect(sheet).to_be_visible()
    desk.locator("#relogin-word").fill("wrong")
    desk.keyboard.press("Enter")
    expect(sheet.locator("[data-refused]")).to_be_visible()
    desk.locator("#relogin-word").fill("secret-word")
    desk.keyboard.press("Enter")
    expect(sheet).to_be_hidden()
    expect(kept(desk)).to_contain_text("Сохранено")
    assert desk.locator("#id_text").input_value() == "Склад, 2 га"
    assert hotline.query(DRAFT, key_of(desk)) == [("Склад, 2 га", False)]


def test_two_tabs_are_merged_field_by_field_and_a_clash_is_shown(hotline, desk):
    desk.locator("#id_text").fill("Склад")
    expect(kept(desk)).to_contain_text("Сохранено")
    other = another(hotline, desk, f"/desk/?draft={key_of(desk)}")
    other.locator("#id_name").fill("Анна")
    expect(kept(other)).to_contain_text("Сохранено")
    desk.locator("#id_company").fill("Юг")
    expect(kept(desk)).to_contain_text("Из другого окна: Имя и фамилия")
    assert desk.locator("#id_name").input_value() == "Анна"

    other.locator("#id_text").fill("Склад, 2 га")
    expect(kept(other)).to_contain_text("Сохранено")
    desk.locator("#id_text").fill("Склад, 3 га")
    clash = desk.locator("[data-clash=text]")
    expect(clash).to_contain_text("изменено и в другом окне")
    assert hotline.query(DRAFT, key_of(desk)) == [("Склад, 2 га", False)], "nothing overwritten"
    assert desk.locator("#id_text").input_value() == "Склад, 3 га", "nor here"
    clash.get_by_role("button", name="Здесь: Склад, 3 га").click()
    expect(clash).to_be_hidden()
    expect(kept(desk)).to_contain_text("Сохранено")
    wait_for(lambda: hotline.query(DRAFT, key_of(desk)) == [("Склад, 3 га", False)])


def test_a_new_call_parks_the_old_one_and_f9_takes_it_up(hotline, desk):
    key = key_of(desk)
    desk.locator("#id_company").fill("Отложенный")
    desk.keyboard.press("F2")
    wait_for(lambda: key_of(desk) != key)
    expect(desk.locator(".desk-parked")).to_contain_text("Отложенный")
    desk.keyboard.press("F9")
    desk.wait_for_url("**/desk/?draft=*")
    assert ready(desk).locator("#id_company").input_value() == "Отложенный"


def test_the_page_that_a_call_takes_over_is_parked(hotline, desk):
    key = key_of(desk)
    desk.locator("#id_text").fill("Недопечатано")
    ready_at(desk, hotline, "/desk/")
    # The page that goes sends it in the background: the one that comes may be drawn first.
    wait_for(lambda: hotline.query(DRAFT, key) == [("Недопечатано", True)])
    ready_at(desk, hotline, "/desk/")
    expect(desk.locator(f"[href$='draft={key}']").first).to_be_visible()


def test_logging_out_takes_what_this_computer_kept(hotline, desk):
    desk.route("**/desk/drafts/**", lambda route: route.abort())
    desk.locator("#id_text").press_sequentially("Личное")
    desk.wait_for_timeout(400)
    assert desk.evaluate(KEEPS) == [key_of(desk)]
    desk.get_by_role("button", name="Выйти").click()
    desk.wait_for_url("**/login/**")
    names = desk.evaluate("async () => (await indexedDB.databases()).map((one) => one.name)")
    assert names == []


def test_what_was_saved_in_another_tab_begins_anew(hotline, desk):
    desk.locator("#id_phone").fill("8 861 200-77-02")
    desk.locator("#id_text").fill("Склад, 2 га")
    expect(kept(desk)).to_contain_text("Сохранено")
    other = another(hotline, desk, f"/desk/?draft={key_of(desk)}")
    other.keyboard.press("Control+Enter")
    other.keyboard.press("1")
    other.wait_for_url("**/desk/logged/**")
    key = key_of(desk)
    desk.locator("#id_text").press("End")
    desk.locator("#id_text").press_sequentially(" и офис")
    wait_for(lambda: key_of(desk) != key)
    wait_for(lambda: hotline.query(DRAFT, key_of(desk)) == [("Склад, 2 га и офис", False)])
