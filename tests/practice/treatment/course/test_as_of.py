"""The file as it stood on a day, and as it was known on a day."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from lijfspoor.domain.kernel import Answer
from lijfspoor.domain.pathways import facts as f
from lijfspoor.practice.pathway import store
from lijfspoor.practice.treatment.flows import course as flows
from tests import cast
from tests.practice.treatment.course import story
from tests.practice.treatment.sessions import scenes
from tests.practice.treatment.sessions.scenes import Scene

pytestmark = pytest.mark.django_db
OCTOBER = date(2026, 10, 1)


@pytest.fixture
def noor() -> Scene:
    scene = scenes.attachment()
    story.sessions_held(scene, 3)
    return scene


def put(scene: Scene, fact: type[f.Fact], on: date, recorded: datetime, **said: object) -> None:
    """Keep a fact that was recorded at a moment of its own."""
    number = store.next_sequence(scene.house.practice.id, scene.treatment_id)
    stamp = f.Stamp(id=str(uuid4()), holds_on=on, recorded_at=recorded, sequence=number, by="Marjan de Wit")
    store.add_facts(scene.house.practice.id, scene.treatment_id, [fact(stamp=stamp, **said)])  # type: ignore[list-item]


def test_a_day_before_a_step_shows_the_phase_of_then(noor: Scene) -> None:
    noor.add(f.PhaseMoved, to_phase="relationship", reason="Er is vertrouwen.", on=OCTOBER)
    before = story.words(story.get(noor, "as_of", op=(OCTOBER - timedelta(days=1)).isoformat()))
    after = story.words(story.get(noor, "as_of", op=OCTOBER.isoformat()))
    assert "fase 1, regulatie" in before
    assert "Er is vertrouwen." not in before
    assert "fase 2, relatie" in after
    assert "Zoals het was op 1 oktober 2026" in after


def test_what_was_not_known_yet_is_left_out_when_asked(noor: Scene) -> None:
    said = {"criterion": "stable-living", "answer": Answer.NO}
    put(noor, f.CriterionAnswered, OCTOBER, datetime(2026, 11, 5, 12, tzinfo=UTC), **said)
    put(noor, f.TreatmentStarted, scenes.START, datetime(2026, 9, 1, 12, tzinfo=UTC), phase="regulation")
    when = {"on": date(2026, 10, 10), **story.about(noor)}
    later, _ = flows.read_as_of(known=None, **when)
    then, _ = flows.read_as_of(known=date(2026, 10, 10), **when)
    that_day, _ = flows.read_as_of(known=date(2026, 11, 5), **when)
    assert later.standing.criterion("stable-living").answer is Answer.NO
    assert then.standing.criterion("stable-living").answer is Answer.UNKNOWN
    assert that_day.standing.criterion("stable-living").answer is Answer.NO


def test_a_correction_does_not_reach_what_was_known_before(noor: Scene) -> None:
    put(noor, f.TalkHeld, OCTOBER, datetime(2026, 10, 1, 12, tzinfo=UTC), audience="school", summary="Met de juf.")
    fact = noor.facts(f.TalkHeld)[0]
    flows.take_back(fact_id=fact.stamp.id, reason="Ander kind.", **story.about(noor))
    day = OCTOBER.isoformat()
    assert "Met de juf." not in story.words(story.get(noor, "as_of", op=day))
    assert "Met de juf." in story.words(story.get(noor, "as_of", op=day, bekend=day))


@pytest.mark.parametrize("op", ["2027-01-01", "gisteren", "", "0001-01-01", "9999-12-31"])
def test_a_day_that_cannot_be_is_said_beside_the_field(noor: Scene, op: str) -> None:
    page = story.get(noor, "as_of", op=op)
    assert page.status_code == 422
    assert "Zoals het was" in story.words(page)


def test_before_the_referral_there_is_nothing(noor: Scene) -> None:
    page = story.words(story.get(noor, "as_of", op="2026-08-01"))
    assert "nog niet aangemeld" in page


def test_the_right_is_that_of_today_not_of_then(noor: Scene) -> None:
    cast.relate(noor.house, noor.client, "tess", "treats")
    rows = noor.house.practice.id
    from lijfspoor.practice.people.models import CareRelation

    CareRelation.objects.in_practice(rows).filter(member=noor.house.members["tess"]).update(until=date(2026, 10, 31))
    assert story.get(noor, "as_of", by="tess", op=OCTOBER.isoformat()).status_code == 404
    assert story.get(noor, "as_of", by="lea", op=OCTOBER.isoformat()).status_code == 200


def test_the_page_writes_nothing(noor: Scene) -> None:
    assert story.post(noor, "as_of").status_code == 405
    page = story.get(noor, "as_of", op=OCTOBER.isoformat()).content.decode()
    assert 'method="post"' not in page.split("<main")[1].split("</main>")[0]
