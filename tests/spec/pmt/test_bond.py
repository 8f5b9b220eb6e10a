"""The bond between client and therapist: asked early, asked again, and another therapist without blame."""

import pytest

from tests.spec.asking import facing, may, part, told
from tests.spec.spec import PMT, spec

title = "The bond"
ADVICE = ("bond-due", "bond-change", "bond-talk")


@pytest.mark.requirement("S0-062")
def test_the_bond_is_asked_for_early() -> None:
    """The source names no moment, this module proposes the second session. Before the start nothing is asked."""
    spec(
        PMT,
        """
        day        | what              | detail
        2026-01-05 | full intake       | adult
        2026-02-02 | treatment started |
        2026-02-02 | 2 sessions held   |
        """,
        told(*ADVICE, on="2026-02-10", show="code subject urgency step"),
        """
        code     | subject | urgency | step
        bond-due | bond    | due     | ask_bond
        """,
    )


@pytest.mark.requirement("S0-062")
def test_it_is_asked_again_when_an_evaluation_falls_due() -> None:
    """Asked after two sessions, it comes back with the evaluation after the fifth."""
    spec(
        PMT,
        """
        day        | what              | detail
        2026-01-05 | full intake       | adult
        2026-02-02 | treatment started |
        2026-02-02 | 2 sessions held   |
        2026-02-10 | bond asked        | at-ease yes, understood yes, wish stay
        2026-02-16 | 3 sessions held   |
        """,
        part("bond", on="2026-03-02", show="due_after due change_open talk_open"),
        """
        due_after | due | change_open | talk_open
        5         | yes | no          | no
        """,
    )


@pytest.mark.requirement("S0-062")
def test_another_therapist_is_offered() -> None:
    """Someone wishes for another therapist, or does not feel at ease: another therapist is offered. That step is open
    as it always is, and nothing closes meanwhile.
    """
    for said in ("at-ease yes, understood yes, wish change", "at-ease no, understood partly, wish not_said"):
        spec(
            PMT,
            f"""
            day        | what              | detail
            2026-01-05 | full intake       | adult
            2026-02-02 | treatment started |
            2026-02-02 | 2 sessions held   |
            2026-02-10 | bond asked        | {said}
            """,
            told(*ADVICE, on="2026-02-11", show="code subject urgency step"),
            """
            code        | subject | urgency | step
            bond-change | bond    | due     | assign_therapist
            """,
        )


@pytest.mark.requirement("S0-062")
def test_whoever_wants_to_stay_stays() -> None:
    """Someone does not feel understood and still wants to go on with this therapist. A talk can do good."""
    spec(
        PMT,
        """
        day        | what              | detail
        2026-01-05 | full intake       | adult
        2026-02-02 | treatment started |
        2026-02-02 | 2 sessions held   |
        2026-02-10 | bond asked        | at-ease partly, understood no, wish stay
        """,
        told(*ADVICE, on="2026-02-11", show="code subject urgency"),
        """
        code      | subject | urgency
        bond-talk | bond    | possible
        """,
    )


@pytest.mark.requirement("S0-062")
def test_nothing_closes_while_a_change_is_open() -> None:
    """Sessions go on and the treatment does not end: a wish is no breach."""
    spec(
        PMT,
        """
        day        | what              | detail
        2026-01-05 | full intake       | adult
        2026-02-02 | treatment started |
        2026-02-02 | 2 sessions held   |
        2026-02-10 | bond asked        | at-ease no, understood no, wish change
        """,
        may("hold_session", "assign_therapist", "ask_bond", on="2026-02-11"),
        """
        step             | may | held back by
        hold_session     | yes | -
        assign_therapist | yes | -
        ask_bond         | yes | -
        """,
    )


@pytest.mark.requirement("S0-062")
def test_with_another_therapist_it_begins_anew() -> None:
    """Joris takes over after three sessions. The wish is met, and after two sessions with him the bond is asked for."""
    spec(
        PMT,
        """
        day        | what                | detail
        2026-01-05 | full intake         | adult
        2026-02-02 | treatment started   |
        2026-02-02 | 3 sessions held     |
        2026-02-17 | bond asked          | at-ease no, understood no, wish change
        2026-02-18 | therapist assigned  | therapist joris, name Joris
        """,
        part("bond", on="2026-02-19", show="due_after due change_open answered"),
        """
        due_after | due | change_open | answered
        5         | no  | no          | yes
        """,
    )


def test_no_bond_is_asked_for_before_the_start() -> None:
    """During the intake there is nothing to ask yet."""
    spec(
        PMT,
        """
        day        | what        | detail
        2026-01-05 | full intake | adult
        """,
        may("ask_bond", on="2026-01-07"),
        """
        step     | may | held back by
        ask_bond | no  | not-started
        """,
    )


def test_the_therapist_named_is_the_one_of_now() -> None:
    """After the change, the file says who treats now."""
    spec(
        PMT,
        """
        day        | what               | detail
        2026-01-05 | full intake        | adult
        2026-02-02 | treatment started  |
        2026-02-18 | therapist assigned | therapist joris, name Joris
        """,
        facing("stage", "therapist_name", on="2026-02-19"),
        """
        stage       | therapist_name
        under_way   | Joris
        """,
    )
