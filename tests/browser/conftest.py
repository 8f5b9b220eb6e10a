"""A real browser on a real server: Debian's Chromium, the screen sizes, and the check for accessibility."""

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, ViewportSize

from tests import emptying
from tests.django_room import start_django

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
start_django()
emptying.install()

from tests.browser.demo import demo, kept_demo  # noqa: E402, F401  # fixtures, once Django has started
from tests.browser.walk import axe_faults  # noqa: E402

SIZES: dict[str, ViewportSize] = {
    "phone": {"width": 360, "height": 740},
    "tablet": {"width": 820, "height": 1180},
    "desktop": {"width": 1366, "height": 820},
}
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def story_sizes() -> list[str]:
    """The screen sizes to test: all, or those LIJFSPOOR_STORY_SIZES names (comma between)."""
    asked = os.environ.get("LIJFSPOOR_STORY_SIZES", "")
    return [name for name in SIZES if not asked or name in asked.split(",")]


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """Start the Chromium of this machine; none is ever downloaded."""
    return {"executable_path": shutil.which("chromium"), "args": CHROMIUM_FLAGS, "headless": True}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A Dutch visitor at desktop size."""
    return browser_context_args | {
        "locale": "nl-NL",
        "timezone_id": "Europe/Amsterdam",
        "viewport": SIZES["desktop"],
    }


@pytest.fixture
def page(page: Page) -> Iterator[Page]:
    """A page that fails its test on any script error, broken policy or request to another host."""
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(f"script error: {error}"))
    page.on("console", lambda line: faults.append(line.text) if "Content Security Policy" in line.text else None)
    page.on("request", lambda asked: faults.append(f"outside: {asked.url}") if _outside(asked.url) else None)
    yield page
    assert faults == []


@pytest.fixture(params=story_sizes())
def screen(request: pytest.FixtureRequest, page: Page) -> str:
    """The name of a screen size; a test with this fixture runs once for each, on a page of that size."""
    page.set_viewport_size(SIZES[request.param])
    return str(request.param)


def _outside(url: str) -> bool:
    return not url.startswith(("http://localhost", "http://127.0.0.1", "data:", "blob:", "about:"))


@pytest.fixture
def accessible() -> Callable[[Page], None]:
    """A function that fails when axe finds a fault on the page as it stands."""

    def check(page: Page) -> None:
        assert axe_faults(page) == []

    return check
