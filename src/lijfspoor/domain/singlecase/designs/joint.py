"""Several series drawn each for itself: every choice of one series goes with every choice of the others.

Marascuilo & Busk 1988 (Behavioral Assessment 10, 1-28): with independent starts the numbers multiply; three clients
with 31 possible starts each have 31^3 = 29,791 joint assignments.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import prod

import numpy as np
import numpy.typing as npt

from lijfspoor.domain.singlecase.data.saying import Refused, Saying, refuse
from lijfspoor.domain.singlecase.designs.ranks import Ranked, Ranks, random_ranks, rank_array, rank_chunks
from lijfspoor.domain.singlecase.designs.scheme import CHUNK, Codes, Picks

MOST_CELLS = 2**27


class RankedJoint(ABC):
    """A joint scheme that turns ranks into picks; the rest of `JointScheme` follows from it."""

    @property
    @abstractmethod
    def schemes(self) -> tuple[Ranked, ...]:
        """Per case the scheme of its own series."""

    @property
    @abstractmethod
    def options(self) -> tuple[Codes, ...]:
        """Per case the label sequences it can get, shape (options of the case, rows of the case)."""

    @abstractmethod
    def count(self) -> int:
        """How many joint choices are admissible."""

    @abstractmethod
    def unrank(self, ranks: Ranks) -> Picks:
        """Return the joint choices with these ranks, shape (k, cases)."""

    @abstractmethod
    def joint_refusal(self, picks: npt.NDArray[np.int64]) -> Saying | None:
        """Say why options that each case may have do not go together; None when they do."""

    def enumerate(self, chunk: int = CHUNK) -> Iterator[Picks]:
        """Give every joint choice once, by rank, at most `chunk` at a time."""
        for ranks in rank_chunks(self.count(), chunk, len(self.schemes)):
            yield self.unrank(ranks)

    def draw(self, rng: np.random.Generator, k: int) -> Picks:
        """Draw `k` joint choices independently, each admissible one equally likely."""
        return self.unrank(random_ranks(rng, self.count(), k))

    def draw_codes(self, rng: np.random.Generator, k: int) -> tuple[Codes, ...]:
        """Draw `k` joint choices and give their label sequences, per case shape (k, rows)."""
        picks = self.draw(rng, k)
        return tuple(codes[picks[:, case]] for case, codes in enumerate(self.options))

    def codes_at(self, rank: int) -> tuple[Codes, ...]:
        """Return per case the label sequence of the joint choice with this rank, shape (rows,)."""
        picks = self.unrank(rank_array([rank], self.count()))[0]
        return tuple(codes[pick] for codes, pick in zip(self.options, picks, strict=True))

    def admits(self, picks: npt.ArrayLike) -> bool:
        """Say whether one joint choice is admissible."""
        choice = np.asarray(picks)
        sizes = np.array([len(codes) for codes in self.options])
        if choice.shape != sizes.shape or (choice < 0).any() or (choice >= sizes).any():
            return False
        return self.joint_refusal(choice.astype(np.int64)) is None

    def find(self, observed: Sequence[npt.ArrayLike]) -> Picks | Refused:
        """Return the joint choice that was made, shape (cases,), or the refusal that names the case and the reason."""
        if len(observed) != len(self.schemes):
            return refuse(
                "other-cases",
                nl=f"Er zijn {len(observed)} reeksen; het ontwerp heeft er {len(self.schemes)}.",
                en=f"There are {len(observed)} series; the design has {len(self.schemes)}.",
            )
        for number, (scheme, codes) in enumerate(zip(self.schemes, observed, strict=True), start=1):
            if why := scheme.refusal(codes):
                return refuse("not-admissible", nl=f"Reeks {number}: {why.nl}", en=f"Series {number}: {why.en}")
        return self._find_picks([_places(*case) for case in zip(self.schemes, self.options, observed, strict=True)])

    def _find_picks(self, places: list[npt.NDArray[np.int64]]) -> Picks | Refused:
        """Choose among the options of each case that read as observed the ones that go together."""
        picks = np.array([place[0] for place in places], dtype=np.int64)
        why = self.joint_refusal(picks)
        return picks if why is None else Refused("not-admissible", why)


def _places(scheme: Ranked, options: Codes, observed: npt.ArrayLike) -> npt.NDArray[np.int64]:
    """At which options an admissible sequence stands."""
    return np.flatnonzero((options == scheme.settle(observed)).all(axis=1))


@dataclass(frozen=True)
class Independent(RankedJoint):
    """Every sequence of one case with every sequence of the others."""

    cases: tuple[Ranked, ...]

    @property
    def schemes(self) -> tuple[Ranked, ...]:
        """Per case the scheme of its own series."""
        return self.cases

    @cached_property
    def options(self) -> tuple[Codes, ...]:
        """Per case all its label sequences; raises Refused "too-many-options" where they do not fit in memory."""
        for scheme in self.cases:
            if scheme.count() * scheme.size > MOST_CELLS:
                raise refuse(
                    "too-many-options",
                    nl="Een reeks heeft zo veel mogelijke volgordes dat ze niet in het geheugen passen; trek ze.",
                    en="A series has so many possible orders that they do not fit in memory; draw them instead.",
                )
        return tuple(np.concatenate(list(scheme.enumerate())) for scheme in self.cases)

    def count(self) -> int:
        """How many joint choices there are: the product over the cases."""
        return prod(scheme.count() for scheme in self.cases)

    def unrank(self, ranks: Ranks) -> Picks:
        """Return the joint choices with these ranks, shape (k, cases); the last case turns fastest."""
        rest = np.asarray(ranks)
        picks = np.empty((len(self.cases), len(rest)), dtype=np.int64)
        for case in reversed(range(len(self.cases))):
            base = self.cases[case].count()
            picks[case] = rest % base
            rest = rest // base
        return picks.T

    def draw(self, rng: np.random.Generator, k: int) -> Picks:
        """Draw for each case by itself."""
        picks = np.empty((len(self.cases), k), dtype=np.int64)
        for case, scheme in enumerate(self.cases):
            picks[case] = random_ranks(rng, scheme.count(), k)
        return picks.T

    def draw_codes(self, rng: np.random.Generator, k: int) -> tuple[Codes, ...]:
        """Draw the sequences of each case by itself; nothing is listed, however many there are."""
        return tuple(scheme.draw(rng, k) for scheme in self.cases)

    def codes_at(self, rank: int) -> tuple[Codes, ...]:
        """Return per case the label sequence of the joint choice with this rank; nothing is listed."""
        codes = []
        for scheme in reversed(self.cases):
            rank, own = divmod(rank, scheme.count())
            codes.append(scheme.unrank(rank_array([own], scheme.count()))[0])
        return tuple(reversed(codes))

    def joint_refusal(self, picks: npt.NDArray[np.int64]) -> Saying | None:
        """Independent choices always go together."""
        return None
