"""Which way a client comes in: module, route, who treats, and whose lead clinician refers (S1-037, S2-022)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.practice.access.actor import Actor, Role
from lijfspoor.practice.access.flows import colleagues
from lijfspoor.practice.access.refusals import NotAllowed, NotUnderstood
from lijfspoor.practice.intake import policies
from lijfspoor.practice.intake.details import Way
from lijfspoor.practice.library import flows as library

BY_LEAD = "lead_clinician"
BY_SELF = "private"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenWay:
    """A way in that was checked, with the names of the colleagues on it; `lead` only on the lead clinician's route."""

    module: CareModule
    route: str
    therapist: UUID
    therapist_name: str
    lead: UUID | None
    lead_name: str

    @property
    def pin(self) -> str:
        """The pin of the module."""
        return self.module.pin


def open_way(actor: Actor, way: Way, day: date) -> OpenWay:
    """Return the way in with all that belongs to it. Raises NotUnderstood or NotAllowed when it cannot be gone."""
    module = library.modules(practice_id=actor.practice_id).get(way.pin)
    if module is None or way.route not in {route.id for route in module.audience.routes}:
        raise NotUnderstood({"way": "Kies een module en een weg die daarbij hoort."})
    if policies.only_leads(actor) and way.route != BY_LEAD:
        raise NotAllowed("Een regiebehandelaar meldt aan als regiebehandelaar.")
    therapist_name = _members(actor, Role.THERAPIST, day).get(way.therapist)
    if therapist_name is None:
        raise NotUnderstood({"therapist": "Kies wie de cliënt behandelt."})
    lead, lead_name = _lead(actor, way, day)
    return OpenWay(
        module=module,
        route=way.route,
        therapist=way.therapist,
        therapist_name=therapist_name,
        lead=lead,
        lead_name=lead_name,
    )


def _lead(actor: Actor, way: Way, day: date) -> tuple[UUID | None, str]:
    """A signed-in lead clinician refers themselves; anyone else says which colleague did."""
    if way.route != BY_LEAD:
        return None, ""
    own = actor.member_id if actor.has(Role.LEAD_CLINICIAN) else None
    lead = own if policies.only_leads(actor) else way.lead_clinician or own
    name = _members(actor, Role.LEAD_CLINICIAN, day).get(lead) if lead else None
    if name is None:
        raise NotUnderstood({"lead_clinician": "Kies welke regiebehandelaar de cliënt aanmeldt."})
    return lead, name


def _members(actor: Actor, role: Role, day: date) -> dict[UUID, str]:
    return {c.member_id: c.name for c in colleagues(practice_id=actor.practice_id, role=role, day=day)}
