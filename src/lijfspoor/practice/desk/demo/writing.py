"""The demo practice writes: a next version of its own module, a copy that is not ready, and questions about cases."""

from lijfspoor.practice.authoring import flows as authoring
from lijfspoor.practice.authoring.reading import mark_of
from lijfspoor.practice.counsel import flows as counsel
from lijfspoor.practice.counsel.answering import Said
from lijfspoor.practice.counsel.asking import Written
from lijfspoor.practice.desk.demo.houses import House
from lijfspoor.practice.desk.demo.telling import Story
from lijfspoor.practice.people.flows import find_clients
from lijfspoor.practice.tenancy.clock import day_of

WALKING = "walking-outside@1.0"
GOAL = {"nl": "Ik merk welke kant het woord voert.", "en": "I notice which side does the talking."}
QUESTION = (
    "Een meisje van 8 zoekt spel waarin zij heel hard duwt. Zodra haar pleegmoeder erbij komt, trekt zij zich terug en "
    "speelt de baas. Samen spelen staat in het plan, maar het wordt steeds een strijd om wie bepaalt. Ga ik door met "
    "samen spelen, of eerst langer alleen?"
)
ANSWER = (
    "Ik zou kort samen spelen, met de pleegmoeder op een vaste plek aan de rand. Het meisje bepaalt de afstand, u "
    "bewaakt de tijd. Eerst tien minuten, en daarna samen benoemen wat het lijf deed."
)
EXPERT = (
    "Let op of de strijd ook rust geeft: wie bepaalt, hoeft niet te wachten. Oefen wachten apart, in stilstaan en gaan."
)
UNREADY = "Mila bouwt een hut en laat niemand toe. Op school gaat het beter. Wat zou een volgende stap zijn?"


def versions(house: House) -> Story:
    """The walks get a second version, and a copy of another module is still being written."""
    marjan, tess = house["marjan"], house["tess"]
    now = yield house.days.at(20, "12.10")
    made = authoring.begin_draft(actor=marjan, pin=WALKING, title="", continues=True, now=now)
    goals = authoring.read_draft(actor=marjan, draft_id=made, now=now)
    text = goals.row.text.replace("nl: Ik kies mijn eigen tempo.", "nl: Ik voel wanneer ik wil stilstaan.").replace(
        "en: I choose my own pace.", "en: I feel when I want to stand still."
    )
    authoring.save_text(actor=marjan, draft_id=made, text=text, version=1, now=now)
    authoring.publish_draft(
        actor=marjan, draft_id=made, changed="Het doel gaat nu over stilstaan in plaats van tempo.", version=2, now=now
    )
    now = yield house.days.at(6, "16.40")
    title = "PMT naast schematherapie"
    made = authoring.begin_draft(actor=tess, pin="pmt-addon@1.0", title=title, continues=False, now=now)
    place = authoring.add_part(actor=tess, draft_id=made, place="goals", name="offered", words=GOAL["nl"], now=now)
    spot = authoring.read_draft(actor=tess, draft_id=made, now=now).spot(place)
    authoring.save_part(
        actor=tess,
        draft_id=made,
        place=place,
        own={"text": GOAL, "sources": ["own"]},
        mark=mark_of(spot),
        now=now,
    )


def questions(house: House) -> Story:
    """One question with two answers, and one that still says a name."""
    tess, marjan = house["tess"], house["marjan"]
    tags = {"module": "pmkt-attachment", "area": "attachment", "age_group": "child"}
    now = yield house.days.at(16, "9.50")
    told = Written(client_id=None, kind="treatment", title="Samen spelen wordt een strijd", question=QUESTION, **tags)
    draft = counsel.save_draft(actor=tess, draft_id=None, written=told, version=0, day=day_of(now), now=now)
    asked = counsel.ask(actor=tess, draft_id=draft.id, day=day_of(now), now=now)
    secret = counsel.invite(actor=tess, question_id=asked, name="Dr. Bea Verzonnen", field="hechting en spel", now=now)
    now = yield house.days.at(14, "12.30")
    said = Said(ANSWER, "Module PMKT bij hechtingsproblemen, fase 2\nEigen ervaring")
    counsel.answer(actor=marjan, question_id=asked, said=said, now=now)
    now = yield house.days.at(12, "20.15")
    counsel.answer_as_expert(secret=secret, said=Said(EXPERT, "Eigen ervaring"), address="127.0.0.1", now=now)
    now = yield house.days.at(2, "12.40")
    mila = find_clients(actor=marjan, words="Mila", day=day_of(now))[0]
    told = Written(client_id=mila.id, kind="treatment", title="Een hut zonder deur", question=UNREADY, **tags)
    counsel.save_draft(actor=marjan, draft_id=None, written=told, version=0, day=day_of(now), now=now)
