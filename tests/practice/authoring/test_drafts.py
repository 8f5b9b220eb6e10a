"""A module is copied, written in by more than one, looked at, and published as a version that never changes."""

import re
from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from django.urls import reverse

from lijfspoor.practice.access.refusals import ChangedMeanwhile, NotAllowed, NotFound, NotPossible, NotUnderstood
from lijfspoor.practice.authoring import flows
from lijfspoor.practice.authoring.models import ModuleDraft
from lijfspoor.practice.authoring.reading import Draft, mark_of
from lijfspoor.practice.library import flows as library
from lijfspoor.practice.library.models import OwnModule
from lijfspoor.practice.logbook.models import LogEntry
from tests import cast
from tests.cast import NOW, House
from tests.practice.library.browsing import browser, page, words_of
from tests.practice.library.own_texts import PIN, SOURCE

pytestmark = pytest.mark.django_db
ADDON = "pmt-addon@1.0"
MAIN = "goals/offered"


@pytest.fixture
def house() -> House:
    return cast.duinrand()


def begin(house: House, pin: str = ADDON, title: str = "Rust aan zee", who: str = "tess", **more: bool) -> UUID:
    continues = more.get("continues", False)
    return flows.begin_draft(actor=house.actor(who), pin=pin, title=title, continues=continues, now=NOW)


def draft(house: House, draft_id: UUID, who: str = "tess") -> Draft:
    return flows.read_draft(actor=house.actor(who), draft_id=draft_id, now=NOW)


def save(house: House, draft_id: UUID, place: str, who: str = "tess", mark: str = "", **own: object) -> flows.Saved:
    spot = draft(house, draft_id).spot(place)
    said = {name: value for name, value in spot.value.items() if not isinstance(value, list) or name == "summary"}
    return flows.save_part(
        actor=house.actor(who), draft_id=draft_id, place=place, own={**said, **own}, mark=mark or mark_of(spot), now=NOW
    )


def publish(house: House, draft_id: UUID, changed: str = "Eerste versie") -> str:
    row = ModuleDraft.objects.in_practice(house.practice.id).get(id=draft_id)
    return flows.publish_draft(
        actor=house.actor("tess"), draft_id=draft_id, changed=changed, version=row.version, now=NOW
    )


@pytest.mark.requirement("S2-145")
def test_a_copy_of_a_shipped_module_has_a_name_of_its_own_and_says_what_it_was_made_of(house: House) -> None:
    made = draft(house, begin(house, "pmkt-attachment@1.0", "Veilig bij oma"))
    assert made.named == ("veilig-bij-oma", "1.0")
    assert made.faults == ()
    assert made.module is not None
    assert made.module.provenance.derived_from == "pmkt-attachment@1.0"
    assert made.module.goals == library.module(practice_id=house.practice.id, pin="pmkt-attachment@1.0").goals
    pin = publish(house, made.row.id)
    shown = page(house, reverse("library:module", args=[pin]))
    assert "Verschil met pmkt-attachment@1.0" in shown


def test_only_an_own_module_is_continued_and_its_next_version_is_free(house: House) -> None:
    with pytest.raises(NotPossible):
        begin(house, continues=True)
    library.publish_own_module(actor=house.actor("tess"), document=SOURCE.encode(), now=NOW)
    first = begin(house, PIN, continues=True)
    assert draft(house, first).named == ("duinpad", "1.1")
    publish(house, first, "Niets bijzonders")
    assert draft(house, begin(house, PIN, continues=True)).named == ("duinpad", "1.2")
    with pytest.raises(NotUnderstood):
        begin(house, PIN, " ")


def test_two_write_in_one_draft_and_nothing_is_lost(house: House) -> None:
    made = begin(house)
    before = draft(house, made).spot("problem")
    main = mark_of(draft(house, made).spot("goals"))
    goals = draft(house, made).spot("goals").value
    text = {"nl": "Rust vinden bij zee", "en": "Finding rest at sea"}
    own = {"main": {"text": text, "sources": ["own"]}}
    flows.save_part(actor=house.actor("marjan"), draft_id=made, place="goals", own=own, mark=main, now=NOW)
    # Another part was changed meanwhile: both stay.
    flows.save_part(
        actor=house.actor("tess"), draft_id=made, place="problem", mark=mark_of(before), now=NOW,
        own={"statements": [{"text": {"nl": "Onrust", "en": "Unrest"}, "sources": ["own"]}]},
    )  # fmt: skip
    now = draft(house, made)
    assert now.spot("goals").value["main"]["text"] == text
    assert now.spot("problem").value["statements"][0]["text"]["nl"] == "Onrust"
    assert now.spot("goals").value["offered"] == goals["offered"]
    # The same part was changed meanwhile: what is kept stays until someone looked at both.
    with pytest.raises(ChangedMeanwhile):
        flows.save_part(actor=house.actor("tess"), draft_id=made, place="goals", own={}, mark=main, now=NOW)
    assert draft(house, made).spot("goals").value["main"]["text"] == text


def test_both_texts_are_shown_when_one_part_was_written_by_two(house: House) -> None:
    made = begin(house)
    visitor, address = browser(house, "tess"), reverse("authoring:part", args=[made, "goals"])
    mark = mark_of(draft(house, made).spot("goals"))
    mine = {"version": mark, "main.nl": "Mijn doel", "main.en": "My goal", "main.sources": "own"}
    theirs = mine | {"main.nl": "Doel van Marjan"}
    assert browser(house, "marjan").post(address, theirs).status_code == 302
    answer = visitor.post(address, mine)
    shown = words_of(answer)
    assert (answer.status_code, "Mijn doel" in shown, "Doel van Marjan" in shown) == (409, True, True)
    autosaved = visitor.post(reverse("authoring:autosave", args=[made, "goals"]), mine)
    assert (autosaved.status_code, autosaved.json()["merge"]) == (409, reverse("authoring:merge", args=[made, "goals"]))
    chosen = mine | {"version": mark_of(draft(house, made).spot("goals")), "main.nl": "Ons doel"}
    assert visitor.post(address, chosen).status_code == 302
    assert draft(house, made).spot("goals").value["main"]["text"]["nl"] == "Ons doel"


def test_what_is_typed_is_kept_by_itself_and_the_mark_goes_along(house: House) -> None:
    made = begin(house)
    visitor, address = browser(house, "tess"), reverse("authoring:autosave", args=[made, "module"])
    shown = draft(house, made).spot("")
    given = {
        "version": mark_of(shown), "title.nl": "Rust", "title.en": "Rest", "short_title.nl": "Rust",
        "short_title.en": "Rest", "discipline": "pmt", "version_": "", "summary.0.nl": "Kort", "summary.0.en": "Short",
        "summary.0.sources": "own",
    }  # fmt: skip
    first = visitor.post(address, given).json()
    assert first["version"] == mark_of(draft(house, made).spot(""))
    again = visitor.post(address, given | {"version": first["version"], "title.nl": "Rust en ruimte"})
    assert again.status_code == 200
    assert draft(house, made).spot("").value["title"] == {"nl": "Rust en ruimte", "en": "Rest"}
    assert ModuleDraft.objects.in_practice(house.practice.id).get(id=made).title == "Rust en ruimte"


def test_parts_are_added_moved_and_taken_out_in_the_browser_once_each(house: House) -> None:
    made, key = begin(house), str(uuid4())
    visitor = browser(house, "tess")
    add = reverse("authoring:add", args=[made, "offered", "goals"])
    count = len(draft(house, made).spot("goals").value["offered"])
    for _ in range(2):
        answer = visitor.post(add, {"name": "Ik voel mijn voeten", "idempotency_key": key})
        assert answer["Location"] == reverse("authoring:part", args=[made, "goals/offered/ik-voel-mijn-voeten"])
    ids = [goal["id"] for goal in draft(house, made).spot("goals").value["offered"]]
    assert (len(ids), ids[-1]) == (count + 1, "ik-voel-mijn-voeten")
    shown = page(house, reverse("authoring:part", args=[made, "goals/offered/ik-voel-mijn-voeten"]))
    assert "Schrijf de Engelse tekst: die is leeg." in shown
    assert "1 te verbeteren" in page(house, reverse("authoring:draft", args=[made]))
    visitor.post(reverse("authoring:move", args=[made, "offered", "goals"]), {"key": ids[-1], "to": "up"})
    assert [goal["id"] for goal in draft(house, made).spot("goals").value["offered"]][-2] == ids[-1]
    visitor.post(reverse("authoring:remove", args=[made, "offered", "goals"]), {"key": ids[-1]})
    assert draft(house, made).faults == ()


@pytest.mark.parametrize("pin", ["pmt-addon@1.0", "pmkt-attachment@1.0"])
def test_every_chapter_opens_and_what_is_not_there_yet_can_be_added(house: House, pin: str) -> None:
    made = begin(house, pin)
    visitor, overview = browser(house, "tess"), page(house, reverse("authoring:draft", args=[made]))
    chapters = re.findall(rf'href="(/bibliotheek/concepten/{made}/deel/[^"]*)"', overview)
    assert len(chapters) > 8
    assert {address: visitor.get(address).status_code for address in chapters} == dict.fromkeys(chapters, 200)
    whole = words_of(visitor.get(reverse("authoring:part", args=[made, "module"])))
    assert "Variaties" in whole
    answer = visitor.post(reverse("authoring:add", args=[made, "variations", "module"]), {"name": "Hoe lang"})
    assert visitor.get(answer["Location"]).status_code == 200
    assert draft(house, made).spot("variations/hoe-lang").value["title"] == {"nl": "Hoe lang", "en": ""}


def test_the_text_can_be_broken_and_mended_again_and_is_never_lost(house: House) -> None:
    made = begin(house)
    visitor, address = browser(house, "tess"), reverse("authoring:text", args=[made])
    text = draft(house, made).row.text
    assert visitor.post(address, {"text": text.replace("\n", "\r\n") + "kapot: [", "version": "1"}).status_code == 302
    shown = page(house, address)
    assert "Schrijf dit zo dat het als YAML te lezen is" in shown
    assert "kapot: [" in shown
    assert "Herstel eerst de YAML" in page(house, reverse("authoring:draft", args=[made]))
    assert visitor.get(reverse("authoring:part", args=[made, "goals"])).status_code == 404
    stale = visitor.post(address, {"text": "iets anders", "version": "1"})
    assert (stale.status_code, "kapot: [" in words_of(stale), "iets anders" in words_of(stale)) == (409, True, True)
    assert visitor.post(address, {"text": text, "version": "2"}).status_code == 302
    assert draft(house, made).faults == ()


def test_a_draft_is_shown_as_the_library_would_and_published_once_for_good(house: House) -> None:
    made = begin(house)
    assert "nog niet gepubliceerd" in page(house, reverse("authoring:preview", args=[made]))
    assert "Rust aan zee" in page(house, reverse("authoring:preview", args=[made]))
    assert "Hoe zeker is het dat het helpt?" in page(house, reverse("authoring:preview_leaflet", args=[made]))
    visitor, address, key = browser(house, "tess"), reverse("authoring:publish", args=[made]), str(uuid4())
    assert visitor.post(address, {"version": "1", "changed": "", "idempotency_key": key}).status_code == 422
    given = {"version": "1", "changed": "Alleen de naam", "idempotency_key": key}
    for _ in range(2):
        assert visitor.post(address, given)["Location"] == reverse("library:module", args=["rust-aan-zee@1.0"])
    (row,) = OwnModule.objects.in_practice(house.practice.id)
    assert (row.pin, row.changed, row.published_by) == ("rust-aan-zee@1.0", "Alleen de naam", "Tess Vos")
    assert "Alleen de naam" in page(house, reverse("library:module", args=[row.pin]))
    assert visitor.get(reverse("authoring:draft", args=[made])).status_code == 404
    kinds = list(LogEntry.objects.in_practice(house.practice.id).values_list("kind", flat=True))
    assert [kinds.count(f"authoring.draft_{what}") for what in ("made", "published")] == [1, 1]


def test_what_was_saved_since_is_not_published_unseen(house: House) -> None:
    made = begin(house)
    flows.add_part(actor=house.actor("marjan"), draft_id=made, place="goals", name="offered", words="Nieuw", now=NOW)
    with pytest.raises(ChangedMeanwhile):
        flows.publish_draft(actor=house.actor("tess"), draft_id=made, changed="x", version=1, now=NOW)
    with pytest.raises(NotUnderstood):
        publish(house, made)
    assert ModuleDraft.objects.in_practice(house.practice.id).count() == 1


ACTS: tuple[Callable[[House, UUID, str], object], ...] = (
    lambda house, made, who: flows.read_draft(actor=house.actor(who), draft_id=made, now=NOW),
    lambda house, made, who: flows.discard_draft(actor=house.actor(who), draft_id=made, now=NOW),
    lambda house, made, who: flows.save_text(actor=house.actor(who), draft_id=made, text="x", version=1, now=NOW),
    lambda house, made, who: flows.publish_draft(
        actor=house.actor(who), draft_id=made, changed="x", version=1, now=NOW
    ),
    lambda house, made, who: flows.add_part(
        actor=house.actor(who), draft_id=made, place="goals", name="offered", words="x", now=NOW
    ),
)


@pytest.mark.parametrize("act", ACTS, ids=["read", "discard", "text", "publish", "add"])
def test_a_draft_is_for_therapists_and_owners_of_its_own_practice(
    house: House, act: Callable[[House, UUID, str], object]
) -> None:
    made = begin(house)
    for who in ("lea", "ab"):
        with pytest.raises(NotAllowed):
            act(house, made, who)
    with pytest.raises(NotFound):
        act(cast.oever(), made, "elsa")
    assert ModuleDraft.objects.in_practice(house.practice.id).count() == 1


def test_the_list_of_drafts_costs_the_same_however_many_there_are(
    house: House, django_assert_max_num_queries: Callable[..., object]
) -> None:
    visitor, address = browser(house, "tess"), reverse("authoring:home")
    assert "Nog geen concepten" in page(house, address)
    for number in range(6):
        begin(house, title=f"Concept {number}", who="marjan" if number % 2 else "tess")
    visitor.get(address)
    with django_assert_max_num_queries(9):  # type: ignore[attr-defined]  # a context manager of pytest-django
        assert "Van collega" in words_of(visitor.get(address))
