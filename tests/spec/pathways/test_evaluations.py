"""Evaluations: they plan themselves by sessions held, never by the calendar."""

import pytest

from tests.spec.asking import part, told
from tests.spec.spec import ADD_ON, ATTACHMENT, spec

title = "Evaluations"
COLUMNS = "evaluation times_held due_after due"


@pytest.mark.requirement("S1-012")
def test_the_interim_evaluation_falls_due_after_four_sessions() -> None:
    """The add-on has one interim evaluation. The source gives no number; this module proposes the fourth session."""
    spec(
        ADD_ON,
        """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-02-02 | treatment started |
        2026-02-02 | 4 sessions held   |
        """,
        part("evaluations", on="2026-02-23", show=COLUMNS),
        """
        evaluation | times_held | due_after | due
        interim    | 0          | 4         | yes
        """,
    )


def test_the_practice_sets_another_number() -> None:
    """The number is the practice's to set. Set to three, the evaluation is due after the third session."""
    spec(
        ADD_ON,
        """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-01-06 | evaluation set    | evaluation interim, after-session 3
        2026-02-02 | treatment started |
        2026-02-02 | 3 sessions held   |
        """,
        part("evaluations", on="2026-02-16", show=COLUMNS),
        """
        evaluation | times_held | due_after | due
        interim    | 0          | 3         | yes
        """,
    )


def test_an_evaluation_without_repetition_is_held_once() -> None:
    """Once the interim evaluation is held, it does not fall due again."""
    spec(
        ADD_ON,
        """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-02-02 | treatment started |
        2026-02-02 | 4 sessions held   |
        2026-02-24 | evaluation held   | evaluation interim
        2026-03-02 | 4 sessions held   |
        """,
        part("evaluations", on="2026-03-23", show=COLUMNS),
        """
        evaluation | times_held | due_after | due
        interim    | 1          | -         | no
        """,
    )


def test_a_regular_evaluation_comes_back() -> None:
    """In the attachment module an evaluation falls due after 8 sessions and after each 8 more. Held after the
    tenth, the next is after sixteen: being late does not shift the rhythm.
    """
    spec(
        ATTACHMENT,
        """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-02-02 | treatment started |
        2026-02-02 | 10 sessions held  |
        2026-04-07 | evaluation held   | evaluation regular
        """,
        part("evaluations", on="2026-04-07", show=COLUMNS),
        """
        evaluation | times_held | due_after | due
        regular    | 1          | 16        | no
        """,
    )


def test_an_evaluation_held_early_does_not_replace_the_planned_one() -> None:
    """An evaluation may be held early, here after three sessions. The one after eight sessions stays planned."""
    spec(
        ATTACHMENT,
        """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-02-02 | treatment started |
        2026-02-02 | 3 sessions held   |
        2026-02-17 | evaluation held   | evaluation regular
        """,
        part("evaluations", on="2026-02-17", show=COLUMNS),
        """
        evaluation | times_held | due_after | due
        regular    | 1          | 8         | no
        """,
    )


def test_time_alone_makes_no_evaluation_due() -> None:
    """Two sessions were held and then a year went by. No evaluation is due: sessions count, not days."""
    spec(
        ADD_ON,
        """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-02-02 | treatment started |
        2026-02-02 | 2 sessions held   |
        """,
        told("evaluation-due", on="2027-02-09", show="code subject"),
        """
        code | subject
        """,
    )


@pytest.mark.requirement("S2-138")
def test_conditions_are_asked_again_at_each_evaluation() -> None:
    """Conditions must hold during treatment too. When the evaluation is due, conditions last answered before the
    start are asked again.
    """
    spec(
        ATTACHMENT,
        """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-02-02 | treatment started |
        2026-02-02 | 8 sessions held   |
        """,
        told("evaluation-due", "preconditions-again", on="2026-03-24", show="code subject urgency"),
        """
        code                | subject | urgency
        evaluation-due      | regular | due
        preconditions-again | regular | due
        """,
    )
