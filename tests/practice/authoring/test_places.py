"""A module file as a form sees it: every part can be found, and writing it back changes nothing else."""

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from lijfspoor.catalogue.documents import Value, read
from lijfspoor.catalogue.reader import SHIPPED, bytes_of, examine, module_files, pin_of
from lijfspoor.catalogue.writing import written_out
from lijfspoor.practice.authoring import places, shape
from lijfspoor.practice.authoring.forms import PartForm

DOCUMENTS: dict[str, Any] = {pin_of(file): read(bytes_of(file)).value for file in module_files(SHIPPED)}
LETTERS = st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp"))
TRICKY = ["1.0", "yes", "off", "2026-11-01", "null", "~", "0x1F", "1e3", "a: b", "- x", "# y", "=", "<<", " "]
KEY = st.text("abcdefgh_", min_size=1, max_size=6)
PLAIN = (
    st.none() | st.booleans() | st.integers(-(10**8), 10**8) | st.text(LETTERS, max_size=20) | st.sampled_from(TRICKY)
)
SAID = st.recursive(
    PLAIN, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEY, inner, max_size=4), max_leaves=12
)


def every_place(document: Value, place: str = "") -> Iterator[str]:
    """The place of every part of a document."""
    spot = places.find(document, place)
    yield place
    for part in shape.nested_parts(spot.record):
        value, here = spot.value.get(part.name), f"{place}/{part.name}".strip("/")
        if part.kind == "record" and isinstance(value, dict):
            yield from every_place(document, here)
        if part.kind == "records":
            for key in places.keys_of(value, part):
                yield from every_place(document, f"{here}/{key}")


ALL = [(pin, place) for pin, document in DOCUMENTS.items() for place in every_place(document)]


@given(st.dictionaries(KEY, SAID, max_size=5))
def test_what_is_written_out_reads_back_the_same(said: dict[str, Value]) -> None:
    back = read(written_out(said).encode())
    assert back.findings == ()
    assert back.value == said


@pytest.mark.parametrize("pin", DOCUMENTS)
def test_a_shipped_module_written_out_is_the_same_module(pin: str) -> None:
    module = examine(written_out(DOCUMENTS[pin]).encode()).module
    assert module is not None
    assert module.pin == pin
    assert module == examine(bytes_of(next(f for f in module_files(SHIPPED) if pin_of(f) == pin))).module


@given(st.sampled_from(ALL))
def test_a_form_that_is_sent_back_as_it_came_changes_nothing(chosen: tuple[str, str]) -> None:
    pin, place = chosen
    document = DOCUMENTS[pin]
    shown = PartForm(spot=places.find(document, place))
    given_back: dict[str, Any] = {}
    for name, field in shown.fields.items():
        value = field.initial
        if value not in (None, False, ""):
            given_back[name] = "on" if value is True else value
    form = PartForm(_posted(given_back), spot=places.find(document, place))
    assert form.is_valid(), form.errors
    assert _without_empty(places.changed(document, place, form.own())) == _without_empty(document)


def _posted(said: dict[str, Any]) -> QueryDict:
    made = QueryDict(mutable=True)
    for name, value in said.items():
        made.setlist(name, [str(each) for each in value] if isinstance(value, list | tuple) else [str(value)])
    return made


def _without_empty(value: Value) -> Value:
    """The same without what says nothing: fields that stand at false or at an empty list."""
    if isinstance(value, dict):
        return {key: _without_empty(each) for key, each in value.items() if each not in (False, [], None)}
    return [_without_empty(each) for each in value] if isinstance(value, list) else value


@given(st.sampled_from([each for each in ALL if "/" in each[1]]), st.data())
def test_moving_down_and_up_again_is_as_it_was_and_taking_out_undoes_adding(
    chosen: tuple[str, str], data: st.DataObject
) -> None:
    pin, place = chosen
    document = DOCUMENTS[pin]
    spot = places.find(document, place)
    lists = [part for part in shape.nested_parts(spot.record) if part.kind == "records" and spot.value.get(part.name)]
    before = copy.deepcopy(document)
    for part in lists:
        keys = list(places.keys_of(spot.value[part.name], part))
        if shape.key_of(part.record or object) and len(keys) > 1:
            key = data.draw(st.sampled_from(keys[:-1]))
            down = places.moved(document, place, part.name, key, 1)
            assert down != document
            assert places.moved(down, place, part.name, key, -1) == document
        made, there = places.added(document, place, part.name, "Iets nieuws")
        assert places.removed(made, place, part.name, there.rpartition("/")[2]) == document
    assert document == before


def test_a_new_part_gets_a_name_of_its_own_and_keeps_it_when_its_title_changes() -> None:
    document = DOCUMENTS["pmkt-attachment@1.0"]
    made, first = places.added(document, "audience/groups/preconditions", "criteria", "Zoekt troost bij één mens")
    assert first == "audience/groups/preconditions/criteria/zoekt-troost-bij-een-mens"
    made, second = places.added(made, "audience/groups/preconditions", "criteria", "Zoekt troost bij één mens")
    assert second == f"{first}-2"
    renamed = places.changed(made, first, {"text": {"nl": "Iets anders", "en": "Else"}, "sources": ["own"]})
    assert places.find(renamed, first).value == {
        "id": "zoekt-troost-bij-een-mens",
        "text": {"nl": "Iets anders", "en": "Else"},
        "sources": ["own"],
    }


@pytest.mark.parametrize("place", ["nowhere", "audience/groups/nope", "title", "audience/groups", "goals/main"])
def test_a_place_that_is_not_there_is_told(place: str) -> None:
    with pytest.raises(places.NoSuchPlace):
        places.find(DOCUMENTS["pmt-addon@1.0"], place)
