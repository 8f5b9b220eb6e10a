"""Pages of these tests live on the day of the cast."""

import pytest

from tests.cast import NOW


@pytest.fixture(autouse=True)
def _the_day_of_the_cast(monkeypatch: pytest.MonkeyPatch) -> None:
    for views in ("views_course", "views_around", "views_bond", "views_decision", "views_moving", "views_beside"):
        monkeypatch.setattr(f"lijfspoor.practice.treatment.{views}.now", lambda: NOW)
