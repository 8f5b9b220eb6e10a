"""A group session: attendance, exercises once, an observation of each, signed into each one's own treatment."""

from datetime import time, timedelta

import pytest

from lijfspoor.practice.access.refusals import NotAllowed, NotFound, NotPossible, NotUnderstood
from lijfspoor.practice.groups import flows
from lijfspoor.practice.groups.flows import hour
from lijfspoor.practice.groups.models import GroupNote
from lijfspoor.practice.groups.pages_meeting import marks, seat_lines
from lijfspoor.practice.groups.paper import GroupSheet
from lijfspoor.practice.treatment.models import Note, Session
from lijfspoor.practice.treatment.offered import offered, picks_by_id
from tests import cast
from tests.practice.groups.circle import circle, held, missed, own_note, seen

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("S1-029", "S2-050")
def test_each_participant_gets_a_session_and_a_fact_of_their_own_in_a_group() -> None:
    group = circle(3)
    (meeting,) = group.meet()
    done = group.sign(
        meeting,
        {
            0: seen(in_group="zocht contact"),
            1: flows.Entry("cancelled"),
            2: flows.Entry("late", {"own_words": "het was druk"}),
        },
    )
    assert done.left == ()
    first, second, third = group.scenes
    assert [(fact.group, fact.joint) for fact in held(first) + held(third)] == [(True, False)] * 2
    assert [fact.how for fact in missed(second)] == ["cancelled_by_client"]
    assert (held(second), missed(first), missed(third)) == ([], [], [])
    assert {each.form for each in Session.objects.in_practice(group.house.practice.id)} == {"group"}
    note = own_note(third)
    assert (note.body["late"], note.signed_by) == ("ja", "Marjan de Wit")


@pytest.mark.requirement("S1-005", "S1-030")
def test_each_is_observed_along_three_channels_in_contact_and_in_own_words() -> None:
    group = circle(2)
    (meeting,) = group.meet()
    file = group.file(meeting)
    asked = {line.name for line in seat_lines(file.group.module, touch=False)}
    channels = {name for name in asked if name.startswith("channel-")}
    assert len(channels) == 3
    assert {"in_group", "own_words"} <= asked
    said = {name: f"gezien: {name}" for name in asked}
    group.sign(meeting, {0: flows.Entry("present", said)})
    note = own_note(group.scenes[0])
    assert {name: words for name, words in note.body.items() if name in asked} == said


def test_who_stayed_away_without_word_is_recorded_so_and_needs_no_note() -> None:
    group = circle(2)
    (meeting,) = group.meet()
    group.sign(meeting, {0: flows.Entry("no_show"), 1: seen(own_words="rustig")})
    assert [fact.how for fact in missed(group.scenes[0])] == ["no_show"]
    assert all(seat.done for seat in group.file(meeting).seats)


def test_signing_twice_is_signing_once_and_who_has_no_attendance_is_left_alone() -> None:
    group = circle(3)
    (meeting,) = group.meet()
    said = {0: seen(own_words="rustig"), 1: flows.Entry("no_show")}
    sheet = group.sheet(group.file(meeting), said)
    for _ in range(2):
        assert flows.sign_seats(meeting_id=meeting, sheet=sheet, **group.when()).left == ()
    first, second, third = group.scenes
    assert (len(held(first)), len(missed(second))) == (1, 1)
    assert (held(third), missed(third)) == ([], [])


@pytest.mark.requirement("S1-011")
def test_who_has_had_the_agreed_number_is_shown_with_the_reason_and_the_others_go_on() -> None:
    group = circle(3)
    (meeting,) = group.meet()
    group.scenes[1].held(8)
    done = group.sign(meeting, {number: seen(own_words="rustig") for number in range(3)})
    assert [each.name for each in done.left] == ["Coba W."]
    assert "8 sessies" in " ".join(done.left[0].reasons)
    assert [len(held(scene)) for scene in group.scenes] == [1, 8, 1]
    refused = group.file(meeting).seats[1]
    assert refused.hold is not None
    assert not refused.hold.allowed
    assert refused.entry == seen(own_words="rustig")


@pytest.mark.requirement("S1-011")
def test_a_series_is_planned_for_each_as_far_as_their_own_number_goes() -> None:
    group = circle(2)
    group.scenes[0].held(6)
    wish = flows.MeetingWish(first=group.day, at=time(9), minutes=90, times=4)
    left_out = flows.plan_meetings(group_id=group.group_id, wish=wish, **group.when())
    assert [each.name for each in left_out] == ["Berend W."]
    assert [len(each.clients) for each in group.read().meetings] == [2, 2, 1, 1]
    last = group.read().meetings[-1].id
    assert [each.client.id for each in group.file(last).no_seat] == [group.scenes[0].client.id]


def test_what_was_done_is_written_once_and_stands_in_every_file_by_exercise_alone() -> None:
    group = circle(2)
    (meeting,) = group.meet()
    whole = {"pick-g-balls": "ja", "own": "een ommetje bedacht door de groep", "about": "onrustige start"}
    group.sign(meeting, {number: seen(own_words="goed") for number in range(2)}, whole=whole)
    for scene in group.scenes:
        plan = own_note(scene).body["signed_plan"]
        assert plan == {"pick-g-balls": "ja"}


@pytest.mark.requirement("S1-032")
def test_an_exercise_with_touch_is_left_out_for_whom_it_has_no_consent() -> None:
    group = circle(2)
    module = group.read().card.module
    touching = next((pick.id for pick in picks_by_id(offered(module, "")).values() if pick.touch), None)
    assert touching
    cast.consent(group.house, group.scenes[0].client, "touch")
    (meeting,) = group.meet()
    group.sign(meeting, {n: seen(own_words="goed") for n in range(2)}, whole={f"pick-{touching}": "ja"})
    plans = [own_note(scene).body["signed_plan"] for scene in group.scenes]
    assert plans == [{f"pick-{touching}": "ja"}, {}]


def test_two_therapists_write_about_different_people_at_once_and_nothing_is_lost() -> None:
    group = circle(2)
    (meeting,) = group.meet()
    mine, theirs = group.file(meeting), group.file(meeting, "tess")
    for who, file, said in (
        ("marjan", mine, {0: seen(own_words="een")}),
        ("tess", theirs, {1: seen(own_words="twee")}),
    ):
        kept = flows.save_sheet(meeting_id=meeting, sheet=group.sheet(file, said), **group.when(who))
        assert kept.clashes == ()
    assert [seat.entry.note for seat in group.file(meeting).seats] == [{"own_words": "een"}, {"own_words": "twee"}]


def test_the_same_person_written_by_two_is_a_clash_that_overwrites_nothing_and_keeps_the_rest() -> None:
    group = circle(2)
    (meeting,) = group.meet()
    mine, theirs = group.file(meeting), group.file(meeting, "tess")
    flows.save_sheet(meeting_id=meeting, sheet=group.sheet(mine, {0: seen(own_words="een")}), **group.when())
    said = {0: seen(own_words="anders"), 1: seen(own_words="twee")}
    kept = flows.save_sheet(meeting_id=meeting, sheet=group.sheet(theirs, said), **group.when("tess"))
    assert kept.clashes == (str(mine.seats[0].id),)
    assert [seat.entry.note for seat in group.file(meeting).seats] == [{"own_words": "een"}, {"own_words": "twee"}]
    done = flows.sign_seats(meeting_id=meeting, sheet=group.sheet(theirs, said), **group.when("tess"))
    assert [each.name for each in done.left] == ["Berend W."]
    assert [len(held(scene)) for scene in group.scenes] == [0, 1]


def test_nobody_signs_what_a_colleague_wrote_after_their_page_was_opened() -> None:
    group = circle(1)
    (meeting,) = group.meet()
    old = group.file(meeting)
    flows.save_sheet(
        meeting_id=meeting, sheet=group.sheet(group.file(meeting), {0: seen(own_words="nieuw")}), **group.when("tess")
    )
    done = flows.sign_seats(meeting_id=meeting, sheet=group.sheet(old, {}), **group.when())
    assert [each.message for each in done.left] == ["Een collega schreef hier intussen ook. Lees het, en teken dan."]
    assert held(group.scenes[0]) == []


def test_a_saved_sheet_answers_with_marks_to_go_on_with() -> None:
    group = circle(1)
    (meeting,) = group.meet()
    file = group.file(meeting)
    kept = flows.save_sheet(meeting_id=meeting, sheet=group.sheet(file, {0: seen(own_words="a")}), **group.when())
    assert kept.marks == marks(group.file(meeting)) != marks(file)
    sheet = GroupSheet({}, {file.seats[0].id: seen(own_words="b")}, kept.marks, brings_whole=True)
    assert flows.save_sheet(meeting_id=meeting, sheet=sheet, **group.when()).clashes == ()


def test_what_was_written_on_ones_own_page_stays_when_the_sheet_of_the_group_is_kept() -> None:
    group = circle(1)
    (meeting,) = group.meet()
    scene, seat = group.scenes[0], group.file(meeting).seats[0]
    scene.save(seat.session_id, {"check_in": "op eigen blad"}, seat.sheet.version)
    flows.save_sheet(
        meeting_id=meeting, sheet=group.sheet(group.file(meeting), {0: seen(own_words="x")}), **group.when()
    )
    assert scene.note(seat.session_id).body == {"check_in": "op eigen blad", "own_words": "x"}


def test_a_signed_note_on_the_group_is_only_added_to() -> None:
    group = circle(2)
    (meeting,) = group.meet()
    sheet = group.sheet(group.file(meeting), {}, {"about": "een rustige middag"})
    assert flows.sign_whole(meeting_id=meeting, sheet=sheet, **group.when()).clashes == ()
    again = group.sheet(group.file(meeting), {}, {"about": "iets anders"})
    assert flows.save_sheet(meeting_id=meeting, sheet=again, **group.when()).clashes == ("groep",)
    flows.amend_whole(actor=group.actor(), meeting_id=meeting, text="ook warm", reason="vergeten", now=cast.NOW)
    rows = list(GroupNote.objects.in_practice(group.house.practice.id).order_by("amends_id"))
    assert sorted(row.body.get("about", row.body.get("text")) for row in rows) == ["een rustige middag", "ook warm"]
    with pytest.raises(Exception, match="kept as it is"):
        GroupNote.objects.in_practice(group.house.practice.id).filter(amends=None).update(saved_by="x")


def test_dropping_a_group_session_drops_that_of_each_unless_something_was_written() -> None:
    group = circle(2)
    first, second = group.meet(times=2)
    flows.drop_meeting(meeting_id=first, **group.when())
    assert Session.objects.in_practice(group.house.practice.id).filter(dropped=False).count() == 2
    group.sign(second, {0: flows.Entry("no_show")})
    with pytest.raises(NotPossible):
        flows.drop_meeting(meeting_id=second, **group.when())
    assert Session.objects.in_practice(group.house.practice.id).filter(dropped=False).count() == 2


def test_only_the_therapists_of_the_group_write_and_each_only_about_clients_they_treat() -> None:
    group = circle(2)
    (meeting,) = group.meet()
    sheet = group.sheet(group.file(meeting), {0: seen(own_words="x")})
    group.house.members["mia"] = cast._member(group.house.practice, "Mia Post", is_therapist=True)
    for who, refusal in (("mia", NotFound), ("ab", NotAllowed)):
        with pytest.raises(refusal):
            flows.save_sheet(meeting_id=meeting, sheet=sheet, **group.when(who))
    elsewhere = cast.oever()
    for act in (flows.save_sheet, flows.sign_seats):
        with pytest.raises(NotFound):
            act(meeting_id=meeting, sheet=sheet, actor=elsewhere.actor("elsa"), day=group.day, now=cast.NOW)
    with pytest.raises(NotFound):
        hour.read_meeting(meeting_id=meeting, actor=elsewhere.actor("elsa"), day=group.day, now=cast.NOW)
    assert not Note.objects.in_practice(group.house.practice.id).exists()


def test_a_lead_clinician_sees_own_clients_only_and_no_text_of_the_group() -> None:
    group = circle(2)
    (meeting,) = group.meet()
    group.house.members["bas"] = cast._member(group.house.practice, "Bas Boom", is_lead_clinician=True)
    with pytest.raises(NotFound):
        group.file(meeting, "bas")
    cast.relate(group.house, group.scenes[0].client, "bas", "leads")
    group.sign(meeting, {n: seen(own_words="x") for n in range(2)}, whole={"about": "over de groep"})
    file = group.file(meeting, "bas")
    assert [each.client.id for each in file.seats] == [group.scenes[0].client.id]
    assert (file.whole, file.seats[0].entry) == ({}, flows.Entry())
    assert len(group.read("bas").people) == 1


def test_without_attendance_or_without_a_word_it_is_not_signed() -> None:
    group = circle(2)
    (meeting,) = group.meet()
    file = group.file(meeting)
    sheet = group.sheet(file, {0: flows.Entry("present"), 1: flows.Entry("", {"own_words": "x"})})
    done = flows.sign_seats(meeting_id=meeting, sheet=sheet, only=[each.id for each in file.seats], **group.when())
    assert len(done.left) == 2
    assert [held(scene) for scene in group.scenes] == [[], []]


def test_a_session_still_to_come_is_not_signed() -> None:
    group = circle(1)
    (meeting,) = group.meet(group.day + timedelta(days=7))
    done = group.sign(meeting, {0: seen(own_words="x")})
    assert done.left[0].message == "Deze sessie moet nog komen."


def test_the_note_of_the_group_must_say_something() -> None:
    group = circle(1)
    (meeting,) = group.meet()
    with pytest.raises(NotUnderstood):
        flows.sign_whole(meeting_id=meeting, sheet=group.sheet(group.file(meeting), {}), **group.when())
