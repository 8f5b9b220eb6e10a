"""Who around a client can be written to: people of the network, the lead clinician, the referrer of the referral."""

from datetime import date

from lijfspoor.domain.pathways.consents import holders
from lijfspoor.domain.pathways.history import history
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.intake.origin import Origin, origin_of
from lijfspoor.practice.letters.addressee import Addressee, Part
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.people.details import Person
from lijfspoor.practice.people.network import people_around, team_of

BY_KIND = {
    "caregiver": Part.CAREGIVER_WITHOUT,
    "relative": Part.RELATIVE,
    "guardian": Part.GUARDIAN_WITHOUT,
    "school": Part.SCHOOL,
    "gp": Part.GP,
    "referrer": Part.REFERRER,
    "lead_clinician": Part.LEAD_CLINICIAN,
    "co_treater": Part.CO_TREATER,
}
BY_SELF = "private"


def people_of(course: Course, day: date) -> tuple[Person, ...]:
    """Return the people who belong to the network on `day`."""
    around = people_around(practice_id=course.practice_id, client_id=course.client_id, day=day)
    return tuple(person for person in around if person.ended_on is None or person.ended_on > day)


def addressees(*, actor: Actor, course: Course, people: tuple[Person, ...], day: date) -> tuple[Addressee, ...]:
    """Return everyone who can be written to about this client on `day`."""
    origin = origin_of(practice_id=course.practice_id, treatment_id=course.treatment_id)
    deciding = _deciding(course, day)
    found = [_of_person(person, deciding, origin) for person in people]
    found += [
        Addressee(key=f"member:{line.member_id}", part=Part.LEAD_CLINICIAN, name=line.name, lines=(line.name,))
        for line in team_of(actor=actor, client_id=course.client_id, day=day)
        if line.kind == "leads"
    ]
    known = {each.name for each in found if each.part is Part.REFERRER}
    if origin and origin.route != BY_SELF and origin.referrer.name and origin.referrer.name not in known:
        found.append(_of_referral(origin))
    return tuple(found)


def _deciding(course: Course, day: date) -> frozenset[str]:
    """Who holds authority; where there is a guardian, parents do not (ADR 7)."""
    held = holders(history(course.facts, day), day)
    guardians = frozenset(holder.person for holder in held if holder.guardian)
    return guardians or frozenset(holder.person for holder in held)


def _of_person(person: Person, deciding: frozenset[str], origin: Origin | None) -> Addressee:
    part = BY_KIND.get(person.details.kind, Part.RELATIVE)
    if str(person.id) in deciding:
        part = Part.GUARDIAN if person.authority == "guardian" else Part.CAREGIVER
    elif person.authority:
        part = Part.CAREGIVER_WITHOUT
    details = person.details
    address = (details.street, f"{details.postcode} {details.city}".strip())
    if part is Part.REFERRER and not any(address) and origin and origin.referrer.name == details.name:
        address = (origin.referrer.address, "")
    lines = (details.organisation, details.name, *address)
    return Addressee(
        key=f"contact:{person.id}", part=part, name=details.name, lines=tuple(line for line in lines if line)
    )


def _of_referral(origin: Origin) -> Addressee:
    who = origin.referrer
    lines = (who.organisation, who.name, who.role, who.address)
    return Addressee(
        key=f"referral:{origin.referral_id}",
        part=Part.REFERRER,
        name=who.name,
        lines=tuple(line for line in lines if line),
    )
