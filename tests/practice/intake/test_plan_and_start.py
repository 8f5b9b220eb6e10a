"""Goals are agreed, the plan is made from what is known, and treatment starts when everything is there."""

from datetime import timedelta
from typing import Any

import pytest

from lijfspoor.catalogue.reader import shipped
from lijfspoor.domain.pathways.model import Stage
from lijfspoor.practice.access.models import Credential
from lijfspoor.practice.access.refusals import NotAllowed, NotFound, NotPossible, NotUnderstood
from lijfspoor.practice.intake import criteria, flows, goals, papers
from lijfspoor.practice.intake.goals import OwnGoal
from lijfspoor.practice.intake.overview import Item
from lijfspoor.practice.intake.settings import evaluation_turns
from tests import cast
from tests.practice.intake import scenes

pytestmark = pytest.mark.django_db


def agree(scene: scenes.Scene, *chosen: str, own: OwnGoal | None = None, by: str = "marjan") -> int:
    return goals.agree_goals(chosen=chosen, own=own, **scene.when(by))


def sign_plan(scene: scenes.Scene, **changes: str) -> None:
    draft = papers.read_paper(kind="plan", **scene.when()).draft
    assert draft is not None
    scene.sign("plan", {**draft.values, **changes})


@pytest.mark.requirement("S1-015")
def test_goals_of_the_module_and_own_goals_stand_beside_each_other() -> None:
    scene = scenes.addon()
    assert agree(scene, "aware", "recognise-emotions", own=OwnGoal(words="Weer durven dansen", tie="intimacy")) == 3
    agreed = {goal.goal: goal for goal in scene.standing().goals}
    assert agreed["recognise-emotions"].aspect == "identity"
    own = next(goal for goal in agreed.values() if goal.own)
    assert (own.own, own.aspect, own.block) == ("Weer durven dansen", "intimacy", "")
    assert agree(scene, "aware") == 0
    assert len(scene.standing().goals) == 3


@pytest.mark.requirement("S2-069")
def test_the_fifth_block_has_goals_of_ones_own() -> None:
    scene = scenes.attachment()
    agree(scene, own=OwnGoal(words="Vraagt zelf hulp op school", tie="autonomy"))
    goal = goals.goal_words(scene.course().module, scene.standing().goals[0])
    assert (goal.words, goal.place, goal.own) == ("Vraagt zelf hulp op school", "bouwsteen 5, autonomie", True)
    agree(scene, "tv-4")
    assert scene.standing().goals[1].block == "entrusting"


@pytest.mark.parametrize(
    ("chosen", "own"), [((), None), ((), OwnGoal(words="  ")), (("nothing",), None), ((), OwnGoal(words="x", tie="y"))]
)
def test_what_is_no_goal_is_not_understood(chosen: tuple[str, ...], own: OwnGoal | None) -> None:
    with pytest.raises(NotUnderstood):
        agree(scenes.attachment(), *chosen, own=own)


def test_a_goal_is_let_go_of_with_a_reason() -> None:
    scene = scenes.addon()
    agree(scene, "aware", "tolerate")
    with pytest.raises(NotUnderstood):
        goals.drop_goal(goal="aware", reason=" ", **scene.when())
    goals.drop_goal(goal="aware", reason="Is al bereikt", **scene.when())
    assert [goal.goal for goal in scene.standing().goals] == ["tolerate"]
    with pytest.raises(NotPossible):
        goals.drop_goal(goal="aware", reason="nog eens", **scene.when())
    with pytest.raises(NotFound):
        goals.agreed_goal(scene.course(), "aware")


@pytest.mark.parametrize(("name", "refusal"), [("lea", NotAllowed), ("ab", NotAllowed), ("tess", NotFound)])
def test_only_who_treats_agrees_and_starts(name: str, refusal: type[Exception]) -> None:
    scene = scenes.addon()
    with pytest.raises(refusal):
        agree(scene, "aware", by=name)
    with pytest.raises(refusal):
        goals.drop_goal(goal="aware", reason="x", **scene.when(name))
    with pytest.raises(refusal):
        flows.start_treatment(starts_on=scene.day, **scene.when(name))


@pytest.mark.requirement("S2-025", "S2-027")
def test_the_plan_is_made_from_profile_formulation_examination_and_goals() -> None:
    scene = scenes.attachment()
    scenes.ready_to_plan(scene)
    draft = papers.read_paper(kind="plan", **scene.when()).draft
    assert draft is not None
    text = draft.values
    assert text["plan.question"] == "Woedebuien na schooltijd"
    assert "Motorisch, sterk: Houdt van bewegen" in text["plan.profile"]
    assert text["plan.formulation"] == "Eerst veiligheid"
    assert "Dossieranalyse: Gevonden bij file-analysis" in text["plan.examination"]
    assert text["plan.goals"].startswith("1. BV-1 ")
    assert "minimaal 25-40 sessies" in text["plan.approach"]
    assert "na sessie 8" in text["plan.evaluation"]
    assert "Ria" in text["plan.around"]


@pytest.mark.requirement("S2-025")
def test_a_plan_waits_for_goals_and_the_whole_examination() -> None:
    scene = scenes.attachment()
    scenes.ready_to_plan(scene)
    goals.drop_goal(goal="bv-1", reason="x", **scene.when())
    with pytest.raises(NotPossible):
        sign_plan(scene, **{"plan.goals": "Nog geen"})
    assert scene.rows("plan")[0].signed_at is None
    agree(scene, "bv-1")
    sign_plan(scene)
    assert scene.standing().plan_version == 1


def test_a_plan_made_again_is_a_next_version_with_the_goals_of_now() -> None:
    scene = scenes.attachment()
    scenes.ready_to_plan(scene)
    sign_plan(scene)
    agree(scene, "tv-1")
    scene.now += timedelta(hours=1)
    papers.continue_paper(kind="plan", anew=True, **scene.when())
    draft = papers.read_paper(kind="plan", **scene.when()).draft
    assert draft is not None
    assert "2. TV-1" in draft.values["plan.goals"]
    sign_plan(scene)
    assert scene.standing().plan_version == 2


@pytest.mark.requirement("S1-015")
def test_the_add_on_starts_when_goals_are_clear_and_agreed() -> None:
    scene = scenes.addon()
    scenes.consents(scene)
    scene.sign("meeting:introduction", scenes.INTRODUCTION)
    scene.answer("indications", estrangement=scenes.YES)
    scene.answer("preconditions", own_treatment_runs=scenes.YES)
    agree(scene, "aware")
    sign_plan(scene)
    assert not flows.read_overview(**scene.when()).start.allowed
    scene.answer("preconditions", goals_clear=scenes.YES)
    flows.start_treatment(starts_on=scene.day, **scene.when())
    assert scene.standing().stage is Stage.UNDER_WAY
    assert scene.standing().phase == ""


@pytest.mark.requirement("S2-028", "S2-029", "S2-021")
def test_the_start_names_everything_that_is_still_missing() -> None:
    scene = scenes.attachment()
    with pytest.raises(NotPossible) as refusal:
        flows.start_treatment(starts_on=scene.day, **scene.when())
    said = " ".join(refusal.value.reasons)
    for words in ("Past de leeftijd?", "Wat er niet mag zijn", "Eva Veldhuis", "Mark Smit", "Dossieranalyse"):
        assert words in said
    assert "behandelplan" in said


def test_treatment_starts_in_the_first_phase_with_the_evaluations_of_the_practice() -> None:
    scene = scenes.attachment()
    scene.house.practice.evaluation_after = {"regular": {"after": 6, "every": 10}, "interim": {"after": 2}}
    scene.house.practice.save()
    scenes.ready_to_plan(scene)
    assert "na sessie 6" in _plan_text(scene)
    sign_plan(scene)
    assert flows.read_overview(**scene.when()).start.allowed
    flows.start_treatment(starts_on=scene.day, **scene.when())
    standing = scene.standing()
    assert (standing.stage, standing.phase) == (Stage.UNDER_WAY, "regulation")
    assert [(each.evaluation, each.due_after) for each in standing.evaluations] == [("regular", 6)]
    with pytest.raises(NotPossible):
        flows.start_treatment(starts_on=scene.day, **scene.when())


def _plan_text(scene: scenes.Scene) -> str:
    draft = papers.read_paper(kind="plan", **scene.when()).draft
    assert draft is not None
    return draft.values["plan.evaluation"]


def test_treatment_cannot_start_tomorrow_today() -> None:
    scene = scenes.addon()
    with pytest.raises(NotUnderstood):
        flows.start_treatment(starts_on=scene.day + timedelta(days=1), **scene.when())


@pytest.mark.parametrize(
    ("settings", "turns"),
    [
        ({"regular": {"after": 4, "every": 8}}, {"regular": (4, 8)}),
        ({"regular": {"after": 4}}, {"regular": (4, None)}),
        ({"regular": {"after": 4, "every": 0}}, {"regular": (4, None)}),
        ({"pmkt-attachment:regular": {"after": 3}, "regular": {"after": 4}}, {"regular": (3, None)}),
        ({"movement-in-trauma:regular": {"after": 3}, "interim": {"after": 2}}, {}),
        *(({"regular": wrong}, {}) for wrong in ({"after": 0}, {"every": 3}, 4, {"after": "5"}, {"after": True}, None)),
    ],
)
def test_settings_are_read_with_care(settings: dict[str, Any], turns: dict[str, Any]) -> None:
    """What was set for the module counts, then what was set for any module; what is no whole number does not."""
    assert evaluation_turns(settings, shipped()["pmkt-attachment@1.0"]) == turns


def next_of(scene: scenes.Scene) -> Item:
    found = flows.read_overview(**scene.when()).next
    assert found is not None
    return found


def test_the_overview_has_one_next_step_all_the_way() -> None:
    scene = scenes.attachment()
    seen = [next_of(scene).part]
    scene.sign("meeting:intake", scenes.INTAKE)
    seen.append(next_of(scene).part)
    scenes.consents(scene)
    seen.append(next_of(scene).part)
    criteria.state_developmental_age(months=52, **scene.when())
    scenes.criteria_met(scene)
    seen.append(next_of(scene).title)
    for part in scenes.PARTS:
        scene.sign(f"examination:{part}", {"found": "x"})
    seen.append(next_of(scene).title)
    assert seen == [
        "Gesprekken",
        "Toestemming",
        "Past de module?",
        "Dossieranalyse",
        "Profiel van sterke en zwakke kanten",
    ]


@pytest.mark.requirement("S2-142")
def test_a_missing_credential_holds_the_start_back_and_is_named() -> None:
    scene = scenes.attachment()
    scenes.ready_to_plan(scene)
    sign_plan(scene)
    register = Credential.plain.filter(member=scene.house.members["marjan"], kind="kwaliteitsregister")
    register.delete()
    found = flows.read_overview(**scene.when())
    assert [item.state for item in found.items if item.part == "Bevoegdheid"] == ["done", "held-back", "done", "free"]
    assert ["kwaliteitsregister" in reason.text.nl for reason in found.start.reasons] == [True]


def test_the_lead_clinician_sees_the_overview_without_drafts_and_others_do_not_see_it() -> None:
    scene = scenes.addon()
    scene.write("meeting:introduction", scenes.INTRODUCTION)
    mine, theirs = (flows.read_overview(**scene.when(name)) for name in ("marjan", "lea"))
    assert [i.state for i in mine.items if i.part == "Gesprekken"] == ["begun"]
    assert [i.state for i in theirs.items if i.part == "Gesprekken"] == ["open"]
    assert (mine.may_write, theirs.may_write) == (True, False)
    with pytest.raises(NotAllowed):
        flows.read_overview(**scene.when("ab"))
    elsewhere = cast.oever().actor("elsa")
    with pytest.raises(NotFound):
        flows.read_overview(**scene.when() | {"actor": elsewhere})
