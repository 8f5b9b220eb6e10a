"""Phases: a path forward and back, moved by people and never by a clock."""

import pytest

from tests.spec.asking import facing, may, part, told
from tests.spec.spec import ADD_ON, ATTACHMENT, spec

title = "Phases"
PATH = "phase direction after_sessions on"


def test_treatment_starts_in_the_first_phase() -> None:
    """When nobody names a phase, treatment starts in the first one."""
    spec(
        ATTACHMENT,
        """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-02-02 | treatment started |
        """,
        part("path", on="2026-02-02", show=PATH),
        """
        phase      | direction | after_sessions | on
        regulation | start     | 0              | 2026-02-02
        """,
    )


@pytest.mark.requirement("S2-072")
def test_a_step_back_is_an_ordinary_step() -> None:
    """After eleven sessions the child stepped forward, and later back to find rest again. Both stand on the path
    alike, each with its day and the number of sessions.
    """
    spec(
        ATTACHMENT,
        """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-02-02 | treatment started |
        2026-02-09 | 11 sessions held  |
        2026-04-21 | phase moved       | to-phase relationship, reason trusts the room
        2026-04-27 | 3 sessions held   |
        2026-05-12 | phase moved       | to-phase regulation, reason much unrest at home
        """,
        part("path", on="2026-05-12", show=PATH),
        """
        phase        | direction | after_sessions | on
        regulation   | start     | 0              | 2026-02-02
        relationship | forward   | 11             | 2026-04-21
        regulation   | back      | 14             | 2026-05-12
        """,
    )


@pytest.mark.requirement("S2-072")
def test_a_step_back_is_good_to_know_and_never_a_warning() -> None:
    """The engine tells that the last step went back as something to know, and says that this belongs to the module."""
    spec(
        ATTACHMENT,
        """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-02-02 | treatment started | phase relationship
        2026-02-10 | phase moved       | to-phase regulation, reason much unrest at home
        """,
        told("stepped-back", on="2026-02-10", show="code subject urgency sources"),
        """
        code         | subject    | urgency | sources
        stepped-back | regulation | know    | S2-072
        """,
    )


@pytest.mark.requirement("S2-086")
def test_no_clock_ever_moves_a_phase() -> None:
    """Regulation may take long. Forty sessions and two years later the child is where people left it."""
    spec(
        ATTACHMENT,
        """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-02-02 | treatment started |
        2026-02-09 | 40 sessions held  |
        """,
        facing("stage", "phase", on="2028-02-02"),
        """
        stage     | phase
        under_way | regulation
        """,
    )


@pytest.mark.requirement("S2-054")
def test_phases_go_forward_one_at_a_time() -> None:
    """There are four phases. From the second one steps forward to the third, not past it; the fourth is held back.
    The same phase is no step.
    """
    spec(
        ATTACHMENT,
        """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-02-02 | treatment started | phase relationship
        """,
        may(
            "move_phase regulation",
            "move_phase relationship",
            "move_phase behaviour-change",
            "move_phase transfer",
            on="2026-02-02",
        ),
        """
        step                        | may | held back by
        move_phase regulation       | yes | -
        move_phase relationship     | no  | same-phase
        move_phase behaviour-change | yes | -
        move_phase transfer         | no  | one-phase-at-a-time
        """,
    )


def test_a_module_without_phases_has_no_path() -> None:
    """The add-on knows no phases; naming one changes nothing."""
    spec(
        ADD_ON,
        """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-02-02 | treatment started |
        2026-02-09 | phase moved       | to-phase relationship, reason by mistake
        """,
        facing("stage", "phase", "path", on="2026-02-09"),
        """
        stage     | phase | path
        under_way | -     | -
        """,
    )


@pytest.mark.requirement("S2-079")
def test_signs_to_leave_a_phase_are_shown_when_its_subgoals_carry() -> None:
    """When every rated subgoal of the phase carries, the engine shows the signs to look for. It moves nobody."""
    spec(
        ATTACHMENT,
        """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-02-02 | treatment started |
        2026-02-09 | session held      | session s1
        2026-02-09 | subgoal rated     | subgoal bv-1, rating mostly, session s1
        2026-02-09 | subgoal rated     | subgoal bv-2, rating at-times, session s1
        """,
        told("exit-signs", on="2026-02-09", show="code subject urgency"),
        """
        code       | subject    | urgency
        exit-signs | regulation | know
        """,
    )
