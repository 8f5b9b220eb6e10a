"""A practice with people in it, a clock that can be moved, and a person at a screen."""

from datetime import UTC, datetime, timedelta, tzinfo

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from lijfspoor.practice.tenancy import clock
from tests import cast
from tests.browser.stories.person import Person

BEGIN = datetime(2026, 9, 7, 8, 0, tzinfo=UTC)


class MovedClock:
    """What the practice thinks the time is; a story moves it."""

    def __init__(self) -> None:
        self.moment = BEGIN

    def go(self, *, days: int = 0, hours: int = 0) -> None:
        """Let time pass."""
        self.moment += timedelta(days=days, hours=hours)

    def now(self, zone: tzinfo | None = None) -> datetime:
        """Stand in for the machine's clock."""
        return self.moment.astimezone(zone)


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> MovedClock:
    """The clock of the practice, at a Monday morning."""
    moved = MovedClock()
    monkeypatch.setattr(clock, "datetime", moved)
    return moved


@pytest.fixture
def house(transactional_db: None) -> cast.House:
    """Praktijk De Duinrand."""
    return cast.duinrand()


@pytest.fixture
def someone(page: Page, live_server: LiveServer, house: cast.House, screen: str) -> Person:
    """Someone at a screen of this size; they sign in as whom the story says."""
    return Person(page, live_server.url)
