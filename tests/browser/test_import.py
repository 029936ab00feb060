"""The head brings in a file and takes it back; each page is right for everybody's eyes and ears."""

import os

import pytest

from tests.browser.looking import WIDE, go
from tests.importing.file_cast import INQUIRIES, csv_of, line
from tests.stack import wait_for

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", ["ru", "en"])
def test_it_works(hotline, open_page, log_in, faults_of, tmp_path, language):
    hotline.manage("shell", "--no-imports", "-c", "from tests.world import gleb; gleb()")
    shift = 100 if language == "en" else 0
    won = ("Завод, 5 га", "Реализуется", "01.02.2024", "", "5")
    going = ("Цех, 2 га", "Новая", "", "Кто-то", "")
    bad = line(shift + 3, *won)
    bad[2] = "нет"
    path = tmp_path / "заявки.csv"
    lines = [line(shift + 1, *won), line(shift + 2, *going), bad]
    path.write_bytes(csv_of(INQUIRIES, *lines, code="cp1251"))

    page, faults = log_in(open_page(), hotline, "gleb", "/pipeline/imports/"), []
    go(page, f"{hotline.base_url}/pipeline/imports/?lang={language}")

    def look(name):
        faults.extend(faults_of(page))
        if shots := os.environ.get("SHOTS"):
            page.screenshot(path=f"{shots}/{name}-{language}.png", full_page=True)
            page.set_viewport_size({"width": 360, "height": 740})
            page.emulate_media(color_scheme="dark")
            page.screenshot(path=f"{shots}/{name}-{language}-360-dark.png", full_page=True)
            page.set_viewport_size(WIDE)
            page.emulate_media(color_scheme="light")

    look("imports")
    page.locator("main button.btn-primary").click()
    page.locator(".error-summary:focus").wait_for()
    look("refused")
    page.locator("[name=kind][value=inquiries]").check()
    page.locator("[name=file]").set_input_files(path)
    page.locator("main button.btn-primary").click()
    page.wait_for_url("**/pipeline/imports/*/")
    look("check")
    page.locator("main button.btn-primary").click()
    page.locator("main button.btn-danger").wait_for()  # the progress asks by itself
    look("done")
    page.locator("main button.btn-danger").click()
    left = "SELECT count(*) FROM leads_inquiry WHERE brought_by_id IS NOT NULL"
    wait_for(lambda: hotline.query(left) == [(0,)])
    page.locator("#progress:not([hx-get])").wait_for()
    look("undone")
    assert faults == []
