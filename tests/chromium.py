"""Debian's Chromium, driven at a running stack. Nothing it does may be kept or leave the host."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import sync_playwright

CHROMIUM = "/usr/bin/chromium"
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PASSWORD = "secret-word"


@pytest.fixture
def log_in():
    """Log in on a page and stand where it leads: `log_in(page, stack, "olga", "/desk/")`."""

    def as_user(page, stack, username, path):
        page.goto(f"{stack.base_url}{path}")
        page.fill("#id_username", username)
        page.fill("#id_password", PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url(f"{stack.base_url}{path}")
        return page

    return as_user


@pytest.fixture(scope="session")
def playwright():
    """One for the run: a second one cannot start beside it."""
    with pytest.MonkeyPatch.context() as patch:
        # Playwright keeps an event loop in this thread, which Django takes for asynchronous code.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        with sync_playwright() as playwright:
            yield playwright


@pytest.fixture(scope="session")
def chromium(playwright, tmp_path_factory):
    home = str(tmp_path_factory.mktemp("chromium"))
    homes = dict.fromkeys(("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"), home)
    browser = playwright.chromium.launch(
        executable_path=CHROMIUM,
        args=QUIET,
        env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", **homes},
    )
    yield browser
    browser.close()


@pytest.fixture
def open_page(chromium):
    """Open a page: `open_page(viewport={…}, java_script_enabled=False, locale="en-GB", …)`.

    The test fails at its end when a page raised, broke its content policy or asked another host.
    """
    contexts, faults = [], []

    def watch_console(message):
        if message.type == "error" and "Content Security Policy" in message.text:
            faults.append(message.text)

    def watch_request(request):
        address = urlsplit(request.url)
        if address.scheme in {"http", "https", "ws", "wss"} and address.hostname != "127.0.0.1":
            faults.append(f"asked another host: {request.url}")

    def open_one(**options):
        context = chromium.new_context(
            **{"viewport": {"width": 1280, "height": 900}, "locale": "ru-RU", **options}
        )
        contexts.append(context)
        context.set_default_timeout(10_000)
        context.on("request", watch_request)
        context.on("console", watch_console)
        context.on("weberror", lambda error: faults.append(str(error.error)))
        return context.new_page()

    yield open_one
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture
def page(open_page):
    """A desktop page in Russian with JavaScript."""
    return open_page()
