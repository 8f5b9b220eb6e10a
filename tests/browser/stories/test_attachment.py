"""The attachment module, lived on the screen: private registration to closing letter, with a step back on the way."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from tests import cast
from tests.browser.stories import acts
from tests.browser.stories.conftest import MovedClock
from tests.browser.stories.person import Person

pytestmark = [pytest.mark.main_story, pytest.mark.django_db(transaction=True)]

NOOR = {"given": "Noor", "family": "Veldhuis", "born": "2019-05-06"}
EVA = {"referrer_name": "Eva Veldhuis", "referrer_role": "moeder"}
WHY = "Noor claimt en duwt weg."
GROUPS = ("target-group", "indication", "indication-signs", "preconditions", "client-conditions", "joint-sessions")
STABLE = "De leefsituatie en de steun eromheen zijn stabiel"
BLAME = "terugval|mislukt|gezakt|slechter|verslechter"


@pytest.mark.requirement(
    "S2-021", "S2-022", "S2-024", "S2-051", "S2-053", "S2-072", "S2-100", "S2-101", "S2-107", "S2-138", "S2-139"
)
def test_from_private_registration_to_the_closing_letter(someone: Person, house: cast.House, time: MovedClock) -> None:
    someone.sign_in(house.user("marjan").email)
    client, treatment = register(someone, str(house.members["marjan"].id))
    network(someone, client)
    consents(someone, client, treatment)
    examine(someone, treatment)
    fits(someone, treatment)
    contra_indication(someone, treatment)
    begin(someone, client, treatment)

    acts.plan_sessions(someone, treatment, time.moment, weeks=25)
    sessions = acts.planned(someone, treatment)
    assert len(sessions) == 25
    time.go(hours=2)
    forward_and_back(someone, time, client, treatment, sessions)
    a_condition_lapses(someone, time, client, treatment)
    people_around(someone, time, treatment, sessions)
    taper(someone, time, client, treatment, sessions)
    the_end(someone, client, treatment)
    closing_letter(someone, treatment)


def register(someone: Person, therapist: str) -> tuple[str, str]:
    """The mother registers her child herself."""
    acts.refer(someone, "particulier|privé|ouders", NOOR, EVA | {"therapist": therapist, "reason": WHY})
    someone.open("/clienten/")
    someone.follow("Noor Veldhuis")
    someone.reads("Noor V", "Eerst dit", "Marjan de Wit")
    return acts.client_of(someone.page), acts.treatment_of(someone.page)


def network(someone: Person, client: str) -> None:
    """Who registered stands there already and gets authority; then father, attachment figure and doctor."""
    someone.open(f"{client}netwerk/")
    someone.follow("Eva Veldhuis")
    someone.write({"authority-change": "parent"})
    someone.press("Leg gezag vast")
    people = (
        {"name": "Mark Smit", "kind": "caregiver", "relation": "vader", "authority": "parent"},
        {"name": "Ria Veldhuis", "kind": "relative", "relation": "oma"},
        {"name": "dr. P. Aalbers", "kind": "gp", "organisation": "Huisartsen Duinstad"},
    )
    for person in people:
        someone.open(f"{client}netwerk/nieuw/")
        someone.write(person)
        if person["kind"] == "relative":
            someone.page.get_by_label("Is de hechtingsfiguur").check()
        someone.press("Bewaar")
    someone.reads("moeder", "vader", r"oma\s+hechtingsfiguur", "huisarts")
    expect(someone.page.locator("main .chip").get_by_text("gezag", exact=True)).to_have_count(2)


def consents(someone: Person, client: str, treatment: str) -> None:
    """Both parents must say yes before anything starts; touch stays an open question."""
    someone.open(f"{treatment}intake/")
    someone.reads("Er is nu geen toestemming van Eva Veldhuis", "Er is nu geen toestemming van Mark Smit")
    acts.give_consents(someone, client, ("treatment", "information"))
    expect(someone.page.locator("main").get_by_text("nog vragen", exact=True)).to_have_count(2)


def examine(someone: Person, treatment: str) -> None:
    """Getting to know each other, the four parts of the examination, and the profile."""
    acts.write_paper(someone, treatment, "meeting:intake")
    someone.open(f"{treatment}intake/")
    found = someone.page.locator('main a[href*="/stuk/examination"]').evaluate_all(
        "all => all.map(a => a.getAttribute('href'))"
    )
    kinds = [address.split("/stuk/")[1].strip("/") for address in dict.fromkeys(found)]
    assert len(kinds) == 4
    for kind in (*kinds, "profile"):
        acts.write_paper(someone, treatment, kind.replace("%3A", ":"))


def fits(someone: Person, treatment: str) -> None:
    """The developmental age, and every question whether the module fits; then the contra-indication."""
    someone.open(f"{treatment}intake/vragen/age/")
    someone.write({"years": "4", "months": "0"})
    someone.press("Bewaar en ga verder")
    for group in GROUPS:
        acts.answer_group(someone, treatment, group, "yes", "Ria Veldhuis")
    acts.answer_group(someone, treatment, "contra-indications", "yes")
    someone.open(f"{treatment}intake/")
    someone.reads("De behandeling kan nog niet beginnen", "Er is een contra-indicatie: Wat er niet mag zijn")
    expect(someone.page.get_by_role("button", name="Begin de behandeling")).to_have_count(0)


def contra_indication(someone: Person, treatment: str) -> None:
    """It is passed with a reason, naming the psychiatrist who was asked."""
    someone.open(f"{treatment}intake/vragen/contra-indications/")
    someone.follow("Leg een uitzondering vast")
    someone.reads("Toch starten kan alleen met een reden")
    someone.can_use()
    someone.write({"reason": "Stabiel sinds een jaar, met medicatie.", "consulted": "dr. A. Verzonnen"})
    someone.tick("consulted_role", "psychiatrist")
    someone.press("Leg de uitzondering vast")
    someone.reads("Met reden gepasseerd", r"Overlegd met dr\. A\. Verzonnen \(psychiater\)")


def begin(someone: Person, client: str, treatment: str) -> None:
    """Goals, plan, start; what was passed stays in sight."""
    someone.open(f"{treatment}intake/doelen/")
    someone.page.locator('main input[name="chosen"]').first.check(force=True)
    someone.press("Spreek af")
    acts.write_paper(someone, treatment, "plan")
    someone.open(f"{treatment}intake/")
    someone.reads("Alles wat de module vraagt, is er", r"dr\. A\. Verzonnen \(psychiater\)")
    someone.press("Begin de behandeling")
    someone.open(client)
    someone.reads(r"Besproken met dr\. A\. Verzonnen \(psychiater\)", "ontwikkeling rond 4 jaar", "1, regulatie")
    someone.reads("de module verwacht 25 tot 40", "Plan de volgende sessie")


def forward_and_back(someone: Person, time: MovedClock, client: str, treatment: str, sessions: list[str]) -> None:
    """From the first phase to the second, back for a while, and forward again."""
    hold(someone, time, sessions[:3])
    acts.rate(someone, treatment, {"bv-1": "with-help"}, "laat de doek over haar benen leggen")
    acts.move(someone, treatment, "relationship", "Kan ontspannen in de zaal.")
    hold(someone, time, sessions[3:5])
    acts.move(someone, treatment, "regulation", "Na de verhuizing eerst weer houvast.")
    someone.reads("Een stap terug naar een eerdere fase is gewoon")
    someone.open(client)
    someone.reads("Vooruit en terug horen er allebei bij", "Terug naar Fase 1, Regulatie.*houvast", "1, regulatie")
    someone.reads_nowhere(BLAME)
    hold(someone, time, sessions[5:7])
    acts.rate(someone, treatment, {"bv-1": "at-times", "bv-2": "with-help"})
    someone.reads("Sessie 7: zoekt zelf de zandbak op", "soms uit zichzelf")
    acts.move(someone, treatment, "relationship", "Zoekt weer contact.")
    hold(someone, time, sessions[7:8])


def a_condition_lapses(someone: Person, time: MovedClock, client: str, treatment: str) -> None:
    """At the evaluation home is not stable: no step forward, with why, until it is; back stays open."""
    someone.open("/vandaag/")
    someone.reads(r"Noor V\.: Plan de evaluatie")
    summary = "Thuis is het onrustig sinds de verhuizing."
    acts.evaluate(someone, treatment, "regular", summary=summary, lapsed=("stable-living",))
    someone.reads("Is er nu gevaar. Bel 112", STABLE)
    someone.open(f"{treatment}fasen/")
    someone.reads(rf"Fase 3, Gedragsverandering\s+De veiligheid vraagt nu eerst aandacht.*{STABLE}")
    offered = someone.page.locator("main [name=to_phase]").evaluate_all("all => all.map(one => one.value)")
    assert offered == ["regulation"]
    someone.follow("Vraag opnieuw: Wat er nodig is")
    someone.tick("answer.stable-living", "yes")
    someone.press("Bewaar en ga verder")
    acts.move(someone, treatment, "behaviour-change", "Probeert zelf nieuwe dingen.")
    someone.reads("Fase 3, Gedragsverandering")
    someone.reads_nowhere("De veiligheid vraagt nu eerst aandacht")


def people_around(someone: Person, time: MovedClock, treatment: str, sessions: list[str]) -> None:
    """Parents and school hear what helps; what went well is kept in words for the child."""
    acts.talk(someone, treatment, "caregivers", "Thuis helpt een vast ritme voor het slapen.")
    hold(someone, time, sessions[8:16])
    acts.talk(someone, treatment, "school", "Een eigen plek in de klas geeft rust.")
    someone.reads("Ouders of verzorgers: gesprek", "vast ritme", "School: gesprek", "eigen plek in de klas")
    someone.open(f"{treatment}successen/")
    someone.write({"text": "Je vroeg zelf om hulp."})
    someone.press("Zet erbij")
    someone.reads("Je vroeg zelf om hulp")
    someone.reads_nowhere(r"\b\d+ (punten|sterren|keer gelukt)")
    acts.move(someone, treatment, "transfer", "Oefent thuis en op school.")
    hold(someone, time, sessions[16:24])


def taper(someone: Person, time: MovedClock, client: str, treatment: str, sessions: list[str]) -> None:
    """Without taper no ending with goals reached; with it the child knows when the last time is."""
    someone.open(f"{treatment}afronden/")
    someone.reads("Denk aan een groep als vervolg", "Wat nu nog niet kan", "De doelen zijn bereikt")
    expect(someone.page.locator('main [name="reason"][value="goals-reached"]')).to_have_count(0)
    last = acts.local(time.moment + timedelta(days=1)).strftime("%Y-%m-%d")
    form = someone.page.locator('form[action$="/afbouw/"]')
    someone.write(
        {"spacing": "Om de week.", "farewell": "Noor kiest een spel voor haar laatste keer.", "last_on": last}
    )
    someone.press_main(form)
    someone.reads("De afbouw is afgesproken", "Noor kiest een spel", "De laatste keer is op 23 februari 2027")
    hold(someone, time, sessions[24:])
    someone.open(client)
    someone.reads("De 25e sessie is geweest", "Dat is een verwachting en geen grens", "Denk aan een groep als vervolg")
    someone.reads(r"25 · de module verwacht 25 tot 40")


def the_end(someone: Person, client: str, treatment: str) -> None:
    """The treatment ends with a group as what comes next, and can be read ever after."""
    acts.close(someone, treatment, "goals-reached", "group-therapy")
    someone.reads(
        "Hoe de behandeling eindigde", "de hechting is weer op gang", "Daarna\\s+Groepstherapie voor bouwsteen 5"
    )
    someone.open(client)
    someone.reads("Deze behandeling is afgerond. U kunt alles nog lezen", "klaar na sessie 25")
    someone.reads(r"Besproken met dr\. A\. Verzonnen \(psychiater\)")


def closing_letter(someone: Person, treatment: str) -> None:
    """The letter to the doctor tells what happened and nothing else."""
    letter = acts.send_letter(someone, treatment, "Afsluitende brief aan dr. P. Aalbers")
    someone.reads("Verstuurd op 1 maart 2027 door Marjan de Wit", "Deze brief verandert niet meer")
    text = re.sub(r"\s+", " ", acts.text_of_pdf(someone, letter))
    for words in TOLD:
        assert words in text, (words, text)
    assert not re.search(BLAME, text, re.I)


def hold(someone: Person, time: MovedClock, sessions: list[str]) -> None:
    """Hold these sessions, a week apart."""
    for session in sessions:
        acts.hold(someone, session)
        time.go(days=7)


TOLD = (
    "Geachte dr. P. Aalbers",
    "Naam Noor Veldhuis",
    "op 7 september 2026 aangemeld door Eva Veldhuis",
    WHY,
    "Eerste sessie 7 september 2026",
    "Laatste sessie 22 februari 2027",
    "Gehouden sessies 25",
    "28 september 2026, na 3 sessies: verder naar fase 2, Relatie. Reden: Kan ontspannen in de zaal.",
    "12 oktober 2026, na 5 sessies: terug naar fase 1, Regulatie. Reden: Na de verhuizing eerst weer houvast.",
    "Een stap terug naar een eerdere fase is gewoon.",
    "verder naar fase 4, Transfer. Reden: Oefent thuis en op school.",
    "Overlegd met dr. A. Verzonnen (psychiater)",
    "soms uit zichzelf met hulp",
    "Thuis is het onrustig sinds de verhuizing.",
    "Reden: De doelen zijn bereikt",
    "Vervolg Groepstherapie voor bouwsteen 5, autonomie.",
)
