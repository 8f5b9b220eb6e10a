"""The reference file, read into records that hold their series as cases."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from lijfspoor.domain.singlecase.data.series import Case, Contrast, contrast, make_case

SCHEMA = "lijfspoor.singlecase.reference/1"


class NotAReference(Exception):
    """The file is not a reference file of the known schema."""


def as_list(value: object) -> list[Any]:
    """A bare scalar stands for a list of one; None for none."""
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]


@dataclass(frozen=True, eq=False)
class Record:
    """One expected result: its raw fields and the series it is about."""

    fields: Mapping[str, Any]
    series: Mapping[str, Mapping[str, Any]]

    @property
    def id(self) -> str:
        """The unique name of the record in its file."""
        return str(self.fields["id"])

    @property
    def definition(self) -> str:
        """What is computed, such as ses.NAP.unbiased."""
        return str(self.fields["def"])

    @property
    def expected(self) -> Mapping[str, Any]:
        """The peer's numbers, by name."""
        values: Mapping[str, Any] = self.fields["values"]
        return values

    def get(self, name: str, default: Any = None) -> Any:
        """A raw field of the record."""
        return self.fields.get(name, default)

    @property
    def a(self) -> tuple[str, ...]:
        """Labels of the first side."""
        return tuple(str(label) for label in as_list(self.get("A")))

    @property
    def b(self) -> tuple[str, ...]:
        """Labels of the second side."""
        return tuple(str(label) for label in as_list(self.get("B")))

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """The series, in the record's order, with its direction."""
        return tuple(self._case(name) for name in as_list(self.get("series")))

    @property
    def contrast(self) -> Contrast:
        """The record's two sides of its first series, or of the numbers it carries itself."""
        data = self.get("data")
        if data:
            scores = [*data["A"], *data["B"]]
            phases = ["A"] * len(data["A"]) + ["B"] * len(data["B"])
            return contrast(make_case(self.id, scores, phases, improvement=self.get("improvement", "increase")))
        return contrast(self.cases[0], self.a or None, self.b or None)

    def _case(self, name: str) -> Case:
        raw = self.series[name]
        return make_case(
            name,
            raw["y"],
            [str(label) for label in raw["phase"]],
            raw["time"],
            improvement=self.get("improvement") or "increase",
            trials=raw.get("trials"),
        )


def read_records(path: Path) -> tuple[Record, ...]:
    """Read every record of a file. Raises NotAReference when it is not of the known schema."""
    try:
        file = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as problem:
        raise NotAReference(f"{path}: no JSON ({problem})") from problem
    if not isinstance(file, dict) or file.get("schema") != SCHEMA:
        raise NotAReference(f"{path}: the schema is not {SCHEMA}")
    return tuple(Record(fields, file["series"]) for fields in file["expected"])
