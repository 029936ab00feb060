"""A manager's work on the running product: the day, the search, a move and its way back; by axe."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from leads.management.commands.load_demo import PASSWORD

pytestmark = pytest.mark.browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def demo(stack):
    stack.manage("load_demo")
    return stack.base_url


@pytest.fixture
def enter(demo, open_page):
    """A page on which this user has logged in; `enter("maria", java_script_enabled=False)`."""

    def log_in(username, **options):
        page = open_page(**options)
        page.goto(f"{demo}/my-day/?lang=en")
        page.fill("[name=username]", username)
        page.fill("[name=password]", PASSWORD)
        page.locator("main [type=submit]").click()
        return page

    return log_in


def faults(page) -> list[str]:
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found] + ["wide"] * (wide > 0)


def test_what_is_searched_never_stands_in_the_address(enter, demo):
    page = enter("gleb")
    page.goto(f"{demo}/pipeline/")
    page.fill("[name=text]", "reznikov")
    page.press("[name=text]", "Enter")
    page.get_by_text("Nothing was found").wait_for()
    page.fill("[name=text]", "kuban preform")
    page.press("[name=text]", "Enter")
    page.locator("#inquiries tbody tr").first.wait_for()
    assert page.locator("#inquiries tbody tr").count() == 1
    assert page.url == f"{demo}/pipeline/"
    page.get_by_text("Found: 1").wait_for(state="attached")


def test_a_move_without_javascript_and_its_way_back(enter, demo):
    page = enter("gleb", java_script_enabled=False, viewport={"width": 360, "height": 740})
    page.goto(f"{demo}/pipeline/?stage=new")
    page.locator("tbody th a").first.click()
    page.select_option("#id_to", "lost")
    page.get_by_role("button", name="Move", exact=True).click()
    assert "Say why it was lost" in page.locator(".error-summary").inner_text()
    page.get_by_label("Move to").select_option("qualified")
    page.get_by_role("button", name="Move", exact=True).click()
    assert "Stage changed to “Qualified”." in page.locator(".notice-ok").inner_text()
    page.locator(".notice-ok").get_by_role("button", name="Undo").click()
    assert "Undone: Stage changed." in page.locator(".notice-ok").inner_text()


@pytest.mark.parametrize(
    ("colours", "width", "language"),
    [("light", 360, "ru"), ("dark", 360, "en"), ("light", 1280, "en"), ("dark", 1280, "ru")],
)
def test_every_page_is_sound(enter, demo, colours, width, language):
    # axe is put into the page by a script, which the policy rightly refuses.
    page = enter(
        "gleb",
        viewport={"width": width, "height": 800},
        color_scheme=colours,
        bypass_csp=True,
    )
    page.goto(f"{demo}/pipeline/?lang={language}")
    assert faults(page) == []
    inquiry = page.locator("tbody th a").first.get_attribute("href")
    for path in (
        "/my-day/",
        "/pipeline/?view=overdue&officer=none&stage=agreement",
        inquiry,
        *(f"{inquiry}{action}/" for action in ("need", "advance", "refer", "next-step")),
    ):
        page.goto(demo + path)
        assert faults(page) == [], path
    page.locator("main form [type=submit]").last.click()
    page.locator(".error-summary").wait_for()
    assert faults(page) == []
