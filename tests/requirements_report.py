"""Says which requirements are proved by tests, and writes the matrix to docs/generated/requirements.md."""

import csv
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.requirements_plugin import REGISTER

ROOT = Path(__file__).parent.parent
MATRIX = ROOT / "docs" / "generated" / "requirements.md"
CONTENT = ROOT / "src" / "lijfspoor" / "content"
LATER = ROOT / "docs" / "requirements_later.csv"
BELONGS_TO = ("public side", "live session", "body map", "measuring", "portals", "studies", "not for software")
MOST_ITEMS = 5
"""Content items named in one cell; the others are counted."""

_ID = re.compile(r"\bS[0-4]-\d{3}\b")
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


def later() -> dict[str, str]:
    """What is still to come of a requirement, by id: where it belongs and the reason.

    Raises ValueError for a place that is not known, or an id that stands twice.
    """
    found: dict[str, str] = {}
    with LATER.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["belongs_to"] not in BELONGS_TO or row["id"] in found or not row["reason"]:
                raise ValueError(f"{row['id']} does not say once, and where it belongs, what is still to come")
            found[row["id"]] = f"{row['belongs_to']}: {row['reason']}"
    return found


def content_items() -> dict[str, list[str]]:
    """Which content rests on a requirement, by id: files named by their place, such as `modules/pmt/1.0`."""
    found: dict[str, list[str]] = {}
    for file in sorted(CONTENT.glob("*/**/*.yaml")):
        item = str(file.relative_to(CONTENT).with_suffix(""))
        for requirement in sorted(set(_ID.findall(file.read_text(encoding="utf-8")))):
            found.setdefault(requirement, []).append(item)
    return found


def unaccounted(requirements: Sequence[Requirement], proofs: Proofs, put_off: Mapping[str, str]) -> list[str]:
    """Return the ids that are neither proved nor put off with a reason."""
    return [each.id for each in requirements if each.id not in proofs and each.id not in put_off]


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


def summary(requirements: Sequence[Requirement], proofs: Proofs, put_off: Mapping[str, str]) -> str:
    """The lines a person reads: totals by document and group, and how every requirement is accounted for."""
    rows = [*tally(requirements, proofs, lambda each: each.document)]
    rows += tally(requirements, proofs, lambda each: each.group)
    rows += tally(requirements, proofs, lambda _: "all")
    lines = [f"{name:<4} {proved:>4} / {total}" for name, proved, total in rows]
    lacking = [each.id for each in requirements if each.id not in proofs]
    missing = unaccounted(requirements, proofs, put_off)
    lines.append(f"not proved ({len(lacking)}): {' '.join(lacking) or 'none'}")
    lines.append(f"proved, with more to come ({len(put_off) - sum(each in put_off for each in lacking)})")
    lines.append(
        f"accounted for: {len(requirements) - len(missing)} / {len(requirements)} {' '.join(missing)}".rstrip()
    )
    return "\n".join(lines)


def matrix(
    requirements: Sequence[Requirement],
    proofs: Proofs,
    put_off: Mapping[str, str],
    content: Mapping[str, Sequence[str]],
) -> str:
    """The whole table as Markdown: each requirement with tests, content and what is still to come."""
    lines = ["# Requirements and their proofs", "", "Made by `make requirements`; not edited by hand.", ""]
    lines += ["| Document | Proved | Total |", "|---|---|---|"]
    lines += [f"| {n} | {p} | {t} |" for n, p, t in tally(requirements, proofs, lambda each: each.document)]
    lines += ["", "| Id | Group | Requirement | Proved by | Content | Still to come |", "|---|---|---|---|---|---|"]
    for each in requirements:
        tests = "<br>".join(f"`{name}`" for name in proofs.get(each.id, ()))
        text = each.text.replace("|", chr(92) + "|")
        cells = (each.id, each.group, text, tests, _items(content.get(each.id, ())), put_off.get(each.id, ""))
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _items(names: Sequence[str]) -> str:
    shown = [f"`{name}`" for name in names[:MOST_ITEMS]]
    more = len(names) - len(shown)
    return "<br>".join([*shown, *([f"and {more} more"] if more else [])])


def main() -> int:
    """Print the summary and write the matrix; 1 when a requirement is not accounted for."""
    requirements, proofs, put_off = register(), collect(), later()
    MATRIX.parent.mkdir(parents=True, exist_ok=True)
    MATRIX.write_text(matrix(requirements, proofs, put_off, content_items()), encoding="utf-8")
    print(summary(requirements, proofs, put_off))
    return 1 if unaccounted(requirements, proofs, put_off) else 0


if __name__ == "__main__":
    sys.exit(main())
