import pytest

pytestmark = pytest.mark.browser


def test_it_works(stack, page):
    page.goto(f"{stack.base_url}/healthz")
    assert page.locator("body").inner_text().strip() == "ok"
