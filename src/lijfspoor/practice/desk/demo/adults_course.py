"""What every adult of the demo goes through: referral, first talk, plan, start, evaluation, decision."""

from datetime import date, datetime, timedelta

from lijfspoor.domain.caremodules.agreements import Party
from lijfspoor.domain.kernel import Answer
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.desk.demo import words_adults
from lijfspoor.practice.desk.demo.adults_people import Adult
from lijfspoor.practice.desk.demo.casework import Case, Slot
from lijfspoor.practice.desk.demo.houses import House
from lijfspoor.practice.desk.demo.telling import Scene, moment, workday
from lijfspoor.practice.desk.demo.weeks import Weeks, first_day
from lijfspoor.practice.intake.criteria import Answered
from lijfspoor.practice.intake.details import NewReferral, Way
from lijfspoor.practice.intake.flows import refer_client
from lijfspoor.practice.people.details import ClientDetails, ContactDetails
from lijfspoor.practice.tenancy.clock import day_of
from lijfspoor.practice.treatment.flows import decisions, evaluations
from lijfspoor.practice.treatment.flows.decisions import Said
from lijfspoor.practice.treatment.flows.evaluations import EvaluationMinutes, GivenAnswer, Topic

PIN = "pmt-addon@1.0"
SESSIONS = 8


def prepare(house: House, adult: Adult, ready: date, *, consent: bool) -> Scene[Case]:
    """Tell from the referral to the agreed plan, which is there on the day `ready`."""
    now = yield moment(workday(ready - timedelta(days=24)), "11.20")
    case = _refer(house, adult, now)
    now = yield moment(workday(ready - timedelta(days=23)), "15.15")
    _put_people(case, adult, now)
    now = yield moment(workday(ready - timedelta(days=10)), "14.00")
    _meet(case, adult, now)
    now = yield moment(workday(ready - timedelta(days=10)), "14.50")
    _ask(case, adult, now)
    if consent:
        case.consent("treatment", "client", now=now, how="Mondeling, in het kennismakingsgesprek")
        case.consent("information", "client", now=now, how="Mondeling, in het kennismakingsgesprek")
    now = yield moment(workday(ready), "15.30")
    case.agree(adult.goals, adult.own_goal, now=now)
    case.write("plan", _plan(adult), now=now)
    return case


def begin(house: House, adult: Adult, slot: Slot, happened: str) -> Scene[Weeks]:
    """Tell from the referral to the eight planned sessions."""
    first = first_day(house.days, slot, happened)
    case = yield from prepare(house, adult, workday(first - timedelta(days=4)), consent=True)
    now = yield moment(workday(first - timedelta(days=3)), "16.00")
    case.start(now=now)
    case.plan(first, slot, SESSIONS, now=now)
    return Weeks(house.days, case, slot, happened, words_adults.note, adult.theme, catch_up=True)


def evaluate(weeks: Weeks, summary: str) -> Scene[None]:
    """Hold the interim evaluation after the session that was told last."""
    now = yield weeks.after("17.20")
    case = weeks.case
    topics = tuple(Topic(topic=topic, client=said, therapist=seen) for topic, said, seen in words_adults.EVALUATED)
    answers = {
        "goals-clear": GivenAnswer(answer=Answer.YES),
        "own-treatment-runs": GivenAnswer(answer=Answer.YES, note="Loopt door, wekelijks."),
    }
    evaluations.hold_evaluation(
        actor=case.actor,
        treatment_id=case.treatment_id,
        evaluation="interim",
        summary=summary,
        told=EvaluationMinutes(topics=topics, fits="yes", bond="at_ease", bond_words="Voelt zich op het gemak."),
        answers=answers,
        on=day_of(now),
        day=day_of(now),
        now=now,
    )


def agree_all(house: House, weeks: Weeks, *, sessions: int) -> Scene[None]:
    """Let all three agree on more sessions, and close the decision."""
    case = weeks.case
    now = yield weeks.after("17.40")
    decisions.propose(
        actor=case.actor,
        treatment_id=case.treatment_id,
        decision="extension",
        sessions=sessions,
        day=day_of(now),
        now=now,
    )
    now = yield weeks.after("17.45")
    speak(case.actor, case, "client", "yes", "Ik wil leren het ook thuis te doen.", now)
    now = yield weeks.after("17.50")
    speak(case.actor, case, "therapist", "yes", "Drie sessies om het vol te houden in de gewone week.", now)
    now = yield weeks.after("19.40")
    speak(house["lea"], case, "lead_clinician", "unsure", "Ik wil eerst horen hoe het in de therapie gaat.", now)
    now = yield weeks.after("20.10")
    speak(house["lea"], case, "lead_clinician", "yes", "De therapie krijgt er ruimte door. Drie sessies is goed.", now)
    now = yield weeks.after("20.40")
    decisions.close(
        actor=case.actor,
        treatment_id=case.treatment_id,
        decision="extension",
        round_number=1,
        outcome="agreed",
        day=day_of(now),
        now=now,
    )


def speak(actor: Actor, case: Case, party: Party, voice: Said, words: str, now: datetime) -> None:
    """Give a party's voice in the first round about extension."""
    decisions.vote(
        actor=actor,
        treatment_id=case.treatment_id,
        decision="extension",
        party=party,
        voice=voice,
        reason=words,
        round_number=1,
        day=day_of(now),
        now=now,
    )


def _refer(house: House, adult: Adult, now: datetime) -> Case:
    therapist = house[adult.therapist]
    details = ClientDetails(
        given=adult.given,
        infix=adult.infix,
        family=adult.family,
        born=adult.born,
        gender=adult.gender,
        phone="000 000 00 10",
        street="Nergensstraat 8",
        postcode="0000 AB",
        city="Duinstad",
        interests=adult.interests,
    )
    way = Way(pin=PIN, route="lead_clinician", therapist=therapist.member_id)
    made = refer_client(
        actor=house["lea"],
        referral=NewReferral(way=way, client=details, reason=adult.reason, received_on=day_of(now)),
        day=day_of(now),
        now=now,
    )
    return Case(therapist, made.client_id, made.treatment_id, adult.name)


def _put_people(case: Case, adult: Adult, now: datetime) -> None:
    gp = ContactDetails(kind="gp", name="Huisartsenpraktijk De Verzonnen Hoek", relation="huisarts", city="Duinstad")
    case.add("gp", gp, authority="", now=now)
    treating = ContactDetails(
        kind="co_treater", name="Groep Zuid", relation=f"geeft {adult.own_treatment}", organisation="GGZ Bedachte Kust"
    )
    case.add("co_treater", treating, authority="", now=now)
    if adult.partner:
        partner = ContactDetails(kind="relative", name=adult.partner, relation="partner", phone="000 000 00 11")
        case.add("partner", partner, authority="", now=now)


def _meet(case: Case, adult: Adult, now: datetime) -> None:
    texts = {
        "held-on": day_of(now).isoformat(),
        "there.client": "yes",
        "part.problem": adult.reason,
        "part.about-pmt": "Verteld wat PMT is en wat wij in acht sessies kunnen doen. Oefening met staan gedaan.",
        "part.treatment-goals": f"De doelen komen uit de eigen behandeling ({adult.own_treatment}).",
    }
    case.write("meeting:introduction", texts, now=now)


def _ask(case: Case, adult: Adult, now: datetime) -> None:
    flooded = adult.theme == "flooded"
    case.answer(
        "indications",
        now=now,
        flooding=Answered(answer=Answer.YES if flooded else Answer.NO),
        estrangement=Answered(answer=Answer.NO if flooded else Answer.YES),
    )
    case.answer(
        "preconditions",
        now=now,
        goals_clear=Answered(answer=Answer.YES),
        own_treatment_runs=Answered(answer=Answer.YES, note=adult.own_treatment),
    )


def _plan(adult: Adult) -> dict[str, str]:
    return {
        "plan.question": adult.reason,
        "plan.own-words": "Ik wil dat mijn lijf weer van mij wordt."
        if adult.theme == "estranged"
        else "Ik wil erbij kunnen blijven als het spannend wordt.",
    }
