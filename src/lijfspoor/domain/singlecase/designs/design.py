"""One study's design: its cases, what may be drawn for them, and the mapping it was read from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from lijfspoor.domain.singlecase.designs.joint import RankedJoint
from lijfspoor.domain.singlecase.designs.layers import WASHOUT
from lijfspoor.domain.singlecase.designs.ranks import Ranked
from lijfspoor.domain.singlecase.designs.scheme import Codes


class Kind(StrEnum):
    """What kind of design it is."""

    PHASES = "phases"
    MULTIPLE_BASELINE = "multiple-baseline"
    ALTERNATION = "alternation"
    CHANGING_CRITERION = "changing-criterion"


class Across(StrEnum):
    """What the series of a multiple baseline are."""

    CLIENTS = "clients"
    BEHAVIOURS = "behaviours"
    SETTINGS = "settings"


@dataclass(frozen=True, eq=False)
class Design:
    """A design as drawn from and tested against.

    `cases`: the names of the series; `joint`: the admissible joint choices; `mapping`: what it was read from;
    `criteria`: for a changing criterion the criterion of each phase after the baseline; `apart`: whether no two series
    can change at the same moment; `title`: the study's name.
    """

    kind: Kind
    cases: tuple[str, ...]
    joint: RankedJoint
    mapping: Mapping[str, object]
    across: Across = Across.CLIENTS
    criteria: tuple[float, ...] = ()
    apart: bool = False
    title: str = ""

    @property
    def schemes(self) -> tuple[Ranked, ...]:
        """Per case the scheme of its own series."""
        return self.joint.schemes

    @property
    def labels(self) -> tuple[str, ...]:
        """The conditions, in order of first mention, without the washout."""
        return tuple(label for label in self.schemes[0].labels if label != WASHOUT)

    @property
    def sizes(self) -> tuple[int, ...]:
        """Per case how many rows it has."""
        return tuple(scheme.size for scheme in self.schemes)

    def codes_of(self, phases: Sequence[Sequence[str]]) -> tuple[Codes, ...]:
        """Turn the phase labels of each case into codes; a label that the design lacks becomes -1, which is refused."""
        numbers = {label: code for code, label in enumerate(self.schemes[0].labels)}
        return tuple(np.array([numbers.get(label, -1) for label in labels], dtype=np.int8) for labels in phases)

    def phases_of(self, codes: Sequence[Codes]) -> tuple[tuple[str, ...], ...]:
        """Turn the codes of each case, shape (rows,), into phase labels."""
        labels = self.schemes[0].labels
        return tuple(tuple(labels[code] for code in row) for row in codes)
