"""The add-on, lived on the screen: from the lead clinician's referral through divided voices to the closing letter."""

import pytest

from tests import cast
from tests.browser.stories import acts
from tests.browser.stories.conftest import MovedClock
from tests.browser.stories.person import Person

pytestmark = [pytest.mark.main_story, pytest.mark.django_db(transaction=True)]

SAMIRA = {"given": "Samira", "infix": "el", "family": "Haddioui", "born": "1992-03-04"}


@pytest.mark.requirement("S1-009", "S1-010", "S1-011", "S1-012", "S1-013", "S1-037")
def test_from_the_lead_clinicians_referral_to_the_closing_letter(
    someone: Person, house: cast.House, time: MovedClock
) -> None:
    lea, marjan = house.user("lea").email, house.user("marjan").email
    someone.sign_in(lea)
    therapist = {"therapist": str(house.members["marjan"].id), "reason": "Voelt te veel, of juist niets."}
    acts.refer(someone, "add-on", SAMIRA, therapist)

    someone.sign_in(marjan)
    someone.open("/clienten/")
    someone.follow("Samira el Haddioui")
    client, treatment = acts.client_of(someone.page), acts.treatment_of(someone.page)
    acts.prepare_add_on(someone, client, treatment)
    acts.plan_sessions(someone, treatment, time.moment, weeks=8)
    sessions = acts.planned(someone, treatment)
    assert len(sessions) == 8
    for session in sessions[:4]:
        acts.hold(someone, session)
        time.go(days=7)

    someone.open("/vandaag/")
    someone.sees("evaluatie")
    acts.evaluate(someone, treatment, "interim")
    divided_voices_and_a_changed_one(someone, treatment, lea, marjan)

    for session in sessions[4:]:
        acts.hold(someone, session)
        time.go(days=7)
    acts.plan_sessions(someone, treatment, time.moment, weeks=3)
    extra = [session for session in acts.planned(someone, treatment) if session not in sessions]
    assert len(extra) == 3
    for session in extra:
        acts.hold(someone, session)
        time.go(days=7)
    someone.open(client)
    someone.sees("11 van 11")

    acts.close(someone, treatment, "goals-reached", "back-to-own-treatment")
    letter = acts.send_letter(someone, treatment, "afsluit|slot|eind")
    text = acts.text_of_pdf(someone, letter)
    assert "Samira el Haddioui" in text
    assert "Gehouden sessies 11 van 11" in text
    assert "Verlengd met 3 sessies" in text
    assert "cliënt, \ntherapeut en regiebehandelaar zijn het eens" in text
    someone.open(client)
    someone.sees("afgerond")


def divided_voices_and_a_changed_one(someone: Person, treatment: str, lea: str, marjan: str) -> None:
    """Three more sessions are proposed; the lead clinician first says no, then yes."""
    someone.open(f"{treatment}besluit/extension/")
    someone.write({"sessions": "3"})
    someone.press("Doe het voorstel")
    acts.voice(someone, treatment, "client", "yes", "Ik voel mijn buik weer.")
    acts.voice(someone, treatment, "therapist", "yes", "Thuis oefenen past in drie sessies.")
    someone.sees("zoals gezegd")
    someone.sign_in(lea)
    someone.open("/vandaag/")
    someone.sees("Samira")
    someone.sees("stem")
    acts.voice(someone, treatment, "lead_clinician", "no", "Eerst de andere behandeling.")
    someone.sees("niet eens|verschil|oneens")
    acts.voice(someone, treatment, "lead_clinician", "yes", "Na overleg: ja.")
    someone.sign_in(marjan)
    someone.open(f"{treatment}besluit/extension/")
    someone.press("Sluit het besluit")
