"""What a module works towards: aspects, building blocks, goals and subgoals that build on each other."""

from typing import Literal

from lijfspoor.domain.kernel.content import content
from lijfspoor.domain.kernel.text import Statement, Text


@content
class Aspect:
    """An aspect of functioning the module frames goals, evaluations and letters by (S1-018)."""

    id: str
    name: Text
    about: Statement
    exercises: tuple[Statement, ...] = ()


@content
class ModuleGoal:
    """A goal the module offers to choose from; own goals can stand beside it.

    A goal that names problem areas or variants comes first when one of them counts; the others stay to choose from.
    """

    id: str
    text: Text
    sources: tuple[str, ...]
    aspect: str | None = None
    areas: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()


@content
class OutcomeTrack:
    """Something followed through treatment, and which way is better for the client (S3-027)."""

    id: str
    name: Text
    about: Text
    better: Literal["less", "more"]
    sources: tuple[str, ...]


@content
class Subgoal:
    """A step of the ladder. `shown_by` says what one sees when it is there; `builds_on` names earlier subgoals."""

    id: str
    code: str
    text: Text
    sources: tuple[str, ...]
    shown_by: tuple[Text, ...] = ()
    builds_on: tuple[str, ...] = ()


@content
class BuildingBlock:
    """A building block of development with its ladder of subgoals.

    `own_goals` marks a block for which the source gives no subgoals, so that only goals of one's own fit
    (contradiction 1). `prefers_group` marks a block for which group treatment is preferred.
    """

    id: str
    number: int
    name: Text
    from_age: Text
    from_months: int
    key_sentence: Text
    about: tuple[Statement, ...]
    needed: tuple[Statement, ...]
    unmet_signals: tuple[Statement, ...]
    guidance_for_parents: tuple[Statement, ...]
    subgoals: tuple[Subgoal, ...] = ()
    own_goals: bool = False
    prefers_group: bool = False
    sources: tuple[str, ...]


@content
class RatingWord:
    """One word of the rating scale; `order` counts upwards; from a word with `carries` on, next subgoals can follow."""

    id: str
    word: Text
    meaning: Text
    order: int
    carries: bool = False


@content
class RatingScale:
    """How subgoals are rated. The sources give no scale, so it is ours and says so (`sources` holds `own`)."""

    words: tuple[RatingWord, ...]
    remark: Text
    sources: tuple[str, ...]


@content
class Goals:
    """The goals chapter of a module."""

    main: Statement
    aspects: tuple[Aspect, ...] = ()
    offered: tuple[ModuleGoal, ...] = ()
    outcomes: tuple[OutcomeTrack, ...] = ()
    blocks: tuple[BuildingBlock, ...] = ()
    rating: RatingScale | None = None
    building_on: Statement | None = None
