"""The numbers of assignments that the reference packages list for their designs."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from lijfspoor.domain.singlecase.designs.alternation import randomised_blocks, shuffled
from lijfspoor.domain.singlecase.designs.joint import Independent
from lijfspoor.domain.singlecase.designs.limited import limited_runs
from lijfspoor.domain.singlecase.designs.phases import phase_scheme
from lijfspoor.domain.singlecase.designs.tiers import koehler_levin

ROOT = Path(__file__).parents[4]
FILES = [ROOT / "tests" / "golden" / "own.json", ROOT.parent / "shared" / "golden" / "published.json"]


def windows(record: dict[str, Any]) -> list[list[int]]:
    return [tier if isinstance(tier, list) else [tier] for tier in record["starts"]]


def count(record: dict[str, Any], series: dict[str, Any]) -> int:
    """The count that our designs give for a record."""
    name = record["def"].split(".")[1]
    if record["def"] == "scan.rand_test.AB_start":
        before, after = record["limit"]
        ids = record["series"] if isinstance(record["series"], list) else [record["series"]]
        sizes = [sum(score is not None for score, side in rows_of(series[one], record) if side) for one in ids]
        return Independent(tuple(phase_scheme("AB", size, minimum=[before, after]) for size in sizes)).count()
    if name == "MBD":
        return koehler_levin([record["n_used"]] * len(record["starts"]), windows(record)).count()
    size = len(record["labels"])
    if name == "CRD":
        return shuffled("AB", size).count()
    if name == "RBD":
        return randomised_blocks("AB", size).count()
    if name == "ATD":
        return limited_runs("AB", size, record["limit"]).count()
    return phase_scheme(name, size, minimum=record["limit"]).count()


def rows_of(series: dict[str, Any], record: dict[str, Any]) -> list[tuple[float | None, bool]]:
    """Each score and whether its phase is on a side; the reference package drops missing scores first."""
    sides = [side for key in ("A", "B") for side in ([record[key]] if isinstance(record[key], str) else record[key])]
    return [(score, phase in sides) for score, phase in zip(series["y"], series["phase"], strict=True)]


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.name))
def test_counts_agree(file: Path) -> None:
    if not file.exists():
        pytest.skip("the published series are not on this machine")
    content = json.loads(file.read_text(encoding="utf-8"))
    seen: Counter[str] = Counter()
    for record in content["expected"]:
        if record["def"].startswith(("SCRT.", "scan.rand_test.")) and record["values"]:
            assert count(record, content["series"]) == record["values"]["assignments"], record["id"]
            seen[record["def"]] += 1
    assert len(seen) == 8
    assert sum(seen.values()) > 100
