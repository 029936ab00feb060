"""Every page in both themes and languages, wide and narrow: axe finds nothing, none overflows.

PROVE=whole asks all the rules in all of them, otherwise those that a theme can change.
"""

import pytest

from tests.browser.looking import go
from tests.stack import wait_for

pytestmark = pytest.mark.browser
LATE = """
from tests.world import make_inquiry, maria
make_inquiry(email="late@example.com", company="Агросад", route_to=maria())
make_inquiry(text="Логистический комплекс, 12 га, 4 МВт, у трассы", phone="+7 861 200-33-44")
"""
SIFTED = "/districts/?land=300&gas=on&port=on&industry=food_processing"
REFUSED = "/districts/?land=abc&power=-5&district=nowhere"
COMPARED = "/parks/compare/?park=kopanskoy&park=dostoyanie&park=galanovo"
PUBLIC = ["/", "/districts/", SIFTED, REFUSED, "/inquiry/", "/consent/processing/", "/login/"]
PUBLIC += [COMPARED, f"{COMPARED}&only=differences", "/parks/compare/", "/inquiry/?park=none"]


@pytest.fixture(scope="module")
def late(hotline):
    """The number of an inquiry with overdue steps, so that lists have something to warn of."""
    hotline.manage("shell", "--no-imports", "-c", LATE)
    return hotline.query("SELECT max(number) FROM leads_inquiry")[0][0]


HELD = """
from tests.world import make_inquiry
make_inquiry(channel="web", company="Робот", signs=("trap", "links"), consents=("processing",))
"""


@pytest.mark.parametrize("language", ["ru", "en"])
def test_answers_and_quarantine(hotline, late, open_page, log_in, faults_of, language):
    hotline.manage("shell", "--no-imports", "-c", HELD)
    page, faults = log_in(open_page(), hotline, "gleb", "/pipeline/quarantine/"), []
    for path in (
        f"/pipeline/quarantine/?lang={language}",
        f"/inquiries/{late}/answers/",
        f"/inquiries/{late}/as-investor/",
        f"/inquiries/{late}/question/",
    ):
        go(page, hotline.base_url + path)
        faults += faults_of(page)
    assert faults == []


@pytest.mark.parametrize("language", ["ru", "en"])
def test_public_pages(hotline, open_page, faults_of, language):
    page, faults = open_page(), []
    go(page, f"{hotline.base_url}/districts/?lang={language}")
    places = [
        page.locator(f"main a[href^='{kind}']").first.get_attribute("href")
        for kind in ("/districts/", "/parks/")
        if page.locator(f"main a[href^='{kind}']").count()
    ]
    for path in [*PUBLIC, *places]:
        go(page, hotline.base_url + path)
        faults += faults_of(page)
    go(page, f"{hotline.base_url}/no-such-page/", 404)
    faults += faults_of(page)
    assert faults == []


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_steps_of_the_web_form(hotline, open_page, faults_of, language):
    page, faults = open_page(), []
    go(page, f"{hotline.base_url}/inquiry/?lang={language}")
    main = page.locator("button.btn-primary")
    main.click()
    faults += faults_of(page)  # with an error
    page.locator("[name=text]").fill("Цех переработки яблок, 5 га, 2 МВт, газ, рядом с Динской")
    page.locator("[name=industry]").select_option("food_processing")
    main.click()
    page.wait_for_url("**/inquiry/contact/")
    faults += faults_of(page)
    page.locator("[name=name]").fill("Пётр Иванов")
    page.locator("[name=email]").fill("p@example.com")
    main.click()
    page.wait_for_url("**/inquiry/check/")
    faults += faults_of(page)
    main.click()
    faults += faults_of(page)  # without the consent
    page.locator("[name=consent]").check()
    main.click()
    page.wait_for_url("**/inquiry/sent/")
    faults += faults_of(page)
    faults += his_own_pages(page, hotline, faults_of)
    assert faults == []


def his_own_pages(page, hotline, faults_of):
    """Behind the receipt: where it stands, what is refused there, our answer, the lost link."""
    go(page, f"{hotline.base_url}/status/")
    found = faults_of(page)
    page.locator("#write button").click()
    page.locator(".error-summary:focus").wait_for()
    found += faults_of(page)
    made = "SELECT count(*) FROM leads_answerpack WHERE made_at IS NULL"
    wait_for(lambda: hotline.query(made) == [(0,)])
    go(page, f"{hotline.base_url}/status/pack/")
    found += faults_of(page)
    go(page, f"{hotline.base_url}/status/lost/")
    page.locator("main button.btn-primary").click()
    found += faults_of(page)
    go(page, f"{hotline.base_url}/status/wrong/", 404)
    return found + faults_of(page)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_desk(hotline, late, open_page, log_in, faults_of, language):
    page = log_in(open_page(), hotline, "olga", "/desk/")
    go(page, f"{hotline.base_url}/desk/?lang={language}")
    faults = faults_of(page)
    page.keyboard.type("8 861 200-33-44")
    page.locator("#id_land").fill("много")
    page.locator("#id_text").fill("Логистический комплекс, 12 га, 4 МВт, у трассы")
    page.locator("#caller .form-check").first.wait_for()
    page.locator("#reading .place").first.wait_for()
    page.locator("#echo-power .accept").wait_for()
    faults += faults_of(page)
    page.locator("#id_email").fill("not an address")
    page.keyboard.press("Control+Enter")
    page.keyboard.press("1")
    page.locator(".field-wrong").first.wait_for()
    faults += faults_of(page)
    page.locator("#id_email").fill("")
    page.locator("#id_land").fill("12")
    page.keyboard.press("F9")
    page.locator(".desk-parked").wait_for()
    page.locator("#call[data-ready]").wait_for()
    page.locator("#id_industry").press_sequentially("п")
    page.keyboard.press("F1")
    faults += faults_of(page)  # parked, the list of industries and the sheet of keys
    page.keyboard.press("Escape")
    page.locator("#id_industry").fill("")
    page.keyboard.press("F9")
    page.wait_for_url("**/desk/?draft=*")
    page.locator("#call[data-ready]").wait_for()
    page.evaluate("() => { document.getElementById('relogin').showModal(); }")
    faults += faults_of(page)
    page.keyboard.press("Escape")
    page.keyboard.press("Control+Enter")
    page.keyboard.press("1")
    page.wait_for_url("**/desk/logged/**")
    page.locator("#officer strong").wait_for()
    assert [*faults, *faults_of(page)] == []


@pytest.mark.parametrize("language", ["ru", "en"])
def test_investors(hotline, late, open_page, log_in, faults_of, language):
    page, faults = log_in(open_page(), hotline, "olga", "/desk/"), []
    go(page, f"{hotline.base_url}/desk/?lang={language}")
    pair = "SELECT min(id), max(id) FROM leads_investor WHERE merged_into_id IS NULL"
    ((kept, gone),) = hotline.query(pair)
    for path in (f"/investors/{kept}/", f"/investors/{kept}/merge/{gone}/"):
        go(page, hotline.base_url + path)
        faults += faults_of(page)
    assert faults == []


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_pipeline(hotline, late, open_page, log_in, faults_of, language):
    page, faults = log_in(open_page(), hotline, "maria", "/my-day/"), []
    go(page, f"{hotline.base_url}/my-day/?lang={language}")
    faults += faults_of(page)
    for path in (
        "/pipeline/",
        "/pipeline/?view=closed",
        "/pipeline/board/",
        "/pipeline/triage/",
        "/pipeline/views/",
        f"/inquiries/{late}/",
        f"/inquiries/{late}/need/",
        f"/inquiries/{late}/write/",
    ):
        go(page, hotline.base_url + path)
        faults += faults_of(page)
    # With a row's choices open, and with the dialog of an action over its list.
    go(page, f"{hotline.base_url}/my-day/")
    page.keyboard.press("Digit1")
    faults += faults_of(page)
    go(page, f"{hotline.base_url}/pipeline/board/")
    page.locator("#board button[name=m]").first.click()
    page.locator("#ask select").first.wait_for()
    faults += faults_of(page)
    assert faults == []


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_reports(hotline, late, open_page, log_in, faults_of, language):
    page = log_in(open_page(), hotline, "gleb", "/reports/")
    go(page, f"{hotline.base_url}/reports/?lang={language}")
    for table in page.locator("details.report-table summary").all():
        table.click()
    faults = faults_of(page)
    # From a mark to what it counts is one step, and the list holds as many.
    mark = page.locator("#workload .bar > a").first
    counted = int(mark.locator(".bar-count").inner_text())
    mark.click()
    page.wait_for_url("**/reports/workload/inquiries/**")
    assert page.locator("tbody tr").count() == counted > 0
    faults += faults_of(page)
    go(page, f"{hotline.base_url}/reports/?period=own&since=2026-11-10")
    assert [*faults, *faults_of(page)] == []
