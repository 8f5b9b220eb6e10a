"""Nothing of another participant is ever in a client's file, letters, logbook page or search."""

from datetime import date
from uuid import UUID

import pytest
from django.urls import reverse

from lijfspoor.practice.access.refusals import NotUnderstood
from lijfspoor.practice.groups import flows
from lijfspoor.practice.groups.naming import named
from lijfspoor.practice.groups.roster import RosterFact, RosterKind, taken, taking_part
from lijfspoor.practice.letters import flows as letters
from lijfspoor.practice.people import flows as people
from lijfspoor.practice.treatment import flows as treatment
from lijfspoor.practice.treatment.paper import Paper
from tests import cast
from tests.practice.desk import desk
from tests.practice.groups.circle import Circle, circle, held, seen

OTHERS = ("klavertje", "zonnehoed", "Coba", "Driekus", "boterbloem")


@pytest.mark.django_db
@pytest.mark.requirement("S1-030")
def test_a_file_holds_only_what_was_seen_of_its_own_client() -> None:
    group = circle(3)
    (meeting,) = group.meet()
    said = {
        0: seen(in_group="madelief", own_words="madelief"),
        1: seen(in_group="klavertje", channel_interaction="klavertje"),
        2: seen(own_words="zonnehoed"),
    }
    whole = {"about": "boterbloem", "own": "boterbloem", "pick-g-balls": "ja"}
    assert group.sign(meeting, said, whole=whole).left == ()
    flows.sign_whole(meeting_id=meeting, sheet=group.sheet(group.file(meeting), {}), **group.when())
    group.scenes[0].plan(date(2026, 12, 1))
    pages = [desk.browser(group.house, who).get(address) for who in ("marjan", "lea") for address in pages_of(group)]
    told = [page.content.decode() for page in pages if page.status_code == 200]
    assert any("madelief" in page for page in told)
    assert [marker for page in told for marker in OTHERS if marker in page] == []
    assert len(told) > len(pages) / 2
    found = people.find_clients(actor=group.actor(), words="klavertje", day=group.day)
    assert found == ()


def pages_of(group: Circle) -> list[str]:
    """Every page about the first participant that can hold something of a session, a letter written meanwhile."""
    first = group.scenes[0]
    session = held(first)[0].session
    doctor = cast.contact(group.house, first.client, "gp", "dr. Post")
    letter = letters.draft_letter(
        treatment_id=first.treatment_id, kind="interim", addressee=f"contact:{doctor.id}", **group.when()
    )
    return [
        reverse("desk:file", args=[first.client.id]),
        reverse("treatment:sessions", args=[first.treatment_id]),
        reverse("treatment:session", args=[session]),
        reverse("treatment:print_note", args=[session]),
        reverse("treatment:successes", args=[first.treatment_id]),
        reverse("treatment:evaluation", args=[first.treatment_id]),
        reverse("treatment:closing", args=[first.treatment_id]),
        reverse("letters:letter", args=[letter]),
        reverse("letters:preview", args=[letter]),
        reverse("logbook:client", args=[first.client.id]),
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("words", ["Coba lachte mee.", "Kreeg de bal van Driekus", "Botste met C. en lachte"])
def test_who_names_another_participant_cannot_sign_by_any_way(words: str) -> None:
    group = circle(3)
    (meeting,) = group.meet()
    done = group.sign(meeting, {0: seen(in_group=words), 1: seen(own_words="eigen")})
    assert [each.name for each in done.left] == ["Berend W."]
    assert "andere deelnemer" in done.left[0].reasons[0]
    seat = group.file(meeting).seats[0]
    draft = treatment.Draft(Paper(note={"check_in": words}), seat.sheet.version)
    with pytest.raises(NotUnderstood):
        treatment.sign_note(session_id=seat.session_id, draft=draft, **group.when())
    assert (len(held(group.scenes[0])), len(held(group.scenes[1]))) == (0, 1)
    with pytest.raises(NotUnderstood):
        treatment.amend_note(
            session_id=group.file(meeting).seats[1].session_id, text=f"Zei Berend. {words}", reason="x", **group.when()
        )


@pytest.mark.django_db
def test_the_note_of_the_group_names_nobody_and_the_text_is_kept_as_a_draft() -> None:
    group = circle(2)
    (meeting,) = group.meet()
    sheet = group.sheet(group.file(meeting), {}, {"about": "Berend was stil"})
    with pytest.raises(NotUnderstood):
        flows.sign_whole(meeting_id=meeting, sheet=sheet, **group.when())
    assert (group.file(meeting).signed, group.file(meeting).whole) == (None, {"about": "Berend was stil"})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Roos was er ook", True),
        ("een roos in de vaas", False),
        ("samen met Van den Berg", True),
        ("van den kant", False),
        ("Gooide naar R. toe", True),
        ("Bo zelf", False),
        ("Rooskleurig", False),
        ("anders dan Bergman", False),
    ],
)
def test_a_name_is_a_whole_word_with_a_capital(text: str, found: bool) -> None:
    assert named(text, "Bo de Vries", ["Roos van den Berg"]) is found


def test_a_shared_name_does_not_count() -> None:
    assert not named("Noor en haar moeder", "Noor Smit", ["Noor Post"])
    assert named("Noor Post", "Noor Smit", ["Noor Post"])


def test_the_last_fact_up_to_a_day_says_who_takes_part() -> None:
    one, two = UUID(int=1), UUID(int=2)

    def said(who: UUID, kind: RosterKind, day: int, order: int) -> RosterFact:
        return RosterFact(treatment_id=who, client_id=who, kind=kind, on=date(2026, 1, day), order=order)

    facts = [said(one, "joined", 3, 1), said(two, "joined", 10, 2), said(one, "left", 7, 3), said(two, "waits", 2, 4)]
    here = {day: {each.treatment_id for each in taking_part(facts, date(2026, 1, day))} for day in (2, 3, 6, 7, 10)}
    assert here == {2: set(), 3: {one}, 6: {one}, 7: set(), 10: {two}}
    assert [taken(facts, date(2026, 1, day)) for day in (3, 8, 12)] == [2, 1, 1]
