"""Notes: drafts that are never lost, signatures that stay, additions beside them."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from lijfspoor.domain.pathways import facts as f
from lijfspoor.practice.access.refusals import ChangedMeanwhile, NotAllowed, NotFound, NotPossible, NotUnderstood
from lijfspoor.practice.logbook.models import LogEntry
from lijfspoor.practice.treatment import flows
from lijfspoor.practice.treatment.models import Note
from lijfspoor.practice.treatment.paper import MOST, Paper, TooMuch, Version, read, read_version
from tests import cast
from tests.practice.treatment.sessions.scenes import Scene, addon, attachment, safe_together

NEW = Version(1, 0)
LAST_WEEK = cast.TODAY - timedelta(weeks=1)
HOSTILE = "<script>alert(1)</script> '; DROP TABLE treatment_note;-- {{ 7|add:1 }} =1+1 ‮\U0001f600 \\ % \" ' & ç"


def sign(scene: Scene, session: UUID, note: dict[str, str], version: Version = NEW, who: str = "marjan") -> UUID:
    draft = flows.Draft(Paper(note=note), version)
    return flows.sign_note(session_id=session, draft=draft, **scene.when(who))


def with_session(scene: Scene | None = None) -> tuple[Scene, UUID]:
    scene = scene or addon()
    (session,) = scene.plan(LAST_WEEK)
    return scene, session


@pytest.mark.django_db
def test_a_draft_is_kept_with_every_version_and_the_same_text_twice_is_one_save() -> None:
    scene, session = with_session()
    first = scene.save(session, {"check_in": "Moe."}, NEW)
    again = scene.save(session, {"check_in": "Moe."}, NEW)
    second = scene.save(session, {"check_in": "Moe, maar vrolijk."}, first.version)
    assert (first.version, again.version, second.version) == (Version(1, 1), Version(1, 1), Version(1, 2))
    assert scene.note(session).body == {"check_in": "Moe, maar vrolijk."}


@pytest.mark.django_db
def test_one_sitting_of_writing_is_one_entry_in_the_logbook() -> None:
    scene, session = with_session()
    version = NEW
    for words in ("M", "Mo", "Moe"):
        version = scene.save(session, {"check_in": words}, version).version
    entries = LogEntry.objects.in_practice(scene.house.practice.id).filter(kind="treatment.note_saved")
    assert entries.count() == 1
    scene.now += timedelta(hours=1)
    scene.save(session, {"check_in": "Moe."}, version)
    assert entries.count() == 2


@pytest.mark.django_db
def test_the_second_of_two_writers_is_told_and_nothing_is_overwritten() -> None:
    scene, session = with_session()
    cast.relate(scene.house, scene.client, "tess", "stands_in")
    base = scene.save(session, {"check_in": "Begin."}, NEW).version
    scene.save(session, {"check_in": "Tekst van Tess."}, base, "tess")
    with pytest.raises(ChangedMeanwhile):
        scene.save(session, {"check_in": "Tekst van Marjan."}, base)
    assert scene.note(session).body == {"check_in": "Tekst van Tess."}


@pytest.mark.django_db
def test_plan_and_note_do_not_stand_in_each_others_way() -> None:
    scene, session = with_session()
    scene.save(session, {"check_in": "Begin."}, NEW)
    paper = Paper(plan={"plan": "Schommelen."}, note={"check_in": "Begin."})
    saved = flows.save_note_draft(session_id=session, draft=flows.Draft(paper, Version(1, 0)), **scene.when())
    assert saved.version == Version(2, 1)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("begun", [False, True])
def test_of_many_writers_at_once_exactly_one_wins(begun: bool) -> None:
    scene, session = with_session()
    cast.relate(scene.house, scene.client, "tess", "stands_in")
    base = scene.save(session, {"check_in": "Begin."}, NEW).version if begun else NEW
    for turn in range(5):
        ready = Barrier(2)

        def write(who: str, base: Version = base, turn: int = turn, ready: Barrier = ready) -> str:
            ready.wait()
            try:
                scene.save(session, {"check_in": f"{who} {turn}"}, base, who)
            except ChangedMeanwhile:
                return ""
            finally:
                connection.close()
            return who

        with ThreadPoolExecutor(2) as both:
            winners = [who for who in both.map(write, ("marjan", "tess")) if who]
        kept = scene.note(session)
        assert len(winners) == 1
        assert kept.body == {"check_in": f"{winners[0]} {turn}"}
        base = Version(1, kept.version)
    assert Note.objects.in_practice(scene.house.practice.id).count() == 1


@pytest.mark.django_db
@pytest.mark.requirement("S0-034", "S2-107")
def test_signing_records_the_session_and_the_success_in_one_go() -> None:
    scene, session = with_session()
    words = {"check_in": "Moe.", "reflection": "Rustiger nu.", "success": "Ik bleef op de schommel."}
    sign(scene, session, words)
    note = scene.note(session)
    assert (note.signed_by, note.signed_at) == ("Marjan de Wit", scene.now)
    assert [fact.session for fact in scene.facts(f.SessionHeld)] == [str(session)]
    assert [(fact.text, fact.session) for fact in scene.facts(f.SuccessNoted)] == [
        ("Ik bleef op de schommel.", str(session))
    ]


@pytest.mark.django_db
def test_signing_the_same_twice_is_signing_once() -> None:
    scene, session = with_session()
    words = {"check_in": "Moe.", "success": "Gelukt."}
    assert sign(scene, session, words) == sign(scene, session, words)
    assert len(scene.facts(f.SuccessNoted)) == len(scene.facts(f.SessionHeld)) == 1


@pytest.mark.django_db
@pytest.mark.requirement("S1-011")
def test_when_the_session_may_not_be_held_nothing_is_signed() -> None:
    scene, session = with_session()
    scene.held(8)
    with pytest.raises(NotPossible):
        sign(scene, session, {"check_in": "Moe."})
    assert not Note.objects.in_practice(scene.house.practice.id).exists()


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["check_in", "exercises", "reflection", "how-i-yoga", "ownhow-0"])
def test_a_note_that_tells_something_can_be_signed(name: str) -> None:
    scene, session = with_session()
    sign(scene, session, {name: "Dit."})
    assert scene.note(session).signed_at


@pytest.mark.django_db
@pytest.mark.parametrize("note", [{}, {"home": "Oefenen."}, {"success": "Ja!"}])
def test_an_empty_note_is_not_signed(note: dict[str, str]) -> None:
    scene, session = with_session()
    with pytest.raises(NotUnderstood) as refusal:
        sign(scene, session, note)
    assert "check_in" in refusal.value.fields
    assert scene.facts(f.SessionHeld) == []


@pytest.mark.django_db
@pytest.mark.requirement("S2-050")
def test_the_note_says_who_came_and_keeps_their_names_as_they_were() -> None:
    scene = attachment()
    assert scene.grandmother
    safe_together(scene)
    _, session = with_session(scene)
    sign(scene, session, {"check_in": "Samen.", f"came-{scene.grandmother.id}": "ja"})
    (fact,) = scene.facts(f.SessionHeld)
    assert fact.joint
    assert scene.note(session).body["signed_people"] == {str(scene.grandmother.id): "Ria Veldhuis"}


@pytest.mark.django_db
def test_what_is_signed_never_changes_by_any_way() -> None:
    scene, session = with_session()
    sign(scene, session, {"check_in": "Moe."})
    kept = scene.note(session)
    with pytest.raises(ChangedMeanwhile):
        scene.save(session, {"check_in": "Anders."}, Version(1, kept.version))
    with pytest.raises(ChangedMeanwhile):
        sign(scene, session, {"check_in": "Anders."}, Version(1, kept.version))
    for statement in ("UPDATE treatment_note SET body = '{}'", "DELETE FROM treatment_note"):
        with pytest.raises(DatabaseError, match="kept as it is"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    assert scene.note(session).body == kept.body


@pytest.mark.django_db
def test_a_draft_can_still_be_changed_in_the_database() -> None:
    scene, session = with_session()
    scene.save(session, {"check_in": "Moe."}, NEW)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE treatment_note SET saved_by = 'Tess Vos'")
    assert scene.note(session).saved_by == "Tess Vos"


@pytest.mark.django_db
def test_a_signed_note_is_added_to_with_a_reason_and_stays_itself() -> None:
    scene, session = with_session()
    with pytest.raises(NotPossible):
        flows.amend_note(session_id=session, text="x", reason="y", **scene.when())
    sign(scene, session, {"check_in": "Moe."})
    before = scene.note(session).body
    with pytest.raises(NotUnderstood) as refusal:
        flows.amend_note(session_id=session, text=" ", reason="", **scene.when())
    assert set(refusal.value.fields) == {"text", "reason"}
    made = flows.amend_note(session_id=session, text="Oma belde.", reason="Vergeten.", **scene.when())
    added = Note.objects.in_practice(scene.house.practice.id).get(id=made)
    assert (added.body, added.signed_by) == ({"text": "Oma belde.", "reason": "Vergeten."}, "Marjan de Wit")
    assert added.amends_id == scene.note(session).id
    assert scene.note(session).body == before


@pytest.mark.django_db
def test_a_note_on_a_session_that_was_missed_is_signed_without_holding_it() -> None:
    scene, session = with_session()
    flows.miss_session(session_id=session, how="no_show", reason="", **scene.when())
    sign(scene, session, {"check_in": "Gebeld, geen gehoor.", "success": "Geen."})
    assert scene.facts(f.SessionHeld) == scene.facts(f.SuccessNoted) == []


@pytest.mark.django_db
def test_a_note_of_before_closing_is_signed_after_it() -> None:
    scene, session = with_session()
    flows.hold_session(session_id=session, **scene.when())
    scene.add(f.TreatmentClosed, on=scene.day, reason="other", next_step="")
    sign(scene, session, {"check_in": "Afscheid.", "success": "Dag zeggen."})
    assert scene.note(session).signed_at
    assert scene.facts(f.SuccessNoted) == []


@pytest.mark.django_db
@pytest.mark.parametrize(("who", "refusal"), [("ab", NotAllowed), ("lea", NotAllowed), ("tess", NotFound)])
def test_only_who_treats_writes(who: str, refusal: type[Exception]) -> None:
    scene, session = with_session()
    for act in (
        lambda: scene.save(session, {"check_in": "x"}, NEW, who),
        lambda: sign(scene, session, {"check_in": "x"}, who=who),
        lambda: flows.amend_note(session_id=session, text="x", reason="y", **scene.when(who)),
    ):
        with pytest.raises(refusal):
            act()
    assert not Note.objects.in_practice(scene.house.practice.id).exists()


@pytest.mark.django_db
def test_drafts_come_to_their_author_in_one_query() -> None:
    scene = addon()
    first, second, _ = scene.plan(LAST_WEEK, repeat=3)
    scene.save(first, {"check_in": "x"}, NEW)
    scene.save(second, {"check_in": "y"}, NEW)
    sign(scene, first, {"check_in": "x"}, Version(1, 1))
    member = scene.house.members["marjan"].id
    with CaptureQueriesContext(connection) as asked:
        drafts = flows.drafts_of(practice_id=scene.house.practice.id, member_id=member)
    assert len(asked) == 1
    assert [draft.session_id for draft in drafts] == [second]
    assert flows.drafts_of(practice_id=scene.house.practice.id, member_id=scene.house.members["tess"].id) == ()


@pytest.mark.django_db
def test_hostile_text_stays_text() -> None:
    scene, session = with_session()
    words = read([("check_in", HOSTILE + "\x00"), ("reflection", "a\r\nb\rc"), ("evil", "x"), ("own-0", HOSTILE)])
    flows.save_note_draft(session_id=session, draft=flows.Draft(words, NEW), **scene.when())
    assert scene.note(session).body == {"check_in": HOSTILE, "reflection": "a\nb\nc", "own-0": HOSTILE}


def test_a_text_that_is_too_long_is_refused_and_says_which() -> None:
    with pytest.raises(TooMuch) as fault:
        read([("check_in", "x" * (MOST + 1))])
    assert fault.value.name == "check_in"
    with pytest.raises(TooMuch):
        read([(f"how-i-{number}", "x") for number in range(401)])


@given(st.dictionaries(st.text(), st.text()))
def test_reading_never_breaks_and_reads_its_own_again(filled_in: dict[str, str]) -> None:
    paper = read(filled_in.items())
    assert read(paper.all.items()) == paper


@given(st.text())
def test_a_version_is_read_or_older_than_everything(words: str) -> None:
    version = read_version(words)
    assert version == Version(-1, -1) or str(version) == str(read_version(str(version)))
