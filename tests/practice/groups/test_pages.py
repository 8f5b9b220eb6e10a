"""The pages of groups: what they show, what a form brings, and what they cost."""

import json

import pytest
from django.urls import reverse

from lijfspoor.practice.groups.cards import Entry
from lijfspoor.practice.groups.pages_meeting import marks, seat_lines
from lijfspoor.practice.groups.paper import version
from tests import cast
from tests.practice.desk import desk
from tests.practice.groups.circle import Circle, circle, held, missed, seen

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    for room in ("views", "views_meeting"):
        monkeypatch.setattr(f"lijfspoor.practice.groups.{room}.now", lambda: cast.NOW)


def filled(group: Circle, meeting: object, said: dict[int, Entry], **more: str) -> dict[str, str]:
    """What the browser sends from the page of a group session with this filled in."""
    file = group.file(meeting)  # type: ignore[arg-type]
    form = {"version": version(marks(file)), "groep.here": "1", **more}
    for number, seat in enumerate(file.seats):
        entry = said.get(number, seat.entry)
        form |= {f"{seat.id}.here": "1", f"{seat.id}.attendance": entry.attendance}
        form |= {f"{seat.id}.{name}": words for name, words in entry.note.items()}
    return form


def test_the_list_is_empty_then_shows_the_group_with_its_room() -> None:
    house = cast.duinrand()
    assert "Nog geen groepen" in desk.browser(house, "marjan").get(reverse("groups:list")).content.decode()
    circle(2, house, most=3)
    page = desk.browser(house, "marjan").get(reverse("groups:list")).content.decode()
    assert "nog 1 plaats" in page
    assert "2 van 3 plaatsen bezet" in page


def test_a_group_is_made_by_form_and_wrong_words_come_back_beside_the_field() -> None:
    house = cast.duinrand()
    browser, page = desk.browser(house, "marjan"), reverse("groups:new")
    given = {
        "name": "Dinsdaggroep",
        "pin": "pmt-addon@1.0",
        "therapist": str(house.members["marjan"].id),
        "weekday": "1",
        "at": "10:30",
        "minutes": "90",
        "most": "8",
        "takes_in": "open",
        "begins_on": "2026-11-24",
    }
    wrong = browser.post(page, {**given, "co_therapist": given["therapist"]})
    assert wrong.status_code == 422
    assert "Kies een andere therapeut" in wrong.content.decode()
    made = browser.post(page, given)
    shown = browser.get(made["Location"]).content.decode()
    assert "dinsdag 10.30 uur" in shown
    assert "De bronnen noemen geen grootte" in shown


def test_attendance_and_notes_are_kept_without_script_and_signed_for_all_at_once() -> None:
    group = circle(3)
    (meeting,) = group.meet()
    browser, page = desk.browser(group.house, "marjan"), reverse("groups:meeting", args=[meeting])
    said = {0: seen(own_words="rustig"), 1: Entry("no_show"), 2: seen(channel_expression="zacht")}
    kept = browser.post(page, {**filled(group, meeting, said), "do": "keep"})
    assert kept.status_code == 302
    assert "rustig" in browser.get(page).content.decode()
    assert browser.post(page, {**filled(group, meeting, {}), "sign": "all"}).status_code == 302
    assert [(len(held(one)), len(missed(one))) for one in group.scenes] == [(1, 0), (0, 1), (1, 0)]


def test_the_page_says_at_whom_it_could_not_be_signed_and_why() -> None:
    group = circle(2)
    (meeting,) = group.meet()
    group.scenes[0].held(8)
    said = {0: seen(own_words="rustig"), 1: seen(own_words="rustig")}
    browser, page = desk.browser(group.house, "marjan"), reverse("groups:meeting", args=[meeting])
    answer = browser.post(page, {**filled(group, meeting, said), "sign": "all"})
    assert answer.status_code == 409
    shown = answer.content.decode()
    assert "De afspraak is 8 sessies" in shown
    assert [len(held(one)) for one in group.scenes] == [8, 1]


def test_eight_people_with_everything_filled_in_lose_nothing() -> None:
    group = circle(8)
    (meeting,) = group.meet()
    asked = [line.name for line in seat_lines(group.file(meeting).group.module, touch=False)]
    said = {number: Entry("late", {name: f"{name} van {number}\nregel twee" for name in asked}) for number in range(8)}
    draft = reverse("groups:draft", args=[meeting])
    kept = desk.browser(group.house, "marjan").post(draft, filled(group, meeting, said))
    assert kept.status_code == 200
    assert dict(enumerate(seat.entry for seat in group.file(meeting).seats)) == said


def test_a_name_of_another_is_pointed_out_before_anyone_signs() -> None:
    group = circle(2)
    (meeting,) = group.meet()
    browser, page = desk.browser(group.house, "marjan"), reverse("groups:meeting", args=[meeting])
    browser.post(page, {**filled(group, meeting, {0: seen(own_words="Coba hielp mij")}), "do": "keep"})
    assert browser.get(page).content.decode().count("een naam of letter van een andere deelnemer") == 1


def test_autosave_keeps_answers_with_new_marks_and_a_clash_leads_to_both_texts() -> None:
    group = circle(2)
    (meeting,) = group.meet()
    draft, page = (reverse(f"groups:{name}", args=[meeting]) for name in ("draft", "meeting"))
    mine, theirs = desk.browser(group.house, "marjan"), desk.browser(group.house, "tess")
    old = filled(group, meeting, {0: seen(own_words="van Tess"), 1: seen(own_words="ook van Tess")})
    first = mine.post(draft, filled(group, meeting, {0: seen(own_words="van Marjan")}))
    assert json.loads(first.content)["version"] == version(marks(group.file(meeting)))
    clash = theirs.post(draft, old)
    assert clash.status_code == 409
    merge = theirs.post(json.loads(clash.content)["merge"], old).content.decode()
    assert "van Marjan" in merge
    assert "van Tess" in merge
    assert "ook van Tess" not in merge
    assert [one.entry.note["own_words"] for one in group.file(meeting).seats] == ["van Marjan", "ook van Tess"]
    chosen = filled(group, meeting, {0: seen(own_words="van beiden")})
    assert theirs.post(page, chosen).status_code == 302
    assert group.file(meeting).seats[0].entry.note["own_words"] == "van beiden"


def test_what_was_signed_meanwhile_comes_back_as_an_addition() -> None:
    group = circle(1)
    (meeting,) = group.meet()
    old = filled(group, meeting, {0: seen(own_words="van Tess")})
    group.sign(meeting, {0: seen(own_words="getekend")})
    answer = desk.browser(group.house, "tess").post(reverse("groups:meeting", args=[meeting]), old)
    assert answer.status_code == 409
    assert "Intussen ondertekend" in answer.content.decode()
    assert "van Tess" in answer.content.decode()


def test_the_office_sees_names_and_appointments_and_no_word_of_what_was_seen() -> None:
    group = circle(2)
    (meeting,) = group.meet()
    group.sign(meeting, {0: seen(own_words="geheimwoord")}, whole={"about": "geheimgroep"})
    for name, args in (("group", group.group_id), ("meeting", meeting)):
        page = desk.browser(group.house, "ab").get(reverse(f"groups:{name}", args=[args])).content.decode()
        assert "Berend" in page
        assert "geheim" not in page


def test_joining_and_leaving_by_form() -> None:
    group = circle(1)
    scene = group.scenes[0]
    desk.keep(scene)
    browser = desk.browser(group.house, "marjan")
    leave = reverse("groups:leave", args=[group.group_id, scene.treatment_id])
    assert browser.post(leave, {"on": "2026-11-23", "reason": "verhuisd"}).status_code == 302
    assert group.read().card.taken == 0
    assert "Berend Wadloper" in browser.get(reverse("groups:candidates", args=[group.group_id])).content.decode()
    join = reverse("groups:join", args=[group.group_id, scene.treatment_id])
    without = browser.post(join, {"on": "2026-11-23"})
    assert without.status_code == 422
    assert "Vraag eerst of dit goed is" in without.content.decode()
    assert browser.post(join, {"on": "2026-11-23", "agreed": ["client"]}).status_code == 302
    assert group.read().card.taken == 1


@pytest.mark.parametrize("who", ["marjan", "ab"])
def test_pages_cost_the_same_for_three_and_for_twelve(who: str) -> None:
    costs = []
    for people in (3, 12):
        house = cast.duinrand()
        group = circle(people, house)
        first, *_ = group.meet(times=2)
        group.sign(first, {0: seen(own_words="x"), 1: Entry("no_show")})
        addresses = [
            reverse("groups:list"),
            reverse("groups:group", args=[group.group_id]),
            reverse("groups:meeting", args=[first]),
        ]
        costs.append([len(desk.queries(desk.browser(house, who), each)) for each in addresses])
        for member in house.members.values():
            member.user.email = f"was-{people}-{member.user.email}"
            member.user.save(update_fields=["email"])
    assert costs[0] == costs[1]
    assert max(costs[0]) <= 24, costs
