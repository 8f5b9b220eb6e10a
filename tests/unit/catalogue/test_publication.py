"""A published version never changes."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from lijfspoor.catalogue.__main__ import main
from lijfspoor.catalogue.mistakes import ContentRefused
from lijfspoor.catalogue.publication import PublishedChanged, changed_since, checksums, publish, recorded
from lijfspoor.catalogue.reader import SHIPPED
from lijfspoor.cli import main as cli
from tests.unit.catalogue.samples import SAMPLE, edited


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A content folder in which the sample is published."""
    write(tmp_path, "1.0", SAMPLE)
    assert publish(tmp_path) == ["sample@1.0"]
    return tmp_path


def write(folder: Path, version: str, text: str) -> None:
    file = folder / "modules" / "sample" / f"{version}.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode())


def test_every_shipped_version_is_as_it_was_published() -> None:
    assert checksums(SHIPPED) == recorded(SHIPPED)


def test_a_new_version_is_added_and_the_old_ones_stay(folder: Path) -> None:
    before = recorded(folder)
    write(folder, "1.1", edited('version: "1.0"', 'version: "1.1"'))
    assert publish(folder) == ["sample@1.1"]
    assert recorded(folder).items() > before.items()
    assert publish(folder) == []


def test_a_changed_version_is_refused_and_nothing_is_recorded(folder: Path) -> None:
    before = recorded(folder)
    write(folder, "1.0", edited("nl: Samenvatting", "nl: Samenvattinkje"))
    write(folder, "1.1", edited('version: "1.0"', 'version: "1.1"'))
    with pytest.raises(PublishedChanged, match=r"make a new version instead of sample@1\.0"):
        publish(folder)
    assert recorded(folder) == before


def test_a_version_that_is_gone_is_refused(folder: Path) -> None:
    write(folder, "1.1", edited('version: "1.0"', 'version: "1.1"'))
    (folder / "modules" / "sample" / "1.0.yaml").unlink()
    with pytest.raises(PublishedChanged):
        publish(folder)


def test_a_version_with_mistakes_is_not_published(folder: Path) -> None:
    write(folder, "1.1", SAMPLE)
    with pytest.raises(ContentRefused, match="version"):
        publish(folder)


def test_line_ends_of_another_machine_change_nothing(folder: Path) -> None:
    before = checksums(folder)
    write(folder, "1.0", SAMPLE.replace("\n", "\r\n"))
    assert checksums(folder) == before


def test_the_record_is_written_in_order_so_that_changes_read_well(folder: Path) -> None:
    text = (folder / "published.json").read_text(encoding="utf-8")
    assert text == json.dumps(recorded(folder), indent=2, sort_keys=True) + "\n"


def test_the_command_knows_one_word(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["remove"]) == 2
    assert "publish" in capsys.readouterr().err


def test_an_exercise_is_published_by_its_version_wherever_its_file_moves(folder: Path) -> None:
    home = folder / "exercises"
    home.mkdir()
    text = (SHIPPED / "exercises" / "pk-my-island.yaml").read_text(encoding="utf-8")
    (home / "pk-my-island.yaml").write_text(text, encoding="utf-8")
    assert publish(folder) == ["exercises/pk-my-island@1.0"]
    (home / "earlier").mkdir()
    (home / "pk-my-island.yaml").rename(home / "earlier" / "pk-my-island@1.0.yaml")
    newer = text.replace("version: '1.0'", "version: '1.1'").replace("Mijn eiland", "Mijn eigen eiland")
    (home / "pk-my-island.yaml").write_text(newer, encoding="utf-8")
    assert publish(folder) == ["exercises/pk-my-island@1.1"]
    (home / "pk-my-island.yaml").write_text(newer.replace("10", "11", 1), encoding="utf-8")
    assert [each.path for each in changed_since(folder)] == ["exercises/pk-my-island@1.1"]
    with pytest.raises(PublishedChanged):
        publish(folder)


def test_the_check_of_content_says_which_published_version_changed(folder: Path) -> None:
    assert CliRunner().invoke(cli, ["content", "check", str(folder)]).exit_code == 0
    write(folder, "1.0", edited("nl: Samenvatting", "nl: Samenvattinkje"))
    answer = CliRunner().invoke(cli, ["content", "check", str(folder)])
    assert answer.exit_code == 1
    assert "sample@1.0: Put it back as it was published, and make a new version instead." in answer.output
