"""Subgoals: each rating names the session that shows it, and all ratings stay."""

from uuid import uuid4

import pytest

from lijfspoor.domain.pathways import facts as f
from lijfspoor.practice.access.refusals import NotUnderstood
from lijfspoor.practice.treatment.flows import course as flows
from lijfspoor.practice.treatment.flows.course import GivenRating
from tests.practice.treatment.course import story
from tests.practice.treatment.sessions import scenes
from tests.practice.treatment.sessions.scenes import Scene

pytestmark = pytest.mark.django_db


@pytest.fixture
def noor() -> Scene:
    return scenes.attachment()


def rate(scene: Scene, *given: tuple[str, str, str, str]) -> None:
    ratings = [GivenRating(subgoal=s, rating=r, session=held, seen=seen) for s, r, held, seen in given]
    flows.rate_subgoals(ratings=ratings, **story.about(scene))


@pytest.mark.requirement("S2-031", "S2-032", "S2-033")
def test_ratings_keep_their_history_and_name_the_session(noor: Scene) -> None:
    first, second = story.sessions_held(noor, 2)
    rate(noor, ("bv-1", "with-help", first, "Bleef op de bank."), ("bv-2", "not-seen", first, ""))
    rate(noor, ("bv-1", "mostly", second, "Kwam zelf zitten."))
    standing = {each.subgoal: each for each in story.now(noor).standing.subgoals}
    assert [(r.rating, r.session) for r in standing["bv-1"].ratings] == [("with-help", first), ("mostly", second)]
    page = story.words(story.get(noor, "subgoals"))
    assert "Sessie 2 : Kwam zelf zitten." in page
    assert "Bleef op de bank." in page
    assert "nog niet bekeken" in page


@pytest.mark.requirement("S2-031", "S2-105")
def test_a_lower_rating_reaches_back_and_is_ordinary(noor: Scene) -> None:
    (held,) = story.sessions_held(noor, 1)
    rate(noor, ("bv-1", "mostly", held, ""))
    assert "kan aan bod komen" in _rung(noor, "bv-2")
    rate(noor, ("bv-1", "not-seen", held, "Na de verhuizing."))
    assert "Bouwt voort op BV-1. Daar weer naar teruggaan is gewoon." in _rung(noor, "bv-2")
    assert "kan aan bod komen" not in _rung(noor, "bv-2")


def _rung(scene: Scene, subgoal: str) -> str:
    html: str = story.get(scene, "subgoals").content.decode()
    start = html.index(f'<li class="rung" id="{subgoal}">')
    end = html.find('<li class="rung"', start + 1)
    return html[start:end]


def test_several_subgoals_in_one_submit(noor: Scene) -> None:
    first, second = story.sessions_held(noor, 2)
    form: dict[str, str] = {
        "rating-bv-1": "mostly",
        "session-bv-1": second,
        "seen-bv-1": "Zat stil naast mij.",
        "rating-bv-2": "with-help",
        "session-bv-2": first,
        "session-bv-3": second,
        "idempotency_key": str(uuid4()),
    }
    assert story.post(noor, "subgoals", **form).status_code == 302
    assert story.post(noor, "subgoals", **form).status_code == 302
    given = [(fact.subgoal, fact.rating, fact.session) for fact in noor.facts(f.SubgoalRated)]
    assert given == [("bv-1", "mostly", second), ("bv-2", "with-help", first)]


def test_all_or_none(noor: Scene) -> None:
    (held,) = story.sessions_held(noor, 1)
    with pytest.raises(NotUnderstood):
        rate(noor, ("bv-1", "mostly", held, ""), ("bv-2", "tien", held, ""))
    with pytest.raises(NotUnderstood):
        rate(noor, ("bv-1", "mostly", held, ""), ("bv-2", "mostly", str(uuid4()), ""))
    assert noor.facts(f.SubgoalRated) == []


def test_a_session_that_was_not_held_shows_nothing(noor: Scene) -> None:
    missed = str(uuid4())
    noor.add(f.SessionMissed, session=missed, how="no_show")
    with pytest.raises(NotUnderstood):
        rate(noor, ("bv-1", "mostly", missed, ""))
    assert "Beoordelen kan na de eerste sessie." in story.words(story.get(noor, "subgoals"))


def test_nothing_chosen_and_words_without_a_word_come_back(noor: Scene) -> None:
    (held,) = story.sessions_held(noor, 1)
    assert story.post(noor, "subgoals", **{"session-bv-1": held}).status_code == 422
    page = story.post(noor, "subgoals", **{"session-bv-1": held, "seen-bv-1": "Zat stil."})
    assert page.status_code == 422
    assert "Zat stil." in page.content.decode()
    assert "Dan blijft bewaard wat u schreef" in story.words(page)


def test_the_session_one_comes_from_is_chosen_already(noor: Scene) -> None:
    first, _ = story.sessions_held(noor, 2)
    page = story.get(noor, "subgoals", sessie=first).content.decode()
    assert f'<option value="{first}" selected>' in page


@pytest.mark.requirement("S2-069", "S2-100")
def test_block_five_has_goals_of_ones_own(noor: Scene) -> None:
    answer = story.post(noor, "goal_agree", block="autonomy", text="Vraagt zelf hulp in de klas")
    assert answer.status_code == 302
    page = story.words(story.get(noor, "subgoals"))
    assert "Vraagt zelf hulp in de klas" in page
    assert "Denk bij deze bouwsteen aan groepstherapie." in page
    goal = noor.facts(f.GoalAgreed)[0]
    assert (goal.block, goal.own) == ("autonomy", "Vraagt zelf hulp in de klas")
    story.post(noor, "goal_drop", goal.goal, reason="Niet meer nodig.")
    assert story.now(noor).standing.goals == ()


def test_other_blocks_have_the_subgoals_of_the_module(noor: Scene) -> None:
    with pytest.raises(NotUnderstood):
        flows.agree_own_goal(block="basic-safety", text="Eigen", **story.about(noor))


@pytest.mark.requirement("S2-030", "S2-055", "S2-056", "S2-060", "S2-063", "S2-066")
def test_the_ladder_of_each_building_block(noor: Scene) -> None:
    page = story.words(story.get(noor, "subgoals"))
    assert "De hechting van het kind komt weer op gang." in page
    for name in ("Basisveiligheid", "Toevertrouwen", "Zelfvertrouwen", "Zelfstandigheid", "Autonomie"):
        assert name in page
    codes = [s.code for _, s in story.now(noor).module.subgoals()]
    assert len(codes) == 18
    assert all(code in page for code in codes)


def test_ratings_never_become_a_number(noor: Scene) -> None:
    (held,) = story.sessions_held(noor, 1)
    rate(noor, ("bv-1", "mostly", held, ""), ("bv-2", "not-seen", held, ""))
    page = story.words(story.get(noor, "subgoals")).lower()
    for word in ("gemiddeld", "score", "totaal", "%"):
        assert word not in page


RATEABLE = tuple(f"S2-{number:03}" for number in range(32, 50))


@pytest.mark.requirement(*RATEABLE)
def test_every_subgoal_of_the_source_stands_with_its_source_and_can_be_rated(noor: Scene) -> None:
    (held,) = story.sessions_held(noor, 1)
    known = {subgoal.id: subgoal for _, subgoal in story.now(noor).module.subgoals()}
    page = story.words(story.get(noor, "subgoals", beoordeel="ja"))
    assert {source for subgoal in known.values() for source in subgoal.sources if source.startswith("S2")} >= set(
        RATEABLE
    )
    assert all(source in page for source in RATEABLE)
    form = {f"rating-{id_}": "at-times" for id_ in known} | {f"session-{id_}": held for id_ in known}
    assert story.post(noor, "subgoals", **form).status_code == 302
    assert [each.now.rating for each in story.now(noor).standing.subgoals if each.now] == ["at-times"] * 18


def test_reading_shows_no_form_until_one_wants_to_rate(noor: Scene) -> None:
    story.sessions_held(noor, 1)
    assert 'name="rating-bv-1"' not in story.get(noor, "subgoals").content.decode()
    assert 'name="rating-bv-1"' in story.get(noor, "subgoals", beoordeel="ja").content.decode()
