"""Two clients of the demo along the module for PMT: an adult in the short variant, and a child who plays."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from lijfspoor.domain.kernel import Answer
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.desk.demo.casework import Case, Slot
from lijfspoor.practice.desk.demo.houses import House
from lijfspoor.practice.desk.demo.telling import Scene, Story, moment, workday
from lijfspoor.practice.desk.demo.weeks import Weeks, first_day
from lijfspoor.practice.desk.demo.words_broad import CHILD_TOLD, PLAN, TOLD, note
from lijfspoor.practice.intake import criteria, variants
from lijfspoor.practice.intake.criteria import Answered
from lijfspoor.practice.intake.details import NewReferral, Way
from lijfspoor.practice.intake.flows import refer_client
from lijfspoor.practice.intake.variants import Wish
from lijfspoor.practice.people.details import ClientDetails, ContactDetails
from lijfspoor.practice.tenancy.clock import day_of
from lijfspoor.practice.treatment.flows import bond
from lijfspoor.practice.treatment.flows.bond import BondAnswer

PIN = "pmt@1.0"
HERE = {"phone": "000 000 00 13", "street": "Nergensstraat 9", "postcode": "0000 AB", "city": "Duinstad"}
YES = Answered(answer=Answer.YES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Someone:
    """Who comes, with what, and what is chosen; `told` is what the intake heard."""

    details: ClientDetails
    therapist: str
    reason: str
    wish: Wish
    goals: tuple[str, ...]
    told: Mapping[str, str]
    young: bool = False


MIRTE = Someone(
    details=ClientDetails(given="Mirte", family="Fictiefstra", born=date(1984, 6, 21), gender="female", **HERE),
    therapist="marjan",
    reason="Al een jaar moe en gespannen. Veel gepraat; de schouders blijven hoog.",
    wish=Wish(areas=("stress-burnout",), variants=("short",)),
    goals=("stress-signals", "stress-limits"),
    told=TOLD,
)
FENNA = Someone(
    details=ClientDetails(given="Fenna", family="Sprookjeshof", born=date(2017, 9, 8), gender="female", **HERE),
    therapist="tess",
    reason="Kan in de klas niet stil zitten en botst met andere kinderen.",
    wish=Wish(areas=("adhd",), variants=("usual",), developmental_months=84),
    goals=("adhd-movement", "child-together"),
    told=CHILD_TOLD,
    young=True,
)


def stories(house: House) -> tuple[Story, ...]:
    """Return the stories along this module."""
    return (mirte(house), fenna(house))


def mirte(house: House) -> Story:
    """Five sessions of the short variant were; whether it fits and how the bond is, is asked now."""
    weeks = yield from _begin(house, MIRTE, Slot(2, "16.30", "kleine zaal", 50), "hhhhh")
    yield from weeks.attend(2)
    now = yield weeks.after("17.40")
    said = BondAnswer(at_ease="yes", understood="partly", wish="talk", words="Soms gaat het mij te snel.")
    bond.ask_bond(actor=weeks.case.actor, said=said, on=day_of(now), **_when(weeks.case, now))
    yield from weeks.rest()


def fenna(house: House) -> Story:
    """Two sessions were; home and school have the same support plan."""
    weeks = yield from _begin(house, FENNA, Slot(3, "15.15", "grote zaal", 45), "hh")
    yield from weeks.rest()


def _begin(house: House, someone: Someone, slot: Slot, happened: str) -> Scene[Weeks]:
    first = first_day(house.days, slot, happened)
    now = yield moment(workday(first - timedelta(days=20)), "10.20")
    case = _refer(house[someone.therapist], someone, now)
    now = yield moment(workday(first - timedelta(days=13)), "11.30")
    _take_in(case, someone, now)
    now = yield moment(workday(first - timedelta(days=6)), "11.10")
    variants.choose(actor=case.actor, wish=someone.wish, **_when(case, now))
    case.agree(someone.goals, now=now)
    case.write(
        "plan", PLAN if someone.young else {"plan.own-words": "Ik wil eerder merken dat het genoeg is."}, now=now
    )
    now = yield moment(workday(first - timedelta(days=4)), "16.20")
    case.start(now=now)
    case.plan(first, slot, len(happened) + 3, now=now)
    return Weeks(house.days, case, slot, happened, note, "child" if someone.young else "adult")


def _refer(therapist: Actor, someone: Someone, now: datetime) -> Case:
    way = Way(pin=PIN, route="private", therapist=therapist.member_id)
    asked = NewReferral(way=way, client=someone.details, reason=someone.reason, received_on=day_of(now))
    made = refer_client(actor=therapist, referral=asked, day=day_of(now), now=now)
    case = Case(therapist, made.client_id, made.treatment_id, someone.details.given)
    if someone.young:
        mother = ContactDetails(kind="caregiver", name="Lieke Sprookjeshof", relation="moeder", phone="000 000 00 12")
        case.add("mother", mother, authority="parent", now=now)
        school = ContactDetails(kind="school", name="Juf Noortje Verzonnen", relation="leerkracht", city="Duinstad")
        case.add("school", school, authority="", now=now)
    return case


def _take_in(case: Case, someone: Someone, now: datetime) -> None:
    """The intake, the questions beforehand, consent, and for a child the first look."""
    case.write("meeting:intake", {"held-on": f"{day_of(now)}", "there.client": "yes", **someone.told}, now=now)
    case.answer("indications", now=now, talking_not_enough=YES)
    case.answer("beside", now=now, adds_to_other_treatment=YES)
    case.consent_by_all(("treatment", "information"), now=now, how="Mondeling, in de intake")
    if someone.young:
        criteria.state_developmental_age(actor=case.actor, months=84, **_when(case, now))
        case.write("examination:first-look", {"found": someone.told["part.complaints"]}, now=now)


def _when(case: Case, now: datetime) -> dict[str, Any]:
    return {"treatment_id": case.treatment_id, "day": day_of(now), "now": now}
