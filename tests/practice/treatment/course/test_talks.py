"""Talks with the people around the client, practice outside the room, and what went well."""

from datetime import timedelta
from typing import cast
from uuid import uuid4

import pytest
from django.http import HttpResponse

from lijfspoor.domain.pathways import facts as f
from lijfspoor.practice.access.refusals import NotUnderstood
from lijfspoor.practice.treatment.advice_points import points_for
from lijfspoor.practice.treatment.flows import talks
from lijfspoor.practice.treatment.flows.talks import TalkMinutes
from tests.practice.treatment.course import story
from tests.practice.treatment.sessions import scenes
from tests.practice.treatment.sessions.scenes import Scene

pytestmark = pytest.mark.django_db


@pytest.fixture
def noor() -> Scene:
    return scenes.attachment()


def hold(scene: Scene, audience: str = "caregivers", **more: object) -> HttpResponse:
    filled = {"on": scene.day.isoformat(), "mode": "talk", "summary": "Over het naar bed gaan.", **more}
    address = f"{story.at(scene, 'talks')}?met={audience}"
    return cast(HttpResponse, story.browser(scene).post(address, filled))


@pytest.mark.requirement("S2-073", "S2-120", "S2-058")
def test_caregivers_get_advice_that_fits_the_building_blocks_of_now(noor: Scene) -> None:
    offered = {point.text for point in points_for(story.now(noor), "caregivers")}
    assert "Vaste tijden, vaste plekken en weinig verrassingen geven rust." in offered
    assert "Laat los zonder uw kind in de steek te laten." not in offered
    point = next(p for p in points_for(story.now(noor), "caregivers") if p.text.startswith("Vaste tijden"))
    assert noor.mother
    hold(noor, mode="psycho_education", points=[point.id], present=[str(noor.mother.id)], tasks="Samen tandenpoetsen.")
    page = story.words(story.get(noor, "talks"))
    assert "Ouders of verzorgers: uitleg" in page
    assert "Erbij: Eva Veldhuis" in page
    assert "Over het naar bed gaan." in page
    assert page.count("Vaste tijden, vaste plekken en weinig verrassingen geven rust.") == 2, "in the log and the form"
    assert "Samen tandenpoetsen." in page
    assert story.now(noor).standing.talks == (("caregivers", noor.day),)


@pytest.mark.requirement("S2-058", "S2-061", "S2-064", "S2-067", "S2-070", "S2-120")
@pytest.mark.parametrize(
    ("phase", "with_it", "without"),
    [
        ("regulation", {"S2-058", "S2-061"}, {"S2-064", "S2-067", "S2-070"}),
        ("relationship", {"S2-061", "S2-064"}, {"S2-058", "S2-067", "S2-070"}),
        ("behaviour-change", {"S2-064", "S2-067"}, {"S2-058", "S2-061", "S2-070"}),
        ("transfer", {"S2-067", "S2-070"}, {"S2-058", "S2-061", "S2-064"}),
    ],
)
def test_what_a_child_needs_follows_the_phase(noor: Scene, phase: str, with_it: set[str], without: set[str]) -> None:
    noor.add(f.PhaseMoved, to_phase=phase, reason="Voor deze proef.", on=noor.day)
    sources = {source for point in points_for(story.now(noor), "caregivers") for source in point.sources}
    assert sources >= with_it
    assert not sources & without


@pytest.mark.requirement("S2-105")
def test_parents_are_told_beforehand_that_younger_behaviour_belongs_to_it(noor: Scene) -> None:
    offered = [point for point in points_for(story.now(noor), "caregivers") if "S2-105" in point.sources]
    assert any("Dat hoort erbij" in point.text for point in offered)
    assert "Dat hoort erbij" in story.words(story.get(noor, "talks"))


@pytest.mark.requirement("S2-051", "S0-030", "S2-137")
@pytest.mark.parametrize(
    ("audience", "advice"),
    [
        ("school", "Uitdagend gedrag begint vaak bij stress."),
        ("guardian", "Laat het weten als er iets verandert in wonen, omgang of gezag."),
        ("relatives", "kinderen kunnen zich aan meer mensen hechten"),
    ],
)
def test_others_get_advice_of_their_own(noor: Scene, audience: str, advice: str) -> None:
    point = next(p for p in points_for(story.now(noor), audience) if advice in p.text)
    hold(noor, audience, points=[point.id], tasks="Een vaste plek maken.")
    assert noor.facts(f.TalkHeld)[0].audience == audience
    log = story.words(story.get(noor, "talks")).split("Geoefend buiten de therapie")[0]
    assert advice in log
    assert "Een vaste plek maken." in log


@pytest.mark.requirement("S2-140")
def test_talks_with_other_disciplines_are_kept(noor: Scene) -> None:
    hold(noor, "co_treatment", summary="Afspraak: de psycholoog doet de diagnose.")
    assert "Andere behandelaars: gesprek" in story.words(story.get(noor, "talks"))


@pytest.mark.requirement("S2-143")
def test_a_handover_says_which_approach_and_manner_help(noor: Scene) -> None:
    page = hold(noor, "school", mode="handover", approach="", manner="")
    assert page.status_code == 422
    hold(noor, "school", mode="handover", approach="Eerst rust, dan praten.", manner="Rustige stem, ooghoogte.")
    log = story.words(story.get(noor, "talks"))
    assert "Overdracht van aanpak en bejegening".lower() in log.lower()
    assert "Eerst rust, dan praten." in log
    assert "Rustige stem, ooghoogte." in log


@pytest.mark.requirement("S2-095", "S2-051")
def test_practice_outside_the_room(noor: Scene) -> None:
    before = noor.day - timedelta(days=2)
    done = story.post(
        noor, "practised", text="Vroeg de juf om hulp.", where="op school", practised_on=before.isoformat()
    )
    assert done.status_code == 302
    fact = noor.facts(f.PracticeElsewhereNoted)[0]
    assert (fact.text, fact.where, fact.stamp.holds_on) == ("Vroeg de juf om hulp.", "op school", before)
    assert "Vroeg de juf om hulp." in story.words(story.get(noor, "talks"))


def test_a_talk_of_tomorrow_was_not_held(noor: Scene) -> None:
    with pytest.raises(NotUnderstood):
        talks.hold_talk(
            audience="school",
            mode="talk",
            summary="Kort.",
            told=TalkMinutes(),
            on=noor.day + timedelta(days=1),
            **story.about(noor),
        )


def test_one_submit_one_talk_and_a_wrong_one_is_taken_back(noor: Scene) -> None:
    key = str(uuid4())
    for _ in range(3):
        hold(noor, idempotency_key=key)
    (fact,) = noor.facts(f.TalkHeld)
    story.post(noor, "take_back", fact.stamp.id, reason="Was een ander kind.")
    assert "Over het naar bed gaan." not in story.words(story.get(noor, "talks"))
    assert story.now(noor).standing.talks == ()


@pytest.mark.requirement("S2-107")
def test_successes_stand_in_words_without_counting(noor: Scene) -> None:
    (held,) = story.sessions_held(noor, 1)
    for text in ("Je klom tot halverwege.", "Je zei zelf stop."):
        assert story.post(noor, "successes", text=text, session=held).status_code == 302
    page = story.words(story.get(noor, "successes"))
    assert page.index("Je zei zelf stop.") < page.index("Je klom tot halverwege.")
    assert 'class="say"' in story.get(noor, "successes").content.decode()
    words = page.split("Zet erbij")[0].split("Wat lukte")[-1]
    assert "2" not in words.replace(str(noor.day.year), "").replace("23 november", "")


def test_a_success_names_a_held_session_or_none(noor: Scene) -> None:
    assert story.post(noor, "successes", text="Het lukte.", session=str(uuid4())).status_code == 422
    assert story.post(noor, "successes", text=" ").status_code == 422
    with pytest.raises(NotUnderstood):
        talks.note_success(text="Het lukte.", session=str(uuid4()), **story.about(noor))
    assert noor.facts(f.SuccessNoted) == []
