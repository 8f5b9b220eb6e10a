"""Whether a letter may go: by the part someone has, the age of the client, and who said yes (docs/adr/0007)."""

from dataclasses import replace
from datetime import date

import pytest

from lijfspoor.practice.letters.addressee import Part
from lijfspoor.practice.letters.clearance import Clearance, clearance
from tests.practice.letters.telling import ADD_ON, ATTACHMENT, course

ON = "2026-03-14"
THIRD = [Part.SCHOOL, Part.GP, Part.CO_TREATER, Part.RELATIVE, Part.GUARDIAN_WITHOUT]


def told(*rows: str, born: date = date(2019, 3, 14), module: str = ATTACHMENT, part: Part) -> Clearance:
    table = "\n".join(["day | what | detail", f"2026-01-01 | born | on {born}", *rows])
    return clearance(course(module, table, ON, born), part, date.fromisoformat(ON))


ANNA = "2026-01-02 | authority held | person anna, name Anna"
BEN = "2026-01-02 | authority held | person ben, name Ben"


def yes(person: str) -> str:
    return f"2026-01-03 | consent given | scope information, person {person}"


@pytest.mark.parametrize("part", [*THIRD, Part.REFERRER, Part.LEAD_CLINICIAN])
def test_everyone_who_decides_must_consent_and_who_is_missing_is_named(part: Part) -> None:
    assert told(ANNA, BEN, yes("anna"), yes("ben"), part=part).open
    one = told(ANNA, BEN, yes("anna"), part=part)
    assert one.hindrances == ("Toestemming om informatie te delen ontbreekt: Ben.",)
    assert [(say.name, say.given) for say in one.says] == [("Anna", True), ("Ben", False)]


@pytest.mark.parametrize("part", THIRD)
def test_consent_to_treatment_is_no_consent_to_share(part: Part) -> None:
    treatment = "2026-01-03 | consent given | scope treatment, person anna"
    assert not told(ANNA, treatment, part=part).open


@pytest.mark.parametrize("part", THIRD)
def test_a_consent_taken_back_holds_the_letter_back_from_that_day(part: Part) -> None:
    back = "2026-03-14 | consent withdrawn | scope information, person anna"
    assert not told(ANNA, yes("anna"), back, part=part).open
    later = back.replace("2026-03-14", "2026-03-15")
    assert told(ANNA, yes("anna"), later, part=part).open


@pytest.mark.parametrize("part", THIRD)
def test_who_decides_not_known_holds_the_letter_back(part: Part) -> None:
    assert told(part=part).hindrances == (
        "Nog niet bekend is wie het gezag heeft. Daardoor is niet te zeggen wie toestemming geeft.",
    )


def test_a_module_that_does_not_ask_it_leaves_referrer_and_lead_clinician_free_but_not_others() -> None:
    at = course(ADD_ON, "day | what | detail\n2026-01-01 | born | on 1990-01-01", ON, date(1990, 1, 1))
    audience = replace(at.module.audience, consents=())
    free = replace(at, versions={ADD_ON: replace(at.module, audience=audience)})
    day = date.fromisoformat(ON)
    assert clearance(free, Part.REFERRER, day).open
    assert clearance(free, Part.LEAD_CLINICIAN, day).open
    assert not clearance(free, Part.GP, day).open


@pytest.mark.parametrize("part", [Part.CAREGIVER, Part.GUARDIAN])
@pytest.mark.parametrize(
    ("born", "asked"),
    [
        (date(2014, 3, 15), False),  # twelve tomorrow
        (date(2014, 3, 14), True),  # twelve today
        (date(2010, 3, 14), True),  # sixteen today
        (date(2000, 1, 1), True),
    ],
)
def test_from_twelve_the_client_must_agree_that_who_has_authority_is_written_to(
    part: Part, born: date, asked: bool
) -> None:
    assert told(ANNA, born=born, part=part).open is not asked
    assert told(ANNA, yes("client"), born=born, part=part).open


def test_someone_without_authority_gets_only_what_is_released_on_purpose() -> None:
    young = told(ANNA, part=Part.CAREGIVER_WITHOUT)
    assert young.open
    assert young.release
    older = told(ANNA, born=date(2013, 1, 1), part=Part.CAREGIVER_WITHOUT)
    assert not older.open
    assert older.release
    assert not told(ANNA, part=Part.CAREGIVER).release


@pytest.mark.parametrize("part", list(Part))
def test_without_birth_date_nothing_goes_out(part: Part) -> None:
    at = course(ATTACHMENT, f"day | what | detail\n{ANNA}", ON, None)
    assert not clearance(at, part, date.fromisoformat(ON)).open
