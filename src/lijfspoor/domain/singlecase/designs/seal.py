"""Sealed randomisation: the schedule is drawn and its hash published before the first score, and opened after the last.

The idea of binding the draw to what was registered is preRNG's (Mazor, Mazor & Mukamel 2019, doi:10.1111/ejn.14278;
proposed for a registry in CenterForOpenScience/osf.io issue 9048): a hash of the protocol is the seed, so that whoever
changes the protocol gets another schedule. `seed_from` makes that seed; an own seed may be given instead.

The published commitment holds no more than hashes: one for each part (design, plan, schedule, seed, drawing), each
salted with the nonce so that a schedule cannot be found by trying the few that are possible, and one over all. It
binds (no other content has these hashes) and hides (without the nonce nothing can be tried). What it cannot do: prove
when it was published; put it where a date is kept by others.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from lijfspoor.domain.singlecase.data.saying import refuse
from lijfspoor.domain.singlecase.designs.canonical import digest
from lijfspoor.domain.singlecase.designs.rawdraw import GENERATOR, METHOD, rank_from_seed
from lijfspoor.domain.singlecase.designs.reading import design_from

FORM = "lijfspoor.singlecase.seal/1"
SHORTEST_NONCE = 16
PARTS = ("design", "plan", "schedule", "seed", "drawing")

Plain = Mapping[str, object]


@dataclass(frozen=True, eq=False)
class Seal:
    """All that was sealed; secret until it is opened.

    `design`: the mapping `design_from` reads; `plan`: the analysis plan as plain data; `schedule`: per case its label
    of each row; `nonce`: text that nobody can guess; `drawing`: how the seed became the schedule.
    """

    design: Plain
    plan: Plain
    schedule: Mapping[str, tuple[str, ...]]
    seed: int
    nonce: str
    drawing: Plain

    def content(self) -> dict[str, object]:
        """Everything as plain data, to be kept secret and read back by `seal_from`."""
        return {
            "form": FORM,
            "design": self.design,
            "plan": self.plan,
            "schedule": {case: list(labels) for case, labels in self.schedule.items()},
            "seed": self.seed,
            "nonce": self.nonce,
            "drawing": self.drawing,
        }


@dataclass(frozen=True, slots=True)
class Commitment:
    """What is published before the first score: hashes only. `parts`: per part its salted SHA-256; `whole` over all."""

    parts: Mapping[str, str]
    nonce: str
    whole: str
    form: str = FORM

    def content(self) -> dict[str, object]:
        """The commitment as plain data, to publish."""
        return {"form": self.form, "whole": self.whole, "nonce": self.nonce, "parts": dict(self.parts)}


def seed_from(design: Plain, plan: Plain, nonce: str) -> int:
    """Return the seed that the design, the plan and the nonce determine (the preRNG idea)."""
    return int(digest({"design": design, "plan": plan, "nonce": nonce}), 16)


def seal(design: Plain, plan: Plain, *, nonce: str, seed: int | None = None) -> Seal:
    """Draw the schedule and seal it; without a seed it follows from the design, the plan and the nonce.

    `nonce`: at least 16 signs from a source of real chance (32 hexadecimal digits are good); the same study must never
    be sealed with one that others know. Raises Refused as `design_from` does, and "short-nonce", "bad-seed",
    "not-plain".
    """
    if len(nonce) < SHORTEST_NONCE:
        raise refuse(
            "short-nonce",
            nl=f"Het geheime woord telt ten minste {SHORTEST_NONCE} tekens.",
            en=f"The nonce has at least {SHORTEST_NONCE} signs.",
        )
    own = seed_from(design, plan, nonce) if seed is None else seed
    drawing = {"generator": GENERATOR, "library": f"numpy {np.__version__}", "method": METHOD}
    return Seal(design=design, plan=plan, schedule=schedule_of(design, own), seed=own, nonce=nonce, drawing=drawing)


def schedule_of(design: Plain, seed: int) -> dict[str, tuple[str, ...]]:
    """Draw the schedule of a design from a seed: per case its label of each row."""
    read = design_from(design)
    codes = read.joint.codes_at(rank_from_seed(seed, read.joint.count()))
    return dict(zip(read.cases, read.phases_of(codes), strict=True))


def commit(sealed: Seal) -> Commitment:
    """Return what to publish."""
    content = sealed.content()
    parts = {part: digest([part, sealed.nonce, content[part]]) for part in PARTS}
    hidden = digest(["nonce", sealed.nonce])
    return Commitment(parts=parts, nonce=hidden, whole=digest({"form": FORM, "nonce": hidden, "parts": parts}))
