"""Small studies for the tests of the report."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from lijfspoor.domain.singlecase.data.series import Case, make_case

OWN = Path(__file__).parents[3] / "golden" / "own.json"


@cache
def reference(file: Path = OWN) -> dict[str, Any]:
    """The reference file as it is."""
    loaded: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return loaded


def study(dataset: str, file: Path = OWN, **how: Any) -> tuple[Case, ...]:
    """All series of one data set; behind a bar stands the measure."""
    found = []
    for key, series in reference(file)["series"].items():
        if series["dataset"] == dataset:
            name, _, measure = key.partition("/")[2].partition("|")
            found.append(make_case(name, series["y"], series["phase"], series["time"], measure=measure, **how))
    return tuple(found)


STAGGERED = {
    "design": "multiple-baseline",
    "cases": ["tier1", "tier2", "tier3"],
    "measurements": 20,
    "windows": [[4, 8], [7, 11], [10, 14]],
}
REVERSAL = {"design": "phases", "phases": "ABAB", "measurements": 24, "minimum": 4}
