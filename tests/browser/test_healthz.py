import pytest

pytestmark = pytest.mark.browser


def test_it_works(hotline, page):
    page.goto(f"{hotline.base_url}/healthz")
    assert page.locator("body").inner_text().strip() == "ok"
