"""What changed between two versions: nothing for the same, one change for one leaf, and the way back mirrored."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from typing import TypeVar, cast

from hypothesis import given
from hypothesis import strategies as st

from lijfspoor.catalogue.reader import shipped
from lijfspoor.domain.caremodules.changes import KEYS, Change, changes
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.kernel.text import Text
from tests.generative.modules import modules

T = TypeVar("T")
Path = tuple[str | int, ...]
SHIPPED = tuple(shipped().values())
ATTACHMENT = shipped()["pmkt-attachment@1.0"]
NOT_MEANING = {("schema",), ("id",), ("version",)}


def leaves(value: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """Every leaf of a module with its path, but for what parts are told apart by."""
    if isinstance(value, Text) or not (is_dataclass(value) or isinstance(value, tuple)):
        yield path, value
    elif isinstance(value, tuple):
        for place, each in enumerate(value):
            yield from leaves(each, (*path, place))
    else:
        for field in fields(value):
            if field.name not in KEYS:
                yield from leaves(getattr(value, field.name), (*path, field.name))


def set_at(value: T, path: Path, new: object) -> T:
    """The same module with another value at a path."""
    if not path:
        return cast("T", new)
    first, *rest = path
    if isinstance(value, tuple) and isinstance(first, int):
        return cast("T", (*value[:first], set_at(value[first], tuple(rest), new), *value[first + 1 :]))
    changed = {str(first): set_at(getattr(value, str(first)), tuple(rest), new)}
    return replace(value, **changed)  # type: ignore[type-var]  # every other step is a record


def other(leaf: object) -> object:
    """Another value of the same kind."""
    if isinstance(leaf, Text):
        return Text(nl=f"{leaf.nl} En anders.", en=leaf.en)
    if isinstance(leaf, bool) or leaf is None:
        return not leaf
    if isinstance(leaf, date):
        return leaf + timedelta(days=1)
    return leaf + 1 if isinstance(leaf, int) else f"{leaf}-anders"


ALL_LEAVES = [
    (module, path)
    for module in SHIPPED
    for path, _ in leaves(module)
    if path not in NOT_MEANING and path != ("schema",)
]


def told(found: tuple[Change, ...]) -> Counter[str]:
    return Counter(map(repr_without_words, found))


def repr_without_words(change: Change) -> str:
    trail = [(place.record, place.field, place.key) for place in change.trail]
    return repr((change.kind, trail, change.before, change.after))


@given(modules(), modules())
def test_there_are_changes_exactly_when_two_modules_differ(one: CareModule, two: CareModule) -> None:
    assert changes(one, one) == ()
    assert bool(changes(one, two)) is (one != two)


@given(modules(), modules())
def test_the_way_back_is_the_mirror(one: CareModule, two: CareModule) -> None:
    assert told(changes(two, one)) == told(tuple(each.mirrored() for each in changes(one, two)))


@given(st.sampled_from(ALL_LEAVES))
def test_one_leaf_that_changes_is_told_once(chosen: tuple[CareModule, Path]) -> None:
    module, path = chosen
    leaf = dict(leaves(module))[path]
    (found,) = changes(module, set_at(module, path, other(leaf)))
    fields_of_path = [step for step in path if isinstance(step, str)]
    assert [place.field for place in found.trail] == fields_of_path
    expected = (leaf, other(leaf)) if not isinstance(found.before, tuple) else (found.before, found.after)
    assert {"changed": expected, "added": (None, other(leaf))}[found.kind] == (found.before, found.after)


@given(st.data())
def test_a_part_that_goes_is_one_change_and_comes_back_as_one(data: st.DataObject) -> None:
    groups = ATTACHMENT.audience.groups
    group = data.draw(st.sampled_from(groups))
    gone = data.draw(st.sampled_from(group.criteria))
    kept = replace(group, criteria=tuple(each for each in group.criteria if each is not gone))
    fewer = set_at(ATTACHMENT, ("audience", "groups", groups.index(group)), kept)
    (lost,) = changes(ATTACHMENT, fewer)
    assert (lost.kind, lost.before, lost.after, lost.chapter) == ("removed", gone, None, "audience")
    assert lost.trail[-1].key == gone.id
    (back,) = changes(fewer, ATTACHMENT)
    assert (back.kind, back.before, back.after) == ("added", None, gone)


def test_another_order_of_the_same_phases_is_one_change() -> None:
    phases = ATTACHMENT.approach.phases
    turned = set_at(ATTACHMENT, ("approach", "phases"), (phases[1], phases[0], *phases[2:]))
    (found,) = changes(ATTACHMENT, turned)
    assert found.kind == "moved"
    assert found.before[:2] == (phases[0].name, phases[1].name)
    assert found.after[:2] == (phases[1].name, phases[0].name)


def test_a_statement_put_in_between_is_one_addition() -> None:
    said = ATTACHMENT.summary
    new = replace(said[0], text=Text(nl="Iets nieuws.", en="Something new."))
    (found,) = changes(ATTACHMENT, replace(ATTACHMENT, summary=(*said[:1], new, *said[1:])))
    assert (found.kind, found.after) == ("added", new)
