"""`lijfspoor content check` tells writers of content what to put right, and what was read."""

from pathlib import Path

import pytest

from lijfspoor.catalogue.checker import check, known_ids, main
from lijfspoor.catalogue.mistakes import ContentRefused
from lijfspoor.catalogue.reader import load_all, shipped
from tests.unit.catalogue.samples import SAMPLE, edited, line_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A content folder that holds the sample."""
    put(tmp_path, "sample/1.0.yaml", SAMPLE)
    return tmp_path


def put(folder: Path, name: str, text: str) -> Path:
    file = folder / "modules" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_a_right_folder_is_read_and_summed_up(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(str(folder)) == 0
    assert capsys.readouterr().out == (
        "sample@1.0: Sample (3 criteria, 2 phases, 2 building blocks, 2 subgoals, 1 claim)\n"
        "\n1 care module read, no mistakes.\n"
    )


def test_mistakes_are_printed_by_file_and_line_and_counted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = edited("[S2-001]", "[]").replace("discipline: pmkt", "discipline: 1")
    other = put(folder, "another/2.0.yaml", edited("id: sample", "id: another").replace('"1.0"', '"2.0"') + "x: 1\n")
    file = put(folder, "sample/1.0.yaml", text)
    assert main(str(folder)) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(": ")[:2] for line in lines[:-2]] == [
        [f"{other}:{len(SAMPLE.splitlines()) + 1}", "x"],
        [f"{file}:8", "discipline"],
        [f"{file}:{line_of(text, 'sources: []')}", "summary[0].sources"],
    ]
    assert lines[-1] == "3 mistakes in 2 files."


def test_a_file_bears_its_version_and_its_folder_its_id(folder: Path) -> None:
    file = put(folder, "other/1.1.yaml", SAMPLE)
    assert [(it.file, it.line, it.path) for it in check(folder)] == [
        (str(file), 2, "id"),
        (str(file), 3, "version"),
    ]
    with pytest.raises(ContentRefused, match="Write other, or give the file another place"):
        load_all(folder)["other@1.1"]


def test_a_file_that_would_never_be_read_is_told(folder: Path) -> None:
    stray = put(folder, "sample/1.1.yml", SAMPLE)
    assert [(it.file, it.expected.split(":")[0]) for it in check(folder)] == [
        (str(stray), "Call this modules/<id>/<version>.yaml")
    ]


def test_an_empty_folder_says_where_modules_go(tmp_path: Path) -> None:
    (mistake,) = check(tmp_path)
    assert "modules/<id>/<version>.yaml" in mistake.expected
    assert main(str(tmp_path / "nowhere")) == 1


def test_a_file_that_cannot_be_opened_is_told(folder: Path) -> None:
    (folder / "modules" / "sample" / "2.0.yaml").mkdir()
    (mistake,) = check(folder)
    assert mistake.expected.startswith("Make this a file that can be read")


def test_sources_outside_the_register_are_told(folder: Path) -> None:
    put(folder, "sample/1.0.yaml", edited("[S2-001]", "[S2-999]"))
    assert check(folder) == []
    assert check(folder, frozenset({"S2-001"}))[0].path == "summary[0].sources[0]"
    assert main(str(folder)) == 1


def test_the_catalogue_reads_a_file_when_asked_for_it_and_once(folder: Path) -> None:
    broken = put(folder, "broken/1.0.yaml", "a: 1\n")
    catalogue = load_all(folder)
    assert list(catalogue) == ["broken@1.0", "sample@1.0"]
    assert catalogue["sample@1.0"] is catalogue["sample@1.0"]
    with pytest.raises(ContentRefused, match=str(broken)):
        catalogue["broken@1.0"]
    with pytest.raises(KeyError):
        catalogue["sample@9.9"]


def test_the_newest_version_is_the_highest_by_number(folder: Path) -> None:
    for version in ("1.10", "1.9"):
        put(folder, f"sample/{version}.yaml", edited('version: "1.0"', f'version: "{version}"'))
    catalogue = load_all(folder)
    assert catalogue.newest("sample").pin == "sample@1.10"
    assert catalogue.ids() == ("sample",)
    with pytest.raises(KeyError):
        catalogue.newest("nothing")


def test_the_same_text_gives_the_same_module_without_reading_it_twice(folder: Path) -> None:
    assert load_all(folder)["sample@1.0"] is load_all(folder)["sample@1.0"]


def test_all_shipped_content_is_right(capsys: pytest.CaptureFixture[str]) -> None:
    assert known_ids() is not None
    assert main(None) == 0, capsys.readouterr().out
    assert all(shipped()[pin].pin == pin for pin in shipped())
