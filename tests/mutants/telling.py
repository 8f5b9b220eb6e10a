"""Tells what became of the faults that were tried: per room, and what each survivor changed."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import sqrt
from pathlib import Path
from typing import Any

from tests.mutants.making import Mutant, difference, mutated
from tests.mutants.trying import BROKEN, SURVIVED, UNREACHED

ALIVE = frozenset({SURVIVED, UNREACHED, "not put in", BROKEN})
Tries = Mapping[str, Sequence[Mapping[str, Any]]]


def read(kept: Path) -> dict[str, list[dict[str, Any]]]:
    """Every try of every fault, the oldest first."""
    found = defaultdict(list)
    if kept.exists():
        for line in kept.read_text(encoding="utf-8").splitlines():
            said = json.loads(line)
            found[said["key"]].append(said)
    return dict(found)


def told(folder: Path, every: list[Mutant], drawn: list[Mutant], tries: Tries, seed: int, *, survivors: bool) -> str:
    """The table as Markdown; with the survivors under it when asked."""
    done = [one for one in drawn if one.key in tries]
    lines = [
        f"Seed {seed}: {len(done)} of {len(drawn)} drawn faults tried; the folder has {len(every)}.",
        "",
        "| Room | Faults | Drawn | Noticed at first | Noticed now | Share now |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    rooms = sorted({_room(folder, one) for one in every})
    for room in rooms:
        here = [one for one in done if _room(folder, one) == room]
        lines.append(_row(room, sum(_room(folder, one) == room for one in every), here, tries))
    lines.append(_row("all", len(every), done, tries))
    if survivors:
        lines += _survivors(done, tries)
    return "\n".join(lines)


def _room(folder: Path, mutant: Mutant) -> str:
    parts = mutant.path.relative_to(folder).parts if folder.is_dir() else ()
    return parts[0] if len(parts) > 1 else "(itself)"


def _row(name: str, faults: int, here: list[Mutant], tries: Tries) -> str:
    first, now = (sum(tries[one.key][which]["outcome"] not in ALIVE for one in here) for which in (0, -1))
    if not here:
        return f"| {name} | {faults} | 0 | | | |"
    share = now / len(here)
    error = sqrt(share * (1 - share) / len(here))
    return f"| {name} | {faults} | {len(here)} | {first} | {now} | {share:.1%} (± {error:.1%}) |"


def _survivors(done: list[Mutant], tries: Tries) -> list[str]:
    found = []
    for one in sorted(done, key=lambda each: (str(each.path), each.number)):
        last = tries[one.key][-1]
        if last["outcome"] in ALIVE:
            text = one.path.read_text(encoding="utf-8")
            _, after = next(mutated(one.path, [one]))
            found += ["", f"{one.path.parent.name}/{one.path.name} {one.function} [{one.key}] {last['outcome']}"]
            found += difference(text, after)
    return found
