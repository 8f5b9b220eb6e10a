"""A module of a practice's own: looked through, published once for good, and run without code."""

import time
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction

from lijfspoor.catalogue.documents import LARGEST
from lijfspoor.catalogue.reader import examine
from lijfspoor.domain.kernel import Answer
from lijfspoor.domain.pathways.model import Stage
from lijfspoor.domain.pathways.steps import Step, StepKind
from lijfspoor.practice.access.refusals import NotAllowed, NotPossible, NotUnderstood
from lijfspoor.practice.intake import criteria, goals, papers, reading
from lijfspoor.practice.intake.flows import start_treatment
from lijfspoor.practice.library import flows, policies, store
from lijfspoor.practice.library.mistakes import in_dutch
from lijfspoor.practice.library.models import OwnModule
from lijfspoor.practice.logbook.models import LogEntry
from tests import cast
from tests.cast import NOW, TODAY, House
from tests.practice.intake import scenes
from tests.practice.library.browsing import OWN_PAGE, browser, words_of
from tests.practice.library.browsing import Answer as Page
from tests.practice.library.own_texts import PIN, SOURCE, TITLE, version, with_mistakes
from tests.unit.catalogue.samples import edited
from tests.unit.catalogue.test_documents import REFUSED, _bomb
from tests.unit.catalogue.test_mistakes_in_modules import KNOWN, PROMISES, REFERENCES, SHAPE, SOURCES_AND_NAMES, Case

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return cast.duinrand()


def send(house: House, text: str = SOURCE, who: str = "tess", key: str = "", **more: object) -> Page:
    return browser(house, who).post(
        OWN_PAGE, {"text": text, "idempotency_key": key or str(uuid4()), **more}, follow=True
    )


def published(house: House) -> list[OwnModule]:
    return list(OwnModule.objects.in_practice(house.practice.id).order_by("pin"))


def publish(house: House, text: str = SOURCE, who: str = "tess") -> str:
    return flows.publish_own_module(actor=house.actor(who), document=text.encode(), now=NOW)


def test_every_mistake_comes_with_its_line_in_dutch_and_the_text_stays(house: House) -> None:
    text = with_mistakes()
    answer = send(house, text)
    assert answer.status_code == 422
    shown = words_of(answer)
    for wrong, expected in (
        ("kind: endless", "Schrijf hier een van deze woorden"),
        ("[S2-999]", "S2-999 bestaat niet"),
    ):
        line = text[: text.index(wrong)].count("\n") + 1
        place = shown.index(f"<b>Regel {line}</b>")
        fault = shown[place : shown.index("</li>", place)]
        assert wrong in fault
        assert expected in fault
    assert text in shown
    assert "Publiceer" not in shown
    assert published(house) == []


def test_a_file_that_is_right_is_shown_before_anything_is_kept(house: House) -> None:
    file = SimpleUploadedFile("duinpad.yaml", SOURCE.replace("\n", "\r\n").encode())
    shown = words_of(send(house, "", file=file))
    assert "De tekst klopt" in shown
    assert TITLE in shown
    assert "Publiceer de module" in shown
    assert published(house) == []


def test_the_text_can_still_be_changed_before_publishing(house: House) -> None:
    shown = words_of(send(house, SOURCE, mend="yes"))
    assert "<textarea" in shown
    assert SOURCE in shown


def test_publishing_keeps_the_module_and_opens_it(house: House) -> None:
    key = str(uuid4())
    for _ in range(2):
        answer = send(house, SOURCE.replace("\n", "\r\n"), key=key, publish="yes")
        assert answer.redirect_chain == [(f"/bibliotheek/module/{PIN}/", 302)]
    (row,) = published(house)
    assert (row.pin, row.title, row.published_by, row.source) == (PIN, TITLE, "Tess Vos", SOURCE)
    log = LogEntry.objects.in_practice(house.practice.id).filter(kind="library.own_published")
    assert [(entry.subject, entry.client_id) for entry in log] == [(PIN, None)]


@pytest.mark.parametrize("change", ["UPDATE library_ownmodule SET source = 'anders'", "DELETE FROM library_ownmodule"])
def test_a_published_module_cannot_be_changed_or_removed(house: House, change: str) -> None:
    publish(house)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change)
    assert [row.source for row in published(house)] == [SOURCE]


def test_the_same_text_again_is_no_news_and_another_text_needs_another_version(house: House) -> None:
    assert publish(house) == publish(house, who="marjan") == PIN
    with pytest.raises(NotUnderstood):
        publish(house, version("1.0", "Ander doel"))
    shown = words_of(send(house, version("1.0", "Ander doel"), publish="yes"))
    assert f"Geef deze tekst een nieuwe versie: {PIN} is al gepubliceerd." in shown
    assert publish(house, version("1.1", "Ander doel")) == "duinpad@1.1"
    assert [row.pin for row in published(house)] == [PIN, "duinpad@1.1"]


def test_a_twin_that_came_first_wins(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(house)
    monkeypatch.setattr(store, "own_modules", lambda _: ())
    with pytest.raises(NotPossible, match="intussen"):
        publish(house, version("1.0", "Ander doel"))


def test_another_practice_may_use_the_same_name(house: House) -> None:
    publish(house)
    elsewhere = cast.oever()
    assert publish(elsewhere, version("1.0", "Ander doel"), who="elsa") == PIN
    goal = flows.module(practice_id=elsewhere.practice.id, pin=PIN).goals.main.text.nl
    assert (goal, flows.module(practice_id=house.practice.id, pin=PIN).goals.main.text.nl) == (
        "Ander doel",
        "Hoofddoel",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (edited("id: sample\n", "id: pmt-addon\n"), "pmt-addon@1.0 is een module die bij het programma hoort"),
        (edited("id: sample\n", f"id: {'a' * 117}\n"), "Kies een kortere id"),
    ],
)
def test_a_name_that_cannot_be_taken_is_a_mistake_on_its_line(house: House, text: str, expected: str) -> None:
    shown = words_of(send(house, text))
    place = shown.index("<b>Regel 2</b>")
    assert expected in shown[place : shown.index("</li>", place)]


@pytest.mark.parametrize("who", ["lea", "ab"])
def test_only_owners_and_therapists_add_modules(house: House, who: str) -> None:
    actor = house.actor(who)
    assert not policies.can_publish(actor)
    with pytest.raises(NotAllowed):
        policies.check_can_publish(actor)
    with pytest.raises(NotAllowed):
        publish(house, who=who)
    assert browser(house, who).get(OWN_PAGE).status_code == 403
    assert send(house, SOURCE, who, publish="yes").status_code == 403
    assert "Voeg een eigen module toe" not in words_of(browser(house, who).get("/bibliotheek/"))
    assert policies.can_read(actor)


@pytest.mark.parametrize(
    "source",
    [
        _bomb(),
        b"[" * 900_000,
        b"{a: " * 200_000,
        b"a: 1\n" * 3_000,
        b"a: !!python/object/new:os.system [ls]",
        b"<script>alert(1)</script>: [",
        b"a: caf\xe9\n\xff",
        b"\x00",
    ],
    ids=["aliases", "lists", "blocks", "one key", "code", "script", "bytes", "nothing"],
)
def test_a_hostile_file_is_refused_at_once_with_the_mistake_shown(house: House, source: bytes) -> None:
    visitor, file = browser(house), SimpleUploadedFile("kwaad.yaml", source)
    visitor.get(OWN_PAGE)
    examine.cache_clear()
    began = time.process_time()
    answer = visitor.post(OWN_PAGE, {"file": file})
    assert time.process_time() - began < 1
    assert answer.status_code == 422
    assert "<b>Regel " in answer.content.decode()
    assert "<script>alert" not in answer.content.decode()
    assert published(house) == []


def test_too_large_and_nothing_at_all_are_told_beside_the_field(house: House) -> None:
    large = send(house, "", file=SimpleUploadedFile("groot.yaml", b"x" * (LARGEST + 1)))
    assert (large.status_code, "groter dan 1 MB" in words_of(large)) == (422, True)
    nothing = send(house, " ")
    assert (nothing.status_code, "Kies een bestand of plak de tekst" in words_of(nothing)) == (422, True)


@pytest.mark.parametrize("case", [*SHAPE, *SOURCES_AND_NAMES, *REFERENCES, *PROMISES], ids=lambda case: case.name)
def test_every_mistake_in_a_module_is_told_in_dutch(case: Case) -> None:
    for mistake in examine(edited(case.old, case.new).encode(), KNOWN).mistakes:
        assert in_dutch(mistake.expected) != mistake.expected, mistake.expected


@pytest.mark.parametrize("source", [case[1] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_every_mistake_in_the_writing_is_told_in_dutch(source: bytes) -> None:
    for mistake in examine(source, KNOWN).mistakes:
        assert in_dutch(mistake.expected) != mistake.expected, mistake.expected


def test_an_own_module_runs_from_referral_to_the_first_step_without_code(house: House) -> None:
    send(house, SOURCE, publish="yes")
    client, eva, mark, _ = cast.child(house)
    assert any(way.pin == PIN for way in reading.ways_in(actor=house.actor("marjan")))
    scene = scenes.Scene(house, client, scenes.refer(house, client, PIN, "private"), (eva, mark))
    scenes.consents(scene)
    criteria.state_developmental_age(months=52, **scene.when())
    scene.answer("against", acute_danger=Answer.NO)
    scene.answer("keeps", safe_home=Answer.YES)
    scene.sign("examination:looking", {"found": "Zoekt de nabijheid van oma"})
    goals.agree_goals(chosen=("trust",), own=None, **scene.when())
    draft = papers.read_paper(kind="plan", **scene.when()).draft
    assert draft is not None
    scene.sign("plan", {**draft.values, "frequency": "Elke week"})
    course = start_treatment(starts_on=TODAY, **scene.when())
    assert (course.module.pin, course.standing.phase) == (PIN, "basis")
    assert course.standing.stage is Stage.UNDER_WAY
    assert course.steps[Step(StepKind.HOLD_SESSION, "")].allowed
