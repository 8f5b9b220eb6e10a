"""A running treatment moves to a newer version of its module: seen before, decided with a reason, and read back."""

from datetime import datetime, timedelta, tzinfo
from uuid import uuid4

import pytest
from django.urls import reverse

from lijfspoor.domain.kernel import Answer
from lijfspoor.domain.pathways import facts as f
from lijfspoor.domain.pathways.model import Stage
from lijfspoor.domain.pathways.steps import Step, StepKind
from lijfspoor.practice.access.refusals import NotAllowed, NotFound, NotPossible, NotUnderstood
from lijfspoor.practice.intake import criteria, goals, papers
from lijfspoor.practice.intake.flows import start_treatment
from lijfspoor.practice.library import flows as library
from lijfspoor.practice.logbook.models import LogEntry
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.pathway.models import Outlook, Treatment
from lijfspoor.practice.tenancy import clock
from lijfspoor.practice.treatment.flows.course import read_as_of
from lijfspoor.practice.treatment.flows.versions import Chosen, move_version, read_move
from tests import cast
from tests.cast import NOW, TODAY, House
from tests.practice.intake import scenes
from tests.practice.library.browsing import browser, words_of
from tests.practice.library.own_texts import PIN, SOURCE, version

pytestmark = pytest.mark.django_db
LATER = TODAY + timedelta(days=7)
NEW = (
    version("1.1", "Thuis rust vinden")
    .replace("- id: basis\n", "- id: ground\n")
    .replace("phase: basis\n", "phase: ground\n")
    .replace("- id: trust\n", "- id: comfort\n")
    .replace("text: {nl: Vertrouwen, en: Trust}", "text: {nl: Troost zoeken, en: Seeking comfort}")
)


def publish(house: House, text: str) -> str:
    return library.publish_own_module(actor=house.actor("marjan"), document=text.encode(), now=NOW)


@pytest.fixture
def scene(db: None) -> scenes.Scene:
    """Noor, whose treatment along a module of the practice's own has started."""
    house = cast.duinrand()
    publish(house, SOURCE)
    client, eva, mark, _ = cast.child(house)
    made = scenes.Scene(house, client, scenes.refer(house, client, PIN, "private"), (eva, mark))
    scenes.consents(made)
    criteria.state_developmental_age(months=52, **made.when())
    made.answer("against", acute_danger=Answer.NO)
    made.answer("keeps", safe_home=Answer.YES)
    made.sign("examination:looking", {"found": "Zoekt de nabijheid van oma"})
    goals.agree_goals(chosen=("trust",), own=None, **made.when())
    draft = papers.read_paper(kind="plan", **made.when()).draft
    assert draft is not None
    made.sign("plan", {**draft.values, "frequency": "Elke week"})
    start_treatment(starts_on=TODAY, **made.when())
    made.day = LATER
    return made


def chosen(phase: str = "ground", goal: str = "comfort", reason: str = "Past beter bij Noor") -> Chosen:
    return Chosen(phase=phase, goals={"trust": goal}, reason=reason)


def test_a_move_is_a_decision_that_shows_what_changes_and_earlier_days_stay_as_they_were(scene: scenes.Scene) -> None:
    assert [each.code for each in scene.course().advice if each.code == "newer-version"] == []
    publish(scene.house, NEW)
    before = scene.course()
    assert ("newer-version", "know") in [(each.code, each.urgency.value) for each in before.advice]
    assert (before.module.pin, before.standing.phase) == (PIN, "basis")

    visitor = browser(scene.house, "marjan")
    address = reverse("treatment:version", args=[scene.treatment_id, "1.1"])
    shown = words_of(visitor.get(address))
    for words in ("Thuis rust vinden", "Hoofddoel", "In welke fase is de cliënt dan?", "Hoe gaat dit doel verder?"):
        assert words in shown

    after = move_version(version="1.1", chosen=chosen(), **scene.when())
    assert (after.module.pin, after.standing.phase, after.standing.stage) == ("duinpad@1.1", "ground", Stage.UNDER_WAY)
    assert [goal.goal for goal in after.standing.goals] == ["comfort"]
    assert after.newer == ()
    then, _ = read_as_of(on=TODAY, known=None, actor=scene.house.actor("marjan"), treatment_id=scene.treatment_id,
                         day=LATER, now=NOW)  # fmt: skip
    assert (then.module.pin, then.standing.phase, then.standing.goals[0].goal) == (PIN, "basis", "trust")
    assert Treatment.objects.in_practice(scene.house.practice.id).get(id=scene.treatment_id).pin == PIN
    assert (
        Outlook.objects.in_practice(scene.house.practice.id).get(treatment_id=scene.treatment_id).pin == "duinpad@1.1"
    )
    steps = LogEntry.objects.in_practice(scene.house.practice.id).filter(kind="pathway.step")
    moved = [each for each in steps if each.detail == {"fact": "module_version_moved"}]
    assert [(each.why, each.client_id) for each in moved] == [("Past beter bij Noor", scene.client.id)]


class LaterClock:
    """A clock at which it is always the day of the move."""

    @staticmethod
    def now(zone: tzinfo | None = None) -> datetime:
        """Stand in for the machine's clock."""
        return (NOW + timedelta(days=7)).astimezone(zone)


def test_every_page_of_the_treatment_opens_after_a_move_that_renamed_what_was_used(
    scene: scenes.Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "datetime", LaterClock)
    for views in ("views_course", "views_around"):
        monkeypatch.setattr(f"lijfspoor.practice.treatment.{views}.now", clock.now)
    told: tuple[tuple[Step, pathway.Say], ...] = (
        (Step(StepKind.HOLD_SESSION), lambda stamp: f.SessionHeld(stamp=stamp, session=str(uuid4()))),
        (Step(StepKind.HOLD_EVALUATION, "interim"), lambda s: f.EvaluationHeld(stamp=s, evaluation="interim")),
        (
            Step(StepKind.RATE_SUBGOAL, "feels-safe"),
            lambda s: f.SubgoalRated(stamp=s, subgoal="feels-safe", rating="often", session="", seen="Rustig"),
        ),
        (
            Step(StepKind.MOVE_PHASE, "transfer"),
            lambda s: f.PhaseMoved(stamp=s, to_phase="transfer", reason="Zij speelt buiten", signs_seen=("calm",)),
        ),
    )
    pathway.take_all(steps=told, **scene.when())
    renamed = NEW.replace("- id: interim\n", "- id: halfway\n")
    for old in ("feels-safe", "transfer", "calm", "extension"):
        renamed = renamed.replace(f": {old}\n", f": {old}-new\n").replace(f"[{old}]", f"[{old}-new]")
    publish(scene.house, renamed)
    move_version(version="1.1", chosen=chosen(), **scene.when())
    visitor, treatment = browser(scene.house, "marjan"), [scene.treatment_id]
    names = ("phases", "subgoals", "evaluation", "talks", "successes", "closing", "as_of")
    pages = [reverse(f"treatment:{name}", args=treatment) for name in names]
    pages += [reverse("desk:file", args=[scene.client.id]), reverse("intake:overview", args=treatment), "/vandaag/"]
    assert {page: visitor.get(page).status_code for page in pages} == dict.fromkeys(pages, 200)
    assert "versie 1.1" in words_of(visitor.get(pages[0]))


def test_what_is_gone_must_be_chosen_and_nothing_goes_back(scene: scenes.Scene) -> None:
    publish(scene.house, NEW)
    for wrong in (
        chosen(phase=""),
        chosen(phase="basis"),
        chosen(goal="trust"),
        Chosen(phase="ground", goals={}, reason="x"),
    ):
        with pytest.raises(NotUnderstood):
            move_version(version="1.1", chosen=wrong, **scene.when())
    with pytest.raises(NotUnderstood):
        move_version(version="1.1", chosen=chosen(reason=" "), **scene.when())
    with pytest.raises(NotFound):
        move_version(version="7.0", chosen=chosen(), **scene.when())
    assert scene.course().module.pin == PIN
    move_version(version="1.1", chosen=chosen(goal=""), **scene.when())
    assert scene.course().standing.goals == ()
    with pytest.raises(NotPossible) as refused:
        move_version(version="1.0", chosen=chosen(), **scene.when())
    assert "Terug naar een eerdere versie kan niet" in refused.value.reasons[0]


def test_only_who_treats_may_decide_and_only_while_treatment_runs(scene: scenes.Scene) -> None:
    publish(scene.house, NEW)
    with pytest.raises(NotAllowed):
        move_version(version="1.1", chosen=chosen(), **scene.when("ab"))
    with pytest.raises(NotFound):
        read_move(version="1.1", **scene.when("tess"))
    client, *_ = cast.child(scene.house)
    waiting = scenes.Scene(scene.house, client, scenes.refer(scene.house, client, PIN, "private"))
    reading = read_move(version="1.1", **waiting.when())
    assert [reason.code for reason in reading.permission.reasons] == ["not-started"]
    with pytest.raises(NotPossible):
        move_version(version="1.1", chosen=Chosen(phase="ground", goals={}, reason="x"), **waiting.when())


def test_the_form_moves_once_and_says_beside_the_field_what_is_missing(scene: scenes.Scene) -> None:
    publish(scene.house, NEW)
    visitor, address = browser(scene.house, "marjan"), reverse("treatment:version", args=[scene.treatment_id, "1.1"])
    empty = visitor.post(address, {"idempotency_key": str(uuid4())})
    assert empty.status_code == 422
    assert "Kies" in words_of(empty)
    given = {"phase": "ground", "goal-trust": "-", "reason": "Met ouders besproken", "idempotency_key": str(uuid4())}
    for _ in range(2):
        answer = visitor.post(address, given)
        assert (answer.status_code, answer["Location"]) == (302, reverse("treatment:phases", args=[scene.treatment_id]))
    moves = [fact for fact in scene.course().facts if fact.kind == "module_version_moved"]
    assert [fact.stamp.by for fact in moves] == ["Marjan de Wit"]
