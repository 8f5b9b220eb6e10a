"""A joint decision: nobody's voice is filled in, and nobody's voice lands on what they were not asked."""

from uuid import uuid4

import pytest

from lijfspoor.domain.pathways import Step, StepKind
from lijfspoor.domain.pathways import facts as f
from lijfspoor.practice.access.refusals import ChangedMeanwhile, NotAllowed, NotFound, NotPossible, NotUnderstood
from lijfspoor.practice.logbook.models import LogEntry
from lijfspoor.practice.treatment.flows import decisions
from tests import cast
from tests.practice.treatment.course import story
from tests.practice.treatment.sessions import scenes
from tests.practice.treatment.sessions.scenes import Scene

pytestmark = pytest.mark.django_db


@pytest.fixture
def addon() -> Scene:
    scene = scenes.addon()
    story.sessions_held(scene, 8)
    return scene


def propose(scene: Scene, sessions: int = 3) -> None:
    decisions.propose(decision="extension", sessions=sessions, **story.about(scene))


def vote(scene: Scene, party: str, voice: str, who: str = "marjan", number: int = 1, reason: str = "Daarom.") -> None:
    decisions.vote(
        decision="extension",
        party=party,  # type: ignore[arg-type]  # a plain word
        voice=voice,  # type: ignore[arg-type]
        reason=reason,
        round_number=number,
        **story.about(scene, who),
    )


def close(scene: Scene, outcome: str, number: int = 1) -> None:
    decisions.close(decision="extension", round_number=number, outcome=outcome, **story.about(scene))  # type: ignore[arg-type]


def may_hold(scene: Scene) -> bool:
    return story.now(scene).steps[Step(StepKind.HOLD_SESSION)].allowed


@pytest.mark.requirement("S1-013", "S1-011")
def test_divided_then_a_changed_voice_then_agreed_then_eleven_sessions(addon: Scene) -> None:
    assert not may_hold(addon)
    propose(addon, 3)
    vote(addon, "client", "yes")
    vote(addon, "therapist", "yes")
    vote(addon, "lead_clinician", "no", "lea")
    assert story.now(addon).standing.decision("extension").rounds[0].outcome == "divided"
    vote(addon, "lead_clinician", "yes", "lea", reason="Na overleg toch.")
    assert story.now(addon).standing.dose.limit == 8, "agreed voices add nothing until the round is closed"
    close(addon, "agreed")
    standing = story.now(addon).standing
    assert standing.dose.limit == 11
    assert [voice.voice for voice in standing.decision("extension").rounds[0].earlier] == ["no"]
    story.sessions_held(addon, 2)
    assert may_hold(addon)
    story.sessions_held(addon, 1)
    assert not may_hold(addon)


@pytest.mark.requirement("S1-013")
@pytest.mark.parametrize("last", ["missing", "unsure"])
def test_an_open_round_cannot_be_closed(addon: Scene, last: str) -> None:
    propose(addon)
    vote(addon, "client", "yes")
    vote(addon, "therapist", "yes")
    if last == "unsure":
        vote(addon, "lead_clinician", "unsure", "lea")
    with pytest.raises(NotPossible):
        close(addon, "agreed")
    assert story.now(addon).standing.decision("extension").running is not None


def test_a_divided_round_closes_without_extension(addon: Scene) -> None:
    propose(addon)
    for party, voice, who in (
        ("client", "yes", "marjan"),
        ("therapist", "no", "marjan"),
        ("lead_clinician", "yes", "lea"),
    ):
        vote(addon, party, voice, who)
    close(addon, "divided")
    assert story.now(addon).standing.dose.limit == 8
    assert not may_hold(addon)


def test_nobody_gives_the_voice_of_another(addon: Scene) -> None:
    propose(addon)
    with pytest.raises(NotAllowed):
        vote(addon, "lead_clinician", "yes", "marjan")
    for party in ("client", "therapist"):
        with pytest.raises(NotAllowed):
            vote(addon, party, "yes", "lea")
    assert story.now(addon).standing.decision("extension").rounds[0].voices == ()


def test_the_lead_clinician_of_another_client_finds_nothing() -> None:
    house = cast.duinrand()
    client = cast.adult(house, lead="")
    cast.consent(house, client, "treatment")
    scene = scenes.addon(house)
    other = Scene(house, client, scenes._treatment(house, client, scenes.ADDON))
    scenes._started(other, phase="")
    with pytest.raises(NotFound):
        vote(other, "lead_clinician", "yes", "lea")
    assert story.get(other, "decision", "extension", by="lea").status_code == 404
    assert story.get(scene, "decision", "extension", by="lea").status_code == 200


def test_the_voice_of_the_client_is_marked_as_spoken(addon: Scene) -> None:
    propose(addon)
    vote(addon, "client", "yes", reason="Ik voel mijn buik weer.")
    vote(addon, "therapist", "yes")
    client, therapist = story.now(addon).standing.decision("extension").rounds[0].voices
    assert client.as_spoken
    assert not therapist.as_spoken
    assert "zoals gezegd; opgeschreven door Marjan de Wit" in story.words(story.get(addon, "decision", "extension"))


def test_a_new_proposal_opens_a_new_round_and_the_voices_before_stay_readable(addon: Scene) -> None:
    propose(addon, 3)
    vote(addon, "client", "yes", reason="Drie is goed.")
    propose(addon, 5)
    rounds = story.now(addon).standing.decision("extension").rounds
    assert [len(each.voices) for each in rounds] == [1, 0]
    page = story.words(story.get(addon, "decision", "extension"))
    assert "Voorstel 1: drie sessies" in page
    assert "Drie is goed." in page
    assert "Sessie 9, 10, 11, 12 en 13" in page


def test_a_voice_never_lands_on_another_proposal(addon: Scene) -> None:
    propose(addon, 3)
    propose(addon, 12)
    with pytest.raises(ChangedMeanwhile):
        vote(addon, "client", "yes", number=1)
    assert story.now(addon).standing.decision("extension").rounds[-1].voices == ()


def test_closing_is_refused_when_a_voice_changed_since_it_was_read(addon: Scene) -> None:
    propose(addon)
    vote(addon, "client", "yes")
    vote(addon, "therapist", "yes")
    vote(addon, "lead_clinician", "no", "lea")
    with pytest.raises(ChangedMeanwhile):
        close(addon, "agreed")
    assert story.now(addon).standing.decision("extension").running is not None


@pytest.mark.parametrize("sessions", [0, -1, 101])
def test_a_proposal_has_a_number_of_sessions(addon: Scene, sessions: int) -> None:
    with pytest.raises(NotUnderstood):
        propose(addon, sessions)


def test_a_voice_has_a_reason(addon: Scene) -> None:
    propose(addon)
    with pytest.raises(NotUnderstood):
        vote(addon, "client", "yes", reason="  ")


def test_without_a_proposal_there_is_no_voice(addon: Scene) -> None:
    with pytest.raises(NotPossible):
        vote(addon, "therapist", "yes", number=0)


@pytest.mark.requirement("S1-013")
def test_the_page_says_how_many_voices_are_open(addon: Scene) -> None:
    propose(addon)
    assert "Drie stemmen zijn nog open." in story.words(story.get(addon, "decision", "extension"))
    story.post(
        addon,
        "decision_voice",
        "extension",
        "client",
        voice="yes",
        reason="Ik durf het nog niet alleen.",
        round_number=1,
    )
    story.post(addon, "decision_voice", "extension", "therapist", voice="unsure", reason="Twijfel.", round_number=1)
    page = story.words(story.get(addon, "decision", "extension"))
    assert "Nog geen besluit. Twee stemmen zijn nog open." in page
    assert "‘ Ik durf het nog niet alleen. ’" in page or "‘Ik durf het nog niet alleen.’" in page
    story.post(addon, "decision_voice", "extension", "therapist", voice="yes", reason="Toch wel.", round_number=1)
    assert "Eén stem is nog open." in story.words(story.get(addon, "decision", "extension"))
    done = story.post(
        addon, "decision_voice", "extension", "lead_clinician", by="lea", voice="yes", reason="Eens.", round_number=1
    )
    assert done.status_code == 302
    page = story.words(story.get(addon, "decision", "extension"))
    assert "Iedereen zegt ja: drie sessies erbij." in page
    assert "Eerder: weet ik nog niet, ‘Twijfel.’" in page
    story.post(addon, "decision_close", "extension", round_number=1, outcome="agreed")
    assert story.now(addon).standing.dose.limit == 11
    assert "8 van 11 sessies geweest" in story.words(story.get(addon, "decision", "extension"))


def test_each_sees_only_the_form_of_a_voice_they_can_give(addon: Scene) -> None:
    propose(addon)
    therapist = story.get(addon, "decision", "extension").content.decode()
    lead = story.get(addon, "decision", "extension", by="lea").content.decode()
    assert 'id="stem-client"' in therapist
    assert 'id="stem-lead_clinician"' not in therapist
    assert 'id="stem-lead_clinician"' in lead
    assert 'id="stem-client"' not in lead
    assert "Doe het voorstel" not in lead


def test_an_unknown_decision_or_party_is_not_found(addon: Scene) -> None:
    assert story.get(addon, "decision", "besluit-van-niemand").status_code == 404
    assert story.post(addon, "decision_voice", "extension", "neighbour", voice="yes").status_code == 404


def test_the_lead_clinician_is_asked_without_mail(addon: Scene) -> None:
    propose(addon)
    assert "Lea Aalbers" in story.words(story.get(addon, "ask_lead", "extension"))
    assert "voices-open" in {advice.code for advice in story.now(addon).advice}


def test_without_a_lead_clinician_the_page_says_how_to_tie_one() -> None:
    house = cast.duinrand()
    client = cast.adult(house, lead="")
    scene = Scene(house, client, scenes._treatment(house, client, scenes.ADDON))
    scenes._started(scene, phase="")
    assert "Verbind een regiebehandelaar" in story.words(story.get(scene, "ask_lead", "extension"))


def test_one_submit_one_proposal(addon: Scene) -> None:
    key = str(uuid4())
    for _ in range(3):
        story.post(addon, "decision_propose", "extension", sessions=3, idempotency_key=key)
    assert len(addon.facts(f.DecisionOpened)) == 1


def test_reading_and_voting_are_in_the_logbook(addon: Scene) -> None:
    propose(addon)
    vote(addon, "client", "yes")
    story.get(addon, "decision", "extension")
    kinds = list(LogEntry.objects.in_practice(addon.house.practice.id).order_by("id").values_list("kind", flat=True))
    assert kinds.count("pathway.step") == 2
    assert "treatment.decision_read" in kinds
