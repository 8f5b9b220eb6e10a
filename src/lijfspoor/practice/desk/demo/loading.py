"""Loads the demo practice, once."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from lijfspoor.practice.access.opening import has_account
from lijfspoor.practice.desk.demo import adults, children, far_away, houses
from lijfspoor.practice.desk.demo.houses import PASSWORD
from lijfspoor.practice.desk.demo.telling import Calendar, tell
from lijfspoor.practice.tenancy import clock

ACCOUNTS = (
    ("owner and therapist", houses.MARJAN.email),
    ("therapist", houses.TESS.email),
    ("lead clinician", houses.LEA.email),
    ("assistant", houses.AB.email),
    ("owner of another practice", houses.ELSA.email),
)


def load_demo(now: datetime | None = None) -> Iterable[tuple[str, str, str]]:
    """Load the demo practice unless it is there; return role, e-mail address and password of everyone in it.

    All or nothing: a load that is interrupted leaves nothing behind. The stories end on the day of `now`.
    """
    days = Calendar(clock.day_of(now or clock.now()))
    with transaction.atomic():
        if not has_account(houses.MARJAN.email):
            here, there = houses.duinrand(days), houses.oever(days)
            tell((*adults.stories(here), *children.stories(here), *far_away.stories(there)))
    return tuple((role, email, PASSWORD) for role, email in ACCOUNTS)
