"""Treatments under way, for the tests of sessions and notes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID, uuid4

from lijfspoor.domain.kernel import Answer
from lijfspoor.domain.pathways import facts as f
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.pathway import store as pathway_store
from lijfspoor.practice.people.models import Client, Contact
from lijfspoor.practice.treatment import flows
from lijfspoor.practice.treatment.models import Note, Session
from lijfspoor.practice.treatment.paper import Paper, Version
from tests import cast

START = date(2026, 9, 1)
ADDON, ATTACHMENT, PMT = "pmt-addon@1.0", "pmkt-attachment@1.0", "pmt@1.0"
MOVEMENT, PHYSIO = "movement-in-trauma@1.0", "psychosomatic-physio@1.0"


@dataclass
class Scene:
    """A treatment under way with its people; `day` and `now` are what flows get told."""

    house: cast.House
    client: Client
    treatment_id: UUID
    mother: Contact | None = None
    father: Contact | None = None
    grandmother: Contact | None = None
    day: date = cast.TODAY
    now: datetime = cast.NOW

    def actor(self, name: str = "marjan") -> Actor:
        """A colleague."""
        return self.house.actor(name)

    def when(self, name: str = "marjan") -> dict[str, Any]:
        """The arguments every flow has: who, the day, the moment."""
        return {"actor": self.actor(name), "day": self.day, "now": self.now}

    def plan(self, first: date, *, at: time = time(10, 30), who: str = "marjan", **more: Any) -> tuple[UUID, ...]:
        """Plan one or more sessions."""
        wish = flows.Appointment(first=first, at=at, **{"minutes": 60, "place": "Gymzaal", **more})
        return flows.plan_sessions(treatment_id=self.treatment_id, wish=wish, **self.when(who))

    def save(self, session: UUID, note: Mapping[str, str], version: Version, who: str = "marjan") -> flows.Saved:
        """Save a draft note."""
        draft = flows.Draft(Paper(note=note), version)
        return flows.save_note_draft(session_id=session, draft=draft, **self.when(who))

    def row(self, session: UUID) -> Session:
        """The session as kept."""
        found: Session = Session.objects.in_practice(self.house.practice.id).get(id=session)
        return found

    def note(self, session: UUID) -> Note:
        """The note as kept."""
        found: Note = Note.objects.in_practice(self.house.practice.id).get(session_id=session, amends__isnull=True)
        return found

    def facts(self, kind: type[f.Fact]) -> list[Any]:
        """The facts of a kind, in order."""
        known = pathway_store.facts_of(self.house.practice.id, (self.treatment_id,))[self.treatment_id]
        return [fact for fact in known if isinstance(fact, kind)]

    def add(self, fact: Callable[..., Any], on: date | None = None, **said: Any) -> None:
        """Put a fact in the file, past every check."""
        number = pathway_store.next_sequence(self.house.practice.id, self.treatment_id)
        stamp = f.Stamp(
            id=str(uuid4()), holds_on=on or START, recorded_at=cast.NOW, sequence=number, by="Marjan de Wit"
        )
        pathway_store.add_facts(self.house.practice.id, self.treatment_id, [fact(stamp=stamp, **said)])

    def held(self, times: int) -> None:
        """Let so many sessions have been held already, outside the agenda."""
        for _ in range(times):
            self.add(f.SessionHeld, session=str(uuid4()))


def addon(house: cast.House | None = None) -> Scene:
    """Samira in the add-on, under way, with consent to treatment."""
    house = house or cast.duinrand()
    client = cast.adult(house)
    cast.consent(house, client, "treatment")
    return _started(Scene(house, client, _treatment(house, client, ADDON)), phase="")


def movement(house: cast.House | None = None, *, checked: bool = True) -> Scene:
    """Samira in the module on movement in trauma, under way; our own check of effort is well when `checked`."""
    house = house or cast.duinrand()
    client = cast.adult(house)
    cast.consent(house, client, "treatment")
    scene = _started(Scene(house, client, _treatment(house, client, MOVEMENT)), phase="")
    for asked in ("heart-and-breath", "illness-and-medication", "joints-and-balance", "arousal") if checked else ():
        scene.add(f.CriterionAnswered, criterion=asked, answer=Answer.YES)
    return scene


def attachment(house: cast.House | None = None) -> Scene:
    """Noor in the module for attachment, in the first phase, with both parents' consent."""
    house = house or cast.duinrand()
    client, eva, mark, ria = cast.child(house, allergies="Noten")
    for parent in (eva, mark):
        cast.consent(house, client, "treatment", parent)
    scene = Scene(house, client, _treatment(house, client, ATTACHMENT), eva, mark, ria)
    cast.relate(house, client, "lea", "leads")
    return _started(scene, phase="regulation")


def broad(house: cast.House | None = None, *, young: bool = False) -> Scene:
    """Samira, or with `young` Noor, in the module for PMT, under way in the short variant."""
    house = house or cast.duinrand()
    if young:
        client, eva, mark, ria = cast.child(house)
        for parent in (eva, mark):
            cast.consent(house, client, "treatment", parent)
        scene = Scene(house, client, _treatment(house, client, PMT), eva, mark, ria)
    else:
        client = cast.adult(house)
        cast.consent(house, client, "treatment")
        scene = Scene(house, client, _treatment(house, client, PMT))
    scene.add(f.VariantChosen, variant="short")
    return _started(scene, phase="")


def safe_together(scene: Scene) -> None:
    """Answer the safety question of joint sessions with yes."""
    scene.add(f.CriterionAnswered, criterion="caregiver-not-source-of-fear", answer=Answer.YES)


def touch_allowed(scene: Scene) -> None:
    """Both parents consent to touch, or the adult client does."""
    for who in (scene.mother, scene.father) if scene.mother else (None,):
        cast.consent(scene.house, scene.client, "touch", who)


def evening(day: date) -> datetime:
    """A moment late on a day."""
    return datetime(day.year, day.month, day.day, 18, tzinfo=UTC)


def _treatment(house: cast.House, client: Client, pin: str) -> UUID:
    return pathway_store.open_treatment(house.practice.id, client.id, pin, cast.NOW).id


def _started(scene: Scene, phase: str) -> Scene:
    marjan = scene.house.members["marjan"]
    scene.add(f.Referred, route="private")
    scene.add(f.TherapistAssigned, therapist=str(marjan.id), name="Marjan de Wit")
    scene.add(f.TreatmentStarted, phase=phase)
    return scene
