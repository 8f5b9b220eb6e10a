"""Reading the day: today's sessions, what waits on this colleague, what is to be signed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db import transaction

from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.desk import log_kinds
from lijfspoor.practice.desk.acts import FIRST, FOR_OFFICE
from lijfspoor.practice.desk.flows.gathered import Gathered, gather
from lijfspoor.practice.desk.seats import Seat, seat_of
from lijfspoor.practice.intake.waiting import WaitingReferral, waiting_referrals
from lijfspoor.practice.letters import flows as letters
from lijfspoor.practice.letters.details import LetterLine
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.pathway import overview as pathway
from lijfspoor.practice.pathway.overview import Claim, KeptAdvice, TreatmentOutlook
from lijfspoor.practice.people import overview as people
from lijfspoor.practice.people.overview import ListedClient
from lijfspoor.practice.tenancy.clock import AMSTERDAM
from lijfspoor.practice.treatment.cards import DraftCard, SessionCard
from lijfspoor.practice.treatment.flows import reading as treatment

MOST_OUTLOOKS = 40
MOST_SHOWN = 8
MOST_LED = 25
PER_PAGE = 20
MOST_REFERRALS = 8
CONSENT = '"consent-'
VOICES = '"voices-open"'
LEAD = "lead_clinician"
TREATS, LEADS, OFFICE = "treats", "leads", "office"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One piece of advice that waits, with the treatment it belongs to; `own_voice` when a lead clinician is asked."""

    advice: KeptAdvice
    outlook: TreatmentOutlook
    own_voice: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """The day of one colleague. `outlooks` holds those of the day's clients, by treatment."""

    seat: Seat
    day: date
    now: datetime
    sessions: tuple[SessionCard, ...]
    groups: tuple[Gathered, ...]
    outlooks: dict[UUID, TreatmentOutlook]
    due: tuple[Due, ...]
    more_due: bool
    notes: tuple[DraftCard, ...]
    letters: tuple[LetterLine, ...]
    led: tuple[ListedClient, ...]
    referrals: tuple[WaitingReferral, ...]

    @property
    def clients(self) -> tuple[UUID, ...]:
        """Everyone the page names."""
        named = [each.client.id for each in (*self.sessions, *(one for each in self.groups for one in each.sessions))]
        named += [one.outlook.client.id for one in self.due]
        named += [each.client.id for each in self.referrals] + [each.card.id for each in self.led]
        named += [each.client_id for each in self.notes] + [each.client_id for each in self.letters]
        return tuple(dict.fromkeys(named))

    @property
    def empty(self) -> bool:
        """Whether there is nothing at all to show."""
        return not (self.clients or self.outlooks)


def read_today(*, actor: Actor, day: date, now: datetime) -> Today:
    """Return the day of a colleague.

    Who treats sees their own sessions and clients, a lead clinician what is asked of them, administration the
    appointments and whose consent is missing.
    """
    seat = seat_of(actor)
    with transaction.atomic():
        sessions = _sessions(actor, seat, *bounds(day))
        alone, gathered = _gathered(actor, seat, day, sessions)
        notes = treatment.drafts_of(practice_id=actor.practice_id, member_id=actor.member_id) if seat.treats else ()
        drafts = letters.drafts_of(practice_id=actor.practice_id, member_id=actor.member_id) if seat.treats else ()
        here = {each.client.id for each in sessions}
        named = here | {each.client_id for each in notes} | {each.client_id for each in drafts}
        outlooks = _outlooks(actor, seat, named if seat.treats else set(), day, now, 0, MOST_OUTLOOKS + len(named))
        due = _first_things_first(_due(outlooks), here)
        today = Today(
            seat=seat,
            day=day,
            now=now,
            sessions=alone,
            groups=gathered,
            outlooks={each.treatment_id: each for each in outlooks},
            due=tuple(due[:MOST_SHOWN]),
            more_due=len(due) > MOST_SHOWN or len(outlooks) >= MOST_OUTLOOKS,
            notes=notes,
            letters=drafts,
            led=_led(actor, day) if seat.leads else (),
            referrals=waiting_referrals(practice_id=actor.practice_id, limit=MOST_REFERRALS) if seat.takes_up else (),
        )
        record(actor=actor, kind=log_kinds.TODAY_READ, at=now, clients=today.clients)
        return today


def is_new(*, actor: Actor) -> bool:
    """Tell whether the practice has no clients yet, so that the page says how to begin."""
    return not people.has_clients(practice_id=actor.practice_id)


def read_due(*, actor: Actor, number: int, day: date, now: datetime) -> tuple[tuple[Due, ...], bool]:
    """Return page `number` (from 1) of everything that waits on this colleague, and whether there is a next one."""
    seat = seat_of(actor)
    with transaction.atomic():
        start = (number - 1) * PER_PAGE
        outlooks = _outlooks(actor, seat, set(), day, now, start, PER_PAGE + 1)
        due = tuple(_first_things_first(_due(outlooks[:PER_PAGE]), set()))
        clients = tuple(one.outlook.client.id for one in due)
        record(actor=actor, kind=log_kinds.DUE_READ, at=now, clients=clients)
        return due, len(outlooks) > PER_PAGE


def bounds(day: date, days: int = 1) -> tuple[datetime, datetime]:
    """Return the moments between which the days lie on the Dutch clock."""
    start = datetime.combine(day, time(), AMSTERDAM)
    return start, datetime.combine(day + timedelta(days=days), time(), AMSTERDAM)


def _led(actor: Actor, day: date) -> tuple[ListedClient, ...]:
    running = pathway.clients_in_stage(practice_id=actor.practice_id, stages=pathway.OPEN_STAGES)
    return people.led_clients(actor=actor, within=running, day=day, limit=MOST_LED)


def _sessions(actor: Actor, seat: Seat, start: datetime, end: datetime) -> tuple[SessionCard, ...]:
    if not (seat.treats or seat.office):
        return ()
    own = actor.member_id if seat.treats else None
    return treatment.sessions_between(practice_id=actor.practice_id, start=start, end=end, therapist=own)


def _gathered(
    actor: Actor, seat: Seat, day: date, sessions: tuple[SessionCard, ...]
) -> tuple[tuple[SessionCard, ...], tuple[Gathered, ...]]:
    if not (seat.treats or seat.office):
        return (), ()
    own = actor.member_id if seat.treats else None
    start, end = bounds(day)
    return gather(practice_id=actor.practice_id, start=start, end=end, therapist=own, sessions=sessions)


def _outlooks(
    actor: Actor, seat: Seat, besides: set[UUID], day: date, now: datetime, start: int, size: int
) -> tuple[TreatmentOutlook, ...]:
    return pathway.waiting(
        practice_id=actor.practice_id,
        claims=_claims(actor, seat, day),
        besides=besides,
        day=day,
        now=now,
        start=start,
        size=size,
    )


def _claims(actor: Actor, seat: Seat, day: date) -> dict[str, Claim]:
    claims: dict[str, Claim] = {}
    if seat.treats:
        claims[TREATS] = Claim(clients=people.treated_by(actor=actor, day=day))
    if seat.leads:
        claims[LEADS] = Claim(clients=people.led_by(actor=actor, day=day), says=VOICES)
    if seat.office and not claims:
        claims[OFFICE] = Claim(clients=None, says=CONSENT)
    return claims


def _due(outlooks: Iterable[TreatmentOutlook]) -> Iterable[Due]:
    """Who treats gets all of it; a lead clinician where their voice is asked; administration missing consents."""
    for outlook in outlooks:
        for advice in outlook.due:
            asked = advice.code == "voices-open" and LEAD in advice.subject.split(",")
            opens = {TREATS: True, LEADS: asked, OFFICE: advice.code in FOR_OFFICE}
            if any(opens[claim] for claim in outlook.claims):
                yield Due(advice=advice, outlook=outlook, own_voice=asked and LEADS in outlook.claims)


def _first_things_first(due: Iterable[Due], here_today: set[UUID]) -> list[Due]:
    last = len(FIRST)

    def rank(one: Due) -> tuple[bool, int, str]:
        away = one.outlook.client.id not in here_today
        return away, FIRST.get(one.advice.code, last), one.outlook.client.short

    return sorted(due, key=rank)
