"""What a page costs: a fixed number of queries, the same for a small and a larger practice."""

from datetime import time, timedelta

import pytest
from django.db import connection
from django.urls import reverse

from tests import cast
from tests.practice.desk import desk
from tests.practice.treatment.sessions import scenes
from tests.practice.treatment.sessions.scenes import Scene

pytestmark = pytest.mark.django_db
MOST = 15
FEW, MANY = 3, 60


def practice_of(clients: int) -> Scene:
    """A practice with so many clients under way, some with a session today, a draft and something due."""
    house = cast.duinrand()
    made = [scenes.addon(house) if number % 2 else scenes.attachment(house) for number in range(clients)]
    for number, scene in enumerate(made):
        if number < 3:
            scene.plan(cast.TODAY, at=time(9 + number), repeat=2)
        scene.held(2)
        cast.consent(house, scene.client, "treatment", scene.father, given=False)
        desk.keep(scene)
    return made[0]


def cost(scene: Scene, page: str, who: str) -> int:
    args = [scene.client.id] if page == "file" else []
    return len(desk.queries(desk.browser(scene.house, who), reverse(f"desk:{page}", args=args)))


@pytest.mark.parametrize("who", ["marjan", "lea", "ab"])
def test_pages_cost_the_same_for_few_and_for_many_clients(who: str) -> None:
    pages = ("today", "due", "clients", "file", "agenda")
    few = practice_of(FEW)
    small = {page: cost(few, page, who) for page in pages}
    _away(few)
    many = practice_of(MANY)
    large = {page: cost(many, page, who) for page in pages}
    assert small == large
    assert max(large.values()) <= MOST, large


def _away(scene: Scene) -> None:
    """Let the first practice's people keep their addresses; the second practice has others of the same name."""
    for member in scene.house.members.values():
        member.user.email = f"was-{member.user.email}"
        member.user.save(update_fields=["email"])


def test_the_file_costs_the_same_whatever_is_in_it() -> None:
    short, long = scenes.attachment(), None
    _away(short)
    long = scenes.attachment()
    long.plan(cast.TODAY - timedelta(weeks=20), at=time(10, 30), repeat=30)
    long.held(40)
    assert cost(short, "file", "marjan") == cost(long, "file", "marjan") <= MOST
    assert connection.vendor in ("sqlite", "postgresql")
