"""Exercises are found by words and wishes, read one by one, and say that nobody looked them over yet."""

import pytest
from django.test import Client as Browser

from lijfspoor.catalogue.exercises import shipped_exercises
from lijfspoor.practice.logbook.models import LogEntry
from tests import cast
from tests.practice.library.browsing import browser

pytestmark = pytest.mark.django_db
SHELF = "/bibliotheek/werkvormen/"


@pytest.fixture
def tess() -> Browser:
    return browser(cast.duinrand(), "tess")


def titles(tess: Browser, **wish: str) -> set[str]:
    return {each.id for each in tess.get(SHELF, wish).context["found"].found}


def test_the_shelf_holds_every_exercise_that_ships(tess: Browser) -> None:
    assert titles(tess) == set(shipped_exercises())
    assert len(shipped_exercises()) >= 120


def test_a_wish_leaves_only_what_meets_it(tess: Browser) -> None:
    children = titles(tess, age="child", form="dyad", arousal="calms", without_touch="on")
    assert children
    for id_ in children:
        found = shipped_exercises()[id_]
        assert "child" in found.ages
        assert "dyad" in found.forms
        assert found.arousal in ("calms", "either")
        assert found.touch != "needed"


def test_words_are_found_whatever_their_accents_and_case(tess: Browser) -> None:
    one = next(iter(shipped_exercises().values()))
    assert one.id in titles(tess, words=one.title.nl.upper())
    assert titles(tess, words="bestaatnietditwoord") == set()
    assert "Geen werkvorm past" in tess.get(SHELF, {"words": "bestaatnietditwoord"}).content.decode()


def test_a_wish_that_is_no_choice_asks_nothing(tess: Browser) -> None:
    answer = tess.get(SHELF, {"age": "dinosaur"})
    assert answer.status_code == 200
    assert len(answer.context["found"].found) == len(shipped_exercises())


def test_one_exercise_can_be_read_whole_and_says_it_was_not_looked_over(tess: Browser) -> None:
    one = shipped_exercises()["pa-slow-mirror"]
    page = tess.get(f"{SHELF}{one.id}/").content.decode()
    assert "eigen tekst, nog niet nagekeken" in page
    assert "Zo gaat het" in page
    assert page.count("<li>") >= len(one.steps)
    assert LogEntry.plain.filter(kind="exercises.exercise_read", subject=one.pin).count() == 1


def test_an_unknown_exercise_is_not_there(tess: Browser) -> None:
    assert tess.get(f"{SHELF}nergens/").status_code == 404
