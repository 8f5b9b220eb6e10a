"""What every child of the demo goes through: referral, intake, examination, plan, start."""

from datetime import date, datetime, timedelta

from lijfspoor.domain.kernel import Answer
from lijfspoor.practice.desk.demo import words_children, words_examination
from lijfspoor.practice.desk.demo.casework import Case, Slot
from lijfspoor.practice.desk.demo.children_people import Child, Grown
from lijfspoor.practice.desk.demo.houses import House
from lijfspoor.practice.desk.demo.telling import Scene, moment, workday
from lijfspoor.practice.desk.demo.weeks import NONE, Weeks, first_day
from lijfspoor.practice.intake import criteria
from lijfspoor.practice.intake.criteria import Answered
from lijfspoor.practice.intake.details import NewReferral, Referrer, Way
from lijfspoor.practice.intake.flows import refer_client
from lijfspoor.practice.people.details import ClientDetails, ContactDetails
from lijfspoor.practice.tenancy.clock import day_of

PIN = "pmkt-attachment@1.0"
PARTS = ("file-analysis", "developmental-history", "behaviour-observation", "questionnaires")
AHEAD = 6
"""So many sessions are planned beyond those that were."""
YES = Answered(answer=Answer.YES)
NO = Answered(answer=Answer.NO)


def register(house: House, child: Child, on: date) -> Scene[Case]:
    """Register a child on a day, and write down who stands around it."""
    now = yield moment(workday(on), "9.20")
    case = _refer(house, child, now)
    now = yield moment(workday(on), "9.50")
    for grown in child.around:
        case.add(grown.key, _details(grown), authority=grown.authority, now=now)
    return case


def examine(child: Child, case: Case, until: date, *, parts: int = len(PARTS)) -> Scene[None]:
    """Tell the intake and so many parts of the examination, the last of them on the day `until`."""
    now = yield moment(workday(until - timedelta(days=21)), "13.00")
    words = words_examination.texts(child, words_examination.MEETING)
    there = {f"there.{case.people[grown.key].hex}": "yes" for grown in child.around if grown.authority}
    held_on = {"held-on": day_of(now).isoformat(), "there.client": "yes"}
    case.write("meeting:intake", {**words, **there, **held_on}, now=now)
    now = yield moment(workday(until - timedelta(days=21)), "14.10")
    _agree_to_begin(case, child, now)
    for number, part in enumerate(PARTS[:parts]):
        now = yield moment(workday(until - timedelta(days=3 * (len(PARTS) - number))), "15.00")
        case.write(f"examination:{part}", words_examination.of_part(child, part), now=now)


def conclude(child: Child, case: Case, on: date) -> Scene[None]:
    """Answer what is asked before start, and write profile, formulation, goals and plan, all on one day."""
    now = yield moment(workday(on), "11.00")
    _ask(case, child, now)
    now = yield moment(workday(on), "11.40")
    case.write("profile", words_examination.texts(child, words_examination.PROFILE), now=now)
    case.write("formulation", words_examination.texts(child, words_examination.FORMULATION), now=now)
    now = yield moment(workday(on), "12.20")
    case.agree(("bv-1", "bv-2", "tv-1", "zv-3"), now=now)
    case.write("plan", words_examination.texts(child, words_examination.PLAN), now=now)


def begin(house: House, child: Child, slot: Slot, happened: str) -> Scene[Weeks]:
    """Tell from the registration to the planned sessions; those after a week without one are planned later."""
    first = first_day(house.days, slot, happened)
    case = yield from register(house, child, first - timedelta(days=47))
    yield from examine(child, case, first - timedelta(days=12))
    yield from conclude(child, case, first - timedelta(days=8))
    now = yield moment(workday(first - timedelta(days=5)), "16.10")
    case.start(now=now)
    ahead = happened.find(NONE) if NONE in happened else len(happened) + (0 if slot.back > AHEAD else AHEAD)
    case.plan(first, slot, ahead, now=now)
    return Weeks(house.days, case, slot, happened, words_children.note, "regulation")


def _refer(house: House, child: Child, now: datetime) -> Case:
    therapist = house[child.therapist]
    details = ClientDetails(
        given=child.given,
        infix=child.infix,
        family=child.family,
        born=child.born(house.days.today),
        gender=child.gender,
        street="Nergensstraat 21",
        postcode="0000 AC",
        city="Duinstad",
        phone="000 000 00 20",
        allergies=child.allergies,
        interests=child.likes,
    )
    referral = NewReferral(
        way=Way(pin=PIN, route=child.route, therapist=therapist.member_id),
        client=details,
        referrer=_referrer(child),
        reason=child.reason,
        received_on=day_of(now),
    )
    made = refer_client(actor=house.desk, referral=referral, day=day_of(now), now=now)
    return Case(therapist, made.client_id, made.treatment_id, child.name)


def _referrer(child: Child) -> Referrer:
    if child.route == "private":
        return Referrer()
    return Referrer(
        name="Drs. M. Verzonnen",
        role="jeugdarts",
        organisation="Jeugdzorg De Bedachte Kust",
        phone="000 000 00 30",
        email="jeugdarts@bedachtekust.example",
    )


def _details(grown: Grown) -> ContactDetails:
    return ContactDetails(
        kind=grown.kind,
        name=grown.name,
        relation=grown.relation,
        organisation=grown.organisation,
        phone="000 000 00 21",
        city="Duinstad",
        attachment_figure=grown.attachment_figure,
        joins=grown.joins,
        note=grown.note,
    )


def _agree_to_begin(case: Case, child: Child, now: datetime) -> None:
    case.consent_by_all(("treatment", "information"), now=now, how="Getekend formulier bij de intake")
    criteria.state_developmental_age(
        actor=case.actor, treatment_id=case.treatment_id, months=child.level, day=day_of(now), now=now
    )


def _ask(case: Case, child: Child, now: datetime) -> None:
    named = Answered(answer=Answer.YES, person=child.safe)
    case.answer("target-group", now=now, attachment_problems=YES, attachment_disorder=NO)
    case.answer("indication", now=now, emotion_regulation=YES, behaviour_problems=YES)
    case.answer("indication-signs", now=now, outbursts=YES, poor_insight=YES, avoidant_apathetic=NO)
    case.answer("contra-indications", now=now, severe_psychiatric_disorder=YES if child.overridden else NO)
    if child.overridden:
        criteria.override_contra_indication(
            actor=case.actor,
            treatment_id=case.treatment_id,
            criterion_id="severe-psychiatric-disorder",
            reason=child.overridden,
            consulted="P. Zielkundig-Bedacht",
            consulted_role="psychiatrist",
            day=day_of(now),
            now=now,
        )
    case.answer(
        "preconditions",
        now=now,
        safe_attachment_figure=named,
        safe_upbringing=YES,
        stable_living=YES,
        attachment_person=named,
        cooperation=Answered(answer=Answer.YES, note="Afspraken staan in het verslag van de intake."),
        safety_ensured=YES,
        equipped_room=YES,
    )
    case.answer("client-conditions", now=now, weekly_participation=YES)
