"""Sessions of the module for PMT: planned and written up in the variants and areas that count."""

from datetime import timedelta

import pytest

from lijfspoor.domain.pathways import facts as f
from lijfspoor.practice.treatment.flows import opening
from lijfspoor.practice.treatment.pages_appointments import plan_initial, planning_page
from lijfspoor.practice.treatment.pages_sessions import session_page
from lijfspoor.practice.treatment.sheet import Line
from tests.practice.treatment.sessions import scenes
from tests.practice.treatment.sessions.scenes import Scene

pytestmark = pytest.mark.django_db


def hour(scene: Scene) -> dict[str, object]:
    """The page of a session planned for today."""
    (session,) = scene.plan(scene.day)
    return session_page(opening.read_session(session_id=session, **scene.when()))


def lines(page: dict[str, object]) -> list[Line]:
    sections = page["sections"]
    assert isinstance(sections, list)
    return [line for section in sections for line in section["section"].lines]


def attitude(page: dict[str, object]) -> list[str]:
    told = page["attitude"]
    assert isinstance(told, list)
    return [about.text.nl for about in told]


@pytest.mark.requirement("S0-044")
def test_an_intensive_treatment_is_planned_more_than_once_a_week() -> None:
    scene = scenes.broad()
    scene.plan(scene.day)
    weekly = opening.read_planning(treatment_id=scene.treatment_id, **scene.when())
    assert plan_initial(weekly, scene.day)["first"] == scene.day + timedelta(days=7)
    scene.add(f.VariantChosen, variant="intensive", reason="Zware klachten")
    often = opening.read_planning(treatment_id=scene.treatment_id, **scene.when())
    assert plan_initial(often, scene.day)["first"] == scene.day + timedelta(days=3)
    assert planning_page(often)["frequency"].text.nl == "Vaker dan een keer per week."


@pytest.mark.requirement("S0-033")
def test_an_adult_is_planned_for_45_to_60_minutes() -> None:
    scene = scenes.broad()
    found = opening.read_planning(treatment_id=scene.treatment_id, **scene.when())
    assert planning_page(found)["minutes"] == "45 tot 60"


@pytest.mark.requirement("S0-022", "S0-019")
def test_with_a_child_the_note_asks_how_it_played() -> None:
    older = scenes.broad()
    child, adult = hour(scenes.broad(older.house, young=True)), hour(older)
    assert "played" in {line.name for line in lines(child)}
    assert "played" not in {line.name for line in lines(adult)}
    assert attitude(child)[0].startswith("Werk speels")


@pytest.mark.requirement("S0-011")
def test_the_attitude_of_a_named_area_stands_at_the_session() -> None:
    scene = scenes.broad()
    assert not any("drang" in said or "behoefte om te bewegen" in said for said in attitude(hour(scene)))
    scene.add(f.ProblemAreasNamed, areas=("adhd",))
    (session,) = scene.plan(scene.day + timedelta(days=1))
    page = session_page(opening.read_session(session_id=session, **scene.when()))
    assert attitude(page)[0] == "Gebruik de behoefte om te bewegen als hulpmiddel. Onderdruk haar niet."


@pytest.mark.requirement("S0-034", "S0-036", "S0-037", "S0-046")
def test_the_hour_has_three_parts_three_things_to_look_at_and_four_roles() -> None:
    page = hour(scenes.broad())
    asked = {line.name: line for line in lines(page)}
    assert {"check_in", "exercises", "reflection", "daily_life"} <= set(asked)
    assert {"channel-moving", "channel-tension", "channel-reacting"} <= set(asked)
    assert list(asked["ownrole-0"].choices) == ["guides", "observes", "assigns", "plays"]
