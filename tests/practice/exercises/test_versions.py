"""What differs between an exercise and the one it was made from is told field by field, in the words of the screen."""

from dataclasses import fields, replace

import pytest
from django.urls import reverse

from lijfspoor.catalogue.exercises import shipped_exercises, shipped_versions
from lijfspoor.domain.exercises.exercise import Exercise
from lijfspoor.domain.kernel.text import Text
from lijfspoor.practice.exercises.versions import CODES, LABELS, base_of, differences
from tests import cast
from tests.practice.library.browsing import browser

NO_DIFFERENCE = {"schema", "id", "version", "mark", "written_on", "review_by", "derived_from"}
FOAM = shipped_exercises()["pk-foam-roads"]


def test_every_field_that_says_something_is_compared_and_every_code_has_a_word() -> None:
    assert {field.name for field in fields(Exercise)} == set(LABELS) | NO_DIFFERENCE
    for each in shipped_exercises().values():
        for field, known in CODES.items():
            value = getattr(each, field)
            codes = value if isinstance(value, tuple) else (value,)
            assert {code for code in codes if code is not None} <= set(known), (each.id, field)


def test_nothing_differs_from_itself_and_a_name_is_no_difference() -> None:
    assert differences(FOAM, FOAM) == ()
    assert differences(FOAM, replace(FOAM, id="own-foam", version="2.0", derived_from=FOAM.pin)) == ()


def test_each_change_is_told_once_with_old_and_new() -> None:
    changed = replace(
        FOAM, minutes_high=30, allergens=(), touch="can", steps=(*FOAM.steps, Text(nl="Ruim op.", en="Tidy up."))
    )
    found = {chapter.title: chapter.differences[0] for chapter in differences(FOAM, changed)}
    assert set(found) == {"Langste duur in minuten", "Vraag naar allergie voor", "Aanraking", "Stappen"}
    assert (found["Langste duur in minuten"].before, found["Langste duur in minuten"].after) == (("20",), ("30",))
    assert (found["Vraag naar allergie voor"].kind, found["Vraag naar allergie voor"].after) == ("removed", ())
    assert found["Aanraking"].after == ("kan met of zonder aanraking",)
    assert found["Stappen"].after[-1] == "Ruim op."


def test_a_change_in_english_alone_is_told_too() -> None:
    changed = replace(FOAM, title=Text(nl=FOAM.title.nl, en="Otherwise"))
    (chapter,) = differences(FOAM, changed)
    assert chapter.differences[0].after == ("Engels: Otherwise",)


def test_a_version_is_held_against_the_one_before_and_an_adaptation_against_its_origin() -> None:
    versions = shipped_versions()
    newest = shipped_exercises()["pt-back-in-the-room"]
    before = base_of(newest, versions)
    assert before is not None
    assert (before.id, before.version) == (newest.id, "1.0")
    assert base_of(before, versions) is None
    later = replace(newest, version="1.10", derived_from=None)
    assert base_of(later, {later.pin: later, **versions}) == newest
    own = replace(FOAM, id="own-foam", derived_from=FOAM.pin)
    assert base_of(own, {**versions, own.pin: own}) == FOAM
    assert base_of(FOAM, versions) is None


@pytest.mark.django_db
def test_the_page_shows_what_changed_since_the_version_before() -> None:
    house = cast.duinrand()
    page = browser(house, "tess").get(reverse("exercises:exercise", args=["pt-back-in-the-room"])).content.decode()
    assert "Wat er anders is dan bij" in page
    assert 'class="difference"' in page
