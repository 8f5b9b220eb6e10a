"""What colleagues of the demo do for one client, in words a story can use."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from uuid import UUID

from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.intake import criteria, goals, papers
from lijfspoor.practice.intake import flows as intake
from lijfspoor.practice.intake.criteria import Answered
from lijfspoor.practice.letters import flows as letters
from lijfspoor.practice.people import consents, network
from lijfspoor.practice.people.details import ContactDetails
from lijfspoor.practice.tenancy.clock import day_of
from lijfspoor.practice.treatment.cards import Appointment, Draft
from lijfspoor.practice.treatment.flows import notes, planning
from lijfspoor.practice.treatment.flows import sessions as held
from lijfspoor.practice.treatment.flows.sessions import How
from lijfspoor.practice.treatment.paper import Paper, Version

PLANNED = Version(plan=1, note=0)
"""The version of a session that was only planned."""


@dataclass(frozen=True)
class Slot:
    """When a client comes: so many working days before today is the latest day it can have been, or today."""

    back: int
    clock: str
    place: str = "zaal"
    minutes: int = 60


@dataclass
class Case:
    """A client of the demo with the treatment, as the colleague who treats sees it."""

    actor: Actor
    client_id: UUID
    treatment_id: UUID
    name: str
    people: dict[str, UUID] = field(default_factory=dict)
    sessions: list[UUID] = field(default_factory=list)

    def add(self, key: str, details: ContactDetails, *, authority: str, now: datetime) -> None:
        """Put someone in the network, with authority when they hold it."""
        self.people[key] = network.add_contact(
            actor=self.actor,
            client_id=self.client_id,
            details=details,
            authority=authority,
            day=day_of(now),
            now=now,
        )

    def consent(
        self, scope: str, who: str, *, now: datetime, given: bool = True, how: str = "", until: date | None = None
    ) -> None:
        """Record a consent of the client (`who` is `client`) or of someone in the network."""
        consents.record_consent(
            actor=self.actor,
            client_id=self.client_id,
            scope=scope,
            person=who if who == "client" else str(self.people[who]),
            given=given,
            holds_from=day_of(now),
            until=until,
            how=how,
            day=day_of(now),
            now=now,
        )

    def consent_by_all(self, scopes: tuple[str, ...], *, now: datetime, how: str, until: date | None = None) -> None:
        """Record the consent of everyone who must decide."""
        day = day_of(now)
        _, lines = consents.read_consents(actor=self.actor, client_id=self.client_id, day=day, now=now)
        names = {str(id_): key for key, id_ in self.people.items()}
        for line in lines:
            if line.scope in scopes:
                self.consent(line.scope, names.get(line.person, "client"), now=now, how=how, until=until)

    def answer(self, group: str, *, now: datetime, again: bool = False, **answers: Answered) -> None:
        """Answer criteria of a group; dashes in their ids are written as underscores."""
        criteria.answer_criteria(
            actor=self.actor,
            treatment_id=self.treatment_id,
            group_id=group,
            answers={id_.replace("_", "-"): answer for id_, answer in answers.items()},
            day=day_of(now),
            now=now,
            ask_again=again,
        )

    def write(self, kind: str, texts: Mapping[str, str], *, now: datetime, sign: bool = True) -> None:
        """Write a paper step by step; what it starts with stays unless `texts` says otherwise."""
        day = day_of(now)
        read = papers.read_paper(actor=self.actor, treatment_id=self.treatment_id, kind=kind, day=day, now=now)
        filled = {**read.sheet.start, **texts}
        version = read.draft.version if read.draft else 0
        for step, page in enumerate(read.sheet.pages, 1):
            if any(filled.get(name) for line in page.lines() for name, _ in line.names()):
                version = self._keep(kind, step, filled, version, now)
        if sign:
            papers.sign_paper(
                actor=self.actor, treatment_id=self.treatment_id, kind=kind, version=version, day=day, now=now
            )

    def _keep(self, kind: str, step: int, filled: Mapping[str, str], version: int, now: datetime) -> int:
        return papers.save_draft(
            actor=self.actor,
            treatment_id=self.treatment_id,
            kind=kind,
            step=step,
            posted=filled,
            version=version,
            day=day_of(now),
            now=now,
        ).version

    def agree(self, chosen: Iterable[str] = (), own: goals.OwnGoal | None = None, *, now: datetime) -> None:
        """Agree on goals of the module, and maybe on one of one's own."""
        goals.agree_goals(
            actor=self.actor,
            treatment_id=self.treatment_id,
            chosen=tuple(chosen),
            own=own,
            day=day_of(now),
            now=now,
        )

    def start(self, *, now: datetime) -> None:
        """Start treatment."""
        day = day_of(now)
        intake.start_treatment(actor=self.actor, treatment_id=self.treatment_id, starts_on=day, day=day, now=now)

    def plan(self, first: date, slot: Slot, times: int, *, now: datetime, joined_by: tuple[str, ...] = ()) -> None:
        """Plan weekly sessions from a day on."""
        hour, minute = slot.clock.split(".")
        wish = Appointment(
            first=first,
            at=time(int(hour), int(minute)),
            minutes=slot.minutes,
            place=slot.place,
            form="dyad" if joined_by else "individual",
            joined_by=tuple(self.people[name] for name in joined_by),
            repeat=times,
        )
        made = planning.plan_sessions(
            actor=self.actor, treatment_id=self.treatment_id, wish=wish, day=day_of(now), now=now
        )
        self.sessions += made

    def sign(self, number: int, paper: Paper, *, now: datetime) -> None:
        """Sign the note of the session planned as the given one (from 1), which records it as held."""
        notes.sign_note(
            actor=self.actor,
            session_id=self.sessions[number - 1],
            draft=Draft(paper, PLANNED),
            day=day_of(now),
            now=now,
        )

    def draft(self, number: int, paper: Paper, *, now: datetime) -> None:
        """Keep the plan, and maybe a first note, of a planned session."""
        notes.save_note_draft(
            actor=self.actor,
            session_id=self.sessions[number - 1],
            draft=Draft(paper, PLANNED),
            day=day_of(now),
            now=now,
        )

    def write_to(self, kind: str, key: str, *, now: datetime, send: bool = True) -> None:
        """Draft a letter to the addressee of this key, and send it."""
        day = day_of(now)
        letter = letters.draft_letter(
            actor=self.actor, treatment_id=self.treatment_id, kind=kind, addressee=key, day=day, now=now
        )
        if send:
            letters.send_letter(
                actor=self.actor, letter_id=letter, version=1, how="own_mail", released=False, day=day, now=now
            )

    def hold(self, number: int, paper: Paper, *, now: datetime) -> None:
        """Record a session as held, its note still a draft."""
        held.hold_session(
            actor=self.actor,
            session_id=self.sessions[number - 1],
            draft=Draft(paper, PLANNED),
            day=day_of(now),
            now=now,
        )

    def miss(self, number: int, how: How, reason: str, *, now: datetime) -> None:
        """Record that a planned session did not take place."""
        held.miss_session(
            actor=self.actor,
            session_id=self.sessions[number - 1],
            how=how,
            reason=reason,
            day=day_of(now),
            now=now,
        )
