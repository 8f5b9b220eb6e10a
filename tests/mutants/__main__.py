"""Draws a sample of faults, tries each against the tests, and tells how many are noticed.

    python -m tests.mutants src/lijfspoor/domain/singlecase --sample 1000 --seed 20261129

Results are kept in `mutants/` as they come: run again to go on where it stopped, with `--again` to try once more what
survived, with `--tell` only to read, with `--survivors` to read what each survivor changed.
"""

import argparse
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.mutants import making, telling, trying

ROOT = Path(__file__).parents[2]
KEPT = ROOT / "mutants"
TESTS = {"src/lijfspoor/domain/singlecase": ["tests/unit/singlecase"]}


@dataclass(slots=True)
class Written:
    """A fault written out, to be tried."""

    key: str
    path: Path
    text: str


def main() -> int:
    """Draw, try what was not tried before, and tell."""
    asked = _arguments()
    os.environ.update(OPENBLAS_NUM_THREADS="1", LIJFSPOOR_HYPOTHESIS="mutants", PYTHONHASHSEED="0")
    folder = asked.folder.resolve()
    every = making.every_mutant(folder)
    drawn = making.sample(every, asked.sample, asked.seed)
    kept = KEPT / f"{folder.name}.jsonl"
    KEPT.mkdir(exist_ok=True)
    if not asked.tell:
        _try(folder, drawn, kept, asked)
    print(telling.told(folder, every, drawn, telling.read(kept), asked.seed, survivors=asked.survivors))
    return 0


def _try(folder: Path, drawn: list[making.Mutant], kept: Path, asked: argparse.Namespace) -> None:
    known = telling.read(kept)
    alive = {key for key, tries in known.items() if tries[-1]["outcome"] in telling.ALIVE}
    again = {one.key for one in drawn if one.key in alive and _asked_again(one, asked.again)}
    waiting = [one for one in drawn if one.key not in known or one.key in again]
    now: list[making.Mutant] = []

    def faults() -> Iterator[Written]:
        for number, mutant in enumerate(waiting):
            now[:] = [mutant]
            print(f"{number + 1} of {len(waiting)}: {mutant.path.relative_to(ROOT)} {mutant.function}", flush=True)
            for _, text in making.mutated(mutant.path, [mutant]):
                yield Written(mutant.key, mutant.path, text)

    def told(said: dict[str, Any]) -> None:
        mutant = now[0]
        where = {"key": mutant.key, "path": str(mutant.path.relative_to(ROOT)), "function": mutant.function}
        with kept.open("a", encoding="utf-8") as file:
            file.write(json.dumps(where | said | {"was": mutant.was, "becomes": mutant.becomes}) + "\n")

    if waiting:
        tests = asked.tests or TESTS[str(folder.relative_to(ROOT))]
        quiet = ["-q", "-s", "--tb=short", "-p", "no:django", "-p", "no:cacheprovider", "-p", "no:xdist"]
        pytest.main([*quiet, *tests], plugins=[trying.Trial(folder, faults, told)])


def _asked_again(mutant: making.Mutant, texts: list[str] | None) -> bool:
    where = f"{mutant.path} {mutant.function} {mutant.was}"
    return texts is not None and (not texts or any(text in where for text in texts))


def _arguments() -> argparse.Namespace:
    options = argparse.ArgumentParser(prog="python -m tests.mutants", description=(__doc__ or "").partition("\n")[0])
    options.add_argument("folder", type=Path, nargs="?", default=ROOT / "src/lijfspoor/domain/singlecase")
    options.add_argument("--sample", type=int, default=1000)
    options.add_argument("--seed", type=int, default=20261129)
    options.add_argument("--tests", nargs="*")
    options.add_argument("--again", nargs="*", metavar="TEXT", help="those that survived once more, or those with TEXT")
    options.add_argument("--tell", action="store_true")
    options.add_argument("--survivors", action="store_true")
    return options.parse_args()


if __name__ == "__main__":
    sys.exit(main())
