"""robots.txt: the office's pages are closed, the map of the site is named."""

import pytest

pytestmark = pytest.mark.django_db


def test_it_works(client, settings, django_assert_num_queries):
    settings.BASE_URL = "https://invest.example"
    with django_assert_num_queries(0):
        response = client.get("/robots.txt")
    lines = response.content.decode().splitlines()
    assert response.headers["Content-Type"].startswith("text/plain")
    assert lines[0] == "User-agent: *"
    assert {"Disallow: /desk/", "Disallow: /status/", "Disallow: /pipeline/"} <= set(lines)
    assert lines[-1] == "Sitemap: https://invest.example/sitemap.xml"


def test_no_public_page_is_closed(client):
    closed = [
        line.removeprefix("Disallow: ")
        for line in client.get("/robots.txt").content.decode().splitlines()
        if line.startswith("Disallow")
    ]
    for page in ("/", "/inquiry/", "/districts/", "/parks/compare/"):
        assert not any(page.startswith(path) for path in closed)


def test_nobody_may_post(client):
    assert client.post("/robots.txt").status_code == 405
