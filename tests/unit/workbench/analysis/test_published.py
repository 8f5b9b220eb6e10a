"""The commands of the guide on series of published studies, read from where they lie; nothing of them is kept."""

import json
from pathlib import Path

import pytest

from lijfspoor.domain.singlecase.data.series import Case
from tests.unit.singlecase.report.studies import reference, study
from tests.unit.workbench.analysis.commands import in_every_form, written

PUBLISHED = Path(__file__).parents[5] / "shared" / "golden" / "published.json"
STUDIES = sorted(reference(PUBLISHED)["datasets"]) if PUBLISHED.exists() else []


def design_of(cases: tuple[Case, ...]) -> dict[str, object] | None:
    """A design these series could have been drawn from: each start two rows earlier or later, or each phase freely."""
    names = [case.name for case in cases]
    sizes = [case.size for case in cases]
    if len(set(names)) < len(names):
        return None
    starts = [case.spells[1].start + 1 for case in cases]
    if len(cases) > 1 and all(len(case.spells) == 2 for case in cases):
        windows = [[max(2, start - 2), min(size, start + 2)] for start, size in zip(starts, sizes, strict=True)]
        return {
            "design": "multiple-baseline",
            "cases": names,
            "phases": list(cases[0].labels),
            "measurements": sizes,
            "windows": windows,
        }
    shortest = min(spell.stop - spell.start for case in cases for spell in case.spells)
    return {
        "design": "phases",
        "cases": names,
        "phases": [spell.label for spell in cases[0].spells],
        "measurements": sizes,
        "minimum": max(1, shortest),
    }


@pytest.mark.skipif(not PUBLISHED.exists(), reason="the published series are not here")
@pytest.mark.parametrize("dataset", STUDIES)
def test_a_published_study_is_analysed_in_every_form(dataset: str, tmp_path: Path) -> None:
    cases = study(dataset, PUBLISHED)
    file = written(cases, tmp_path)
    mapping = design_of(cases)
    if mapping is None:
        data = in_every_form(file, tmp_path)
        assert data["answers"][0]["answer"]["code"] == "no-design"
        return
    design = tmp_path / "design.yaml"
    design.write_text(json.dumps(mapping), encoding="utf-8")
    data = in_every_form(file, tmp_path, "--design", design)
    assert data["answers"][0]["answer"]["status"] == "given"
    assert 0 < data["answers"][0]["answer"]["figures"]["p"] <= 1
