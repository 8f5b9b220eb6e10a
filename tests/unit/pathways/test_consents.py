from datetime import date, timedelta

import pytest

from lijfspoor.domain.pathways.facts import (
    AuthorityEnded,
    AuthorityHeld,
    Born,
    ConsentGiven,
    ConsentWithdrawn,
)
from lijfspoor.domain.pathways.model import ConsentStanding
from tests.unit.pathways.builders import BORN, CONSENTS, MONDAY, File, bare


def file_of(born: date | None = BORN, *holders: str) -> File:
    file = File(bare(consents=CONSENTS))
    if born:
        file.tell(Born, on=born)
    for holder in holders:
        file.tell(AuthorityHeld, person=holder, name=holder.title())
    return file


def treatment(file: File, on_day: date | None = None) -> dict[str, ConsentStanding]:
    return {c.person: c for c in file.standing(on_day).consents if c.scope == "treatment"}


def test_both_holders_of_authority_must_consent() -> None:
    file = file_of(BORN, "mo", "pa")
    file.tell(ConsentGiven, scope="treatment", person="mo")
    assert {person: c.given for person, c in treatment(file).items()} == {"mo": True, "pa": False}


def test_without_birth_date_or_authority_nobody_is_known_to_ask_and_it_says_which() -> None:
    unborn, nobody = treatment(file_of(None)), treatment(file_of(BORN))
    assert (unborn[""].given, unborn[""].reason.code) == (False, "birth-date-unknown")
    assert (nobody[""].given, nobody[""].reason.code) == (False, "authority-unknown")


def test_a_consent_ends_with_its_last_day() -> None:
    file = file_of(BORN, "mo")
    file.tell(ConsentGiven, scope="treatment", person="mo", until=MONDAY + timedelta(days=10))
    assert treatment(file, MONDAY + timedelta(days=10))["mo"].given
    over = treatment(file, MONDAY + timedelta(days=11))["mo"]
    assert (over.given, over.until) == (False, MONDAY + timedelta(days=10))


@pytest.mark.requirement("S1-032")
def test_consent_for_touch_is_its_own_and_can_be_taken_back_any_day() -> None:
    file = file_of(date(1990, 5, 5))
    file.tell(ConsentGiven, scope="treatment", person="client")
    assert [c.given for c in file.standing().consents if c.scope == "touch"] == [False]
    file.tell(ConsentGiven, scope="touch", person="client")
    assert [c.given for c in file.standing().consents if c.scope == "touch"] == [True]
    file.later(1).tell(ConsentWithdrawn, scope="touch", person="client")
    assert [(c.given, c.since) for c in file.standing().consents if c.scope == "touch"] == [(False, None)]
    assert treatment(file)["client"].given


def test_authority_that_ended_no_longer_decides() -> None:
    file = file_of(BORN, "mo", "pa")
    file.tell(AuthorityHeld, person="oma", name="Oma", until=MONDAY + timedelta(days=2))
    file.later(1).tell(AuthorityEnded, person="pa")
    assert set(treatment(file, MONDAY)) == {"mo", "pa", "oma"}
    assert set(treatment(file)) == {"mo", "oma"}
    assert set(treatment(file.later(2))) == {"mo"}


def test_a_birthday_changes_who_decides_without_a_new_fact() -> None:
    file = file_of(date(2013, 1, 7), "mo")
    assert set(treatment(file, MONDAY)) == {"mo"}
    assert set(treatment(file, MONDAY + timedelta(days=1))) == {"client", "mo"}
    assert set(treatment(file, date(2029, 1, 7))) == {"client"}
