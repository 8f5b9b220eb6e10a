"""Phases: a person steps, forward or back, always with a reason, and never because time passed."""

import html
from datetime import timedelta
from uuid import uuid4

import pytest

from lijfspoor.domain.kernel import Answer
from lijfspoor.domain.pathways import facts as f
from lijfspoor.practice.access.refusals import NotAllowed, NotPossible, NotUnderstood
from lijfspoor.practice.treatment.flows import course as flows
from tests.practice.treatment.course import story
from tests.practice.treatment.sessions import scenes
from tests.practice.treatment.sessions.scenes import Scene

pytestmark = pytest.mark.django_db


@pytest.fixture
def noor() -> Scene:
    scene = scenes.attachment()
    story.sessions_held(scene, 7)
    story.all_conditions_met(scene)
    return scene


def move(
    scene: Scene, to: str, reason: str = "Noor kan ontspannen.", signs: tuple[str, ...] = (), who: str = "marjan"
) -> None:
    flows.move_phase(to_phase=to, reason=reason, signs_seen=signs, **story.about(scene, who))


def path(scene: Scene) -> list[tuple[str, str, str]]:
    return [(step.phase, step.direction, step.reason) for step in story.now(scene).standing.path]


@pytest.mark.requirement("S2-072", "S2-054", "S2-079")
def test_forward_and_back_with_reasons(noor: Scene) -> None:
    move(noor, "relationship", signs=("exit-1-relaxes",))
    story.sessions_held(noor, 2)
    move(noor, "regulation", "Na de verhuizing eerst weer houvast.")
    assert path(noor) == [
        ("regulation", "start", ""),
        ("relationship", "forward", "Noor kan ontspannen."),
        ("regulation", "back", "Na de verhuizing eerst weer houvast."),
    ]
    assert story.now(noor).standing.path[1].signs_seen == ("exit-1-relaxes",)
    assert story.now(noor).standing.path[2].after_sessions == 9


@pytest.mark.requirement("S2-072")
def test_the_page_words_a_step_back_as_ordinary(noor: Scene) -> None:
    move(noor, "relationship")
    story.sessions_held(noor, 2)
    move(noor, "regulation", "Na de verhuizing eerst weer houvast.")
    page = story.words(story.get(noor, "phases"))
    assert "Terug naar fase 1, Regulatie" in page
    assert "Na de verhuizing eerst weer houvast." in page
    assert "Een stap terug is net zo gewoon als een stap vooruit." in page
    for word in ("terugval", "achteruit", "mislukt", "falen"):
        assert word not in page.lower()


@pytest.mark.requirement("S2-138", "S2-028")
@pytest.mark.parametrize("answer", [Answer.NO, Answer.UNKNOWN])
def test_forward_is_refused_when_a_condition_lapsed_and_back_never(noor: Scene, answer: Answer) -> None:
    move(noor, "relationship")
    noor.add(f.CriterionAnswered, criterion="safe-attachment-figure", answer=answer, on=noor.day)
    with pytest.raises(NotPossible) as refusal:
        move(noor, "behaviour-change")
    assert refusal.value.reasons
    move(noor, "regulation", "Eerst weer veilig.")
    assert story.now(noor).standing.phase == "regulation"


def test_a_refused_phase_shows_why(noor: Scene) -> None:
    noor.add(f.CriterionAnswered, criterion="stable-living", answer=Answer.NO, on=noor.day)
    page = story.get(noor, "phases")
    assert "Waarom een fase nu niet kan" in story.words(page)
    assert "Vraag opnieuw: Wat er nodig is" in story.words(page)
    assert 'value="relationship"' not in page.content.decode()
    answer = story.post(noor, "phases", to_phase="relationship", reason="Toch")
    assert answer.status_code == 422
    assert story.now(noor).standing.phase == "regulation"


@pytest.mark.requirement("S2-086")
def test_no_phase_moves_by_itself(noor: Scene) -> None:
    story.sessions_held(noor, 60)
    noor.day += timedelta(days=900)
    assert story.now(noor).standing.phase == "regulation"


@pytest.mark.parametrize("reason", ["", "   "])
def test_a_step_has_a_reason(noor: Scene, reason: str) -> None:
    with pytest.raises(NotUnderstood):
        move(noor, "relationship", reason)
    assert story.post(noor, "phases", to_phase="relationship", reason=reason).status_code == 422
    assert len(path(noor)) == 1


def test_signs_are_those_of_the_module(noor: Scene) -> None:
    with pytest.raises(NotUnderstood):
        move(noor, "relationship", signs=("verzonnen",))


def test_only_who_treats_moves(noor: Scene) -> None:
    with pytest.raises(NotAllowed):
        move(noor, "relationship", who="lea")
    assert story.post(noor, "phases", by="lea").status_code == 403


@pytest.mark.requirement("S2-074", "S2-075", "S2-134", "S2-137")
def test_the_page_shows_what_the_phase_asks(noor: Scene) -> None:
    page = story.words(story.get(noor, "phases"))
    assert "Fase 1, Regulatie" in page
    assert "voorspelbaar en duidelijk" in page
    assert "De ruimte is voor het kind een veilige plek" in page
    assert "Reguleren blijft in elke fase een punt van aandacht." in page
    assert "Bouwsteen 1, Basisveiligheid" in page
    assert "Bouwsteen 2, Toevertrouwen" in page


@pytest.mark.requirement("S2-108")
def test_in_the_last_phase_the_attitude_is_more_directive(noor: Scene) -> None:
    assert "ik-boodschappen, zodat" not in story.words(story.get(noor, "phases"))
    for phase in story.attachment_phases(noor)[1:]:
        move(noor, phase)
    page = story.words(story.get(noor, "phases"))
    assert "Wees directiever en geef meer ik-boodschappen" in page
    assert "bij bouwsteen 5 heeft groepstherapie de voorkeur" in page


def test_a_module_without_phases_shows_its_sessions() -> None:
    scene = scenes.addon()
    story.sessions_held(scene, 4)
    page = story.words(story.get(scene, "phases"))
    assert "Deze module heeft geen fasen." in page
    assert "4 van 8 sessies geweest" in page


def test_one_submit_one_step(noor: Scene) -> None:
    key = str(uuid4())
    for _ in range(3):
        done = story.post(noor, "phases", to_phase="relationship", reason="Er is vertrouwen.", idempotency_key=key)
        assert done.status_code == 302
    assert len(noor.facts(f.PhaseMoved)) == 1


def test_a_step_after_the_last_session_shows_before_the_next(noor: Scene) -> None:
    move(noor, "relationship")
    page = story.get(noor, "phases").content.decode()
    assert "nu, voor sessie 8" in page


PHASES = {
    "regulation": ("S2-074", "S2-075", "S2-076", "S2-077", "S2-078", "S2-079", "S2-134"),
    "relationship": ("S2-080", "S2-081", "S2-082", "S2-083", "S2-084", "S2-085", "S2-087", "S2-135"),
    "behaviour-change": ("S2-088", "S2-089", "S2-090", "S2-091", "S2-092", "S2-093", "S2-094", "S2-136"),
    "transfer": ("S2-095", "S2-096", "S2-097", "S2-098", "S2-099", "S2-100"),
}


@pytest.mark.requirement(*(source for sources in PHASES.values() for source in sources))
@pytest.mark.parametrize("phase", PHASES)
def test_each_phase_shows_its_emphasis_interventions_and_signs(noor: Scene, phase: str) -> None:
    if phase != "regulation":
        noor.add(f.PhaseMoved, to_phase=phase, reason="Voor deze proef.", on=noor.day)
    page = story.words(story.get(noor, "phases"))
    here = story.now(noor).module.phase(phase)
    shown = [here.emphasis.text, *(each.text for each in here.interventions), *(each.text for each in here.exit_signs)]
    shown += [each.text for each in here.working_elements]
    assert all(html.escape(text.nl) in page for text in shown)
    assert all(source in page for source in PHASES[phase])


@pytest.mark.requirement("S2-102", "S2-103", "S2-104", "S2-106", "S2-107", "S2-108", "S2-121")
def test_the_attitude_comes_with_questions_to_look_back_on_oneself(noor: Scene) -> None:
    page = story.words(story.get(noor, "phases"))
    for source in ("S2-102", "S2-103", "S2-104", "S2-106", "S2-107", "S2-108", "S2-121"):
        assert source in page
    assert "Wat deed dit kind vandaag met míjn spanning, en wat hielp mij om rustig te blijven?" in page
