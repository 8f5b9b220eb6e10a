"""Reading a client's file: the clinical file for who treats or leads, the administrative part for the office."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from lijfspoor.domain.pathways.facts import AnyFact, Born, CredentialHeld
from lijfspoor.domain.pathways.model import Stage
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.desk import log_kinds
from lijfspoor.practice.desk.flows.today import bounds
from lijfspoor.practice.education.details import ShareLine
from lijfspoor.practice.education.flows import shared_with
from lijfspoor.practice.letters import flows as letters
from lijfspoor.practice.letters.details import LetterLine
from lijfspoor.practice.letters.reading import open_to
from lijfspoor.practice.logbook.flows import record, record_reading
from lijfspoor.practice.pathway import overview as pathway
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.people import overview as people
from lijfspoor.practice.people.details import ConsentLine
from lijfspoor.practice.people.overview import Circle, Network
from lijfspoor.practice.treatment.cards import SessionCard
from lijfspoor.practice.treatment.flows import reading as treatment
from lijfspoor.practice.treatment.flows.along import sessions_along


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientFile:
    """The file of a client: `course` is the treatment shown, `others` the rest.

    `news` is what was recorded by others since `seen_before`, the reader's last visit on an earlier day.
    """

    actor: Actor
    day: date
    now: datetime
    circle: Circle
    network: Network
    course: Course | None
    others: tuple[Course, ...]
    slot: str
    sessions: tuple[SessionCard, ...]
    letters: tuple[LetterLine, ...]
    explained: tuple[ShareLine, ...]
    seen_before: datetime | None
    news: tuple[AnyFact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeFile:
    """What administration sees of a client: names, people, consents, appointments; nothing of the treatment."""

    circle: Circle
    network: Network
    consents: tuple[ConsentLine, ...]
    appointments: tuple[SessionCard, ...]
    treatment_id: UUID | None
    day: date
    now: datetime


def read_file(
    *, actor: Actor, client_id: UUID, wanted: UUID | None, day: date, now: datetime
) -> ClientFile | OfficeFile:
    """Return a client's file as far as it is open to this colleague; `wanted` names the treatment to show.

    Raises NotFound without any relation to the client.
    """
    with transaction.atomic():
        circle = people.circle(actor=actor, client_id=client_id, day=day)
        network = people.network_of(card=circle.card, day=day)
        if circle.relation.may_read_file:
            return _clinical(actor, circle, network, wanted, day, now)
        return _office(actor, circle, network, day, now)


def _clinical(
    actor: Actor, circle: Circle, network: Network, wanted: UUID | None, day: date, now: datetime
) -> ClientFile:
    courses = pathway.courses_around(around=network.around, day=day)
    course = _shown(courses, wanted)
    midnight = bounds(day)[0]
    seen = record_reading(actor=actor, kind=log_kinds.FILE_READ, at=now, client=circle.card.id, before=midnight)
    sessions, slot = sessions_along(course=course) if course else ((), "")
    return ClientFile(
        actor=actor,
        day=day,
        now=now,
        circle=circle,
        network=network,
        course=course,
        others=tuple(each for each in courses if each is not course),
        slot=slot,
        sessions=sessions if circle.relation.treats else tuple(map(_without_draft, sessions)),
        letters=_letters(actor, circle) if course else (),
        explained=shared_with(practice_id=actor.practice_id, client_id=circle.card.id) if course else (),
        seen_before=seen,
        news=_news(courses, seen, actor) if seen else (),
    )


def _letters(actor: Actor, circle: Circle) -> tuple[LetterLine, ...]:
    lines = letters.letters_of(practice_id=actor.practice_id, client_id=circle.card.id)
    return open_to(actor=actor, relation=circle.relation, lines=lines)


def _office(actor: Actor, circle: Circle, network: Network, day: date, now: datetime) -> OfficeFile:
    ids = pathway.treatments_of_client(practice_id=actor.practice_id, client_id=circle.card.id)
    newest = ids[0] if ids else None
    coming: tuple[SessionCard, ...] = ()
    if newest:
        coming = treatment.sessions_of(practice_id=actor.practice_id, treatment_id=newest)
    record(actor=actor, kind=log_kinds.OFFICE_FILE_READ, at=now, clients=(circle.card.id,))
    return OfficeFile(
        circle=circle,
        network=network,
        consents=people.consent_lines(network=network, day=day),
        appointments=coming,
        treatment_id=newest,
        day=day,
        now=now,
    )


def _shown(courses: tuple[Course, ...], wanted: UUID | None) -> Course | None:
    """The treatment asked for, else the newest that is open, else the newest."""
    asked = (each for each in courses if each.treatment_id == wanted)
    still_open = (each for each in courses if each.standing.stage is not Stage.CLOSED)
    return next((each for those in (asked, still_open, courses) for each in those), None)


def _without_draft(card: SessionCard) -> SessionCard:
    """A draft is not there for who does not treat."""
    return replace(card, note="", note_by=None) if card.note == "draft" else card


def _news(courses: tuple[Course, ...], since: datetime, actor: Actor) -> tuple[AnyFact, ...]:
    said = {fact.stamp.id: fact for each in courses for fact in each.facts}
    return tuple(
        sorted(
            (
                fact
                for fact in said.values()
                if fact.stamp.recorded_at > since
                and fact.stamp.by != actor.name
                and not isinstance(fact, Born | CredentialHeld)
            ),
            key=lambda fact: fact.stamp.recorded_at,
        )
    )
