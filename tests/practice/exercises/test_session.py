"""Exercises in a session: suggested with reasons, chosen by one tap, held back when they must be, told and counted."""

from datetime import date, timedelta
from html import unescape
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client as Browser
from django.test.utils import CaptureQueriesContext

from lijfspoor.domain.exercises.effort import QUESTIONS
from lijfspoor.domain.kernel import Answer
from lijfspoor.domain.pathways import facts as f
from lijfspoor.practice.access.refusals import NotAllowed, NotFound, NotPossible, NotUnderstood
from lijfspoor.practice.exercises import flows as exercises
from lijfspoor.practice.exercises import policies
from lijfspoor.practice.exercises.flows.reading import counts_of
from lijfspoor.practice.exercises.models import UsedExercise
from lijfspoor.practice.logbook.models import LogEntry
from lijfspoor.practice.pathway import flows as courses
from lijfspoor.practice.pathway import store as pathway
from lijfspoor.practice.people.models import Client
from lijfspoor.practice.tenancy import clock
from lijfspoor.practice.treatment import flows
from lijfspoor.practice.treatment.exercise_picks import exercise_of, pick_id
from lijfspoor.practice.treatment.fitting import Hour, situation_of
from lijfspoor.practice.treatment.flows import choosing
from lijfspoor.practice.treatment.paper import Paper
from tests import cast
from tests.practice.treatment.sessions.scenes import Scene, addon, attachment, touch_allowed

pytestmark = pytest.mark.django_db
TASTE, WATER, FOAM = "pk-opening-bite-and-plan", "pk-warm-water-pouring", "pk-foam-roads"
TOUCH, EFFORT = "pa-ask-for-a-hand", "pa-wring-the-towel"
NOTHING = {each.id: Answer.NO for each in QUESTIONS}


def today(scene: Scene) -> Scene:
    """Let the scene play today, as pages ask the clock."""
    scene.now = clock.now()
    scene.day = clock.day_of(scene.now)
    return scene


def child() -> tuple[Scene, UUID]:
    scene = today(attachment())
    return scene, scene.plan(scene.day - timedelta(days=1))[0]


def adult() -> tuple[Scene, UUID]:
    scene = today(addon())
    return scene, scene.plan(scene.day - timedelta(days=1))[0]


def browser(scene: Scene, who: str = "marjan") -> Browser:
    made = Browser()
    made.force_login(scene.house.user(who))
    return made


def pick(scene: Scene, exercise: str) -> str:
    return pick_id(exercises.shelf_of(practice_id=scene.house.practice.id).newest[exercise])


def choose(scene: Scene, session: UUID, exercise: str, chosen: bool = True) -> None:
    choosing.choose_exercise(session_id=session, pick=pick(scene, exercise), chosen=chosen, **scene.when())


def fitting(scene: Scene, session: UUID) -> tuple[list[str], dict[str, str]]:
    """The ids of what is suggested, and of what is held back with the reasons."""
    file = choosing.read_to_choose(session_id=session, **scene.when())
    found = choosing.fits(file)
    held = {each.exercise.id: " ".join(one.text.nl for one in each.reasons) for each in found.held_back}
    return [each.exercise.id for each in found.suggested], held


def sign(scene: Scene, session: UUID, **note: str) -> None:
    file = choosing.read_to_choose(session_id=session, **scene.when())
    draft = flows.Draft(Paper(file.paper.plan, {"check_in": "Kwam rustig binnen", **note}), file.version)
    flows.sign_note(session_id=session, draft=draft, **scene.when())


def test_a_pick_keeps_id_and_version() -> None:
    shelf = exercises.shelf_of(practice_id=uuid4())
    for one in shelf.versions.values():
        assert exercise_of(pick_id(one)) == (one.id, one.version)
    assert exercise_of("i-structure") is None


@pytest.mark.requirement("S2-113", "S0-045")
def test_a_child_in_the_first_phase_is_offered_sensopathic_play_with_its_reason() -> None:
    scene, session = child()
    shown = unescape(browser(scene).get(f"/sessie/{session}/werkvormen/").content.decode())
    assert "Sensopathisch spel gaat vóór sensomotorisch spel." in shown
    assert "S2-113" in shown
    suggested, held = fitting(scene, session)
    shelf = exercises.shelf_of(practice_id=scene.house.practice.id).newest
    stages = [shelf[each].stage for each in suggested]
    first_motor = stages.index("sensomotor") if "sensomotor" in stages else len(stages)
    assert all(stage == "sensomotor" for stage in stages[first_motor:])
    assert "Hoort bij een latere fase." in held["pk-farewell-trail"]


@pytest.mark.requirement("S2-076")
def test_what_a_client_is_allergic_to_is_held_back_and_cannot_be_chosen() -> None:
    scene, session = child()
    suggested, held = fitting(scene, session)
    assert TASTE not in suggested
    assert held[TASTE].startswith("Allergie: eten.")
    with pytest.raises(NotPossible) as refused:
        choose(scene, session, TASTE)
    assert "Allergie: eten." in " ".join(refused.value.reasons)
    assert scene.row(session).plan == {}


def test_an_allergy_that_cannot_be_told_holds_back_everything_with_something_in_it() -> None:
    scene, session = child()
    Client.plain.filter(id=scene.client.id).update(allergies="bijengif")
    assert "bijengif" in fitting(scene, session)[1][TASTE]
    Client.plain.filter(id=scene.client.id).update(allergies="geen")
    assert TASTE not in fitting(scene, session)[1]


@pytest.mark.requirement("S1-032")
def test_touch_waits_for_consent_and_is_logged_for_each_exercise() -> None:
    scene, session = adult()
    page = browser(scene)
    assert "alleen met ieders toestemming" in fitting(scene, session)[1][TOUCH]
    page.post(f"/sessie/{session}/werkvormen/kies/", {"pick": pick(scene, TOUCH)})
    assert scene.row(session).plan == {}
    touch_allowed(scene)
    page.post(f"/sessie/{session}/werkvormen/kies/", {"pick": pick(scene, TOUCH)})
    id_ = pick(scene, TOUCH)
    assert scene.row(session).plan == {f"pick-{id_}": "ja"}
    sign(scene, session, **{f"touched-{id_}": "ja", f"went-{id_}": "well"})
    entry = LogEntry.plain.get(kind="exercises.touched")
    assert (entry.client_id, entry.detail["exercise"]) == (scene.client.id, f"{TOUCH}@1.0")
    assert UsedExercise.plain.get().touched


def test_what_was_noted_on_a_client_holds_back_or_adapts() -> None:
    scene, session = child()
    assert {FOAM, WATER} <= set(fitting(scene, session)[0])
    for caution in ("mouthing-objects", "skin-wounds"):
        exercises.note_caution(client_id=scene.client.id, caution=caution, note="Gezien", **scene.when())
    file = choosing.read_to_choose(session_id=session, **scene.when())
    minds = {each.exercise.id: [one.code for one in each.minds] for each in choosing.fits(file).suggested}
    assert FOAM not in minds
    assert "adapt:skin-wounds" in minds[WATER]
    with pytest.raises(NotPossible):
        choose(scene, session, FOAM)
    exercises.end_caution(client_id=scene.client.id, caution="mouthing-objects", note="", **scene.when())
    assert FOAM in fitting(scene, session)[0]
    with pytest.raises(NotUnderstood):
        exercises.note_caution(client_id=scene.client.id, caution="nonsense", note="", **scene.when())


def test_effort_is_asked_once_and_says_it_is_our_own_choice() -> None:
    scene, session = adult()
    page, address = browser(scene), f"/clienten/{scene.client.id}/werkvormen/inspanning/"
    assert "Vraag eerst of deze lichamelijke inspanning kan." in fitting(scene, session)[1][EFFORT]
    assert "eigen keuze, niet uit de bron" in page.get(address).content.decode()
    page.post(address, {**{f"q-{each.id}": "no" for each in QUESTIONS}, "q-chest": "yes"})
    assert "overleg met een arts" in fitting(scene, session)[1][EFFORT]
    page.post(address, {f"q-{each.id}": "no" for each in QUESTIONS})
    assert EFFORT in fitting(scene, session)[0]
    shown = unescape(page.get(f"/clienten/{scene.client.id}/werkvormen/").content.decode())
    assert "inspanning kan" in shown
    assert "Marjan de Wit" in shown
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE exercises_effortcheck SET doctor = 'x'")


def test_one_tap_puts_it_in_the_plan_and_the_note_and_another_takes_it_out() -> None:
    scene, session = child()
    page, key = browser(scene), str(uuid4())
    for _ in range(2):
        answer = page.post(f"/sessie/{session}/werkvormen/kies/", {"pick": pick(scene, WATER), "idempotency_key": key})
        assert answer.status_code == 302
    shown = unescape(page.get(f"/sessie/{session}/").content.decode())
    assert f'name="went-{pick(scene, WATER)}"' in shown
    assert "paste nu niet" in shown
    assert "Warm water schenken" in unescape(page.get(f"/traject/{scene.treatment_id}/sessies/").content.decode())
    choose(scene, session, WATER, chosen=False)
    assert scene.row(session).plan == {}


def test_choosing_leaves_what_was_typed_as_it_is() -> None:
    scene, session = child()
    file = choosing.read_to_choose(session_id=session, **scene.when())
    scene.save(session, {"check_in": "Had een drukke dag"}, file.version)
    choose(scene, session, WATER)
    assert scene.note(session).body == {"check_in": "Had een drukke dag"}


@pytest.mark.requirement("S2-130")
def test_what_was_done_is_told_per_client_and_comes_back_as_a_reason() -> None:
    scene, first = child()
    choose(scene, first, WATER)
    sign(scene, first, **{f"went-{pick(scene, WATER)}": "well"})
    shown = unescape(browser(scene).get(f"/clienten/{scene.client.id}/werkvormen/").content.decode())
    assert "Warm water schenken" in shown
    assert "deed goed" in shown
    assert "voor het eerst" in shown
    (second,) = scene.plan(scene.day)
    file = choosing.read_to_choose(session_id=second, **scene.when())
    again = next(each for each in choosing.fits(file).suggested if each.exercise.id == WATER)
    assert {"worked", "repeat"} <= {reason.code for reason in again.reasons}


def test_what_was_not_done_is_not_counted_and_a_corrected_session_no_longer_counts() -> None:
    scene, session = child()
    choose(scene, session, WATER)
    choose(scene, session, FOAM)
    sign(scene, session, **{f"went-{pick(scene, FOAM)}": "not_done", f"went-{pick(scene, WATER)}": "fine"})
    practice = scene.house.practice.id
    counts = counts_of(practice, WATER)
    assert (counts.times, counts.clients, counts.went, counts.last) == (
        1,
        1,
        (("ging", 1),),
        scene.day - timedelta(days=1),
    )
    assert counts_of(practice, FOAM).times == 0
    flows.correct_session(session_id=session, reason="Andere dag", **scene.when())
    assert counts_of(practice, WATER).times == 0


def test_only_therapists_see_how_an_exercise_went() -> None:
    scene, session = child()
    choose(scene, session, WATER)
    sign(scene, session)
    address = f"/bibliotheek/werkvormen/{WATER}/"
    assert "1 keer gedaan, met 1 cliënt" in unescape(browser(scene).get(address).content.decode())
    assert "keer gedaan" not in unescape(browser(scene, "ab").get(address).content.decode())
    assert not policies.can_see_counts(scene.actor("ab"))
    with pytest.raises(NotAllowed):
        policies.check_can_see_counts(scene.actor("lea"))


def test_counting_costs_the_same_however_often_it_was_used() -> None:
    scene, session = child()
    choose(scene, session, WATER)
    sign(scene, session)

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            counts_of(scene.house.practice.id, WATER)
        return len(queries)

    few, row = cost(), UsedExercise.plain.get()
    for number in range(30):
        values = {
            name: getattr(row, name) for name in ("practice_id", "client_id", "treatment_id", "exercise", "version")
        }
        UsedExercise.plain.create(
            **values,
            session=uuid4(),
            used_on=date(2026, 1, 1) + timedelta(days=number),
            recorded_at=scene.now,
            recorded_by="x",
        )
    assert cost() == few == 2


def test_an_old_session_keeps_showing_what_it_used_when_that_is_hidden() -> None:
    scene, session = child()
    choose(scene, session, WATER)
    exercises.hide_exercise(actor=scene.actor(), exercise_id=WATER, reason="Geen water hier", now=scene.now)
    assert WATER not in fitting(scene, session)[0]
    sign(scene, session, **{f"how-{pick(scene, WATER)}": "Schonk lang"})
    read = unescape(browser(scene).get(f"/sessie/{session}/").content.decode())
    assert "Warm water schenken" in read
    assert "Schonk lang" in read


def test_a_stranger_finds_nothing_and_a_made_up_pick_is_no_exercise() -> None:
    scene, session = child()
    assert browser(scene, "tess").get(f"/sessie/{session}/werkvormen/").status_code == 404
    with pytest.raises(NotFound):
        choosing.choose_exercise(session_id=session, pick="i-structure", chosen=True, **scene.when())
    with pytest.raises(NotFound):
        choosing.choose_exercise(session_id=session, pick="x-nowhere-v1-0", chosen=True, **scene.when())


def test_how_a_child_came_in_turns_the_suggestions() -> None:
    scene, session = child()
    file = choosing.read_to_choose(session_id=session, **scene.when())
    scene.save(session, {"window_in": "above"}, file.version)
    file = choosing.read_to_choose(session_id=session, **scene.when())
    best = choosing.fits(file).suggested[0]
    assert {"arousal", "regulate"} <= {reason.code for reason in best.reasons}


def test_a_developmental_age_that_lies_lower_opens_what_fits_it() -> None:
    scene, session = child()
    Client.plain.filter(id=scene.client.id).update(born=date(scene.day.year - 13, 1, 1))
    assert WATER not in fitting(scene, session)[0]
    scene.add(f.DevelopmentalAgeStated, months=60)
    assert WATER in fitting(scene, session)[0]


def test_the_page_to_choose_from_costs_the_same_however_much_was_done() -> None:
    scene, session = child()
    page = browser(scene)

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert page.get(f"/sessie/{session}/werkvormen/").status_code == 200
        return len(queries)

    cost()
    few = cost()
    for back in (3, 4, 5):
        (earlier,) = scene.plan(scene.day - timedelta(weeks=back))
        choose(scene, earlier, WATER)
        sign(scene, earlier)
    assert cost() <= few + 1  # what was done is read once it is there


def test_a_check_on_effort_that_the_module_asked_counts_here_too() -> None:
    scene, _ = adult()
    scene.treatment_id = pathway.open_treatment(
        scene.house.practice.id, scene.client.id, "movement-in-trauma@1.0", cast.NOW
    ).id
    course = courses.course(practice_id=scene.house.practice.id, treatment_id=scene.treatment_id, day=scene.day)
    asked = [each.id for group, each in course.module.criteria() if group.kind == "effort_check"]

    def effort() -> str:
        course = courses.course(practice_id=scene.house.practice.id, treatment_id=scene.treatment_id, day=scene.day)
        known = exercises.known_of(practice_id=scene.house.practice.id, client_id=scene.client.id)
        return situation_of(course, Hour(on=scene.day, form="individual"), known).effort

    assert (bool(asked), effort()) == (True, "unknown")
    for criterion in asked:
        scene.add(f.CriterionAnswered, criterion=criterion, answer=Answer.YES)
    assert effort() == "may"
    scene.add(f.CriterionAnswered, criterion=asked[0], answer=Answer.NO)
    assert effort() == "doctor_first"
