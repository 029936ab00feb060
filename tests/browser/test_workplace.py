"""The managers' work by keys on the running product, and two of them on one inquiry."""

import re

import pytest

pytestmark = pytest.mark.browser
FILL = """
from datetime import timedelta
from django.utils import timezone
from leads.models import Inquiry
from tests.world import make_inquiry, maria
at = timezone.now()
for number in range({count}):
    one = make_inquiry(at=at - timedelta({days}), company=f"{name} {{number}}", route_to=maria())
    {more}
"""
MOVED = 'one.advance(to="{stage}", by=maria(), at=at)'


@pytest.fixture
def filled(hotline):
    """So many inquiries of Maria's under this name; their numbers, the first one first."""

    def fill(name, count=1, days=0, stage="", more="pass"):
        more = MOVED.format(stage=stage) if stage else more
        code = FILL.format(name=name, count=count, days=days, more=more)
        hotline.manage("shell", "--no-imports", "-c", code)
        rows = hotline.query(
            "SELECT number FROM leads_inquiry JOIN leads_investor i ON i.id = investor_id"
            " WHERE i.name LIKE %s ORDER BY number",
            f"{name} %",
        )
        return [number for (number,) in rows]

    return fill


@pytest.fixture
def stage_of(hotline):
    def find(number):
        return hotline.query("SELECT stage FROM leads_inquiry WHERE number = %s", number)[0][0]

    return find


def link(page, number):
    return page.locator(f"[data-row] a[href='/inquiries/{number}/']")


def said(page, text):
    page.locator("#status", has_text=text).wait_for(state="attached")


def has_focus(page, number):
    return page.evaluate("document.activeElement.getAttribute('href')") == f"/inquiries/{number}/"


def test_a_card_is_moved_by_key_menu_and_drag_and_keeps_the_focus(
    hotline, open_page, log_in, filled, stage_of
):
    (number,) = filled("Доска", stage="matching")
    page = log_in(open_page(), hotline, "maria", "/pipeline/board/?view=mine")
    link(page, number).focus()
    page.keyboard.press("BracketRight")
    said(page, re.compile(r"Доска 0: этап Предложение, \d+ из \d+"))
    assert stage_of(number) == "proposal"
    assert has_focus(page, number)
    page.keyboard.press("KeyZ")
    page.locator("ul[data-stage=matching]").locator(f"a[href='/inquiries/{number}/']").wait_for()
    assert stage_of(number) == "matching"

    # The menu asks for what the stage needs, and only then.
    card = page.locator(f"[data-row]:has(a[href='/inquiries/{number}/'])")
    card.get_by_role("button", name="Перенести").click()
    page.locator("#ask select[name=to]").select_option("lost")
    page.locator("#ask button.btn-primary").click()
    page.locator("#ask .field-wrong").first.wait_for()
    assert stage_of(number) == "matching"
    page.keyboard.press("Escape")

    # A drag sends the same; dropped on what asks for more, it stands back until that is said.
    link(page, number).drag_to(page.locator("ul[data-stage=visit]"))
    said(page, re.compile("Доска 0: этап Выезд"))
    assert stage_of(number) == "visit"
    link(page, number).drag_to(page.locator("ul[data-stage=lost]"))
    page.locator("#ask select[name=lost_reason]").wait_for()
    assert page.evaluate("document.activeElement.name") == "lost_reason"
    page.keyboard.press("Escape")
    card = page.locator("ul[data-stage=visit]").locator(f"a[href='/inquiries/{number}/']")
    assert card.count() == 1, "not dropped, it stands where it came from"
    assert stage_of(number) == "visit"


def test_a_move_that_a_colleague_overtook_returns_the_card_and_says_so(
    hotline, open_page, log_in, filled, stage_of
):
    (number,) = filled("Обгон", stage="matching")
    page = log_in(open_page(), hotline, "maria", "/pipeline/board/?view=mine")
    hotline.query("UPDATE leads_inquiry SET stage = 'visit' WHERE number = %s RETURNING 1", number)
    link(page, number).focus()
    page.keyboard.press("BracketRight")
    page.locator("#ask", has_text="Коллега уже перевёл").wait_for()
    assert stage_of(number) == "visit"


def test_triage_in_two_keys_each_with_an_undo(hotline, open_page, log_in, filled, stage_of):
    hotline.query("UPDATE leads_inquiry SET snoozed_until = '2999-01-01' RETURNING 1")
    numbers = filled("Разбор", count=4)
    page = log_in(open_page(), hotline, "maria", "/pipeline/triage/")
    for number, keys in zip(numbers, (["1"], ["3", "4"], ["KeyH", "1"], ["2", "1"]), strict=True):
        page.locator(f"#triage[data-number='{number}']").wait_for()
        for key in keys:
            page.keyboard.press(key if key.startswith("Key") else f"Digit{key}")
        page.locator(f"#triage[data-number='{number}']").wait_for(state="detached")
    page.get_by_text("Новых заявок не осталось").wait_for()
    rows = hotline.query(
        "SELECT stage, disposition, lost_reason, snoozed_until IS NOT NULL FROM leads_inquiry"
        " WHERE number = ANY(%s) ORDER BY number",
        numbers,
    )
    assert rows == [
        ("qualified", "live", "", False),
        ("lost", "live", "money", False),
        ("new", "live", "", True),
        ("new", "duplicate", "", False),
    ]
    page.keyboard.press("KeyZ")
    page.locator(f"#triage[data-number='{numbers[3]}']").wait_for()


def test_a_day_is_cleared_by_keys_without_leaving_it(hotline, open_page, log_in, filled):
    hotline.query("UPDATE leads_inquiry SET officer_id = officer_id RETURNING 1")
    numbers = filled(
        "День", count=3, days=3, more="one.follow_ups.open().last().complete(by=maria(), at=at)"
    )
    page = log_in(open_page(), hotline, "maria", "/my-day/")
    rows = page.locator("#overdue [data-row]")
    before = rows.count()
    assert before >= 3
    link(page, numbers[0]).first.focus()
    for left in (before - 1, before - 2):
        page.keyboard.press("Digit1")
        page.keyboard.press("Digit1")
        page.wait_for_function(
            "([left]) => document.querySelectorAll('#overdue [data-row]').length === left",
            arg=[left],
        )
        assert page.evaluate("document.activeElement.closest('[data-row]') !== null")
    page.keyboard.press("Digit2")
    page.wait_for_function(
        "([left]) => document.querySelectorAll('#overdue [data-row]').length === left",
        arg=[before - 3],
    )
    assert page.url.endswith("/my-day/")
    page.keyboard.press("KeyZ")
    page.wait_for_function(
        "([left]) => document.querySelectorAll('#overdue [data-row]').length === left",
        arg=[before - 2],
    )


def test_a_cell_is_edited_in_its_place(hotline, open_page, log_in, filled):
    numbers = filled("Сумма", count=2)
    page = log_in(open_page(), hotline, "maria", "/pipeline/?view=new&sort=-opened")
    link(page, numbers[1]).focus()
    page.keyboard.press("KeyE")
    page.locator(".cell input[name=value]").fill("250")
    page.keyboard.press("Enter")
    # Enter saves and stands in the next row; Escape leaves that one as it was.
    page.locator(
        f"#inquiries tr:has(a[href='/inquiries/{numbers[1]}/'])", has_text="250"
    ).wait_for()
    page.locator(".cell input[name=value]").wait_for()
    page.keyboard.type("999")
    page.keyboard.press("Escape")
    page.locator(".cell").wait_for(state="detached")
    amounts = dict(hotline.query("SELECT number, capex_mln_rub FROM leads_inquiry"))
    assert amounts[numbers[1]] == 250
    assert 999 not in amounts.values()


def test_two_managers_on_one_inquiry_lose_no_field(hotline, open_page, log_in, filled):
    (number,) = filled("Вдвоём")
    address = f"/inquiries/{number}/need/"
    maria = log_in(open_page(), hotline, "maria", address)
    gleb = log_in(open_page(), hotline, "gleb", address)
    gleb.fill("#id_power_mw", "7")
    gleb.fill("#id_capex_mln_rub", "300")
    gleb.locator("form .btn-primary").click()
    gleb.wait_for_url(f"**/inquiries/{number}/")
    # Maria saw neither; she corrects the land, and the same amount.
    maria.fill("#id_land_ha_max", "9")
    maria.fill("#id_capex_mln_rub", "250")
    maria.locator("form .btn-primary").click()
    wrong = maria.locator(".field-wrong")
    wrong.first.wait_for()
    assert wrong.count() == 1, "only the field on which both laid hand"
    assert re.search(r"Gleb, .*: 300\.", wrong.inner_text())
    assert maria.input_value("#id_capex_mln_rub") == "250"
    maria.locator("form .btn-primary").click()
    maria.wait_for_url(f"**/inquiries/{number}/")
    found = hotline.query(
        "SELECT n.power_mw, n.land_ha_max, n.capex_mln_rub FROM leads_need n"
        " JOIN leads_inquiry i ON i.id = n.inquiry_id WHERE i.number = %s",
        number,
    )
    assert found == [(7.0, 9.0, 250.0)]


def test_who_else_is_here_and_what_he_changed(hotline, open_page, log_in, filled):
    (number,) = filled("Рядом")
    gleb = log_in(open_page(), hotline, "gleb", f"/inquiries/{number}/")
    maria = log_in(open_page(), hotline, "maria", f"/inquiries/{number}/")
    maria.locator("#presence", has_text="Gleb читает").wait_for()
    gleb.fill("#note-form textarea", "Звонил")
    gleb.locator("#note-form button").click()
    gleb.locator(".timeline", has_text="Звонил").wait_for()
    assert gleb.url.endswith(f"/inquiries/{number}/")
    maria.fill("#note-form textarea", "Недописанное")
    maria.locator("#presence [data-reload]").click()
    maria.locator(".timeline", has_text="Звонил").wait_for()
    assert maria.input_value("#note-form textarea") == "Недописанное"


def test_what_was_typed_outlives_an_expired_session(hotline, open_page, log_in, filled):
    (number,) = filled("Сессия")
    page = log_in(open_page(), hotline, "maria", f"/inquiries/{number}/")
    page.fill("#note-form textarea", "Долго писал")
    hotline.query("DELETE FROM django_session RETURNING 1")
    page.locator("#note-form button").click()
    page.locator("#login-again [name=username]").fill("maria")
    page.locator("#login-again [name=password]").fill("wrong")
    page.keyboard.press("Enter")
    page.locator("#login-again .error-summary, #login-again .field-wrong").first.wait_for()
    page.locator("#login-again [name=username]").fill("maria")
    page.locator("#login-again [name=password]").fill("secret-word")
    page.keyboard.press("Enter")
    page.locator(".timeline", has_text="Долго писал").wait_for()
    assert page.url.endswith(f"/inquiries/{number}/")
