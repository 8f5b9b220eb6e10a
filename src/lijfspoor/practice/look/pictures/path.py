"""A path through phases as plain data, and the same path in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lijfspoor.practice.look.parts import Source


@dataclass(frozen=True, slots=True)
class Phase:
    """One phase: its name (Regulatie), its label (Fase 1) and a short name for narrow drawings."""

    name: str
    label: str = ""
    short: str = ""

    @property
    def words(self) -> str:
        """Label and name as one phrase, such as 'Fase 1, Regulatie'."""
        return f"{self.label}, {self.name}" if self.label else self.name


@dataclass(frozen=True, slots=True)
class Step:
    """One session on the path: its number and the phase it was held in (index into the phases, or None)."""

    session: int
    phase: int | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened at a session, such as 'tussenevaluatie'; drawn once that session is on the path."""

    session: int
    text: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a move was made, in one sentence, with the sources it rests on."""

    text: str = ""
    sources: Sequence[str | Source] = ()


@dataclass(frozen=True, slots=True)
class Move:
    """A change of phase, seen at the session where it shows; the first move is the start (`came_from` None)."""

    number: int
    session: int
    phase: int
    came_from: int | None
    back: bool
    again: bool


@dataclass(frozen=True, slots=True)
class RiverPath:
    """All the river tag needs: phases, sessions, words at the last session, and a reason for each move.

    `reasons` follows the moves and may be shorter. `ahead` draws the dotted way on; `ordered` is False for
    phases without an order, where no move counts as a step back (S2-072).
    """

    phases: Sequence[Phase]
    steps: Sequence[Step]
    now_label: str = ""
    reasons: Sequence[Reason] = ()
    marks: Sequence[Mark] = ()
    ahead: bool = True
    ordered: bool = True


def check(phases: Sequence[Phase], steps: Sequence[Step]) -> None:
    """Raise ValueError when session numbers do not rise, or when a session lies in no phase that is given."""
    numbers = [step.session for step in steps]
    if numbers != sorted(set(numbers)):
        raise ValueError(f"Session numbers must rise: {numbers}")
    for step in steps:
        known = step.phase is None if not phases else step.phase is not None and 0 <= step.phase < len(phases)
        if not known:
            raise ValueError(f"Session {step.session} lies in phase {step.phase}, which is not one of {len(phases)}")


def moves(steps: Sequence[Step], *, ordered: bool = True) -> tuple[Move, ...]:
    """The start and every change of phase, numbered from 1; a step back is a move like any other (S2-072)."""
    found: list[Move] = []
    visited: set[int] = set()
    came_from: int | None = None
    for step in steps:
        if step.phase is not None and step.phase != came_from:
            back = ordered and came_from is not None and step.phase < came_from
            found.append(Move(len(found) + 1, step.session, step.phase, came_from, back, again=step.phase in visited))
            visited.add(step.phase)
            came_from = step.phase
    return tuple(found)


def move_in_words(move: Move, phases: Sequence[Phase]) -> str:
    """One move as a short phrase, such as 'Terug naar Fase 1, Regulatie, sessie 12'."""
    if move.came_from is None:
        verb = "Begin in"
    elif move.back:
        verb = "Terug naar"
    else:
        verb = "Weer naar" if move.again else "Naar"
    return f"{verb} {phases[move.phase].words}, sessie {move.session}"


def path_in_words(
    phases: Sequence[Phase],
    steps: Sequence[Step],
    now_label: str = "",
    *,
    marks: Sequence[Mark] = (),
    ahead: bool = True,
    ordered: bool = True,
) -> str:
    """The whole drawing as sentences: how many sessions, every move, the marks, where it stands now."""
    if not steps:
        return "Er zijn nog geen sessies. De weg loopt verder in eigen tempo." if ahead else "Er zijn geen sessies."
    first, last = steps[0].session, steps[-1].session
    span = f"sessie {first}" if first == last else f"sessie {first} tot en met {last}"
    sentences = [f"Pad door de fasen, {span}" if phases else f"Pad van {span}"]
    sentences += [f"{move.number}: {move_in_words(move, phases)}" for move in moves(steps, ordered=ordered)]
    sentences += [f"Bij sessie {mark.session}: {mark.text}" for mark in drawn_marks(steps, marks)]
    if now_label:
        sentences.append(now_label[0].upper() + now_label[1:])
    if ahead:
        sentences.append("Daarna verder in eigen tempo")
    return ". ".join(sentences) + "."


def drawn_marks(steps: Sequence[Step], marks: Sequence[Mark]) -> list[Mark]:
    """The marks whose session is on the path: what lies ahead is never planned in the drawing."""
    held = {step.session for step in steps}
    return sorted((mark for mark in marks if mark.session in held), key=lambda mark: mark.session)
