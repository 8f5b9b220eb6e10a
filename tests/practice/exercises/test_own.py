"""Exercises of a practice's own: written in a form or as text, adapted, published once for good, hidden and shown."""

from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.forms import MultipleChoiceField
from django.test import Client as Browser
from django.test.utils import CaptureQueriesContext

from lijfspoor.catalogue.exercises import examine_exercise, shipped_exercises
from lijfspoor.domain.exercises.searching import Wish
from lijfspoor.practice.access.refusals import NotAllowed, NotFound, NotPossible, NotUnderstood
from lijfspoor.practice.exercises import flows, policies, store
from lijfspoor.practice.exercises.document import document_of, initial_of
from lijfspoor.practice.exercises.faults import in_dutch
from lijfspoor.practice.exercises.forms_own import OwnExerciseForm
from lijfspoor.practice.exercises.models import OwnExercise
from lijfspoor.practice.logbook.models import LogEntry
from tests import cast
from tests.cast import NOW, House
from tests.practice.library.browsing import browser, words_of

pytestmark = pytest.mark.django_db
FORM, TEXT = "/bibliotheek/eigen-werkvorm/", "/bibliotheek/eigen-werkvorm/tekst/"
MIRROR = "pa-slow-mirror"


@pytest.fixture
def house() -> House:
    return cast.duinrand()


@pytest.fixture
def tess(house: House) -> Browser:
    return browser(house, "tess")


def adapted(house: House, exercise: str = MIRROR, **changes: Any) -> str:
    made = flows.adapt(actor=house.actor("tess"), exercise_id=exercise, now=NOW)
    given = {**_open_fields(), **initial_of(made), **changes}
    return document_of(given)


def _open_fields() -> dict[str, Any]:
    fields = OwnExerciseForm().fields.items()
    return {name: [] if isinstance(field, MultipleChoiceField) else "" for name, field in fields}


def publish(house: House, text: str, who: str = "tess") -> str:
    return flows.publish_own_exercise(actor=house.actor(who), document=text.encode(), now=NOW)


def found(house: House, **wish: Any) -> set[str]:
    read = flows.read_exercises(actor=house.actor("tess"), wish=Wish(**wish), now=NOW)
    return {each.id for each in read.found}


def test_what_the_form_makes_of_any_exercise_is_that_exercise() -> None:
    for one in shipped_exercises().values():
        again = examine_exercise(document_of({**_open_fields(), **initial_of(one)}).encode())
        assert again.mistakes == ()
        assert again.exercise is not None
        sources = tuple(dict.fromkeys((*one.purpose.sources, *one.sources)))
        purpose = replace(one.purpose, sources=sources)
        assert again.exercise == replace(one, sources=sources, purpose=purpose)


def test_an_adaptation_is_written_in_the_form_read_once_more_and_published(house: House, tess: Browser) -> None:
    page = tess.get(f"{FORM}?van={MIRROR}")
    form = page.context["form"]
    given = {name: value for name in form.fields if (value := form[name].value())}
    given |= {"title_nl": "Spiegelen met pauzes", "title_en": "Mirroring with pauses"}
    preview = tess.post(FORM, given)
    assert "zo komt het er te staan" in words_of(preview)
    assert OwnExercise.plain.count() == 0
    key = str(uuid4())
    for _ in range(2):
        sent = {"text": preview.context["examined"].text, "publish": "yes", "idempotency_key": key, "hide": MIRROR}
        answer = tess.post(TEXT, sent)
        assert answer["Location"] == f"/bibliotheek/werkvormen/{MIRROR}-eigen/"
    row = OwnExercise.plain.get()
    assert (row.pin, row.published_by) == (f"{MIRROR}-eigen@1.0", "Tess Vos")
    read = words_of(tess.get(answer["Location"]))
    assert "Spiegelen met pauzes" in read
    assert f"Gemaakt uit {MIRROR}@1.0" in read
    assert found(house, words="spiegelen pauzes") == {f"{MIRROR}-eigen"}
    assert MIRROR not in found(house)


def test_what_is_wrong_stands_beside_the_field_and_nothing_typed_is_lost(tess: Browser) -> None:
    form = tess.get(f"{FORM}?van={MIRROR}").context["form"]
    given = {name: value for name in form.fields if (value := form[name].value())}
    given |= {"title_en": "", "steps_nl": f"{given['steps_nl']}\nNog een stap", "minutes_low": 90}
    answer = tess.post(FORM, given)
    assert answer.status_code == 422
    wrong = answer.context["form"].errors
    assert wrong["title_en"] == ["Vul dit in."]
    assert "Nog een stap" in words_of(answer)
    given |= {"title_en": "Mirror"}
    wrong = tess.post(FORM, given).context["form"].errors
    assert wrong["steps_en"] == ["Voeg de Engelse tekst toe: die ontbreekt."]
    assert OwnExercise.plain.count() == 0
    given |= {"steps_en": f"{given['steps_en']}\nAnother step"}
    wrong = tess.post(FORM, given).context["form"].errors
    assert wrong["minutes_low"] == ["Vul 1 minuut of meer in, en niet meer dan de langste duur."]


def test_as_a_text_every_mistake_stands_beside_its_line_in_dutch(house: House, tess: Browser) -> None:
    text = adapted(house).replace("arousal: ", "arousal: loud # ").replace("sources:\n- S", "sources:\n- S9-999 # S")
    answer = tess.post(TEXT, {"text": text})
    assert answer.status_code == 422
    shown = words_of(answer)
    line = next(number for number, words in enumerate(text.split("\n"), 1) if words.startswith("arousal"))
    assert f"<b>Regel {line}</b>" in shown
    assert "Schrijf hier een van deze woorden" in shown
    assert OwnExercise.plain.count() == 0


def test_an_own_exercise_again_becomes_the_next_version_and_both_stay(house: House, tess: Browser) -> None:
    publish(house, adapted(house))
    own = f"{MIRROR}-eigen"
    again = flows.adapt(actor=house.actor("tess"), exercise_id=own, now=NOW)
    assert (again.id, again.version, again.derived_from) == (own, "1.1", f"{own}@1.0")
    publish(house, adapted(house, own, title_nl="Nog anders"))
    assert [row.pin for row in OwnExercise.plain.order_by("pin")] == [f"{own}@1.0", f"{own}@1.1"]
    assert "Nog anders" in words_of(tess.get(f"/bibliotheek/werkvormen/{own}/"))
    assert "Nog anders" not in words_of(tess.get(f"/bibliotheek/werkvormen/{own}/?versie=1.0"))


def test_a_name_that_is_taken_and_an_origin_that_is_not_there_are_mistakes(house: House) -> None:
    actor = house.actor("tess")
    for changes, words in (
        ({"id": "pk-my-island"}, "hoort"),
        ({"derived_from": "nowhere@1.0"}, "bestaat"),
    ):
        looked = flows.examine_own_exercise(actor=actor, document=adapted(house, **changes).encode(), now=NOW)
        assert words in looked.mistakes[0].expected
    publish(house, adapted(house))
    with pytest.raises(NotUnderstood):
        publish(house, adapted(house, id=f"{MIRROR}-eigen", version="1.0", title_nl="Anders"))


def test_a_twin_that_came_first_wins(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(house, adapted(house))
    monkeypatch.setattr(store, "own_checksums", lambda _: {})
    with pytest.raises(NotPossible, match="intussen"):
        publish(house, adapted(house, id=f"{MIRROR}-eigen", version="1.0", title_nl="Anders"))


@pytest.mark.parametrize("table", ["ownexercise", "hiding"])
def test_what_is_kept_cannot_be_changed_or_removed(house: House, table: str) -> None:
    publish(house, adapted(house))
    flows.hide_exercise(actor=house.actor("tess"), exercise_id="pk-my-island", reason="Past niet", now=NOW)
    for change in (f"UPDATE exercises_{table} SET exercise = 'x'", f"DELETE FROM exercises_{table}"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(change)


def test_hidden_is_out_of_sight_with_its_reason_and_comes_back(house: House, tess: Browser) -> None:
    tess.post("/bibliotheek/werkvormen/pk-my-island/verbergen/", {"reason": "Geen touw in huis"})
    assert "pk-my-island" not in found(house)
    hidden = words_of(tess.get("/bibliotheek/werkvormen/?hidden=on"))
    assert "Geen touw in huis" in hidden
    assert "Verborgen door Tess Vos" in hidden
    assert tess.get("/bibliotheek/werkvormen/pk-my-island/").status_code == 200
    tess.post("/bibliotheek/werkvormen/pk-my-island/tonen/")
    assert "pk-my-island" in found(house)
    kinds = LogEntry.plain.filter(subject="pk-my-island").values_list("kind", flat=True)
    assert {"exercises.hidden", "exercises.shown"} <= set(kinds)


def test_hiding_asks_why(tess: Browser) -> None:
    answer = tess.post("/bibliotheek/werkvormen/pk-my-island/verbergen/", {"reason": " "})
    assert answer.status_code == 422


@pytest.mark.parametrize("who", ["lea", "ab"])
def test_only_owners_and_therapists_add_and_hide(house: House, who: str) -> None:
    actor = house.actor(who)
    assert not policies.can_publish(actor)
    with pytest.raises(NotAllowed):
        flows.hide_exercise(actor=actor, exercise_id="pk-my-island", reason="x", now=NOW)
    with pytest.raises(NotAllowed):
        publish(house, adapted(house), who)
    assert browser(house, who).get(FORM).status_code == 403


def test_another_practice_has_its_own_shelf(house: House) -> None:
    publish(house, adapted(house))
    flows.hide_exercise(actor=house.actor("tess"), exercise_id="pk-my-island", reason="x", now=NOW)
    elsewhere = cast.oever().actor("elsa")
    read = flows.read_exercises(actor=elsewhere, wish=Wish(), now=NOW)
    ids = {each.id for each in read.found}
    assert "pk-my-island" in ids
    assert f"{MIRROR}-eigen" not in ids
    with pytest.raises(NotFound):
        flows.read_exercise(actor=elsewhere, exercise_id=f"{MIRROR}-eigen", now=NOW)


def test_the_shelf_costs_the_same_however_much_the_practice_added(house: House, tess: Browser) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            tess.get("/bibliotheek/werkvormen/")
        return len(queries)

    for number in range(2):
        publish(house, adapted(house, id=f"eigen-{number}", derived_from=""))
    cost()
    few = cost()
    for number in range(2, 8):
        publish(house, adapted(house, id=f"eigen-{number}", derived_from=""))
    cost()
    assert cost() == few


def test_every_sentence_on_exercises_has_dutch_words() -> None:
    for sentence in (
        "Write 1 minute or more, and not above minutes_high.",
        "Name food here: something is tasted.",
        "Write true here: the intensity is high.",
        "Name one of pmt, pmt-addon.",
        "Write the module, a colon and its part; the module stands in modules too.",
        "Name a part that exists: pmkt-attachment has regulation.",
        "Choose a shorter id: 60 signs or less.",
        "Write own_not_reviewed here: nothing can say yet who looked this over, and when.",
        "Write at least one line in this list.",
        "Write the version as numbers with points, such as '1.0'.",
    ):
        assert in_dutch(sentence) != sentence
