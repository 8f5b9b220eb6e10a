"""A group under way, for the tests of groups."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

from lijfspoor.domain.pathways import facts as f
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.groups import flows
from lijfspoor.practice.groups.flows import hour, reading
from lijfspoor.practice.groups.flows.hour import MeetingFile
from lijfspoor.practice.groups.flows.reading import GroupFile
from lijfspoor.practice.groups.pages_meeting import marks
from lijfspoor.practice.groups.paper import GroupSheet
from lijfspoor.practice.treatment.models import Note
from tests import cast
from tests.practice.treatment.sessions import scenes
from tests.practice.treatment.sessions.scenes import Scene

NAMES = ("Berend", "Coba", "Driekus", "Evelien", "Floris", "Gerda", "Hielke", "Ietje", "Joost", "Klaartje", "Lieuwe")
FAMILY = "Wadloper"


@dataclass
class Circle:
    """Marjan's group in the add-on with Tess beside her; each participant is a scene of their own."""

    house: cast.House
    group_id: UUID
    scenes: list[Scene] = field(default_factory=list)
    day: date = cast.TODAY

    def actor(self, name: str = "marjan") -> Actor:
        """A colleague."""
        return self.house.actor(name)

    def when(self, name: str = "marjan") -> dict[str, Any]:
        """The arguments every flow has: who, the day, the moment."""
        return {"actor": self.actor(name), "day": self.day, "now": cast.NOW}

    def join(self, scene: Scene, who: str = "marjan", **more: Any) -> tuple[str, ...]:
        """Let someone take part from today, with their own yes."""
        given = {"on": self.day, "agreed": ("client",), **more}
        return flows.join_group(group_id=self.group_id, treatment_id=scene.treatment_id, **given, **self.when(who))

    def meet(self, first: date | None = None, times: int = 1, at: time = time(9)) -> list[UUID]:
        """Plan sessions of the group and return all of them in time."""
        wish = flows.MeetingWish(first=first or self.day, at=at, minutes=90, place="Zaal", times=times)
        flows.plan_meetings(group_id=self.group_id, wish=wish, **self.when())
        return [each.id for each in self.read().meetings]

    def read(self, who: str = "marjan") -> GroupFile:
        """The group as someone reads it."""
        return reading.read_group(group_id=self.group_id, **self.when(who))

    def file(self, meeting: UUID, who: str = "marjan") -> MeetingFile:
        """A group session as someone reads it."""
        return hour.read_meeting(meeting_id=meeting, **self.when(who))

    def sheet(
        self, file: MeetingFile, said: Mapping[int, flows.Entry], whole: Mapping[str, str] | None = None
    ) -> GroupSheet:
        """The form of a page with this filled in for the participants by place in the list, the rest as it was."""
        seats = {each.id: said.get(number, each.entry) for number, each in enumerate(file.seats) if not each.done}
        return GroupSheet(file.whole if whole is None else whole, seats, marks(file), brings_whole=True)

    def sign(self, meeting: UUID, said: Mapping[int, flows.Entry], who: str = "marjan", **more: Any) -> flows.Signing:
        """Fill in the page and sign who has attendance."""
        sheet = self.sheet(self.file(meeting, who), said, more.pop("whole", None))
        return flows.sign_seats(meeting_id=meeting, sheet=sheet, **more, **self.when(who))


def person(house: cast.House, given: str) -> Scene:
    """Someone in the add-on, under way, treated by Marjan."""
    client = cast._client(house, given=given, family=FAMILY, born=date(1990, 1, 1))
    cast.relate(house, client, "marjan", "treats")
    cast.relate(house, client, "lea", "leads")
    cast.consent(house, client, "treatment")
    return scenes._started(Scene(house, client, scenes._treatment(house, client, scenes.ADDON)), phase="")


def circle(people: int = 3, house: cast.House | None = None, **more: Any) -> Circle:
    """A group with so many participants, joined today."""
    house = house or cast.duinrand()
    details = {
        "name": "Dinsdaggroep",
        "pin": scenes.ADDON,
        "therapist": house.members["marjan"].id,
        "co_therapist": house.members["tess"].id,
        "weekday": 0,
        "at": time(10),
        "minutes": 90,
        "takes_in": True,
        "most": 12,
        "begins_on": cast.TODAY - timedelta(days=7),
        **more,
    }
    actor = house.actor("marjan")
    made = flows.open_group(actor=actor, details=flows.GroupDetails(**details), day=cast.TODAY, now=cast.NOW)
    found = Circle(house, made)
    for number in range(people):
        scene = person(house, NAMES[number % len(NAMES)] + "x" * (number // len(NAMES)))
        found.scenes.append(scene)
        found.join(scene)
    return found


def seen(**note: str) -> flows.Entry:
    """Someone who was there, with what was seen; `channel_x` reads `channel-x`."""
    return flows.Entry("present", {name.replace("channel_", "channel-"): words for name, words in note.items()})


def held(scene: Scene) -> list[f.SessionHeld]:
    """What was recorded as held in someone's treatment."""
    return scene.facts(f.SessionHeld)


def missed(scene: Scene) -> list[f.SessionMissed]:
    """What was recorded as missed in someone's treatment."""
    return scene.facts(f.SessionMissed)


def own_note(scene: Scene) -> Note:
    """The note on the one session that was held."""
    return scene.note(UUID(held(scene)[0].session))
