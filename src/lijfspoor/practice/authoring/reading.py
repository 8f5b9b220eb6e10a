"""A draft as it is read: its document, what is wrong in it by place, and the module it would become."""

import hashlib
import json
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lijfspoor.catalogue import documents
from lijfspoor.catalogue.documents import Value
from lijfspoor.catalogue.mistakes import written
from lijfspoor.catalogue.reader import examine
from lijfspoor.catalogue.register import requirements
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.practice.authoring import shape
from lijfspoor.practice.authoring.models import ModuleDraft
from lijfspoor.practice.authoring.places import Spot, find
from lijfspoor.practice.library.mistakes import in_dutch


@dataclass(frozen=True)
class Draft:
    """A draft of a module."""

    row: ModuleDraft

    @cached_property
    def document(self) -> Value:
        """What the file says, or None when it cannot be read at all."""
        read = documents.read(self.row.text.encode())
        return None if read.findings else read.value

    @cached_property
    def faults(self) -> tuple[tuple[str, str], ...]:
        """Every mistake as place and what is expected, in Dutch."""
        found = examine(self.row.text.encode(), frozenset(requirements())).mistakes
        return tuple((each.path, in_dutch(each.expected)) for each in found)

    @cached_property
    def module(self) -> CareModule | None:
        """The module as far as its shape is right."""
        return examine(self.row.text.encode(), frozenset(requirements())).module

    @property
    def named(self) -> tuple[str, str]:
        """The id and version the file gives itself; empty where it does not."""
        said = self.document if isinstance(self.document, dict) else {}
        return str(said.get("id", "")), str(said.get("version", ""))

    def spot(self, place: str) -> Spot:
        """Return the part at a place. Raises NoSuchPlace."""
        return find(self.document, place)

    def faults_per_chapter(self) -> Counter[str]:
        """Return how many mistakes each chapter has; those outside the chapters are under the empty name."""
        chapters = {part.name for part in shape.nested_parts(CareModule)}
        tops = (path.partition(".")[0].partition("[")[0] for path, _ in self.faults)
        return Counter(top if top in chapters else "" for top in tops)

    def faults_at(self, spot: Spot) -> dict[str, tuple[str, ...]]:
        """Return what is wrong in each field of a part; for parts within it under the field that holds them."""
        here, found = written(spot.path), dict[str, list[str]]()
        for path, expected in self.faults:
            if path.startswith(f"{here}.") or not here:
                below = path[len(here) :].lstrip(".")
                found.setdefault(below.partition(".")[0].partition("[")[0], []).append(expected)
        return {name: tuple(dict.fromkeys(told)) for name, told in found.items()}


def mark_of(spot: Spot) -> str:
    """Return a mark of what the own fields of a part say now; another mark tells that someone changed them."""
    own: dict[str, Any] = {part.name: spot.value.get(part.name) for part in shape.own_parts(spot.record)}
    return hashlib.sha256(json.dumps(own, sort_keys=True, default=str).encode()).hexdigest()[:16]
