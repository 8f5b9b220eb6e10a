"""Adults of the demo who follow the add-on beside their own psychotherapy, each somewhere else along it."""

from datetime import timedelta
from pathlib import Path

from lijfspoor.practice.desk.demo import adults_people as who
from lijfspoor.practice.desk.demo.adults_course import agree_all, begin, evaluate, prepare, speak
from lijfspoor.practice.desk.demo.casework import Slot
from lijfspoor.practice.desk.demo.houses import House
from lijfspoor.practice.desk.demo.telling import Story, moment
from lijfspoor.practice.exchange.flows import import_referral
from lijfspoor.practice.tenancy.clock import day_of
from lijfspoor.practice.treatment.flows import closing, decisions, talks
from lijfspoor.practice.treatment.flows.talks import TalkMinutes
from lijfspoor.practice.treatment.paper import Paper


def stories(house: House) -> tuple[Story, ...]:
    """Return the stories of all adults."""
    tellers = (roos, imane, joris, anneke, selma, peter, wendela, koen)
    return tuple(teller(house) for teller in tellers)


def roos(house: House) -> Story:
    """Came in as a file from another system yesterday; nobody has taken her up yet."""
    now = yield house.days.at(1, "8.40")
    import_referral(actor=house.desk, document=Path(__file__).with_name("referral.json").read_bytes(), now=now)


def imane(house: House) -> Story:
    """Everything is ready but the consent of the client, which is asked in the next talk."""
    yield from prepare(house, who.IMANE, house.days.ago(8), consent=False)


def joris(house: House) -> Story:
    """Two sessions were; the third is today."""
    weeks = yield from begin(house, who.JORIS, Slot(0, "9.00", "grote zaal", 50), "hh")
    yield from weeks.rest()
    now = yield house.days.at(1, "17.40")
    plan = {"plan": "Yoga rustig opbouwen. Vragen hoe het aan tafel ging.", "pick-i-yoga": "ja"}
    weeks.case.draft(3, Paper(plan), now=now)


def anneke(house: House) -> Story:
    """Four sessions were, so the interim evaluation is due; the fifth is today."""
    weeks = yield from begin(house, who.ANNEKE, Slot(0, "13.15", "grote zaal", 50), "hhchh")
    yield from weeks.attend(2)
    now = yield weeks.after("16.40")
    weeks.case.consent("touch", "client", now=now, how="Mondeling, in de sessie. Alleen handen en schouders.")
    yield from weeks.rest()


def selma(house: House) -> Story:
    """Six sessions were; client and therapist want to go on, the lead clinician does not see it that way."""
    weeks = yield from begin(house, who.SELMA, Slot(1, "11.00", "kleine zaal", 50), "hhhhhd")
    yield from weeks.attend(4)
    yield from evaluate(weeks, "De golven zijn korter. Nabijheid is nog moeilijk.")
    yield from weeks.attend(1)
    now = yield weeks.after("17.40")
    case = weeks.case
    decisions.propose(
        actor=case.actor, treatment_id=case.treatment_id, decision="extension", sessions=4, day=day_of(now), now=now
    )
    now = yield weeks.after("17.45")
    speak(house["marjan"], case, "client", "yes", "Ik begin nu pas te merken wat helpt. Ik wil dit afmaken.", now)
    now = yield weeks.after("17.50")
    speak(house["marjan"], case, "therapist", "yes", "Nabijheid kwam pas de laatste twee sessies aan bod.", now)
    now = yield weeks.after("20.15")
    words = "De groep begint over vier weken. Twee dingen tegelijk lijkt mij te veel."
    speak(house["lea"], case, "lead_clinician", "no", words, now)
    yield from weeks.rest()
    now = yield house.days.at(1, "16.50")
    case.write_to("interim", lead(house), now=now, send=False)


def peter(house: House) -> Story:
    """All three agreed on three more sessions; nine of eleven were held, the tenth is today."""
    weeks = yield from begin(house, who.PETER, Slot(0, "15.45", "grote zaal", 50), "hhhhhhhhh")
    yield from weeks.attend(4)
    yield from evaluate(weeks, "Het lijf voelt minder ver weg. Kracht helpt meer dan stilstaan.")
    now = yield weeks.after("17.40")
    weeks.case.write_to("start", lead(house), now=now)
    yield from weeks.attend(3)
    yield from agree_all(house, weeks, sessions=3)
    now = yield weeks.after("21.00")
    weeks.case.plan(weeks.day(len(weeks.case.sessions)), weeks.slot, 3, now=now)
    yield from weeks.rest()


def wendela(house: House) -> Story:
    """Seven of eight were held and one was missed; the last session is next."""
    weeks = yield from begin(house, who.WENDELA, Slot(2, "14.30", "kleine zaal", 50), "hhhmhhhh")
    yield from weeks.attend(5)
    yield from evaluate(weeks, "Tussen voelen en doen zit nu een ademtocht. Dat is wat zij wilde.")
    yield from weeks.rest()


def koen(house: House) -> Story:
    """All eight were held; the treatment ended with a handover to the lead clinician."""
    weeks = yield from begin(house, who.KOEN, Slot(14, "10.00", "grote zaal", 50), "hhhhhhhh")
    yield from weeks.attend(4)
    yield from evaluate(weeks, "Paniek komt minder vaak, en zakt sneller.")
    yield from weeks.rest()
    case, ended = weeks.case, weeks.day(7) + timedelta(days=1)
    now = yield moment(ended, "12.00")
    told = TalkMinutes(
        present=("Lea Bedachtema",),
        approach="Eerst het lijf laten landen, dan praten. Korte oefeningen werken beter dan lange.",
        manner="Rustig, voorspelbaar, en vragen in plaats van invullen.",
        tasks="De kaart met drie oefeningen komt terug in de schematherapie.",
    )
    talks.hold_talk(
        actor=case.actor,
        treatment_id=case.treatment_id,
        audience="lead_clinician",
        mode="handover",
        summary="Overdracht aan de regiebehandelaar bij het einde van de add-on.",
        told=told,
        on=day_of(now),
        day=day_of(now),
        now=now,
    )
    now = yield moment(ended, "12.30")
    closing.close_treatment(
        actor=case.actor,
        treatment_id=case.treatment_id,
        reason="goals-reached",
        next_step="back-to-own-treatment",
        words="Koen herkent spanning eerder en blijft erbij. Hij gaat verder in de schematherapie.",
        day=day_of(now),
        now=now,
    )
    now = yield moment(ended, "12.45")
    case.write_to("closing", lead(house), now=now)


def lead(house: House) -> str:
    """The key of the lead clinician as an addressee."""
    return f"member:{house['lea'].member_id}"
