"""Says which requirements are proved by tests, and writes the matrix to docs/generated/requirements.md."""

import csv
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.requirements_plugin import REGISTER

ROOT = Path(__file__).parent.parent
MATRIX = ROOT / "docs" / "generated" / "requirements.md"
LISTED = ("S1", "S2")
Proofs = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing a source document says that software can carry."""

    id: str
    document: str
    section: str
    group: str
    text: str


def register() -> list[Requirement]:
    """All requirements, in order of id."""
    with REGISTER.open(newline="", encoding="utf-8") as file:
        return [Requirement(**row) for row in csv.DictReader(file)]


def collect() -> Proofs:
    """Ask pytest which tests carry which requirement. Leaves with pytest's words when it cannot."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "map.json"
        command = [
            sys.executable,
            "-m",
            "pytest",
            "--collect-only",
            "-q",
            f"--requirements-map={target}",
            "tests",
        ]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode or not target.exists():
            sys.exit("\n".join((done.stdout + done.stderr).strip().splitlines()[-25:]))
        found: Proofs = json.loads(target.read_text(encoding="utf-8"))
        return found


def tally(
    requirements: Sequence[Requirement], proofs: Proofs, kind: Callable[[Requirement], str]
) -> list[tuple[str, int, int]]:
    """For each kind: its name, how many are proved, how many there are."""
    kinds = sorted({kind(each) for each in requirements})
    parts = {name: [each for each in requirements if kind(each) == name] for name in kinds}
    return [(name, sum(each.id in proofs for each in part), len(part)) for name, part in parts.items()]


def summary(requirements: Sequence[Requirement], proofs: Proofs) -> str:
    """The lines a person reads: totals by document and group, and what S1 and S2 still lack."""
    rows = [*tally(requirements, proofs, lambda each: each.document)]
    rows += tally(requirements, proofs, lambda each: each.group)
    rows += tally(requirements, proofs, lambda _: "all")
    lines = [f"{name:<4} {proved:>4} / {total}" for name, proved, total in rows]
    for document in LISTED:
        lacking = [each.id for each in requirements if each.document == document and each.id not in proofs]
        lines.append(f"{document} not proved ({len(lacking)}): {' '.join(lacking) or 'none'}")
    return "\n".join(lines)


def matrix(requirements: Sequence[Requirement], proofs: Proofs) -> str:
    """The whole table as Markdown: each requirement with the tests that prove it."""
    lines = ["# Requirements and their proofs", "", "Made by `make requirements`; not edited by hand.", ""]
    lines += ["| Document | Proved | Total |", "|---|---|---|"]
    lines += [f"| {n} | {p} | {t} |" for n, p, t in tally(requirements, proofs, lambda each: each.document)]
    lines += ["", "| Id | Group | Requirement | Proved by |", "|---|---|---|---|"]
    for each in requirements:
        tests = "<br>".join(f"`{name}`" for name in proofs.get(each.id, ()))
        lines.append(f"| {each.id} | {each.group} | {each.text.replace('|', chr(92) + '|')} | {tests} |")
    return "\n".join(lines) + "\n"


def main() -> int:
    """Print the summary and write the matrix."""
    requirements, proofs = register(), collect()
    MATRIX.parent.mkdir(parents=True, exist_ok=True)
    MATRIX.write_text(matrix(requirements, proofs), encoding="utf-8")
    print(summary(requirements, proofs))
    return 0


if __name__ == "__main__":
    sys.exit(main())
