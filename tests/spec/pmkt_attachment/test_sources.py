"""The module for disturbed attachment says everything its source says, in words of its own."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from lijfspoor.catalogue import documents
from lijfspoor.catalogue.documents import Value, blocks

ROOT = Path(__file__).parents[3]
FILE = ROOT / "src/lijfspoor/content/modules/pmkt-attachment/1.0.yaml"
SOURCE_TEXT = ROOT.parent / "shared/seeds/002_b29b993a54ad824e.txt"

CARRIED_ELSEWHERE: dict[str, str] = {}
"""Requirement -> why no statement of this module names it. None at present."""
LONGEST_RUN = 7
"""Words in a row that may be the same as in the source: names of things are, sentences are not."""


@pytest.fixture(scope="module")
def content() -> Value:
    document = documents.read(FILE.read_bytes())
    assert document.findings == ()
    return document.value


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def runs(found: list[str]) -> Iterator[tuple[str, ...]]:
    for start in range(len(found) - LONGEST_RUN):
        yield tuple(found[start : start + LONGEST_RUN + 1])


def named_sources(content: Value) -> set[str]:
    return {
        source
        for _, block in blocks(content)
        if isinstance(listed := block.get("sources"), list)
        for source in listed
        if isinstance(source, str)
    }


def test_every_requirement_of_the_source_is_named_by_a_statement(content: Value) -> None:
    wanted = {f"S2-{number:03d}" for number in range(1, 149)} - CARRIED_ELSEWHERE.keys()
    assert named_sources(content) - {"own"} == wanted


def test_no_sentence_is_copied_from_the_source(content: Value) -> None:
    if not SOURCE_TEXT.exists():
        pytest.skip("the source document is not here")
    theirs = set(runs(words(SOURCE_TEXT.read_text(encoding="utf-8"))))
    texts = [block["nl"] for _, block in blocks(content) if isinstance(block.get("nl"), str)]
    copied = [text for text in texts if isinstance(text, str) and not theirs.isdisjoint(runs(words(text)))]
    assert copied == []


def test_dutch_was_not_left_standing_as_english(content: Value) -> None:
    same = {str(block["nl"]) for _, block in blocks(content) if "nl" in block and block["nl"] == block["en"]}
    assert same == {
        "Transfer",
        "water",
        "pedalo",
        "trampoline",
        "American Psychiatric Association (2013): DSM-5",
    }
