"""The end: tapering first, closing with a reason and a next step, or an ending nobody planned; a change of hands."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from lijfspoor.domain.pathways import Stage
from lijfspoor.domain.pathways import facts as f
from lijfspoor.practice.access.refusals import NotPossible, NotUnderstood
from lijfspoor.practice.logbook.models import LogEntry
from lijfspoor.practice.people.models import CareRelation
from lijfspoor.practice.treatment.flows import closing, decisions
from tests.practice.treatment.course import story
from tests.practice.treatment.sessions import scenes
from tests.practice.treatment.sessions.scenes import Scene

pytestmark = pytest.mark.django_db


@pytest.fixture
def noor() -> Scene:
    scene = scenes.attachment()
    story.sessions_held(scene, 30)
    return scene


def close(scene: Scene, reason: str, next_step: str = "handover", words: str = "") -> None:
    closing.close_treatment(reason=reason, next_step=next_step, words=words, **story.about(scene))


def taper(scene: Scene) -> None:
    closing.plan_taper(
        spacing="Drie keer om de week.", farewell="Samen een doos maken.", last_on=None, **story.about(scene)
    )


@pytest.mark.requirement("S2-101")
def test_a_planned_ending_asks_for_a_taper_first(noor: Scene) -> None:
    with pytest.raises(NotPossible) as refusal:
        close(noor, "goals-reached")
    assert refusal.value.reasons
    taper(noor)
    assert story.now(noor).standing.stage is Stage.TAPERING
    close(noor, "goals-reached")
    assert story.now(noor).standing.stage is Stage.CLOSED


@pytest.mark.requirement("S2-101")
def test_the_taper_has_spacing_farewell_and_a_last_day(noor: Scene) -> None:
    last = noor.day + timedelta(weeks=8)
    assert story.post(noor, "taper", spacing="", farewell="").status_code == 422
    yesterday = (noor.day - timedelta(days=1)).isoformat()
    assert story.post(noor, "taper", spacing="a", farewell="b", last_on=yesterday).status_code == 422
    story.post(noor, "taper", spacing="Om de week.", farewell="Een doos.", last_on=last.isoformat())
    standing = story.now(noor).standing.taper
    assert standing is not None
    assert (standing.spacing, standing.farewell, standing.last_on) == ("Om de week.", "Een doos.", last)
    assert "Een doos." in story.words(story.get(noor, "closing"))


@pytest.mark.requirement("S2-100")
def test_closing_names_group_therapy_as_next_step(noor: Scene) -> None:
    taper(noor)
    close(noor, "group-follow-up", "group-therapy", "Noor kan het zelf.")
    page = story.words(story.get(noor, "closing"))
    assert "Het kind gaat verder met groepstherapie" in page
    assert "Groepstherapie voor bouwsteen 5, autonomie" in page
    assert "Noor kan het zelf." in page


def test_an_unplanned_ending_needs_no_taper(noor: Scene) -> None:
    close(noor, "family-stops", "")
    standing = story.now(noor).standing
    assert standing.stage is Stage.CLOSED
    assert standing.closing is not None
    assert standing.closing.reason == "family-stops"


def test_closing_asks_once_more_and_changes_nothing_until_then(noor: Scene) -> None:
    form = {"reason": "family-stops", "next_step": "other-care", "words": "Het gezin verhuist."}
    asked = story.post(noor, "close", **form)
    assert asked.status_code == 200
    assert "Deze behandeling beëindigen?" in story.words(asked)
    assert "Het gezin verhuist." in asked.content.decode()
    assert story.now(noor).standing.stage is Stage.UNDER_WAY
    key = str(uuid4())
    for _ in range(2):
        done = story.post(noor, "close", confirmed="yes", idempotency_key=key, **form)
        assert done["Location"] == story.at(noor, "closing")
    assert len(noor.facts(f.TreatmentClosed)) == 1


def test_what_was_still_planned_lapses_at_the_end_and_is_told_before(noor: Scene) -> None:
    past, *ahead = noor.plan(noor.day - timedelta(days=7)), *noor.plan(noor.day + timedelta(days=7), repeat=2)
    form = {"reason": "family-stops", "next_step": "other-care", "words": ""}
    assert "Er staan nog 2 sessies gepland. Die vervallen." in story.words(story.post(noor, "close", **form))
    close(noor, "family-stops", "")
    assert [noor.row(session).dropped for session in ahead] == [True, True]
    assert not noor.row(past[0]).dropped
    dropped = LogEntry.objects.in_practice(noor.house.practice.id).filter(kind="treatment.session_dropped")
    assert {entry.subject for entry in dropped} == {str(session) for session in ahead}


def test_a_planned_ending_says_what_comes_next(noor: Scene) -> None:
    taper(noor)
    with pytest.raises(NotUnderstood):
        close(noor, "goals-reached", "")
    with pytest.raises(NotUnderstood):
        close(noor, "goals-reached", "iets-anders")
    with pytest.raises(NotUnderstood):
        close(noor, "verzonnen")
    assert story.post(noor, "close", reason="goals-reached").status_code == 422


def test_a_running_decision_is_closed_first() -> None:
    scene = scenes.addon()
    story.sessions_held(scene, 8)
    decisions.propose(decision="extension", sessions=2, **story.about(scene))
    with pytest.raises(NotPossible):
        close(scene, "sessions-done", "back-to-own-treatment")


def test_after_closing_everything_is_read_only(noor: Scene) -> None:
    close(noor, "moved", "")
    for page in ("phases", "subgoals", "evaluation", "talks", "successes", "closing", "safety"):
        shown = story.get(noor, page)
        assert shown.status_code == 200
        assert 'method="post"' not in shown.content.decode().split("<main")[1].split("</main>")[0], page
        assert "U kunt alleen nog lezen." in story.words(shown)
    attempts = [
        ("phases", {"to_phase": "relationship", "reason": "Toch"}),
        ("successes", {"text": "Nog iets."}),
        ("talks", {"on": noor.day.isoformat(), "mode": "talk", "summary": "Na afloop."}),
        ("safety", {"code_step": "signals", "on": noor.day.isoformat(), "who": "ik", "content": "iets"}),
        ("taper", {"spacing": "a", "farewell": "b"}),
        ("change_therapist", {"member": str(noor.house.members["tess"].id)}),
    ]
    before = len(noor.facts(f.Fact))
    for page, form in attempts:
        assert story.post(noor, page, **form).status_code in (409, 422), page
    assert len(noor.facts(f.Fact)) == before
    assert (
        CareRelation.objects.in_practice(noor.house.practice.id).filter(member=noor.house.members["tess"]).count() == 0
    )


@pytest.mark.requirement("S0-062")
def test_another_therapist_takes_over_without_blame(noor: Scene) -> None:
    tess = noor.house.members["tess"]
    assert story.get(noor, "phases", by="tess").status_code == 404
    done = story.post(noor, "change_therapist", member=str(tess.id), reason="De klik is er met Tess.")
    assert done.status_code == 302
    assert story.now(noor).standing.therapist_name == "Tess Vos"
    assert story.get(noor, "phases", by="tess").status_code == 200
    again = story.post(noor, "change_therapist", member=str(tess.id))
    assert again.status_code == 422
    assert CareRelation.objects.in_practice(noor.house.practice.id).filter(member=tess).count() == 1


def test_only_a_therapist_of_this_practice_takes_over(noor: Scene) -> None:
    from tests import cast

    elsa = cast.oever().members["elsa"]
    for member in (elsa.id, noor.house.members["lea"].id, UUID(int=0)):
        with pytest.raises(NotUnderstood):
            closing.change_therapist(member_id=member, reason="", **story.about(noor))
        assert story.post(noor, "change_therapist", member=str(member)).status_code == 422
