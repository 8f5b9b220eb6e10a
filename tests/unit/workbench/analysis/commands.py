"""Runs `lijfspoor analyse` in this process and looks at what it prints and writes."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from click.testing import CliRunner, Result

from lijfspoor.domain.singlecase.data.series import Case
from lijfspoor.domain.singlecase.data.writing import write_series
from lijfspoor.workbench.analysis.command import analyse
from lijfspoor.workbench.analysis.schema import Report


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(analyse, [str(word) for word in words])


def written(cases: Sequence[Case], folder: Path) -> Path:
    file = folder / "series.csv"
    file.write_text(write_series(cases), encoding="utf-8")
    return file


def in_every_form(file: Path, folder: Path, *more: str | Path) -> dict[str, Any]:
    """Run the commands of the guide on a file; each form must be whole. Returns the JSON."""
    text = run(file, *more)
    assert text.exit_code == 0, text.output
    picture, paper = folder / "out.svg", folder / "out.pdf"
    done = run(file, *more, "--json", "--svg", picture, "--pdf", paper)
    assert done.exit_code == 0, done.output
    data: dict[str, Any] = json.loads(done.stdout)
    Report.model_validate(data)
    root = ElementTree.parse(picture).getroot()
    assert root.get("role") == "img"
    assert paper.read_bytes().startswith(b"%PDF-")
    for case in data["cases"]:
        assert case["name"] in text.stdout
    return data
