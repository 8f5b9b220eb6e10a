"""The bond and the fit on the screens: asked calmly, kept, and another therapist as an ordinary step."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lijfspoor.domain.pathways import facts as f
from lijfspoor.practice.access.refusals import NotAllowed, NotFound, NotUnderstood
from lijfspoor.practice.logbook.models import LogEntry
from lijfspoor.practice.treatment.flows import bond
from lijfspoor.practice.treatment.flows.bond import BondAnswer
from tests.practice.treatment.course import story
from tests.practice.treatment.sessions import scenes
from tests.practice.treatment.sessions.scenes import Scene

pytestmark = pytest.mark.django_db
BLAMING = ("schuldig", "klacht over", "fout van", "gefaald", "score", "prestatie")


@pytest.fixture
def samira() -> Scene:
    scene = scenes.broad()
    story.sessions_held(scene, 2)
    return scene


def codes(scene: Scene) -> set[str]:
    return {advice.code for advice in story.now(scene).advice}


def asked(scene: Scene, **more: str) -> dict[str, str]:
    return {
        "at_ease": "no",
        "understood": "partly",
        "wish": "change",
        "words": "Ik durf niet",
        "on": f"{scene.day}",
    } | more


@pytest.mark.requirement("S0-062")
def test_the_client_is_asked_and_another_therapist_is_offered_without_blame(samira: Scene) -> None:
    assert "bond-due" in codes(samira)
    done = story.post(samira, "bond", **asked(samira))
    assert done["Location"] == story.at(samira, "bond")
    (fact,) = samira.facts(f.BondAsked)
    assert (fact.at_ease, fact.understood, fact.wish, fact.words) == ("no", "partly", "change", "Ik durf niet")
    assert "bond-change" in codes(samira)
    words = story.words(story.get(samira, "bond"))
    assert "van niemand de schuld" in words
    assert "Kies samen een andere therapeut" in words
    assert not [each for each in BLAMING if each in words.lower()]


@pytest.mark.requirement("S0-062")
def test_a_change_of_therapist_meets_the_wish_and_says_nothing_of_why(samira: Scene) -> None:
    bond.ask_bond(said=BondAnswer(wish="change"), on=samira.day, **story.about(samira))
    tess = samira.house.members["tess"]
    done = story.post(samira, "change_therapist", member=str(tess.id), reason="")
    assert done.status_code == 302
    assert story.now(samira).standing.therapist_name == "Tess Vos"
    assert not {"bond-change", "bond-talk", "bond-due"} & codes(samira)
    for _ in range(2):
        samira.add(f.SessionHeld, on=samira.day, session=str(uuid4()))
    assert "bond-due" in codes(samira)


def test_one_answer_is_enough_and_none_is_not(samira: Scene) -> None:
    with pytest.raises(NotUnderstood):
        bond.ask_bond(said=BondAnswer(), on=samira.day, **story.about(samira))
    bond.ask_bond(said=BondAnswer(at_ease="yes"), on=samira.day, **story.about(samira))
    assert samira.facts(f.BondAsked)[0].understood == "not_said"


def test_only_who_treats_asks_and_a_module_without_the_question_has_no_page(samira: Scene) -> None:
    with pytest.raises(NotAllowed):
        bond.ask_bond(said=BondAnswer(at_ease="yes"), on=samira.day, **story.about(samira, "lea"))
    with pytest.raises(NotFound):
        bond.read_bond(**story.about(scenes.addon(samira.house)))


def test_an_answer_that_was_wrong_is_taken_back_and_stays_to_be_read(samira: Scene) -> None:
    story.post(samira, "bond", **asked(samira))
    fact = samira.facts(f.BondAsked)[0].stamp.id
    assert story.post(samira, "take_back", fact, reason="Vergist").status_code == 302
    assert "bond-change" not in codes(samira)
    assert samira.facts(f.Retracted)[0].fact == fact


@pytest.mark.requirement("S0-062", "S0-063")
def test_an_evaluation_keeps_the_fit_and_the_bond_as_facts(samira: Scene) -> None:
    story.sessions_held(samira, 3)
    assert {"evaluation-due", "bond-due"} <= codes(samira)
    filled = story.evaluation_form(samira, fits="partly", bond="other", bond_words="Liever een vrouw")
    assert story.post(samira, "evaluation", **filled).status_code == 302
    assert samira.facts(f.EvaluationHeld)[0].fits == "partly"
    assert samira.facts(f.BondAsked)[0].wish == "change"
    assert samira.facts(f.BondAsked)[0].words == "Liever een vrouw"
    assert {"fit-open", "bond-change"} <= codes(samira)
    samira.add(f.VariantChosen, on=samira.day, variant="usual", reason="Meer tijd")
    assert "fit-open" not in codes(samira)


def test_an_evaluation_that_left_the_bond_out_says_nothing_of_it(samira: Scene) -> None:
    filled = story.evaluation_form(samira, bond="not_discussed")
    assert story.post(samira, "evaluation", **filled).status_code == 302
    assert samira.facts(f.BondAsked) == []


def test_reading_is_in_the_logbook_and_asks_a_fixed_number_of_queries(samira: Scene) -> None:
    with CaptureQueriesContext(connection) as before:
        story.get(samira, "bond")
    assert LogEntry.objects.in_practice(samira.house.practice.id).filter(kind="treatment.bond_read").count() == 1
    for wish in ("stay", "talk", "change", "stay"):
        samira.add(f.BondAsked, on=samira.day, at_ease="partly", understood="yes", wish=wish)
    with CaptureQueriesContext(connection) as after:
        story.get(samira, "bond")
    assert len(after) == len(before)
