"""What a visitor who is not signed in meets, at every screen size."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer


@pytest.mark.django_db(transaction=True)
def test_the_door_asks_who_one_is_and_can_be_used_by_everyone(
    page: Page, live_server: LiveServer, screen: str, accessible: Callable[[Page], None]
) -> None:
    page.goto(f"{live_server.url}/account/login/")
    expect(page.locator("input[name=login]")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "nl")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), screen
    accessible(page)
