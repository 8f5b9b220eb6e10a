import pytest

from lijfspoor.domain.pathways.facts import DecisionClosed, DecisionOpened, SessionHeld, SessionMissed, VoiceGiven
from tests.unit.pathways.builders import File, addon, approach, attachment, bare, dose


def test_a_session_counts_once_and_by_the_last_thing_recorded() -> None:
    file = File(bare())
    file.tell(SessionHeld, session="s1")
    file.tell(SessionHeld, session="s1")
    file.tell(SessionMissed, session="s2", how="no_show")
    assert (file.standing().dose.held, file.standing().dose.missed) == (1, 1)
    file.tell(SessionMissed, session="s1", how="cancelled_by_client")
    file.tell(SessionHeld, session="s2")
    assert (file.standing().dose.held, file.standing().dose.missed) == (1, 1)


def test_what_the_practice_cancels_is_not_missed_by_the_client() -> None:
    file = File(bare())
    file.tell(SessionMissed, session="s1", how="cancelled_by_practice")
    assert file.standing().dose.missed == 0


def test_missed_in_a_row_skips_what_the_practice_cancelled_and_ends_at_a_held_session() -> None:
    file = File(bare())
    for session, how in (("s1", "no_show"), ("s3", "cancelled_by_practice"), ("s4", "cancelled_by_client")):
        file.tell(SessionMissed, session=session, how=how)
    assert file.standing().dose.missed_in_a_row == 2
    file.tell(SessionHeld, session="s1")
    assert file.standing().dose.missed_in_a_row == 0
    assert file.standing().dose.missed == 1


@pytest.mark.requirement("S1-011")
def test_a_fixed_dose_has_a_limit_of_eight() -> None:
    standing = File(addon()).sessions(3).standing().dose
    assert (standing.low, standing.high, standing.limit, standing.left) == (8, 8, 8, 5)


@pytest.mark.requirement("S2-053")
def test_an_expected_dose_keeps_both_numbers_and_has_no_limit() -> None:
    standing = File(attachment()).sessions(41).standing().dose
    assert (standing.low, standing.high, standing.limit, standing.left) == (25, 40, None, None)


def test_an_open_dose_has_no_number() -> None:
    standing = File(bare(approach=approach(dose=dose("open")))).standing().dose
    assert (standing.low, standing.high, standing.limit) == (None, None, None)


@pytest.mark.requirement("S1-013")
def test_agreed_rounds_make_more_sessions_only_once_closed() -> None:
    file = File(addon())
    for extra in (4, 2):
        file.tell(DecisionOpened, decision="extension", sessions=extra)
        for party in ("client", "therapist", "lead_clinician"):
            file.tell(VoiceGiven, decision="extension", party=party, voice="yes", reason="")
        file.tell(DecisionClosed, decision="extension")
    file.tell(DecisionOpened, decision="extension", sessions=100)
    assert (file.standing().dose.limit, file.standing().dose.extended_by) == (14, 6)
    for party in ("client", "therapist", "lead_clinician"):
        file.tell(VoiceGiven, decision="extension", party=party, voice="yes", reason="")
    file.tell(DecisionOpened, decision="extension", sessions=1)
    assert file.standing().dose.limit == 14
