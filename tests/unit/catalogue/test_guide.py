"""The guide is read strictly: what one file names, another has, and every mistake says where it stands."""

import shutil
from pathlib import Path

import pytest

from lijfspoor.catalogue.checker import check, known_ids
from lijfspoor.catalogue.guide import load_guide, read_guide
from lijfspoor.catalogue.mistakes import ContentRefused
from lijfspoor.catalogue.publicpages import load_pages, read_page
from lijfspoor.catalogue.reader import SHIPPED

MISTAKES = [
    ("questions", "chapter: who\n    kind: number", "chapter: nowhere\n    kind: number", "questions[1].chapter"),
    ("questions", "lowest: 0\n    highest: 120", "lowest: 5\n    highest: 5", "questions[1]"),
    ("questions", "question: age, at_most: 17}", "question: body, any_of: [pain]}", "questions[2].shown_in[0].all[0]"),
    ("rules", "any_of: [talking-not-enough]", "any_of: [shouting]", "rules[0].when[0].all[1]"),
    ("rules", "kind: pmt\n", "kind: magic\n", "rules[0].kind"),
    ("rules", "weight: strong", "weight: excludes", "rules[0].weight"),
    ("rules", "id: pmt-stress", "id: pmt-tense-after-talking", "rules[1].id"),
    ("firsthelp", "contacts: [suicide-line, alarm", "contacts: [nobody, alarm", "flags[0].contacts"),
    ("steps", "kinds: [pmkt]", "kinds: [magic]", "steps[4].kinds"),
    ("steps", "talk-to-gp\n    who: gp\n    place: last", "talk-to-gp\n    who: gp\n    place: first", "steps"),
    ("comparison", "  - kind: physio\n", "  - kind: magic\n", "columns"),
    ("kinds", "sources: [S0-003]", "sources: []", "kinds[0].what.sources"),
    ("kinds", "sources: [S0-003]", "sources: [S9-999]", "kinds[0].what.sources[0]"),
    ("questions", "  - id: age\n", "  - id: age\n    colour: red\n", "questions[1].colour"),
]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The content that ships, to make mistakes in."""
    shutil.copytree(SHIPPED / "guide", tmp_path / "guide")
    return tmp_path


def test_the_guide_that_ships_has_no_mistake() -> None:
    assert read_guide(SHIPPED, known_ids())[1] == []
    assert set(load_pages(SHIPPED, known_ids())) >= {"frame", "home", "sources"}


@pytest.mark.parametrize(("file", "right", "wrong", "where"), MISTAKES, ids=lambda value: str(value)[-30:])
def test_a_mistake_is_named_with_its_file_and_place(
    folder: Path, file: str, right: str, wrong: str, where: str
) -> None:
    path = folder / "guide" / f"{file}.yaml"
    text = path.read_text(encoding="utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    guide, mistakes = read_guide(folder, known_ids())
    assert guide is None
    found = {(mistake.file, mistake.path): mistake.line for mistake in mistakes}
    assert (str(path), where) in found, mistakes
    assert found[str(path), where] > 1
    with pytest.raises(ContentRefused):
        load_guide(folder, known_ids())
    assert any(mistake.file == str(path) for mistake in check(folder, known_ids()))


def test_a_question_that_changes_nothing_is_refused(folder: Path) -> None:
    path = folder / "guide" / "rules.yaml"
    text = path.read_text(encoding="utf-8")
    steps = (folder / "guide" / "steps.yaml").read_text(encoding="utf-8")
    assert "question: goals" not in steps
    path.write_text(
        text.replace("question: goals, any_of: [not-clear]", "question: lead, any_of: [with-lead]"), "utf-8"
    )
    assert any("Take this question out" in mistake.expected for mistake in read_guide(folder)[1])


def test_a_public_page_says_both_who_reviewed_it_and_when_or_neither(tmp_path: Path) -> None:
    file = tmp_path / "site" / "home.yaml"
    file.parent.mkdir()
    text = (SHIPPED / "site" / "home.yaml").read_text(encoding="utf-8")
    file.write_text(text.replace("  review_by:", "  reviewer: Iemand\n  review_by:"), encoding="utf-8")
    assert [mistake.path for mistake in read_page(file, known_ids()).mistakes] == ["provenance"]
    other = file.with_name("elsewhere.yaml")
    other.write_text(text, encoding="utf-8")
    assert [mistake.path for mistake in read_page(other, known_ids()).mistakes] == ["id"]
