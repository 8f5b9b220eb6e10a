from datetime import timedelta

import pytest

from lijfspoor.domain.pathways.facts import DecisionClosed, DecisionOpened, VoiceGiven
from lijfspoor.domain.pathways.model import Round
from tests.unit.pathways.builders import MONDAY, File, addon

PARTIES = ("client", "therapist", "lead_clinician")


def opened(sessions: int = 4) -> File:
    file = File(addon())
    file.tell(DecisionOpened, decision="extension", sessions=sessions)
    return file


def say(file: File, **voices: str) -> File:
    for party, voice in voices.items():
        file.tell(VoiceGiven, decision="extension", party=party, voice=voice, reason=f"{voice} zei ik")
    return file


def rounds(file: File) -> tuple[Round, ...]:
    return file.standing().decision("extension").rounds


@pytest.mark.requirement("S1-013")
def test_three_times_yes_is_agreed() -> None:
    file = opened()
    for party in PARTIES:
        assert rounds(file)[0].outcome == "open"
        say(file, **{party: "yes"})
    assert rounds(file)[0].outcome == "agreed"


@pytest.mark.requirement("S1-013")
@pytest.mark.parametrize("party", PARTIES)
def test_one_no_divides_whoever_says_it(party: str) -> None:
    voices = dict.fromkeys(PARTIES, "yes") | {party: "no"}
    assert rounds(say(opened(), **voices))[0].outcome == "divided"


@pytest.mark.requirement("S1-013")
def test_doubt_keeps_it_open_even_beside_a_no() -> None:
    file = say(opened(), client="unsure", therapist="yes", lead_clinician="no")
    assert rounds(file)[0].outcome == "open"
    file.tell(DecisionClosed, decision="extension")
    assert rounds(file)[0].closed_on is None


@pytest.mark.requirement("S1-013")
def test_a_voice_can_change_until_closing_and_what_was_said_stays() -> None:
    file = say(opened(), client="no", therapist="yes", lead_clinician="yes")
    say(file.later(1), client="yes")
    changed = rounds(file)[0]
    assert changed.outcome == "agreed"
    assert [(v.party, v.voice, v.on) for v in changed.earlier] == [("client", "no", MONDAY)]
    file.tell(DecisionClosed, decision="extension")
    say(file.later(1), client="no")
    after = rounds(file)[0]
    assert (after.outcome, after.closed_on) == ("agreed", MONDAY + timedelta(days=1))
    assert after.voices == changed.voices


def test_earlier_voices_stand_in_the_order_they_were_said_and_counting_ones_by_party() -> None:
    file = say(opened(), therapist="no", client="yes")
    say(file, client="no")
    say(file, therapist="yes")
    round_ = rounds(file)[0]
    assert [(v.party, v.voice) for v in round_.earlier] == [("therapist", "no"), ("client", "yes")]
    assert [v.party for v in round_.voices] == ["client", "therapist"]
    said = round_.voice_of("client")
    assert said is not None
    assert said.voice == "no"
    assert round_.voice_of("lead_clinician") is None


def test_a_new_proposal_supersedes_the_running_round() -> None:
    file = say(opened(4), **dict.fromkeys(PARTIES, "yes"))
    file.later(1).tell(DecisionOpened, decision="extension", sessions=2)
    first, second = rounds(file)
    assert (first.superseded, first.closed_on, first.outcome) == (True, file.day, "agreed")
    assert (second.sessions, second.voices, second.superseded) == (2, (), False)
    assert file.standing().decision("extension").running == second
    assert file.standing().dose.extended_by == 0


def test_voices_without_round_and_of_strangers_are_passed_over() -> None:
    file = say(File(addon()), client="yes")
    assert rounds(file) == ()
    file.tell(DecisionOpened, decision="extension", sessions=4)
    file.tell(DecisionOpened, decision="nowhere", sessions=4)
    say(file, teacher="yes")
    assert rounds(file)[0].voices == ()
