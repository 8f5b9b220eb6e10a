"""A treatment goes on along a newer version of its module: which version holds on a day, and what a move asks."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lijfspoor.catalogue.reader import shipped
from lijfspoor.domain.caremodules.approach import Phase
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.caremodules.versions import next_version, version_key
from lijfspoor.domain.pathways import Stage, advice, fits, is_newer, moving, pin_on, standing
from lijfspoor.domain.pathways.facts import (
    GoalAgreed,
    ModuleVersionMoved,
    PhaseMoved,
    ProblemAreasNamed,
    Retracted,
    SubgoalRated,
    VariantChosen,
)
from lijfspoor.domain.pathways.facts import TreatmentStarted as Started
from tests.unit.pathways.builders import MONDAY, File, attachment, criterion, group

OLD = replace(attachment(), id="m", version="1.0")
SUBGOAL = next(subgoal.id for _, subgoal in OLD.subgoals())


def newer(phases: tuple[Phase, ...] = OLD.approach.phases) -> CareModule:
    return replace(OLD, version="1.1", approach=replace(OLD.approach, phases=phases))


def moved(file: File, to: str = "m@1.1", **more: object) -> ModuleVersionMoved:
    return file.tell(ModuleVersionMoved, from_pin="m@1.0", to_pin=to, reason="Helderder", **more)


def test_a_version_holds_from_the_day_of_the_move_and_earlier_days_keep_theirs() -> None:
    file = File(OLD)
    file.tell(Started, phase="p1")
    day = file.later(7).day
    moved(file, phase="p1")
    assert pin_on("m@1.0", file.facts, day - timedelta(days=1)) == "m@1.0"
    assert pin_on("m@1.0", file.facts, day) == "m@1.1"
    assert pin_on("m@1.0", file.facts[:1], day) == "m@1.0"


def test_a_move_taken_back_does_not_count() -> None:
    file = File(OLD)
    fact = moved(file)
    file.tell(Retracted, fact=fact.stamp.id, reason="Vergissing")
    assert pin_on("m@1.0", file.facts, file.day) == "m@1.0"


def test_only_a_higher_version_of_the_same_module_is_newer() -> None:
    new = newer()
    assert is_newer(new, OLD)
    assert [reason.code for reason in moving(OLD, new, (), MONDAY).refused] == []
    assert [reason.code for reason in moving(new, OLD, (), MONDAY).refused] == ["not-newer"]
    assert [reason.code for reason in moving(OLD, replace(new, id="n"), (), MONDAY).refused] == ["other-module"]


def test_a_phase_that_is_gone_asks_for_one_and_the_client_is_there_after_the_move() -> None:
    file = File(OLD)
    file.tell(Started, phase="p1")
    file.tell(PhaseMoved, to_phase="p2", reason="")
    new = newer(phases=tuple(phase for phase in OLD.approach.phases if phase.id != "p2"))
    asked = moving(OLD, new, file.facts, file.day)
    assert asked.asks_phase
    assert not fits(moved(File(OLD), phase="p2"), asked, new)
    move = moved(file, phase="p3")
    assert fits(move, asked, new)
    assert standing(new, file.facts, file.day).phase == "p3"
    assert standing(OLD, file.facts[:2], file.day).phase == "p2"


def test_a_phase_that_is_there_asks_nothing() -> None:
    file = File(OLD)
    file.tell(Started, phase="p2")
    assert not moving(OLD, newer(), file.facts, file.day).asks_phase


def test_an_agreed_goal_that_is_gone_must_go_on_as_another_or_end() -> None:
    file = File(OLD)
    file.tell(Started, phase="p1")
    file.tell(GoalAgreed, goal=SUBGOAL)
    file.tell(GoalAgreed, goal="mine", own="Zwemmen")
    block, *others = OLD.goals.blocks
    kept = replace(block, subgoals=tuple(each for each in block.subgoals if each.id != SUBGOAL))
    new = replace(OLD, version="1.1", goals=replace(OLD.goals, blocks=(kept, *others)))
    other = next(subgoal.id for _, subgoal in new.subgoals())
    asked = moving(OLD, new, file.facts, file.day)
    assert [goal.goal for goal in asked.goals] == [SUBGOAL]
    assert not fits(moved(File(OLD), phase="p1"), asked, new)
    assert not fits(moved(File(OLD), phase="p1", goals=((SUBGOAL, "nowhere"),)), asked, new)
    assert fits(moved(File(OLD), phase="p1", goals=((SUBGOAL, ""),)), asked, new)
    moved(file, phase="p1", goals=((SUBGOAL, other),))
    assert [goal.goal for goal in standing(new, file.facts, file.day).goals] == ["mine", other]


def test_what_would_no_longer_be_met_is_told_and_ratings_that_go_out_of_sight() -> None:
    file = File(OLD)
    file.tell(Started, phase="p1")
    words = OLD.goals.rating
    assert words is not None
    file.tell(SubgoalRated, subgoal=SUBGOAL, rating=words.words[0].id, session="s1")
    more = group("new-question", "precondition", "all", criterion("asked-later"))
    block, *others = OLD.goals.blocks
    kept = replace(block, subgoals=tuple(each for each in block.subgoals if each.id != SUBGOAL))
    new = replace(
        OLD,
        version="1.1",
        audience=replace(OLD.audience, groups=(*OLD.audience.groups, more)),
        goals=replace(OLD.goals, blocks=(kept, *others)),
    )
    asked = moving(OLD, new, file.facts, file.day)
    assert [each.group for each in asked.unmet] == ["new-question"]
    assert asked.lost == (SUBGOAL,)


def test_a_variant_or_problem_area_that_counts_now_and_would_not_is_told() -> None:
    old = shipped()["pmt@1.0"]
    variation, *others = old.variations
    chosen, area = variation.variants[0], old.problem_areas[0]
    file = File(old)
    file.tell(VariantChosen, variant=chosen.id)
    file.tell(ProblemAreasNamed, areas=(area.id,))
    assert moving(old, replace(old, version="1.1"), file.facts, file.day).otherwise == ()
    fewer = replace(variation, variants=variation.variants[1:])
    new = replace(old, version="1.1", variations=(fewer, *others), problem_areas=old.problem_areas[1:])
    assert moving(old, new, file.facts, file.day).otherwise == (chosen.id, area.id)


@pytest.mark.parametrize("newest", ["", "1.1"])
def test_a_newer_version_is_good_to_know_and_never_due(newest: str) -> None:
    file = File(OLD)
    file.tell(Started, phase="p1")
    now = file.standing()
    assert now.stage is Stage.UNDER_WAY
    told = [each for each in advice(OLD, now, newest) if each.code == "newer-version"]
    assert [each.urgency.value for each in told] == (["know"] if newest else [])


@given(st.lists(st.integers(0, 999), min_size=2, max_size=3))
def test_the_next_version_is_higher(numbers: list[int]) -> None:
    version = ".".join(map(str, numbers))
    assert version_key(next_version(version)) > version_key(version)
