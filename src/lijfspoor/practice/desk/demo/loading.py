"""Loads the demo practice, once."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from django.db import transaction

from lijfspoor.practice.access.opening import has_account
from lijfspoor.practice.desk.demo import adults, broad, children, far_away, groups, houses, movers, showing, writing
from lijfspoor.practice.desk.demo.houses import PASSWORD, House
from lijfspoor.practice.desk.demo.telling import Calendar, Story, tell
from lijfspoor.practice.exercises import flows as exercises
from lijfspoor.practice.library.flows import publish_own_module
from lijfspoor.practice.tenancy import clock

ACCOUNTS = (
    ("owner and therapist", houses.MARJAN.email),
    ("therapist", houses.TESS.email),
    ("lead clinician", houses.LEA.email),
    ("assistant", houses.AB.email),
    ("owner of another practice", houses.ELSA.email),
)


def own_module(house: House) -> Story:
    """The practice adds a small module of its own, hides an exercise and adapts another."""
    now = yield house.days.at(45, "12.10")
    document = Path(__file__).with_name("walking-outside.yaml").read_bytes()
    publish_own_module(actor=house["marjan"], document=document, now=now)
    now = yield house.days.at(40, "12.15")
    exercises.hide_exercise(
        actor=house["marjan"], exercise_id="pk-foam-roads", reason="De zaal heeft geen wasbak.", now=now
    )
    now = yield house.days.at(38, "12.20")
    document = Path(__file__).with_name("two-gardens-on-cloth.yaml").read_bytes()
    exercises.publish_own_exercise(actor=house["tess"], document=document, now=now)


def load_demo(now: datetime | None = None) -> Iterable[tuple[str, str, str]]:
    """Load the demo practice unless it is there; return role, e-mail address and password of everyone in it.

    All or nothing: a load that is interrupted leaves nothing behind. The stories end on the day of `now`.
    """
    days = Calendar(clock.day_of(now or clock.now()))
    with transaction.atomic():
        if not has_account(houses.MARJAN.email):
            here, there = houses.duinrand(days), houses.oever(days)
            grown = (*adults.stories(here), *groups.stories(here), *broad.stories(here), *movers.stories(here))
            written = (own_module(here), writing.versions(here), writing.questions(here), *showing.stories(here))
            tell((*written, *grown, *children.stories(here), *far_away.stories(there)))
    return tuple((role, email, PASSWORD) for role, email in ACCOUNTS)
