"""The reporting code: every step kept, and open to nobody but those who treat the client."""

from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction
from django.http import HttpResponse

from lijfspoor.practice.logbook.models import LogEntry
from lijfspoor.practice.treatment.models import Note
from tests import cast
from tests.practice.treatment.course import story
from tests.practice.treatment.sessions import scenes
from tests.practice.treatment.sessions.scenes import Scene

pytestmark = pytest.mark.django_db
STEPS = ("signals", "consult", "talk", "weigh", "decide")


@pytest.fixture
def noor() -> Scene:
    return scenes.attachment()


def note(scene: Scene, code_step: str, by: str = "marjan", **more: object) -> HttpResponse:
    filled = {
        "code_step": code_step,
        "on": scene.day.isoformat(),
        "who": "Tess Vos",
        "content": f"Feiten bij {code_step}.",
        "decision": "Veilig Thuis gebeld." if code_step == "decide" else "",
        **more,
    }
    return story.post(scene, "safety", by=by, **filled)


def kept(scene: Scene) -> list[Note]:
    return list(
        Note.objects.in_practice(scene.house.practice.id).filter(kind="reporting_code").order_by("saved_at", "id")
    )


@pytest.mark.requirement("S2-028", "S2-029", "S2-140")
def test_five_steps_each_with_day_who_and_content(noor: Scene) -> None:
    for code_step in STEPS:
        note(noor, code_step)
    page = story.words(story.get(noor, "safety"))
    for number, code_step in enumerate(STEPS, 1):
        assert f"Stap {number}." in page
        assert f"Feiten bij {code_step}." in page
    assert "met Tess Vos" in page
    assert "Veilig Thuis gebeld." in page
    assert "Bel 112." in page
    assert "0800-2000" in page


def test_steps_may_come_in_any_order_and_twice(noor: Scene) -> None:
    for code_step in ("talk", "signals", "talk"):
        assert note(noor, code_step).status_code == 302
    assert sorted(each.subject for each in kept(noor)) == ["signals", "talk", "talk"]


@pytest.mark.parametrize(("who", "status"), [("lea", 403), ("ab", 403), ("tess", 404)])
def test_nobody_else_reads_or_writes_it(noor: Scene, who: str, status: int) -> None:
    note(noor, "signals", content="Blauwe plek op de arm.")
    page = story.get(noor, "safety", by=who)
    assert page.status_code == status
    assert "Blauwe plek" not in page.content.decode()
    assert note(noor, "signals", by=who).status_code == status
    assert len(kept(noor)) == 1


def test_the_owner_who_does_not_treat_reads_nothing() -> None:
    house = cast.duinrand()
    client, *_ = cast.child(house, therapist="tess")
    scene = Scene(house, client, scenes._treatment(house, client, scenes.ATTACHMENT))
    scenes._started(scene, phase="regulation")
    note(scene, "signals", by="tess", content="Blauwe plek op de arm.")
    assert story.get(scene, "safety", by="marjan").status_code == 403
    assert story.get(scene, "safety", by="tess").status_code == 200


def test_no_other_page_tells_it(noor: Scene) -> None:
    note(noor, "signals", content="Blauwe plek op de arm.")
    for page in ("phases", "subgoals", "evaluation", "talks", "successes", "closing", "as_of"):
        for who in ("marjan", "lea"):
            assert "Blauwe plek" not in story.get(noor, page, by=who).content.decode()


def test_the_logbook_that_the_family_reads_gives_nothing_away(noor: Scene) -> None:
    note(noor, "signals", content="Blauwe plek op de arm.")
    entries = LogEntry.objects.in_practice(noor.house.practice.id).filter(kind__startswith="treatment.shielded")
    assert {entry.kind for entry in entries} == {"treatment.shielded_read", "treatment.shielded_noted"}
    told = " ".join(f"{entry.kind} {entry.detail} {entry.why} {entry.subject}" for entry in entries)
    assert "code" not in told
    assert "signals" not in told


def test_what_was_kept_never_changes(noor: Scene) -> None:
    note(noor, "signals")
    with pytest.raises(DatabaseError), transaction.atomic():
        Note.plain.filter(kind="reporting_code").update(body={})


def test_a_step_says_who_and_what_and_a_decision_says_why(noor: Scene) -> None:
    for missing in ("who", "content"):
        assert note(noor, "signals", **{missing: " "}).status_code == 422
    assert note(noor, "decide", decision="").status_code == 422
    assert kept(noor) == []


def test_one_submit_one_step(noor: Scene) -> None:
    key = str(uuid4())
    for _ in range(3):
        note(noor, "weigh", idempotency_key=key)
    assert len(kept(noor)) == 1
