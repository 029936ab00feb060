"""A letter is written, looked over, sent, taken back within its ten seconds, and sent again."""

import re

import pytest
from playwright.sync_api import expect

from tests.stack import wait_for

pytestmark = pytest.mark.browser
INQUIRY = """
from tests.world import make_inquiry, maria
make_inquiry(email="undo@example.com", company="Агросад", route_to=maria())
"""
WORDS = "Здравствуйте!\n\nКакая нужна мощность, МВт?"


def test_taken_back_nothing_is_lost(hotline, open_page, log_in):
    hotline.manage("shell", "--no-imports", "-c", INQUIRY)
    number = hotline.query("SELECT max(number) FROM leads_inquiry")[0][0]
    page = log_in(open_page(), hotline, "maria", f"/inquiries/{number}/")
    page.get_by_role("link", name="Написать письмо").click()
    body = page.locator("#id_body")
    expect(body).to_have_value(re.compile("^Здравствуйте, Пётр Иванов!"))
    page.get_by_role("button", name="Отправить").click()
    expect(page.locator(".error-summary")).to_contain_text("что нужно узнать")
    body.fill(WORDS)
    page.get_by_role("button", name="Просмотр").click()
    expect(page.locator("#preview")).to_contain_text("Какая нужна мощность, МВт?")
    page.get_by_role("button", name="Отправить").click()
    held = page.locator(".toast-note", has_text="Письмо уйдёт через 10 с.")
    held.get_by_role("button", name="Отменить").click()
    expect(page.locator("#id_body")).to_have_value(WORDS)
    page.get_by_role("button", name="Отправить").click()
    states = "SELECT m.state FROM leads_message m JOIN leads_inquiry i ON i.id = m.inquiry_id"
    states += " WHERE m.kind = 'question' AND i.number = %s"
    wait_for(lambda: hotline.query(states, number) == [("sent",)], within=60)
    expect(page.locator(".letter", has_text="Вопрос").locator(".badge-ok")).to_be_visible()
    asked = f"{number}: нужен ваш ответ"
    taken = [one for one in hotline.sink.messages if asked in one["Subject"]]
    assert len(taken) == 1, "the one that was taken back did not go"
