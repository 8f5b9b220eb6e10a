"""The week of the agenda."""

from datetime import date, time

import pytest

from tests import cast
from tests.practice.desk import desk
from tests.practice.treatment.sessions import scenes
from tests.practice.treatment.sessions.scenes import Scene

pytestmark = pytest.mark.django_db


@pytest.fixture
def noor() -> Scene:
    scene = scenes.attachment()
    scene.plan(cast.TODAY, at=time(10, 30), repeat=3)
    scene.plan(date(2026, 11, 28), at=time(11))
    return scene


def week(scene: Scene, who: str = "marjan", **query: str) -> str:
    return desk.words(desk.get(scene.house, "agenda", who=who, **query))


def test_this_week_shows_day_by_day_and_the_weekend_only_when_planned(noor: Scene) -> None:
    read = week(noor)
    assert "Week 48, 23 tot en met 29 november 2026" in read
    assert "10.30 Noor V. sessie 1 · Gymzaal · 60 min" in read
    assert "zaterdag 28 november 11.00 Noor V." in read
    assert "zondag" not in read
    assert "zaterdag" not in week(noor, week="2026-W49")


def test_weeks_go_on_over_the_turn_of_the_year(noor: Scene) -> None:
    read = desk.get(noor.house, "agenda", week="2026-W53").content.decode()
    assert "Week 53, 28 december 2026 tot en met 3 januari 2027" in read
    assert "?week=2026-W52" in read
    assert "?week=2027-W01" in read


@pytest.mark.parametrize("text", ["2026-W60", "2026-48", "x", "0001-W01", "9999-W52", "-W", "9" * 5000 + "-W1"])
def test_what_is_no_week_leads_back_to_this_week(noor: Scene, text: str) -> None:
    page = desk.get(noor.house, "agenda", week=text)
    assert page.status_code == 302
    assert page["Location"] == "/agenda/"


def test_a_therapist_sees_the_own_week_and_administration_everyones(noor: Scene) -> None:
    assert "Noor" not in week(noor, "tess")
    office = week(noor, "ab")
    assert "Noor Veldhuis Marjan de Wit · Gymzaal · 60 min" in office
    assert "sessie 1" not in office
    assert "Noor" not in desk.words(desk.get(cast.oever(), "agenda", who="elsa"))


def test_an_empty_week_is_calm_and_looking_leaves_one_entry(noor: Scene) -> None:
    assert "Geen sessies in deze week" in week(noor, week="2026-W10")
    week(noor)
    (empty, full) = desk.entries(noor.house, "desk.week_read")
    assert (empty.clients, full.clients) == ([], [str(noor.client.id)])
