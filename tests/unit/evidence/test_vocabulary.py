"""One vocabulary for how strong the ground is, said in one place (contradiction 11)."""

import ast
from pathlib import Path

import pytest

from lijfspoor.domain.evidence import words
from lijfspoor.domain.evidence.status import EvidenceStatus

SOURCE = Path(__file__).parents[3] / "src/lijfspoor"
HOME = SOURCE / "domain/evidence/words.py"
PYTHON = [path for path in SOURCE.rglob("*.py") if path != HOME]
SCREENS = [*PYTHON, *SOURCE.rglob("*.html")]


@pytest.mark.parametrize("status", EvidenceStatus, ids=str)
def test_every_level_has_a_name_and_a_meaning_in_both_languages(status: EvidenceStatus) -> None:
    for said in (words.NAMES[status], words.MEANINGS[status]):
        assert said.nl
        assert said.en
    assert words.sentence(status).startswith(words.name(status)[0].upper())
    assert words.meaning(status) in words.sentence(status)


def test_no_two_levels_share_a_name() -> None:
    assert len({words.name(status) for status in EvidenceStatus}) == len(EvidenceStatus)


def test_nowhere_else_are_levels_given_words() -> None:
    """A table keyed by levels elsewhere would be a second vocabulary."""
    wrong = [path for path in PYTHON if any(map(is_keyed_by_levels, ast.walk(ast.parse(path.read_text()))))]
    assert wrong == []


@pytest.mark.parametrize("status", EvidenceStatus, ids=str)
def test_no_page_or_letter_writes_a_name_out_itself(status: EvidenceStatus) -> None:
    quoted = (f'"{words.name(status)}"', f">{words.name(status)}<", f'"{words.meaning(status)}"')
    wrong = [path for path in SCREENS if any(each in path.read_text() for each in quoted)]
    assert wrong == []


def test_a_second_vocabulary_would_be_found() -> None:
    spelled = "WORDS = {EvidenceStatus.ASSUMED: 'vast wel'}"
    also = "WORDS = {'not_yet_studied': 'nieuw', 'expert_based': 'ervaren'}"
    assert all(any(map(is_keyed_by_levels, ast.walk(ast.parse(text)))) for text in (spelled, also))


def is_keyed_by_levels(node: ast.AST) -> bool:
    if not isinstance(node, ast.Dict):
        return False
    levels = {status.value for status in EvidenceStatus}
    named = [
        key for key in node.keys if isinstance(key, ast.Attribute) and ast.unparse(key).startswith("EvidenceStatus.")
    ]
    spelled = [key.value for key in node.keys if isinstance(key, ast.Constant) and key.value in levels]
    return bool(named) or len(spelled) > 1
