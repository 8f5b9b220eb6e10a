"""What every page of the course keeps to: who may, hostile words, one act per submit, a fixed number of queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lijfspoor.domain.pathways import facts as f
from lijfspoor.practice.logbook.models import LogEntry
from tests import cast
from tests.practice.treatment.course import story
from tests.practice.treatment.sessions import scenes
from tests.practice.treatment.sessions.scenes import Scene

pytestmark = pytest.mark.django_db
PAGES = ("phases", "subgoals", "evaluation", "talks", "successes", "closing", "as_of")
WRITES = ("phases", "subgoals", "goal_agree", "evaluation", "talks", "practised", "successes", "taper", "close")
HOSTILE = '<script>alert("x")</script>{{ 7|add:7 }}{% now "Y" %}‮=cmd|’\'"'


@pytest.fixture
def noor() -> Scene:
    scene = scenes.attachment()
    story.sessions_held(scene, 3)
    return scene


@pytest.mark.parametrize("page", PAGES)
def test_who_treats_and_who_leads_read_and_nobody_else(noor: Scene, page: str) -> None:
    assert story.get(noor, page).status_code == 200
    assert story.get(noor, page, by="lea").status_code == 200
    assert story.get(noor, page, by="ab").status_code == 403
    assert story.get(noor, page, by="tess").status_code == 404


@pytest.mark.parametrize("page", WRITES)
def test_only_who_treats_writes(noor: Scene, page: str) -> None:
    assert story.post(noor, page, by="lea").status_code == 403
    assert story.post(noor, page, by="ab").status_code == 403
    assert story.post(noor, page, by="tess").status_code == 404


@pytest.mark.parametrize("page", PAGES)
def test_another_practice_finds_nothing(noor: Scene, page: str) -> None:
    elsewhere = Scene(cast.oever(), noor.client, noor.treatment_id)
    assert story.get(elsewhere, page, by="elsa").status_code == 404


@pytest.mark.parametrize("page", PAGES)
def test_who_only_leads_sees_no_form(noor: Scene, page: str) -> None:
    html = story.get(noor, page, by="lea").content.decode()
    assert 'method="post"' not in html.split("<main")[1].split("</main>")[0]


@pytest.mark.parametrize("page", [*PAGES, "safety"])
def test_every_reading_is_in_the_logbook(noor: Scene, page: str) -> None:
    story.get(noor, page)
    entry = LogEntry.objects.in_practice(noor.house.practice.id).order_by("id").last()
    assert entry is not None
    assert entry.action == "R"
    assert str(noor.client.id) in [str(each) for each in entry.clients]


def test_hostile_words_stay_words(noor: Scene) -> None:
    (held, *_rest) = story.sessions_held(noor, 1)
    story.all_conditions_met(noor)
    story.post(noor, "successes", text=HOSTILE)
    story.post(noor, "practised", text=HOSTILE, where=HOSTILE, practised_on=noor.day.isoformat())
    story.post(noor, "talks", on=noor.day.isoformat(), mode="talk", summary=HOSTILE, tasks=HOSTILE, others=HOSTILE)
    story.post(noor, "subgoals", **{"rating-bv-1": "mostly", "session-bv-1": held, "seen-bv-1": HOSTILE})
    story.post(noor, "goal_agree", block="autonomy", text=HOSTILE)
    story.post(noor, "phases", to_phase="relationship", reason=HOSTILE)
    story.post(noor, "evaluation", **story.evaluation_form(noor, summary=HOSTILE, **{"client-0": HOSTILE}))
    story.post(noor, "taper", spacing=HOSTILE, farewell=HOSTILE)
    story.post(
        noor, "safety", code_step="signals", on=noor.day.isoformat(), who=HOSTILE, content=HOSTILE, decision=HOSTILE
    )
    for page in (*PAGES, "safety"):
        html = story.get(noor, page).content.decode()
        assert "<script>alert" not in html, page
        if page != "as_of":
            assert "&lt;script&gt;alert" in html, page
            assert "{{ 7|add:7 }}" in html, page


def test_what_is_too_long_or_holds_a_nul_is_not_kept(noor: Scene) -> None:
    assert story.post(noor, "successes", text="x" * 501).status_code == 422
    assert story.post(noor, "successes", text="a\x00b").status_code == 400
    assert noor.facts(f.SuccessNoted) == []


@pytest.mark.parametrize("page", [*PAGES, "safety"])
def test_the_number_of_queries_does_not_grow(noor: Scene, page: str) -> None:
    def queries() -> int:
        signed_in = story.browser(noor)
        signed_in.get(story.at(noor, page))
        with CaptureQueriesContext(
            connection,
        ) as seen:
            assert signed_in.get(story.at(noor, page)).status_code == 200
        return len(seen)

    before = queries()
    held = story.sessions_held(noor, 20)
    for number, id_ in enumerate(held):
        noor.add(f.SubgoalRated, subgoal="bv-1", rating="mostly", session=id_)
        noor.add(f.SuccessNoted, text=f"Gelukt {number}")
        story.post(noor, "talks", on=noor.day.isoformat(), mode="talk", summary="Kort.") if number < 3 else None
        cast.contact(noor.house, noor.client, "relative", f"Naaste {number}")
    assert queries() == before
    assert before < 30
