"""Pages of these tests live on the day of the cast."""

import pytest

from tests.cast import NOW


@pytest.fixture(autouse=True)
def _the_day_of_the_cast(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lijfspoor.practice.desk.views.now", lambda: NOW)
    monkeypatch.setattr("lijfspoor.practice.access.requests.now", lambda: NOW)
