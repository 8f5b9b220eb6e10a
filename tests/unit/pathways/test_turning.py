from datetime import date, timedelta

import pytest

from lijfspoor.domain.caremodules.criteria import AgeRange
from lijfspoor.domain.pathways import next_turn
from lijfspoor.domain.pathways.facts import AuthorityHeld, Born, ConsentGiven, CredentialHeld, SessionHeld
from tests.unit.pathways.builders import MONDAY, File, attachment, bare, criterion, group


def turn(file: File, on_day: date = MONDAY) -> date | None:
    return next_turn(file.module, file.facts, on_day)


def test_nothing_turns_when_nothing_ends() -> None:
    file = File(attachment())
    file.tell(SessionHeld, session="s1")
    assert turn(file) is None


def test_consent_and_authority_turn_the_day_after_their_end() -> None:
    end = MONDAY + timedelta(days=9)
    for kind, fields in ((ConsentGiven, {"scope": "touch"}), (AuthorityHeld, {"name": "Mo"})):
        file = File(attachment())
        file.tell(kind, person="mo", until=end, **fields)
        assert turn(file) == end + timedelta(days=1)
        assert turn(file, end + timedelta(days=1)) is None


def test_a_credential_turns_at_its_notice_and_after_its_end() -> None:
    file = File(attachment())
    file.tell(CredentialHeld, therapist="carla", credential="pmkt", until=date(2025, 12, 31))
    assert turn(file) == date(2025, 11, 1)
    assert turn(file, date(2025, 11, 1)) == date(2026, 1, 1)


@pytest.mark.parametrize(
    ("born", "days"),
    [
        (date(2014, 5, 1), (date(2026, 5, 1), date(2030, 5, 1))),
        (date(2088, 2, 29), (date(2100, 3, 1), date(2104, 2, 29))),
    ],
)
def test_the_twelfth_and_sixteenth_birthday_turn(born: date, days: tuple[date, date]) -> None:
    file = File(bare(), born)
    file.tell(Born, on=born)
    assert (turn(file, born), turn(file, days[0]), turn(file, days[1])) == (*days, None)


def test_borders_of_a_calendar_age_turn_also_at_the_end_of_short_months() -> None:
    age = AgeRange(measure="calendar", low_months=1, high_months=3)
    file = File(bare(groups=(group("g", "eligibility", "all", criterion("age", age=age)),)))
    file.tell(Born, on=date(2025, 1, 31))
    seen, day = [], turn(file)
    while day is not None and day.year == 2025:
        seen.append((day, file.standing(day).group("g").met.value))
        day = turn(file, day)
    assert seen == [(date(2025, 1, 31), "no"), (date(2025, 3, 1), "yes"), (date(2025, 5, 31), "no")]


def test_what_is_recorded_for_a_later_day_turns_on_that_day() -> None:
    file = File(attachment())
    file.later(5).tell(SessionHeld, session="s1")
    assert turn(file) == file.day


def test_the_ends_of_the_calendar_are_no_trouble() -> None:
    file = File(attachment())
    file.tell(ConsentGiven, scope="touch", person="mo", until=date.max)
    file.tell(CredentialHeld, therapist="carla", credential="pmkt", until=date.min)
    file.tell(Born, on=date(9999, 2, 28))
    assert turn(file) == date(9999, 2, 28)
    assert file.standing(date.max).consents[0].given is False
