"""A module to read holds everything the module says, each statement with its sources."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

from lijfspoor.catalogue.reader import shipped
from lijfspoor.catalogue.register import REGISTER, requirements
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.kernel.text import Statement, Text
from lijfspoor.practice.library.chapters.every import chapters, uses
from tests.requirements_plugin import REGISTER as PROVEN_AGAINST

PINS = tuple(shipped())


def texts(thing: object) -> Iterator[str]:
    """Every Dutch text in a module, wherever it stands."""
    if isinstance(thing, Text):
        yield thing.nl
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from texts(getattr(thing, field.name))
    elif isinstance(thing, tuple):
        for each in thing:
            yield from texts(each)


def statements(thing: object) -> Iterator[Statement]:
    """Every statement with its sources, wherever it stands."""
    if isinstance(thing, Statement):
        yield thing
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from statements(getattr(thing, field.name))
    elif isinstance(thing, tuple):
        for each in thing:
            yield from statements(each)


def as_read(module: CareModule) -> str:
    return "\n".join(
        text
        for chapter in chapters(module)
        for part in chapter.parts
        for text in (part.title, *part.chips, *(t for s in part.said for t in (s.words, s.note, *s.chips)))
    ).lower()


@pytest.mark.parametrize("pin", PINS)
def test_everything_a_module_says_is_there_to_read(pin: str) -> None:
    module = shipped()[pin]
    read = as_read(module)
    at_the_head = {module.title.nl, module.short_title.nl}
    assert [text for text in texts(module) if text.lower() not in read and text not in at_the_head] == []


@pytest.mark.parametrize("pin", PINS)
def test_every_statement_stands_with_its_own_sources(pin: str) -> None:
    module = shipped()[pin]
    told = {(s.words, s.sources) for chapter in chapters(module) for part in chapter.parts for s in part.said}
    assert [one for one in statements(module) if (one.text.nl, one.sources) not in told] == []


@pytest.mark.parametrize("pin", PINS)
def test_chapters_have_places_of_their_own(pin: str) -> None:
    ids = [chapter.id for chapter in chapters(shipped()[pin])]
    assert len(ids) == len(set(ids)) >= 9


def test_a_source_leads_to_every_statement_that_rests_on_it() -> None:
    module = shipped()["pmkt-attachment@1.0"]
    found = tuple(uses(module, "S2-053"))
    assert {use.chapter.id for use in found} >= {"aanpak", "afspraken", "samenvatting"}
    assert all("S2-053" in use.said.sources for use in found)
    assert tuple(uses(module, "S1-001")) == ()


def test_the_register_that_comes_along_is_the_register_of_the_tests() -> None:
    assert REGISTER.read_bytes() == PROVEN_AGAINST.read_bytes()
    assert requirements()["S2-053"].document == "S2"
