"""The engine reproduces every reference record that is not excepted with a reason."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.golden.singlecase.__main__ import main
from tests.golden.singlecase.exceptions import listed
from tests.golden.singlecase.judging import judge
from tests.golden.singlecase.records import read_records

ROOT = Path(__file__).parents[3]
OWN = ROOT / "tests/golden/own.json"
PUBLISHED = ROOT.parent / "shared/golden/published.json"


@pytest.mark.parametrize(
    ("file", "records"),
    [
        pytest.param(OWN, 4783, id="own"),
        pytest.param(
            PUBLISHED,
            2163,
            id="published",
            marks=pytest.mark.skipif(not PUBLISHED.exists(), reason="the published reference values are not here"),
        ),
    ],
)
def test_every_record_is_matched_or_excepted_with_a_reason(file: Path, records: int) -> None:
    tally = judge(read_records(file))
    failed = [line for line in tally.lines(everything=True) if line.startswith("    failed")]
    assert (failed, tally.unsupported, tally.total) == ([], 0, records)


def changed(folder: Path, change: Mapping[str, object]) -> str:
    """A file of the overlap records of our own series, the first of them changed."""
    file = json.loads(OWN.read_text(encoding="utf-8"))
    file["expected"] = [one for one in file["expected"] if one["def"] == "ses.PND"]
    file["expected"][0].update(change)
    made = folder / "changed.json"
    made.write_text(json.dumps(file), encoding="utf-8")
    return str(made)


def test_a_wrong_number_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([changed(tmp_path, {"values": {"est": 0.9999999}})]) == 1
    assert "88 matched, 1 failed, 0 unsupported, 0 excepted" in capsys.readouterr().out


def test_what_nobody_computes_is_unsupported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([changed(tmp_path, {"def": "ses.XYZ"}), "--def", "ses.XYZ"]) == 1
    assert "0 matched, 0 failed, 1 unsupported, 0 excepted" in capsys.readouterr().out


def test_a_file_of_another_schema_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "other.json"
    other.write_text('{"schema": "something/2"}', encoding="utf-8")
    assert main([str(other)]) == 2
    assert "schema" in capsys.readouterr().err


def test_every_exception_by_name_has_a_reason() -> None:
    assert listed()
    assert all(len(why) > 20 for why in listed().values())
