"""Flows from a referral to an open treatment: refer, take up, set aside."""

import uuid
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from lijfspoor.domain.pathways.facts import TherapistAssigned
from lijfspoor.domain.pathways.model import Stage
from lijfspoor.domain.pathways.steps import Step, StepKind
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import NotFound, NotPossible, NotUnderstood
from lijfspoor.practice.intake import log_kinds, policies, store
from lijfspoor.practice.intake.details import NewReferral, Referred, Referrer, Way
from lijfspoor.practice.intake.models import Referral
from lijfspoor.practice.intake.ways import BY_SELF, OpenWay, open_way
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.people import flows as people
from lijfspoor.practice.people import network
from lijfspoor.practice.people import policies as people_policies
from lijfspoor.practice.people.details import ClientDetails, ContactDetails


def refer_client(*, actor: Actor, referral: NewReferral, day: date, now: datetime) -> Referred:
    """Take in a referral: the client, who treats and leads, the treatment and how the client came in (S2-022).

    On the route `lead_clinician` a colleague who is lead clinician refers; a signed-in lead clinician is that route
    (S1-037). Raises NotUnderstood, NotPossible when the client follows this module already, NotFound for a client
    the colleague may not see.
    """
    people_policies.check_can_register(actor)
    way = open_way(actor, referral.way, day)
    if referral.received_on > day:
        raise NotUnderstood({"received_on": "Een aanmelding kan niet in de toekomst liggen."})
    with transaction.atomic():
        client_id = _client(actor, referral, day, now)
        treatment_id = _open(actor, client_id, way, referral.referrer, referral.received_on, day, now)
        _keep_referrer(actor, client_id, way, referral.referrer, now)
        values = _typed(actor, referral, way, now) | {"client_id": client_id, "treatment_id": treatment_id}
        row = store.add_referral(actor.practice_id, values)
        _log(actor, log_kinds.REFERRED, row, now, way)
        return _done(actor, row, treatment_id, day)


def take_up_referral(*, actor: Actor, referral_id: UUID, way: Way, day: date, now: datetime) -> Referred:
    """Choose module, route and therapist for a referral that came in, and open the treatment.

    Raises NotPossible when it was taken up or set aside before.
    """
    policies.check_can_take_up(actor)
    chosen = open_way(actor, way, day)
    with transaction.atomic():
        row = _waiting(actor, referral_id)
        treatment_id = _open(actor, row.client_id, chosen, referrer_of(row), row.received_on, day, now)
        row.treatment_id, row.route, row.referred_by_member_id = treatment_id, chosen.route, chosen.lead
        row.save(update_fields=["treatment", "route", "referred_by_member"])
        _log(actor, log_kinds.TAKEN_UP, row, now, chosen)
        return _done(actor, row, treatment_id, day)


def set_aside_referral(*, actor: Actor, referral_id: UUID, why: str, now: datetime) -> None:
    """Put a referral away that nobody takes up, with the reason; it stays readable."""
    policies.check_can_take_up(actor)
    if not why.strip():
        raise NotUnderstood({"why": "Schrijf op waarom deze verwijzing niet wordt opgepakt."})
    with transaction.atomic():
        row = _waiting(actor, referral_id)
        row.set_aside_at, row.set_aside_by, row.set_aside_why = now, actor.name, why.strip()
        row.save(update_fields=["set_aside_at", "set_aside_by", "set_aside_why"])
        _log(actor, log_kinds.SET_ASIDE, row, now)


def _waiting(actor: Actor, referral_id: UUID) -> Referral:
    row = store.lock_referral(actor.practice_id, referral_id)
    if row is None:
        raise NotFound
    if row.treatment_id is not None or row.set_aside_at is not None:
        raise NotPossible("Deze verwijzing is al opgepakt of terzijde gelegd.")
    return row


def _client(actor: Actor, referral: NewReferral, day: date, now: datetime) -> UUID:
    if referral.client_id is None:
        details = referral.client or ClientDetails()
        if not (details.given or details.called) or not details.family:
            raise NotUnderstood({"family": "Vul de voornaam en de achternaam van de cliënt in."})
        return people.register_client(actor=actor, details=details, now=now)
    relation = people.relation(actor=actor, client_id=referral.client_id, day=day)
    people_policies.check_can_see_client(actor, relation)
    return referral.client_id


def _open(
    actor: Actor, client_id: UUID, way: OpenWay, referrer: Referrer, came_on: date, day: date, now: datetime
) -> UUID:
    running = pathway.courses_of_client(practice_id=actor.practice_id, client_id=client_id, day=day)
    if any(each.module.pin == way.pin and each.standing.stage is not Stage.CLOSED for each in running):
        raise NotPossible("Deze cliënt volgt deze module al. Open het dossier om verder te gaan.")
    _tie(actor, client_id, way, day, now)
    treatment_id = pathway.open_treatment(
        actor=actor,
        client_id=client_id,
        pin=way.pin,
        route=way.route,
        referrer=way.lead_name or referrer.name,
        day=came_on,
        now=now,
    )
    pathway.take(
        actor=actor,
        treatment_id=treatment_id,
        step=Step(StepKind.ASSIGN_THERAPIST),
        say=lambda stamp: TherapistAssigned(stamp=stamp, therapist=str(way.therapist), name=way.therapist_name),
        day=came_on,
        now=now,
    )
    return treatment_id


def _tie(actor: Actor, client_id: UUID, way: OpenWay, day: date, now: datetime) -> None:
    team = network.team_of(actor=actor, client_id=client_id, day=day)
    tied = {(line.member_id, line.kind) for line in team if line.until is None}
    for member, kind in ((way.therapist, "treats"), (way.lead, "leads")):
        if member is not None and (member, kind) not in tied:
            network.relate(actor=actor, client_id=client_id, member_id=member, kind=kind, day=day, now=now)


def _keep_referrer(actor: Actor, client_id: UUID, way: OpenWay, referrer: Referrer, now: datetime) -> None:
    """Put who refers in the network; a lead clinician who is a colleague is tied to the client already."""
    if not referrer.name or way.lead is not None:
        return
    details = ContactDetails(
        kind=_kind_of_referrer(way),
        name=referrer.name,
        relation=referrer.role[:80],
        organisation=referrer.organisation,
        phone=referrer.phone,
        email=referrer.email,
    )
    network.put_contact(actor=actor, client_id=client_id, details=details, now=now)


def _kind_of_referrer(way: OpenWay) -> str:
    if way.route != BY_SELF:
        return "referrer"
    return "caregiver" if {"child", "youth"} & set(way.module.audience.age_groups) else "relative"


def _typed(actor: Actor, referral: NewReferral, way: OpenWay, now: datetime) -> dict[str, Any]:
    referrer = Referrer(name=way.lead_name, role="regiebehandelaar") if way.lead else referral.referrer
    return {
        "identity": f"typed:{uuid.uuid4()}",
        "came_by": "typed",
        "route": way.route,
        "referred_by_member_id": way.lead,
        **columns_of(referrer),
        "reason": referral.reason,
        "still_to_ask": _still_to_ask(referral, referrer),
        "received_on": referral.received_on,
        "recorded_at": now,
        "recorded_by": actor.name,
    }


def _still_to_ask(referral: NewReferral, referrer: Referrer) -> list[str]:
    client = referral.client
    known = {
        "geboortedatum van de cliënt": client is None or client.born is not None,
        "telefoonnummer of e-mailadres": client is None or bool(client.phone or client.email or referrer.phone),
        "wie verwijst": bool(referrer.name) or referral.way.route == BY_SELF,
        "reden van verwijzing": bool(referral.reason),
    }
    return [words for words, is_known in known.items() if not is_known]


def columns_of(referrer: Referrer) -> dict[str, str]:
    """Return the columns of a referral that tell who refers."""
    return {
        "referrer_name": referrer.name,
        "referrer_role": referrer.role,
        "referrer_organisation": referrer.organisation,
        "referrer_phone": referrer.phone,
        "referrer_email": referrer.email,
        "referrer_address": referrer.address,
    }


def referrer_of(row: Referral) -> Referrer:
    """Return who refers, from the columns of a referral."""
    return Referrer(
        name=row.referrer_name,
        role=row.referrer_role,
        organisation=row.referrer_organisation,
        phone=row.referrer_phone,
        email=row.referrer_email,
        address=row.referrer_address,
    )


def _log(actor: Actor, kind: str, row: Referral, now: datetime, way: OpenWay | None = None) -> None:
    detail = {"pin": way.pin, "route": way.route} if way else {}
    record(actor=actor, kind=kind, at=now, clients=(row.client_id,), subject=str(row.id), detail=detail)


def _done(actor: Actor, row: Referral, treatment_id: UUID, day: date) -> Referred:
    return Referred(
        referral_id=row.id,
        client_id=row.client_id,
        treatment_id=treatment_id,
        relation=people.relation(actor=actor, client_id=row.client_id, day=day),
    )
