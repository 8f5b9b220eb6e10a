"""Two adults of the demo along other modules: movement beside EMDR elsewhere, and psychosomatic physiotherapy."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from lijfspoor.domain.kernel import Answer
from lijfspoor.domain.pathways.plans import MovementPlan
from lijfspoor.practice.desk.demo.casework import Case, Slot
from lijfspoor.practice.desk.demo.houses import House
from lijfspoor.practice.desk.demo.telling import Story, moment, workday
from lijfspoor.practice.intake.criteria import Answered
from lijfspoor.practice.intake.details import NewReferral, Way
from lijfspoor.practice.intake.flows import refer_client
from lijfspoor.practice.people.details import ClientDetails
from lijfspoor.practice.tenancy.clock import day_of
from lijfspoor.practice.treatment.flows import beside, movement, told_by_client
from lijfspoor.practice.treatment.paper import Paper

YES = Answered(answer=Answer.YES)
HIDDE = ClientDetails(
    given="Hidde",
    family="Schijnstra",
    born=date(1986, 6, 9),
    gender="male",
    phone="000 000 00 12",
    street="Nergensstraat 14",
    postcode="0000 AB",
    city="Duinstad",
    interests="Varen, houtbewerken",
)
LIESBETH = ClientDetails(
    given="Liesbeth",
    infix="van",
    family="Fantasia",
    born=date(1981, 10, 27),
    gender="female",
    phone="000 000 00 13",
    street="Nergensstraat 16",
    postcode="0000 AB",
    city="Duinstad",
    interests="Koor",
)
FIRST = "Kwam gespannen binnen. Na tien minuten lopen was de adem rustiger."
SECOND = "Liep deze week voor de EMDR. Merkte de spanning eerder en kon die laten zakken."
WALK = MovementPlan(
    route="enhancer",
    what="Wandelen op de loopband",
    minutes=25,
    intensity="moderate",
    attention="sensations",
    timing="before",
    offset_minutes=20,
    dose="treadmill-before-exposure",
)


def stories(house: House) -> tuple[Story, ...]:
    """Return both stories."""
    return hidde(house), liesbeth(house)


def hidde(house: House) -> Story:
    """Walks before the EMDR sessions of a colleague outside; two sessions were held here."""
    days = house.days
    now = yield days.at(44, "11.10")
    case = _refer(house, HIDDE, "movement-in-trauma@1.0", "Herbelevingen na een ongeluk op het water.", now)
    now = yield days.at(37, "10.00")
    meeting = {
        "held-on": day_of(now).isoformat(),
        "there.client": "yes",
        "part.movement-now": "Beweegt weinig sinds het ongeluk. Voer vroeger elke week uit.",
        "part.trauma-treatment": "EMDR bij Froukje Denkers, om de week op donderdag.",
        "part.which-way": "Wandelen vlak voor de EMDR, en hier oefenen met rustig worden.",
    }
    case.write("meeting:introduction", meeting, now=now)
    now = yield days.at(37, "10.50")
    _prepare(case, now)
    now = yield days.at(36, "16.00")
    case.start(now=now)
    noted = beside.Beside(
        name="EMDR", by_whom="Froukje Denkers", where="Praktijk De Verzonnen Brug", since=days.ago(70), trauma=True
    )
    at = beside.note_treatment_beside(
        actor=case.actor, treatment_id=case.treatment_id, beside="", told=noted, day=day_of(now), now=now
    )
    emdr = at.standing.beside[0].beside
    first = workday(days.ago(29))
    case.plan(first, Slot(0, "16.45", "kleine zaal", 45), 2, now=now)
    now = yield moment(first, "17.40")
    case.sign(1, Paper({"plan": "Kennismaken met de loopband."}, {"check_in": FIRST}), now=now)
    now = yield moment(first, "17.50")
    _walk(case, emdr, now)
    now = yield moment(first + timedelta(weeks=1), "17.40")
    case.sign(2, Paper({"plan": "Spanning merken en laten zakken."}, {"check_in": SECOND}), now=now)
    now = yield moment(first + timedelta(weeks=1), "17.55")
    told_by_client.receive_client_note(
        actor=case.actor,
        treatment_id=case.treatment_id,
        text="Na het lopen was de EMDR zwaar maar te doen. Daarna heb ik goed geslapen.",
        as_spoken=True,
        on=day_of(now),
        day=day_of(now),
        now=now,
    )


def liesbeth(house: House) -> Story:
    """In the intake of psychosomatic physiotherapy: the doctor has looked, and what may come up is still to be told."""
    now = yield house.days.at(9, "13.20")
    reason = "Hoofdpijn en een gespannen nek. De huisarts vond geen oorzaak."
    case = _refer(house, LIESBETH, "psychosomatic-physio@1.0", reason, now)
    now = yield house.days.at(6, "11.45")
    case.answer("medical-cause", now=now, cause_looked_for=YES, no_clear_cause=YES)
    case.answer("indications", now=now, recurring_without_cause=YES)


def _refer(house: House, details: ClientDetails, pin: str, reason: str, now: datetime) -> Case:
    therapist = house["marjan"]
    way = Way(pin=pin, route="private", therapist=therapist.member_id)
    made = refer_client(
        actor=therapist,
        referral=NewReferral(way=way, client=details, reason=reason, received_on=day_of(now)),
        day=day_of(now),
        now=now,
    )
    return Case(therapist, made.client_id, made.treatment_id, f"{details.given} {details.family}")


def _prepare(case: Case, now: datetime) -> None:
    case.consent("treatment", "client", now=now, how="Mondeling, in de kennismaking")
    case.answer("indications", now=now, ptsd=Answered(answer=Answer.YES, person="Froukje Denkers"))
    case.answer("concurrent", now=now, concurrent_known=YES, agreed_with_trauma_therapist=YES)
    effort = ("heart_and_breath", "illness_and_medication", "joints_and_balance", "arousal")
    case.answer("effort-check", now=now, again=False, **dict.fromkeys(effort, YES))
    case.agree(("sense-of-control", "stabilise"), now=now)
    case.write("plan", {"plan.question": "Rustiger de EMDR in kunnen gaan."}, now=now)


def _walk(case: Case, emdr: str, now: datetime) -> None:
    when: dict[str, Any] = {"actor": case.actor, "treatment_id": case.treatment_id, "day": day_of(now), "now": now}
    movement.agree_movement(
        movement="", plan=replace(WALK, beside=emdr), reason="Hidde komt liever warm dan koud bij de EMDR.", **when
    )
    for week in (-2, 0, 2, 4):
        beside.note_trauma_session(beside=emdr, on=day_of(now) + timedelta(weeks=week, days=-1), at="14:30", **when)
