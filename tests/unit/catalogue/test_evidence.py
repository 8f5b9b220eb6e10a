"""Evidence is read strictly: what hangs together is checked, and every mistake says where it stands."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from lijfspoor.catalogue.checker import check, known_ids
from lijfspoor.catalogue.evidence import load_evidence, read_evidence
from lijfspoor.catalogue.mistakes import ContentRefused
from lijfspoor.catalogue.reader import SHIPPED

YOGA = "trauma-yoga-trial/1.0.yaml"
MODULE = "pmt-module-uncontrolled/1.0.yaml"
Edit = Callable[[str, str, str], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A content folder with the evidence that ships."""
    shutil.copytree(SHIPPED / "evidence", tmp_path / "evidence")
    return tmp_path


@pytest.fixture
def edit(folder: Path) -> Edit:
    def edited(file: str, old: str, new: str) -> None:
        path = folder / "evidence" / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return edited


def said(folder: Path) -> list[str]:
    return [f"{Path(each.file).parent.name}:{each.path}: {each.expected}" for each in read_evidence(folder).mistakes]


def test_what_ships_has_no_mistakes() -> None:
    assert read_evidence(SHIPPED, known_ids()).mistakes == ()


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (YOGA, "participants: 64", "participants: 0", "trauma-yoga-trial:participants: Write the number"),
        (YOGA, "weeks: 10", "weeks: 0", "trauma-yoga-trial:dose.weeks: Write the number"),
        (YOGA, "mechanism: not_established", "mechanism: not_stated", "trauma-yoga-trial:mechanism_text: Tell how"),
        (YOGA, "direction: improves", "direction: better", "trauma-yoga-trial:outcomes[0].direction: Write"),
        (YOGA, "status: indications", "status: not_yet_studied", "trauma-yoga-trial:outcomes: Write direction unknown"),
        (YOGA, "[van-der-kolk-2014-yoga]", "[nobody-2014]", "trauma-yoga-trial:references[0]: Name a publication"),
        (YOGA, "claim: movement-and", "claim: moving-and", "trauma-yoga-trial:claims[0].claim: Name a claim"),
        (YOGA, "[movement-in-trauma]", "[movement]", "trauma-yoga-trial:modules[0]: Name one of"),
        (YOGA, "id: trauma-yoga-trial", "id: yoga-trial", "trauma-yoga-trial:id: Write trauma-yoga-trial@1.0"),
        (YOGA, "review_by: 2027", "review_by: 2025", "trauma-yoga-trial:review_by: Write a day after"),
        (YOGA, "review_by:", "reviewer: Iemand\nreview_by:", "trauma-yoga-trial:reviewer: Write both"),
        (MODULE, "side: against", "side: open", "opposite sides on a shared claim"),
        (MODULE, "opposes: [body-movement-trauma-processing, ", "opposes: [", "oppose body-movement-trauma-processing"),
        (MODULE, "opposes: [body-", "opposes: [nobody, body-", "pmt-module-uncontrolled:opposes[0]: Name a record"),
        ("claims.yaml", "id: pmt-in-depression", "id: pmt-helps", "claims[9].id: Take this out"),
    ],
)
def test_a_mistake_says_where_it_stands(folder: Path, edit: Edit, file: str, old: str, new: str, expected: str) -> None:
    edit(file, old, new)
    assert any(expected in each for each in said(folder)), said(folder)


def test_a_null_finding_is_read_as_it_stands(folder: Path, edit: Edit) -> None:
    record = load_evidence(folder).records["pmt-module-uncontrolled"]
    assert [each.direction for each in record.outcomes].count("no_difference") == 3


def test_a_missing_register_is_told_and_refused(folder: Path) -> None:
    (folder / "evidence" / "claims.yaml").unlink()
    assert any("Add this file" in each for each in said(folder))
    with pytest.raises(ContentRefused):
        load_evidence(folder)


def test_the_newest_version_of_a_record_counts(folder: Path) -> None:
    old = folder / "evidence" / YOGA
    newer = old.with_name("1.1.yaml")
    newer.write_text(old.read_text(encoding="utf-8").replace("'1.0'", "'1.1'").replace("64", "65"), encoding="utf-8")
    assert load_evidence(folder).records["trauma-yoga-trial"].participants == 65


def test_the_check_of_a_whole_folder_covers_evidence(folder: Path, edit: Edit) -> None:
    edit(YOGA, "direction: improves", "direction: better")
    assert any("trauma-yoga-trial" in each.file for each in check(folder))


def test_a_folder_without_evidence_is_fine(tmp_path: Path) -> None:
    assert read_evidence(tmp_path).mistakes == ()
