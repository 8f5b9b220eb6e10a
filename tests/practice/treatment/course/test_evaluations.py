"""Evaluations: two voices on each topic, the conditions asked again, does it still fit."""

from datetime import timedelta
from uuid import uuid4

import pytest

from lijfspoor.domain.kernel import Answer
from lijfspoor.domain.pathways import facts as f
from lijfspoor.practice.access.refusals import NotUnderstood
from lijfspoor.practice.treatment.flows import evaluations
from lijfspoor.practice.treatment.flows.evaluations import EvaluationMinutes, GivenAnswer
from lijfspoor.practice.treatment.models import Note
from tests.practice.treatment.course import story
from tests.practice.treatment.sessions import scenes
from tests.practice.treatment.sessions.scenes import Scene

pytestmark = pytest.mark.django_db


@pytest.fixture
def addon() -> Scene:
    scene = scenes.addon()
    story.sessions_held(scene, 4)
    return scene


@pytest.fixture
def noor() -> Scene:
    scene = scenes.attachment()
    story.sessions_held(scene, 8)
    return scene


def notes(scene: Scene) -> list[Note]:
    return list(Note.objects.in_practice(scene.house.practice.id).filter(kind="evaluation"))


@pytest.mark.requirement("S1-012")
def test_the_interim_evaluation_is_due_and_leads_to_the_decision(addon: Scene) -> None:
    assert "evaluation-due" in {advice.code for advice in story.now(addon).advice}
    assert "nu aan de beurt" in story.words(story.get(addon, "evaluation"))
    done = story.post(addon, "evaluation", **story.evaluation_form(addon))
    assert done["Location"] == story.at(addon, "decision", "extension")
    assert "evaluation-due" not in {advice.code for advice in story.now(addon).advice}
    (note,) = notes(addon)
    assert note.signed_by == "Marjan de Wit"
    assert note.subject == addon.facts(f.EvaluationHeld)[0].stamp.id


@pytest.mark.requirement("S1-018")
def test_the_four_aspects_are_asked_in_two_voices(addon: Scene) -> None:
    form = story.evaluation_form(addon)
    form["client-1"] = "Ik herken spanning in mijn buik."
    form["therapist-1"] = "Wijst plekken aan."
    story.post(addon, "evaluation", **form)
    for place, args in (("evaluation", ()), ("decision", ("extension",))):
        page = story.words(story.get(addon, place, *args))
        for aspect in ("Identiteit", "Zelf-directie", "Empathie", "Intimiteit"):
            assert aspect in page
        assert "‘Ik herken spanning in mijn buik.’" in page
        assert "Wijst plekken aan." in page


@pytest.mark.requirement("S2-138", "S2-139")
def test_the_conditions_are_asked_again_with_the_name(noor: Scene) -> None:
    page = story.words(story.get(noor, "evaluation"))
    assert "Er is een veilige hechtingsfiguur" in page
    assert "Het kind kan elke week naar de therapie komen" in page
    done = story.post(noor, "evaluation", **story.evaluation_form(noor))
    assert done["Location"] == story.at(noor, "evaluation")
    standing = story.now(noor).standing
    assert standing.group("preconditions").met is Answer.YES
    assert standing.criterion("safe-attachment-figure").person == "Ria Veldhuis"
    assert standing.criterion("safe-attachment-figure").since == noor.day


@pytest.mark.requirement("S2-138")
def test_a_condition_without_an_answer_holds_everything_back(noor: Scene) -> None:
    form = story.evaluation_form(noor)
    del form["answer-stable-living"]
    page = story.post(noor, "evaluation", **form)
    assert page.status_code == 422
    assert "Geef een antwoord." in story.words(page)
    assert "Het gaat vooruit." in page.content.decode(), "what was typed stays"
    assert noor.facts(f.EvaluationHeld) == []
    assert noor.facts(f.CriterionAnswered) == []
    assert notes(noor) == []


def test_a_yes_that_asks_for_a_name_has_one(noor: Scene) -> None:
    form = story.evaluation_form(noor, **{"person-safe-attachment-figure": " "})
    page = story.post(noor, "evaluation", **form)
    assert page.status_code == 422
    assert "Schrijf de naam op." in story.words(page)


def test_the_flow_itself_asks_every_condition(noor: Scene) -> None:
    with pytest.raises(NotUnderstood) as refusal:
        evaluations.hold_evaluation(
            evaluation="regular",
            summary="Kort.",
            told=EvaluationMinutes(fits="yes", bond="at_ease"),
            answers={"safe-upbringing": GivenAnswer(answer=Answer.YES)},
            on=noor.day,
            **story.about(noor),
        )
    assert all(name.startswith(("answer-", "person-")) for name in refusal.value.fields)


@pytest.mark.requirement("S2-028", "S2-029")
def test_a_lost_safety_condition_leads_to_the_reporting_code(noor: Scene) -> None:
    done = story.post(noor, "evaluation", **story.evaluation_form(noor, **{"answer-safe-upbringing": "no"}))
    assert done["Location"] == story.at(noor, "safety")
    page = story.words(story.get(noor, "phases"))
    assert "Een vraag over veiligheid is met nee beantwoord" in page
    assert "Loop de stappen van de meldcode door" in page
    lead = story.words(story.get(noor, "phases", by="lea"))
    assert "Een vraag over veiligheid is met nee beantwoord" in lead
    assert "Loop de stappen van de meldcode door" not in lead


@pytest.mark.requirement("S0-063")
def test_does_it_still_fit_is_asked_and_kept(addon: Scene) -> None:
    form = story.evaluation_form(addon)
    del form["fits"]
    assert story.post(addon, "evaluation", **form).status_code == 422
    story.post(addon, "evaluation", **story.evaluation_form(addon, fits="partly", fits_words="Rustiger aan."))
    page = story.words(story.get(addon, "evaluation"))
    assert "Deels, we passen iets aan" in page
    assert "Rustiger aan." in page


@pytest.mark.requirement("S0-062")
def test_the_bond_is_asked_without_blame(addon: Scene) -> None:
    page = story.words(story.get(addon, "evaluation"))
    assert "Past een ander beter, dan is dat niemands schuld." in page
    assert "Regel een andere therapeut" in page
    form = story.evaluation_form(addon)
    del form["bond"]
    assert story.post(addon, "evaluation", **form).status_code == 422


def test_an_evaluation_may_be_written_down_later_but_not_before_it_was(addon: Scene) -> None:
    later = (addon.day + timedelta(days=1)).isoformat()
    assert story.post(addon, "evaluation", **story.evaluation_form(addon, on=later)).status_code == 422
    before = addon.day - timedelta(days=3)
    story.post(addon, "evaluation", **story.evaluation_form(addon, on=before.isoformat()))
    assert addon.facts(f.EvaluationHeld)[0].stamp.holds_on == before


def test_one_submit_one_evaluation(noor: Scene) -> None:
    form = story.evaluation_form(noor, idempotency_key=str(uuid4()))
    for _ in range(3):
        assert story.post(noor, "evaluation", **form).status_code == 302
    assert len(noor.facts(f.EvaluationHeld)) == 1
    assert len(notes(noor)) == 1


def test_a_wrong_evaluation_is_taken_back_with_a_reason(noor: Scene) -> None:
    story.post(noor, "evaluation", **story.evaluation_form(noor))
    fact = noor.facts(f.EvaluationHeld)[0]
    assert story.post(noor, "take_back", fact.stamp.id, reason="").status_code == 422
    story.post(noor, "take_back", fact.stamp.id, reason="Bij het verkeerde kind geschreven.")
    assert story.now(noor).standing.evaluations[0].times_held == 0
    assert "Het gaat vooruit." not in story.words(story.get(noor, "evaluation"))


def test_what_others_build_on_is_not_taken_back_here(noor: Scene) -> None:
    started = noor.facts(f.TreatmentStarted)[0]
    assert story.post(noor, "take_back", started.stamp.id, reason="Weg ermee").status_code == 404
