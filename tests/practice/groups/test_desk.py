"""A group on the day and in the week: once, with the way to its page, for both its therapists."""

from datetime import time

import pytest
from django.urls import reverse

from lijfspoor.practice.desk.acts import ACTS
from tests import cast
from tests.practice.desk import desk
from tests.practice.groups.circle import circle, person
from tests.practice.treatment.sessions import scenes
from tests.practice.treatment.sessions.scenes import Scene

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lijfspoor.practice.desk.views.now", lambda: cast.NOW)


@pytest.mark.parametrize("route", ["today", "agenda"])
@pytest.mark.parametrize("who", ["marjan", "tess", "ab"])
def test_a_group_stands_there_once_for_both_therapists_and_the_office(route: str, who: str) -> None:
    group = circle(3)
    (meeting,) = group.meet(at=time(14))
    alone = person(group.house, "Zeger")
    alone.plan(group.day, at=time(16))
    shown = desk.get(group.house, route, who=who)
    read = desk.words(shown)
    assert shown.content.decode().count('datetime="14:00"') == 1
    assert "3 deelnemers" in read
    assert "Berend" not in read
    assert ("Zeger" in read) is (who != "tess")
    if route == "agenda":
        assert reverse("groups:meeting", args=[meeting]) in shown.content.decode()


def test_the_group_that_comes_next_is_the_one_next_step() -> None:
    group = circle(2)
    (meeting,) = group.meet(at=time(14))
    page = desk.get(group.house, "today").content.decode()
    assert "Open de groep" in page
    assert reverse("groups:meeting", args=[meeting]) in page


@pytest.mark.requirement("S2-100")
def test_the_advice_at_the_fifth_block_leads_to_the_choice_of_a_group(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lijfspoor.practice.groups.views.now", lambda: cast.NOW)
    house = cast.duinrand()
    child: Scene = scenes.attachment(house)
    circle(0, house, pin=scenes.ATTACHMENT, name="Vervolggroep")
    assert ACTS["group-follow-up"].route == "groups:choose"
    page = desk.browser(house, "marjan").get(reverse("groups:choose", args=[child.treatment_id])).content.decode()
    assert "Vervolggroep" in page
    assert "nog 12 plaatsen" in page
    assert "S2-100" in page
