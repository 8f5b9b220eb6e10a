"""Children of the other practice, whom nobody in the first may ever see."""

from lijfspoor.practice.desk.demo import children_people as who
from lijfspoor.practice.desk.demo.casework import Slot
from lijfspoor.practice.desk.demo.children import ladder
from lijfspoor.practice.desk.demo.children_course import begin, examine, register
from lijfspoor.practice.desk.demo.children_events import live
from lijfspoor.practice.desk.demo.houses import House
from lijfspoor.practice.desk.demo.telling import Story


def stories(house: House) -> tuple[Story, ...]:
    """Return the stories of the children of De Oever."""
    return (kiki(house), omar(house), pip(house))


def kiki(house: House) -> Story:
    """Phase 1."""
    weeks = yield from begin(house, who.KIKI, Slot(0, "9.00", "zaal"), "hhhh")
    yield from live(weeks, ladder(who.KIKI))


def omar(house: House) -> Story:
    """In examination: the first part is there."""
    case = yield from register(house, who.OMAR, house.days.ago(30))
    yield from examine(who.OMAR, case, house.days.ago(4), parts=1)


def pip(house: House) -> Story:
    """Registered by her mother yesterday."""
    yield from register(house, who.PIP, house.days.working_days_ago(1))
