"""Reading referrals back: one as it came in, those that wait, and the ways in to choose from."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from lijfspoor.practice.access.actor import Actor, Role
from lijfspoor.practice.access.flows import colleagues
from lijfspoor.practice.access.refusals import NotFound
from lijfspoor.practice.intake import log_kinds, policies, store
from lijfspoor.practice.intake.details import ReferralCard
from lijfspoor.practice.intake.models import Referral
from lijfspoor.practice.intake.referring import referrer_of
from lijfspoor.practice.intake.ways import BY_LEAD
from lijfspoor.practice.library import flows as library
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.people import flows as people
from lijfspoor.practice.people import policies as people_policies
from lijfspoor.practice.people.relations import ClientCard, Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class WayIn:
    """A module with one of its routes, to choose from."""

    pin: str
    route: str
    module: str
    words: str
    sources: tuple[str, ...]

    @property
    def key(self) -> str:
        """Module and route as one value of a form."""
        return f"{self.pin}|{self.route}"

    @property
    def by_lead(self) -> bool:
        """Whether only a lead clinician refers along it (S1-037)."""
        return self.route == BY_LEAD


def ways_in(*, actor: Actor) -> tuple[WayIn, ...]:
    """Return every way in that this colleague can take, by module; a lead clinician refers as such only (S1-037)."""
    return tuple(
        WayIn(pin=pin, route=route.id, module=module.short_title.nl, words=route.text.nl, sources=route.sources)
        for pin, module in library.modules(practice_id=actor.practice_id).items()
        for route in module.audience.routes
        if route.id == BY_LEAD or not policies.only_leads(actor)
    )


def takes_up(*, actor: Actor) -> bool:
    """Tell whether this colleague takes up referrals, whoever they came from."""
    return policies.can_take_up(actor)


def therapists(*, actor: Actor, day: date) -> tuple[Actor, ...]:
    """Return the colleagues who can treat, by name."""
    return colleagues(practice_id=actor.practice_id, role=Role.THERAPIST, day=day)


def lead_clinicians(*, actor: Actor, day: date) -> tuple[Actor, ...]:
    """Return the colleagues who are lead clinician, by name."""
    return colleagues(practice_id=actor.practice_id, role=Role.LEAD_CLINICIAN, day=day)


def clients_named(*, actor: Actor, words: str, day: date, now: datetime) -> tuple[ClientCard, ...]:
    """Return the clients of this name whom the colleague may see."""
    people_policies.check_can_register(actor)
    with transaction.atomic():
        found = people.find_clients(actor=actor, words=words, day=day)
        if found:
            record(actor=actor, kind=log_kinds.CLIENTS_SOUGHT, at=now, clients=tuple(c.id for c in found))
        return found


def client_to_refer(*, actor: Actor, client_id: UUID, day: date) -> ClientCard:
    """Return the known client a referral is for. Raises NotFound."""
    people_policies.check_can_see_client(actor, people.relation(actor=actor, client_id=client_id, day=day))
    return people.client_cards(practice_id=actor.practice_id, client_ids=(client_id,))[client_id]


def read_referral(*, actor: Actor, referral_id: UUID, day: date, now: datetime) -> ReferralCard:
    """Return a referral as it came in; one that waits is open to who takes up, else the relation decides."""
    with transaction.atomic():
        row = store.referral(actor.practice_id, referral_id)
        if row is None:
            raise NotFound
        relation = people.relation(actor=actor, client_id=row.client_id, day=day)
        if row.treatment_id is not None or not policies.can_take_up(actor):
            people_policies.check_can_see_client(actor, relation)
        record(actor=actor, kind=log_kinds.REFERRAL_READ, at=now, clients=(row.client_id,), subject=str(row.id))
        cards = people.client_cards(practice_id=actor.practice_id, client_ids=(row.client_id,))
        return _card(row, cards[row.client_id], relation, may_take_up=policies.can_take_up(actor))


def read_open_referrals(*, actor: Actor, now: datetime) -> tuple[ReferralCard, ...]:
    """Return the referrals that wait to be taken up, the oldest first."""
    policies.check_can_take_up(actor)
    with transaction.atomic():
        rows = store.open_referrals(actor.practice_id)
        clients = tuple(row.client_id for row in rows)
        record(actor=actor, kind=log_kinds.REFERRALS_READ, at=now, clients=clients)
        cards = people.client_cards(practice_id=actor.practice_id, client_ids=clients)
        nobody = Relation(treats=False, leads=False, administers=False)
        return tuple(_card(row, cards[row.client_id], nobody, may_take_up=True) for row in rows)


def _card(row: Referral, client: ClientCard, relation: Relation, *, may_take_up: bool) -> ReferralCard:
    return ReferralCard(
        id=row.id,
        client=client,
        treatment_id=row.treatment_id,
        came_by=row.came_by,
        route=row.route,
        referrer=referrer_of(row),
        reason=row.reason,
        asked_for=row.asked_for,
        urgency=row.urgency,
        conditions=tuple(row.conditions),
        still_to_ask=tuple(row.still_to_ask),
        unused=tuple(row.unused),
        cautions=tuple(row.cautions),
        received_on=row.received_on,
        recorded_by=row.recorded_by,
        set_aside_at=row.set_aside_at,
        set_aside_by=row.set_aside_by,
        set_aside_why=row.set_aside_why,
        may_take_up=may_take_up,
        may_read_file=relation.may_read_file,
        may_change_people=relation.treats or relation.administers,
    )
