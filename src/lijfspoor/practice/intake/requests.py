"""The flow that keeps what someone asks of the practice without an account: a referral that waits to be taken up."""

from datetime import datetime
from uuid import UUID

from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import NotUnderstood
from lijfspoor.practice.intake import log_kinds, policies, store
from lijfspoor.practice.intake.details import ReceivedReferral, Referrer
from lijfspoor.practice.intake.identity import keep_once
from lijfspoor.practice.intake.referring import columns_of
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.people import flows as people
from lijfspoor.practice.people.details import ClientDetails
from lijfspoor.practice.tenancy.clock import day_of


def is_known(*, practice_id: UUID, identity: str) -> bool:
    """Tell whether the request of this identity came in before."""
    return store.referral_by_identity(practice_id, identity) is not None


def receive_request(
    *,
    actor: Actor,
    client: ClientDetails,
    referrer: Referrer,
    reason: str,
    asked_for: str,
    identity: str,
    now: datetime,
) -> ReceivedReferral:
    """Keep a request with the client it is for; the same identity again gives the same referral.

    Raises NotAllowed, and NotUnderstood without a name.
    """
    policies.check_can_take_up(actor)
    if not client.given or not client.family:
        raise NotUnderstood({"family": "Vul de voornaam en de achternaam in."})
    return keep_once(
        practice_id=actor.practice_id,
        identity=identity,
        keep=lambda: _keep(actor, client, referrer, reason, asked_for, identity, now),
    )


def _keep(
    actor: Actor,
    client: ClientDetails,
    referrer: Referrer,
    reason: str,
    asked_for: str,
    identity: str,
    now: datetime,
) -> UUID:
    client_id = people.register_client(actor=actor, details=client, now=now)
    values = {
        "client_id": client_id,
        "identity": identity,
        "came_by": "asked",
        **columns_of(referrer),
        "reason": reason,
        "asked_for": asked_for,
        "still_to_ask": ["geboortedatum van de cliënt"],
        "received_on": day_of(now),
        "recorded_at": now,
        "recorded_by": actor.name,
    }
    row = store.add_referral(actor.practice_id, values)
    record(actor=actor, kind=log_kinds.ASKED, at=now, clients=(client_id,), subject=str(row.id))
    return row.id
