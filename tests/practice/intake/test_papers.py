"""Papers: kept while they are written, compared when two people write, signed when complete, then only continued."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction

from lijfspoor.domain.pathways.facts import MeetingHeld
from lijfspoor.practice.access.refusals import (
    ChangedMeanwhile,
    NotAllowed,
    NotFound,
    NotPossible,
    NotUnderstood,
)
from lijfspoor.practice.intake import papers
from lijfspoor.practice.intake.models import Paper
from lijfspoor.practice.logbook.models import LogEntry
from tests import cast
from tests.practice.intake import scenes

pytestmark = pytest.mark.django_db

MEETING = "meeting:introduction"


def save(scene: scenes.Scene, posted: Mapping[str, str], version: int, kind: str = MEETING, step: int = 1) -> int:
    return papers.save_draft(kind=kind, step=step, posted=posted, version=version, **scene.when()).version


def test_a_draft_is_kept_and_each_step_keeps_the_others() -> None:
    scene = scenes.attachment()
    first = save(scene, {"there.client": "yes", "part.question": "Vraag"}, 0, "meeting:intake")
    second = save(scene, {"block.complaints": "Boos"}, first, "meeting:intake", step=2)
    assert (first, second) == (1, 2)
    body = scene.rows("meeting:intake")[0].body
    assert body["there.client"] == "Noor Veldhuis"
    assert (body["part.question"], body["block.complaints"]) == ("Vraag", "Boos")


def test_what_the_sheet_does_not_ask_is_not_kept() -> None:
    scene = scenes.addon()
    save(scene, {"part.problem": "P", "csrfmiddlewaretoken": "x", "__class__": "y"}, 0)
    assert not {"csrfmiddlewaretoken", "__class__"} & scene.rows(MEETING)[0].body.keys()


def test_someone_else_who_saved_is_never_overwritten() -> None:
    scene = scenes.addon()
    version = save(scene, {"part.problem": "Van mij"}, 0)
    save(scene, {"part.problem": "Van een ander"}, version)
    with pytest.raises(ChangedMeanwhile):
        save(scene, {"part.problem": "Weer van mij"}, version)
    with pytest.raises(ChangedMeanwhile):
        save(scene, {"part.problem": "Ook nieuw"}, 0)
    assert scene.rows(MEETING)[0].body["part.problem"] == "Van een ander"


def test_the_same_words_sent_again_are_no_conflict() -> None:
    scene = scenes.addon()
    version = save(scene, scenes.INTRODUCTION, 0)
    assert save(scene, scenes.INTRODUCTION, 0) == version


def test_words_that_do_not_fit_are_refused_and_nothing_is_cut() -> None:
    scene = scenes.addon()
    version = save(scene, {"part.problem": "x" * 8000}, 0)
    with pytest.raises(NotUnderstood):
        save(scene, {"part.problem": "x" * 8001}, version)
    assert len(scene.rows(MEETING)[0].body["part.problem"]) == 8000


@pytest.mark.requirement("S1-010")
@pytest.mark.parametrize("part", ["part.problem", "part.about-pmt", "part.treatment-goals"])
def test_the_introductory_meeting_has_three_parts_and_each_needs_words(part: str) -> None:
    scene = scenes.addon()
    version = scene.write(MEETING, scenes.INTRODUCTION | {part: " "})
    with pytest.raises(NotPossible) as refusal:
        papers.sign_paper(kind=MEETING, version=version, **scene.when())
    assert len(refusal.value.reasons) == 1
    assert scene.standing().meetings == ()


@pytest.mark.requirement("S1-009", "S1-010")
def test_signing_the_meeting_records_that_it_was_held() -> None:
    scene = scenes.addon()
    scene.sign(MEETING, scenes.INTRODUCTION | {"there.others": "Broer Karim, tante Leila"})
    assert scene.standing().meetings == (("introduction", ("problem", "about-pmt", "treatment-goals")),)
    held = next(fact for fact in scene.course().facts if isinstance(fact, MeetingHeld))
    assert held.attendees == ("Samira el Haddioui", "Broer Karim", "tante Leila")


@pytest.mark.requirement("S0-039")
@pytest.mark.parametrize("block", ["block.complaints", "block.medical-history", "block.goals"])
def test_an_intake_has_three_blocks_that_cannot_stay_empty(block: str) -> None:
    scene = scenes.attachment()
    version = scene.write("meeting:intake", scenes.INTAKE | {block: ""})
    with pytest.raises(NotPossible) as refusal:
        papers.sign_paper(kind="meeting:intake", version=version, **scene.when())
    assert len(refusal.value.reasons) == 1


@pytest.mark.requirement("S0-032", "S0-040")
def test_earlier_help_and_what_parents_tell_have_a_place_in_the_intake() -> None:
    scene = scenes.attachment()
    told = {"earlier-help": "Speltherapie in 2024", "parents.view": "Wij zien vooral verdriet"}
    scene.sign("meeting:intake", scenes.INTAKE | told)
    words = str(papers.read_paper(kind="meeting:intake", **scene.when()).signed[0].text)
    assert "Speltherapie in 2024" in words
    assert "Wij zien vooral verdriet" in words


@pytest.mark.requirement("S2-023")
@pytest.mark.parametrize("who", ["client", "mother", "nobody"])
def test_parents_or_child_or_both_but_someone_was_there(who: str) -> None:
    scene = scenes.attachment()
    mother = f"there.{scene.parents[0].id.hex}"
    there = {"there.client": ""} | {"client": {"there.client": "yes"}, "mother": {mother: "yes"}}.get(who, {})
    version = scene.write("meeting:intake", scenes.INTAKE | there)
    if who == "nobody":
        with pytest.raises(NotPossible):
            papers.sign_paper(kind="meeting:intake", version=version, **scene.when())
        return
    papers.sign_paper(kind="meeting:intake", version=version, **scene.when())
    held = next(fact for fact in scene.course().facts if isinstance(fact, MeetingHeld))
    assert held.attendees == (("Noor Veldhuis",) if who == "client" else ("Eva Veldhuis",))


@pytest.mark.requirement("S2-023")
def test_a_second_meeting_with_the_parents_covers_what_was_left_and_adds_who_was_there() -> None:
    scene = scenes.attachment()
    scene.sign("meeting:intake", scenes.INTAKE)
    scene.now += timedelta(hours=2)
    papers.continue_paper(kind="meeting:intake", anew=True, **scene.when())
    mother = f"there.{scene.parents[0].id.hex}"
    blocks = {name: text for name, text in scenes.INTAKE.items() if name.startswith("block.")}
    scene.sign("meeting:intake", {"held-on": cast.TODAY.isoformat(), mother: "yes"} | blocks)
    held = [fact.attendees for fact in scene.course().facts if isinstance(fact, MeetingHeld)]
    assert held == [("Noor Veldhuis",), ("Eva Veldhuis",)]


@pytest.mark.parametrize("on", [scenes.CAME - timedelta(days=1), cast.TODAY + timedelta(days=1), "gisteren"])
def test_a_meeting_lies_between_referral_and_today(on: date | str) -> None:
    scene = scenes.addon()
    version = scene.write(MEETING, scenes.INTRODUCTION | {"held-on": str(on)})
    with pytest.raises(NotPossible):
        papers.sign_paper(kind=MEETING, version=version, **scene.when())
    assert scene.rows(MEETING)[0].signed_at is None


def test_a_day_typed_in_dutch_is_understood() -> None:
    scene = scenes.addon()
    save(scene, {"held-on": "3-11-2026"}, 0)
    assert scene.rows(MEETING)[0].body["held-on"] == "2026-11-03"


def test_what_is_signed_never_changes_and_reads_as_on_that_day() -> None:
    scene = scenes.addon()
    scene.sign(MEETING, scenes.INTRODUCTION)
    row = scene.rows(MEETING)[0]
    with pytest.raises(DatabaseError), transaction.atomic():
        Paper.plain.filter(id=row.id).update(text=[])
    with pytest.raises(ChangedMeanwhile):
        save(scene, {"part.problem": "Anders"}, row.version)
    with pytest.raises(NotPossible):
        save(scene, {"part.problem": "Anders"}, 0)
    signed = papers.read_paper(kind=MEETING, **scene.when()).signed
    assert signed[0].signed_by == "Marjan de Wit"
    assert "Een brok in de keel bij verdriet" in str(signed[0].text)


def test_signing_a_version_one_did_not_read_is_refused() -> None:
    scene = scenes.addon()
    version = scene.write(MEETING, scenes.INTRODUCTION)
    save(scene, scenes.INTRODUCTION | {"part.problem": "Anders"}, version)
    with pytest.raises(ChangedMeanwhile):
        papers.sign_paper(kind=MEETING, version=version, **scene.when())


def test_an_amendment_starts_with_the_signed_words_and_adds_no_second_meeting() -> None:
    scene = scenes.addon()
    scene.sign(MEETING, scenes.INTRODUCTION)
    scene.now += timedelta(hours=1)
    for _ in range(2):
        papers.continue_paper(kind=MEETING, anew=False, **scene.when())
    draft = papers.read_paper(kind=MEETING, **scene.when()).draft
    assert draft is not None
    assert draft.values["part.problem"] == scenes.INTRODUCTION["part.problem"]
    scene.sign(MEETING, scenes.INTRODUCTION | {"part.problem": "Beter gezegd"})
    read = papers.read_paper(kind=MEETING, **scene.when())
    assert [paper.amends for paper in read.signed] == [True, False]
    assert len([fact for fact in scene.course().facts if isinstance(fact, MeetingHeld)]) == 1


def test_a_draft_can_be_thrown_away_but_what_is_signed_stays() -> None:
    scene = scenes.addon()
    save(scene, {"part.problem": "P"}, 0)
    papers.discard_draft(kind=MEETING, **scene.when())
    assert scene.rows(MEETING) == []
    with pytest.raises(NotFound):
        papers.discard_draft(kind=MEETING, **scene.when())
    scene.sign(MEETING, scenes.INTRODUCTION)
    with pytest.raises(NotFound):
        papers.discard_draft(kind=MEETING, **scene.when())
    assert len(scene.rows(MEETING)) == 1


@pytest.mark.parametrize(("name", "refusal"), [("lea", NotAllowed), ("ab", NotAllowed), ("tess", NotFound)])
def test_only_who_treats_writes(name: str, refusal: type[Exception]) -> None:
    scene = scenes.addon()
    version = scene.write(MEETING, scenes.INTRODUCTION)
    who = scene.when(name)
    with pytest.raises(refusal):
        papers.save_draft(kind=MEETING, step=1, posted={}, version=version, **who)
    with pytest.raises(refusal):
        papers.sign_paper(kind=MEETING, version=version, **who)
    with pytest.raises(refusal):
        papers.continue_paper(kind=MEETING, anew=False, **who)
    with pytest.raises(refusal):
        papers.discard_draft(kind=MEETING, **who)


def test_the_lead_clinician_reads_what_is_signed_and_no_draft() -> None:
    scene = scenes.addon()
    scene.write(MEETING, scenes.INTRODUCTION)
    read = papers.read_paper(kind=MEETING, **scene.when("lea"))
    assert (read.draft, read.signed) == (None, ())
    scene.sign(MEETING, scenes.INTRODUCTION)
    assert len(papers.read_paper(kind=MEETING, **scene.when("lea")).signed) == 1
    with pytest.raises(NotAllowed):
        papers.read_paper(kind=MEETING, **scene.when("ab"))


@pytest.mark.parametrize("kind", ["meeting:intake", "examination:file-analysis", "profile", "formulation", "x"])
def test_the_add_on_has_only_its_own_papers(kind: str) -> None:
    scene = scenes.addon()
    with pytest.raises(NotFound):
        papers.read_paper(kind=kind, **scene.when())
    for step in (0, 99):
        with pytest.raises(NotFound):
            save(scene, {}, 0, step=step)


def test_every_read_and_write_is_in_the_logbook_without_its_words() -> None:
    scene = scenes.addon()
    scene.sign(MEETING, scenes.INTRODUCTION)
    entries = LogEntry.objects.in_practice(scene.house.practice.id).filter(client_id=scene.client.id)
    kinds = set(entries.values_list("kind", flat=True))
    assert {"intake.paper_read", "intake.paper_saved", "intake.paper_signed", "pathway.step"} <= kinds
    assert "brok in de keel" not in str([entry.detail for entry in entries])
