"""The module for PMT in the intake: what it is about, which variant fits, the papers that follow from it."""

import re
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client as Browser
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lijfspoor.domain.pathways import facts as f
from lijfspoor.domain.pathways.history import history
from lijfspoor.practice.access.refusals import NotAllowed, NotFound, NotPossible, NotUnderstood
from lijfspoor.practice.intake import goal_page, goals, overview, papers, starting, variants
from lijfspoor.practice.intake.agreed import support_plan
from lijfspoor.practice.intake.forms import OwnGoalForm
from lijfspoor.practice.intake.variants import Wish
from tests import cast
from tests.practice.intake import scenes
from tests.practice.intake.scenes import YES, Scene

pytestmark = pytest.mark.django_db

SHORT = Wish(areas=("stress-burnout",), variants=("short", "weekly", "adults"))
INTAKE = {
    "held-on": cast.TODAY.isoformat(),
    "there.client": "yes",
    "part.complaints": "Gespannen schouders, ook na veel praten",
    "part.medical-history": "Geen",
    "part.goals": "Eerder voelen dat het te veel wordt",
}
CHILD_INTAKE = {**INTAKE, "part.parents-view": "Thuis snel boos"}


@pytest.fixture(autouse=True)
def _the_day_of_the_cast(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lijfspoor.practice.intake.views.variants.now", lambda: cast.NOW)


def titles(scene: Scene) -> list[str]:
    return [item.title for item in overview.read_overview(**scene.when()).items]


def choose(scene: Scene, wish: Wish, name: str = "marjan") -> int:
    return variants.choose(wish=wish, **scene.when(name))


def offered(scene: Scene) -> dict[str, list[str]]:
    """The groups of goals as the page shows them, in order."""
    page = goal_page.fill(scene.course(), OwnGoalForm(ties=()), may_write=True, chosen=())
    return {group["title"]: [line["id"] for line in group["lines"]] for group in page["groups"]}


def line_names(scene: Scene, kind: str) -> set[str]:
    return {line.name for line in papers.read_paper(kind=kind, **scene.when()).sheet.lines()}


def page(scene: Scene, name: str, who: str = "marjan", **posted: Any) -> tuple[int, str, str]:
    """The status, the words and where it led to."""
    opened = Browser()
    opened.force_login(scene.house.user(who))
    address = reverse(f"intake:{name}", args=[scene.treatment_id])
    sent = {"idempotency_key": str(uuid4()), **posted}
    answer = opened.post(address, sent) if posted else opened.get(address)
    words = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))
    return answer.status_code, words, answer.headers.get("Location", "")


@pytest.mark.requirement("S0-010", "S0-012", "S0-017")
@pytest.mark.parametrize(
    ("area", "title", "first"),
    [
        ("adhd", "ADHD en concentratie", "adhd-movement"),
        ("autism", "Autisme en contact met anderen", "autism-body"),
        ("stress-burnout", "Langdurige stress en burn-out", "stress-signals"),
    ],
)
def test_the_goals_of_a_named_area_come_first(area: str, title: str, first: str) -> None:
    scene = scenes.broad()
    assert next(iter(offered(scene))) == "Voor de hele behandeling"
    choose(scene, Wish(areas=(area,)))
    groups = offered(scene)
    assert next(iter(groups)) == title
    assert groups[title][0] == first
    assert "feel-and-mean" in groups["Voor de hele behandeling"]


@pytest.mark.requirement("S0-026", "S0-027", "S0-028", "S0-029")
def test_only_a_child_is_offered_the_goals_of_children() -> None:
    house = cast.duinrand()
    child, adult = scenes.broad(house, young=True), scenes.broad(house)
    assert offered(child)["Kinderen"] == ["child-confidence", "child-feelings", "child-together", "child-motor"]
    assert not any("child-" in goal for goals_ in offered(adult).values() for goal in goals_)


@pytest.mark.requirement("S0-042", "S0-043", "S0-044")
def test_a_variant_is_chosen_and_changed_with_a_reason() -> None:
    scene = scenes.broad()
    assert choose(scene, SHORT) == 2
    assert scene.standing().variant_ids == ("short", "weekly", "adults")
    assert choose(scene, SHORT) == 0
    with pytest.raises(NotUnderstood) as refused:
        choose(scene, Wish(areas=("stress-burnout",), variants=("usual", "weekly")))
    assert "reason" in refused.value.fields
    assert choose(scene, Wish(areas=("stress-burnout",), variants=("usual",), reason=" Meer tijd nodig ")) == 1
    length = scene.standing().variants[0]
    assert [(choice.variant, choice.reason) for choice in length.choices] == [
        ("short", ""),
        ("usual", "Meer tijd nodig"),
    ]
    assert scene.standing().dose.high == 20


def test_what_the_module_does_not_have_is_refused() -> None:
    scene = scenes.broad()
    with pytest.raises(NotUnderstood):
        choose(scene, Wish(areas=("unknown",)))
    with pytest.raises(NotAllowed):
        choose(scene, SHORT, "lea")
    with pytest.raises(NotFound):
        variants.read_variants(**scenes.addon(scene.house).when())


@pytest.mark.requirement("S0-011", "S0-023", "S0-065")
def test_the_page_shows_attitude_choices_and_that_it_adds() -> None:
    scene = scenes.broad(young=True)
    asked = {"areas": "adhd", "way-length": "short", "way-frequency": "weekly", "way-who": "children"}
    assert page(scene, "variants", **asked, years="4", months="6")[0] == 302
    status, words, _ = page(scene, "variants")
    assert status == 200
    assert "Gebruik de behoefte om te bewegen als hulpmiddel" in words
    assert "komt niet in de plaats van een andere behandeling" in words
    assert "Hoe lang: kort" in words
    assert scene.standing().developmental_age == 54
    status, words, _ = page(scene, "variants", **{**asked, "way-length": "long"})
    assert status == 422
    assert "Schrijf op waarom de vorm verandert." in words


@pytest.mark.requirement("S0-039", "S0-040")
def test_the_intake_asks_three_blocks_once_and_parents_of_a_child() -> None:
    house = cast.duinrand()
    adult, child = line_names(scenes.broad(house), "meeting:intake"), scenes.broad(house, young=True)
    assert {"part.complaints", "part.medical-history", "part.goals"} <= adult
    assert not {"block.complaints", "block.goals", "part.parents-view", "parents.view"} & adult
    assert {"part.parents-view", "parents.view"} <= line_names(child, "meeting:intake")
    with pytest.raises(NotPossible) as refused:
        child.sign("meeting:intake", INTAKE)
    assert any("ouders" in each for each in refused.value.reasons)
    child.sign("meeting:intake", CHILD_INTAKE)
    assert not [each for each in child.course().advice if each.code == "meeting-part-open"]


@pytest.mark.requirement("S0-025")
def test_what_was_seen_of_a_child_comes_back_in_the_plan() -> None:
    scene = scenes.broad(young=True)
    seen = "Rent en zoekt daarna druk"
    assert {"list.moving-playing.moves", "list.moving-playing.stimuli"} <= line_names(scene, "examination:first-look")
    scene.sign("examination:first-look", {"found": seen})
    plan = papers.read_paper(kind="plan", **scene.when()).sheet
    assert seen in plan.start["plan.examination"]


@pytest.mark.requirement("S0-041")
def test_a_diagnostic_phase_is_opened_with_a_reason_and_asks_its_parts() -> None:
    scene = scenes.broad()
    assert "Testen" not in titles(scene)
    assert page(scene, "diagnostic_phase", reason=" ")[0] == 422
    assert page(scene, "diagnostic_phase", reason="Nog onduidelijk waar het vastloopt")[0] == 302
    assert {"Observatie", "Testen", "Waar de knelpunten zitten"} <= set(titles(scene))
    opened = history(scene.course().facts, scene.day).first(f.DiagnosticPhaseOpened)
    assert opened is not None
    assert opened.reason == "Nog onduidelijk waar het vastloopt"
    assert page(scene, "diagnostic_phase", reason="Nog eens")[0] == 422


@pytest.mark.requirement("S0-031")
def test_the_support_plan_is_a_part_of_the_plan_that_others_can_read() -> None:
    house = cast.duinrand()
    child, adult = scenes.broad(house, young=True), scenes.broad(house)
    assert "plan.support.helps" in line_names(child, "plan")
    assert not any(name.startswith("plan.support.") for name in line_names(adult, "plan"))
    choose(child, Wish(variants=("short",)))
    goals.agree_goals(chosen=("child-together",), own=None, **child.when())
    child.sign("examination:first-look", {"found": "Speelt het liefst alleen"})
    assert support_plan(course=child.course()) == ()
    child.sign("plan", {"plan.question": "Boos", "plan.goals": "Samen", "plan.approach": "Spelen",
                        "plan.support.helps": "Even samen duwen tegen de muur"})  # fmt: skip
    assert support_plan(course=child.course()) == (("Wat dan helpt", "Even samen duwen tegen de muur"),)


def test_from_referral_to_start_in_the_short_variant() -> None:
    scene = scenes.broad()
    cast.consent(scene.house, scene.client, "treatment")
    scene.answer("indications", talking_not_enough=YES)
    scene.answer("beside", adds_to_other_treatment=YES)
    scene.sign("meeting:intake", INTAKE)
    choose(scene, SHORT)
    goals.agree_goals(chosen=("stress-signals",), own=None, **scene.when())
    plan = papers.read_paper(kind="plan", **scene.when()).sheet
    assert "Waar het om gaat: Langdurige stress en burn-out." in plan.start["plan.approach"]
    assert "8 tot 12 sessies" in plan.start["plan.approach"]
    assert "45 tot 60 minuten" in plan.start["plan.approach"]
    assert plan.start["plan.question"] == INTAKE["part.complaints"]
    scene.sign("plan", dict(plan.start))
    after = starting.start_treatment(starts_on=scene.day, **scene.when())
    assert after.standing.started_on == scene.day


def test_the_page_asks_the_same_number_of_queries_however_much_was_chosen() -> None:
    scene = scenes.broad()
    with CaptureQueriesContext(connection) as before:
        page(scene, "variants")
    for number in range(6):
        choose(scene, Wish(areas=("adhd",), variants=("short" if number % 2 else "usual",), reason="Past beter"))
    with CaptureQueriesContext(connection) as after:
        page(scene, "variants")
    assert len(after) == len(before)
