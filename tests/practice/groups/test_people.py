"""Who takes part: joining and leaving as dated facts, room, consent of one's own, and the way in at block five."""

from dataclasses import replace
from datetime import timedelta

import pytest

from lijfspoor.practice.access.refusals import NotAllowed, NotFound, NotPossible, NotUnderstood
from lijfspoor.practice.groups import flows
from lijfspoor.practice.groups.flows import reading
from lijfspoor.practice.groups.models import RosterRow
from lijfspoor.practice.people import flows as people
from lijfspoor.practice.treatment import flows as treatment
from tests import cast
from tests.practice.groups.circle import circle, held, person, seen
from tests.practice.treatment.sessions import scenes

pytestmark = pytest.mark.django_db


def test_joining_gives_a_seat_in_what_is_planned_from_that_day_on() -> None:
    group = circle(1)
    group.meet(times=4)
    late = person(group.house, "Zeger")
    group.join(late, on=group.day + timedelta(days=8))
    assert [len(each.clients) for each in group.read().meetings] == [1, 1, 2, 2]


def test_leaving_takes_the_seats_to_come_and_leaves_what_was_written() -> None:
    group = circle(2)
    first, *_ = group.meet(times=3)
    group.sign(first, {0: seen(own_words="fijn"), 1: seen(own_words="fijn")})
    scene = group.scenes[0]
    flows.leave_group(
        group_id=group.group_id, treatment_id=scene.treatment_id, on=group.day, reason="verhuisd", **group.when()
    )
    assert [len(each.clients) for each in group.read().meetings] == [2, 1, 1]
    assert scene.note(group.file(first).seats[0].session_id).signed_at
    left = next(each for each in group.read().people if each.client.id == scene.client.id)
    assert (left.fact.kind, left.fact.reason) == ("left", "verhuisd")
    with pytest.raises(Exception, match="kept as it is"):
        RosterRow.objects.in_practice(group.house.practice.id).update(reason="anders")


def test_a_seat_that_fell_away_can_be_given_again() -> None:
    group = circle(2)
    (meeting,) = group.meet()
    first = group.file(meeting).seats[0]
    treatment.drop_session(session_id=first.session_id, **group.when())
    assert [each.client.id for each in group.file(meeting).no_seat] == [first.client.id]
    assert flows.fill_seats(meeting_id=meeting, **group.when()) == ()
    again = group.file(meeting)
    assert (again.no_seat, len(again.seats)) == ((), 2)
    assert again.seats[0].session_id != first.session_id
    group.sign(meeting, {0: seen(own_words="weer erbij")})
    assert len(held(group.scenes[0])) == 1


def test_who_left_can_come_back_and_gets_a_seat_again() -> None:
    group = circle(1)
    group.meet(times=2)
    scene = group.scenes[0]
    flows.leave_group(
        group_id=group.group_id, treatment_id=scene.treatment_id, on=group.day, reason="op reis", **group.when()
    )
    assert [len(each.clients) for each in group.read().meetings] == [0, 0]
    group.join(scene)
    assert [len(each.clients) for each in group.read().meetings] == [1, 1]
    assert [each.fact.kind for each in group.read().people] == ["joined"]


def test_who_runs_the_group_treats_who_joins_and_lets_go_when_they_leave() -> None:
    group = circle(0)
    scene = person(group.house, "Zeger")

    def treats() -> bool:
        return people.relation(actor=group.actor("tess"), client_id=scene.client.id, day=group.day).treats

    assert not treats()
    group.join(scene)
    assert treats()
    flows.leave_group(
        group_id=group.group_id, treatment_id=scene.treatment_id, on=group.day, reason="klaar", **group.when()
    )
    assert not treats()


def test_nobody_joins_without_a_yes_of_everyone_who_decides() -> None:
    group = circle(0, pin=scenes.ATTACHMENT)
    child = scenes.attachment(group.house)
    assert child.mother
    with pytest.raises(NotUnderstood) as refused:
        group.join(child, agreed=(str(child.mother.id),))
    assert "Mark Smit" in refused.value.fields["agreed"]
    assert child.father
    group.join(child, agreed=(str(child.mother.id), str(child.father.id)))
    assert len(group.read().people) == 1


def test_a_full_group_says_so_and_one_can_wait_and_join_later() -> None:
    group = circle(2, most=2)
    third = person(group.house, "Zeger")
    with pytest.raises(NotPossible) as refused:
        group.join(third)
    assert "vol" in refused.value.reasons[0]
    group.join(third, waits=True)
    assert (group.read().card.taken, group.read().card.waits) == (2, 1)
    leaving = group.scenes[0].treatment_id
    flows.leave_group(group_id=group.group_id, treatment_id=leaving, on=group.day, reason="klaar", **group.when())
    group.join(third)
    assert (group.read().card.taken, group.read().card.waits) == (2, 0)


def test_a_closed_group_that_runs_takes_nobody_in() -> None:
    group = circle(0, takes_in=False)
    with pytest.raises(NotPossible) as refused:
        group.join(person(group.house, "Zeger"))
    assert "gesloten" in refused.value.reasons[0]


def test_only_who_treats_the_client_lets_them_join() -> None:
    group = circle(0)
    scene = person(group.house, "Zeger")
    for who, refusal in (("ab", NotAllowed), ("lea", NotFound), ("tess", NotFound)):
        with pytest.raises(refusal):
            group.join(scene, who=who)
    assert group.read().people == ()


def test_a_group_needs_a_module_that_knows_groups_and_a_size_of_its_own() -> None:
    group = circle(2)
    card = group.read().card
    fewer, unknown = replace(card.details, most=1), replace(card.details, pin="geen@1.0")
    with pytest.raises(NotUnderstood):
        flows.change_group(group_id=card.id, details=fewer, version=card.version, **group.when())
    with pytest.raises(NotUnderstood):
        flows.open_group(details=unknown, **group.when())


@pytest.mark.requirement("S2-100")
def test_a_child_at_the_fifth_block_is_led_to_a_group_with_room() -> None:
    house = cast.duinrand()
    full = circle(2, house, most=2)
    roomy = circle(0, house, pin=scenes.ATTACHMENT)
    child = scenes.attachment(house)
    assert child.mother
    assert child.father
    course, found = reading.read_choosing(treatment_id=child.treatment_id, **child.when())
    assert [(each.card.id, bool(each.against)) for each in found] == [(roomy.group_id, False), (full.group_id, True)]
    assert any(phase.group_preferred_after for phase in course.module.approach.phases)
    roomy.join(child, agreed=(str(child.mother.id), str(child.father.id)))
    _, after = reading.read_choosing(treatment_id=child.treatment_id, **child.when())
    assert {each.card.id: each.here for each in after} == {roomy.group_id: True, full.group_id: False}
