"""What fits a session, told slowly and obviously: one question after the other, without the engine's own rules."""

import re

from lijfspoor.domain.exercises.exercise import Exercise
from lijfspoor.domain.exercises.situation import Situation

POINTS = {
    "phase": 4,
    "block": 4,
    "aspect": 4,
    "area": 3,
    "goal": 3,
    "arousal": 3,
    "regulate": 2,
    "stage": 2,
    "develops": 2,
    "worked": 2,
    "repeat": 1,
    "new": 1,
    "not-now": -6,
    "often": -2,
}


def codes_against(one: Exercise, at: Situation) -> set[str]:
    """Why not, by code."""
    found = set()
    if len(at.ages) == 0:
        found.add("age-unknown")
    else:
        right_age = False
        for age in one.ages:
            if age in at.ages or age == at.develops:
                right_age = True
        if not right_age:
            found.add("age")
    if not any(form == at.form for form in one.forms):
        found.add("form")
    if one.touch == "needed" and at.touch is False:
        found.add("touch")
    if at.form == "dyad" and at.together is False and any(form == "dyad" for form in one.forms):
        found.add("safety")
    met = [each for each in one.allergens if each in at.allergies.known]
    if met:
        found.add("allergy")
    elif len(one.allergens) > 0 and len(at.allergies.unmatched) > 0:
        found.add("allergy-ask")
    for caution in one.cautions:
        if caution.kind == "not" and caution.id in at.cautions:
            found.add(f"caution:{caution.id}")
    if one.effort_check:
        if at.effort == "unknown":
            found.add("effort-unasked")
        if at.effort == "doctor_first":
            found.add("effort-doctor")
    found |= _not_now(one, at)
    return found


def _not_now(one: Exercise, at: Situation) -> set[str]:
    found = set()
    mine = [phase for phase in one.phases if phase.split(":")[0] in at.modules]
    if mine and all(phase in at.later_phases for phase in mine):
        found.add("phase")
    if at.spaces and one.space not in at.spaces:
        found.add("space")
    if at.without_material and len(one.materials) > 0:
        found.add("material")
    return found


def codes_for(one: Exercise, at: Situation) -> set[str]:
    """Why, by code."""
    found = set()
    if at.phase != "" and at.phase in one.phases:
        found.add("phase")
    for code, mine, theirs in (
        ("block", one.blocks, at.blocks),
        ("aspect", one.aspects, at.aspects),
        ("area", one.problem_areas, at.areas),
    ):
        if any(each in theirs for each in mine):
            found.add(code)
    said = {word for word in re.split(r"\W+", one.purpose.text.nl.lower()) if len(word) > 5}
    if any(word in said for goal in at.goals for word in re.split(r"\W+", goal.lower())):
        found.add("goal")
    calming = one.arousal == "calms" or "self-direction" in one.aspects
    if at.wanted and at.wanted == one.arousal:
        found.add("arousal")
    if at.regulate_first and calming:
        found.add("regulate")
    if (one.stage == "sensopathic" and at.first_phase) or (
        one.stage == "sensomotor" and at.phase != "" and not at.first_phase
    ):
        found.add("stage")
    if at.develops and at.develops in one.ages:
        found.add("develops")
    return found | _from_before(one, at)


def _from_before(one: Exercise, at: Situation) -> set[str]:
    by_session = {each.ago: each.went for each in at.used if each.exercise == one.id}
    if not by_session:
        return {"new"}
    found = set()
    last = by_session[min(by_session)]
    if last == "not_now":
        found.add("not-now")
    elif "well" in by_session.values():
        found.add("worked")
    if 1 in by_session and 2 in by_session and 3 in by_session:
        found.add("often")
    elif any(ago <= 6 for ago in by_session):
        found.add("repeat")
    return found


def in_order(shelf: tuple[Exercise, ...], at: Situation) -> list[str]:
    """The ids of what fits, the best first: whoever must come later is put behind, then points, then the id."""
    fits = [one for one in shelf if set(one.modules) & at.modules and not codes_against(one, at)]
    by_points = sorted(fits, key=lambda one: (-sum(POINTS[code] for code in codes_for(one, at)), one.id))
    if at.first_phase:
        by_points = [one for one in by_points if one.stage != "sensomotor"] + [
            one for one in by_points if one.stage == "sensomotor"
        ]
    if at.regulate_first:
        first = [one for one in by_points if "regulate" in codes_for(one, at)]
        by_points = first + [one for one in by_points if one not in first]
    return [one.id for one in by_points]
