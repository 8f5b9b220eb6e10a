"""A referral that an English health service sent as a message, lived to its closing letter."""

import pytest

from tests import cast
from tests.browser.stories import acts
from tests.browser.stories.conftest import MovedClock
from tests.browser.stories.person import Person
from tests.practice.exchange.files import ENGLISH, english, of_others

pytestmark = pytest.mark.django_db(transaction=True)


@of_others
def test_a_message_of_others_is_taken_through_to_its_closing_letter(
    someone: Person, house: cast.House, time: MovedClock
) -> None:
    someone.sign_in(house.user("marjan").email)
    read_in(someone)
    take_up(someone, house)
    treatment = acts.treatment_of(someone.page)
    client = acts.client_of(someone.page)
    acts.prepare_add_on(someone, client, treatment)
    acts.plan_sessions(someone, treatment, time.moment, weeks=8)
    for number, session in enumerate(acts.planned(someone, treatment)):
        acts.hold(someone, session)
        time.go(days=7)
        if number == 3:
            acts.evaluate(someone, treatment, "interim")
    acts.close(someone, treatment, "goals-reached", "back-to-own-treatment")
    letter = acts.send_letter(someone, treatment, "afsluit|slot|eind")
    text = acts.text_of_pdf(someone, letter)
    assert "Julie Jones" in text
    assert "Gehouden sessies 8 van 8" in text
    someone.open(client)
    someone.sees("afgerond")


def read_in(someone: Person) -> None:
    """Choose the file; what came of it is told."""
    someone.open("/aanmelding/")
    someone.follow("Lees een verwijzing in uit een bestand")
    file = {"name": "verwijzing.json", "mimeType": "application/json", "buffer": english(ENGLISH[0])}
    someone.page.set_input_files("main [name=file]", file)  # type: ignore[arg-type]  # a file of its own making
    someone.press("Lees in")
    someone.reads("Julie Jones", "Nog na te vragen", "Niet gebruikt")
    someone.can_use()


def take_up(someone: Person, house: cast.House) -> None:
    """The lead clinician of the practice stands for it, so it can go along the add-on (S1-037)."""
    someone.follow("Open de verwijzing")
    someone.follow("add-on")
    someone.write({"therapist": str(house.members["marjan"].id)})
    someone.write({"lead_clinician": str(house.members["lea"].id)})
    someone.press("Pak op")
