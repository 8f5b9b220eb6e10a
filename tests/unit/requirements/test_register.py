"""The register of requirements is complete, and a mark that names an unknown one is refused."""

import csv
import re
from collections import Counter

import pytest

from tests.requirements_plugin import known_ids
from tests.requirements_report import (
    ROOT,
    content_items,
    later,
    matrix,
    register,
    summary,
    tally,
    unaccounted,
)

SOURCE = ROOT.parent / "shared" / "requirements.md"
pytest_plugins = ["pytester"]

MARKED = """
import pytest

@pytest.mark.requirement("{id}")
{extra}
def test_it(): pass
"""


def test_all_320_are_there_with_every_field() -> None:
    found = register()
    assert Counter(each.document for each in found) == {"S0": 69, "S1": 37, "S2": 148, "S3": 27, "S4": 39}
    assert all(each.section and each.group and each.text for each in found)
    assert len(known_ids()) == 320


@pytest.mark.skipif(not SOURCE.exists(), reason="the source of the register is not beside this checkout")
def test_register_says_what_the_source_says() -> None:
    rows = [line for line in SOURCE.read_text(encoding="utf-8").splitlines() if re.match(r"\| S\d-\d{3} \|", line)]
    cells = [[cell.strip() for cell in row.strip("|").split(" | ")] for row in rows]
    told = {cell[0]: (cell[2], cell[4], cell[3]) for cell in cells}
    assert {each.id: (each.section, each.group, each.text) for each in register()} == told


@pytest.fixture
def with_plugin(pytester: pytest.Pytester) -> pytest.Pytester:
    pytester.makeini("[pytest]\nmarkers = requirement(*ids): proof")
    pytester.makeconftest('pytest_plugins = ["tests.requirements_plugin"]')
    pytester.syspathinsert(ROOT)
    return pytester


def test_unknown_id_stops_the_run(with_plugin: pytest.Pytester) -> None:
    with_plugin.makepyfile(MARKED.format(id="S9-001", extra=""))
    done = with_plugin.runpytest_inprocess("-p", "no:django")
    assert done.ret == pytest.ExitCode.USAGE_ERROR
    done.stderr.fnmatch_lines(["*Unknown requirement ids: S9-001*"])


@pytest.mark.parametrize(
    ("extra", "proved"),
    [("", True), ("@pytest.mark.skip(reason='later')", False), ("@pytest.mark.xfail(reason='no')", False)],
)
def test_a_test_put_off_proves_nothing(with_plugin: pytest.Pytester, extra: str, proved: bool) -> None:
    with_plugin.makepyfile(MARKED.format(id="S2-053", extra=extra))
    with_plugin.runpytest_inprocess("--collect-only", "--requirements-map=map.json", "-p", "no:django")
    assert ("S2-053" in (with_plugin.path / "map.json").read_text()) is proved


def test_summary_counts_and_lists_what_lacks() -> None:
    three = [each for each in register() if each.id in {"S1-001", "S1-002", "S1-003"}]
    said = summary(three, {"S1-001": ["tests/a.py::test_a"]}, {"S1-002": "portals: later"})
    assert "S1      1 / 3" in said
    assert "not proved (2): S1-002 S1-003" in said
    assert "accounted for: 2 / 3 S1-003" in said
    assert tally(three, {}, lambda each: each.document) == [("S1", 0, 3)]
    assert unaccounted(three, {"S1-001": ["tests/a.py::test_a"]}, {"S1-002": "portals: later"}) == ["S1-003"]


def test_matrix_has_a_row_for_each_and_keeps_the_table_whole() -> None:
    told = matrix(register(), {}, later(), content_items())
    rows = [line for line in told.splitlines() if re.match(r"\| S\d-\d{3} \|", line)]
    assert len(rows) == 320
    assert {len(re.split(r"(?<!\\)\|", row)) for row in rows} == {8}


def test_what_is_still_to_come_is_said_of_known_requirements() -> None:
    assert set(later()) <= known_ids()


def test_the_matrix_names_the_content_that_rests_on_a_requirement() -> None:
    items = content_items()
    assert "modules/pmt-addon/1.0" in items["S1-011"]
    assert "modules/pmkt-attachment/1.0" in items["S2-053"]
    assert set(items) <= known_ids()


def test_csv_is_plain() -> None:
    with (ROOT / "docs" / "requirements.csv").open(newline="", encoding="utf-8") as file:
        assert next(csv.reader(file)) == ["id", "document", "section", "group", "text"]
