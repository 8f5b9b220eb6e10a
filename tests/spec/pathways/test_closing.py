"""Closing: tapering off with care, and what is left when a treatment has ended."""

import pytest

from tests.spec.asking import facing, may, open_steps, part, told
from tests.spec.spec import ADD_ON, ATTACHMENT, spec

title = "Tapering off and closing"


@pytest.mark.requirement("S2-101")
def test_a_planned_end_is_tapered_off_first() -> None:
    """The attachment module tapers off with care. A planned end waits for that; an end that nobody chose does not."""
    spec(
        ATTACHMENT,
        """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-02-02 | treatment started |
        """,
        may("close_treatment goals-reached", "close_treatment family-stops", on="2026-02-02"),
        """
        step                          | may | held back by
        close_treatment goals-reached | no  | taper-first
        close_treatment family-stops  | yes | -
        """,
    )


@pytest.mark.requirement("S2-101")
def test_after_planning_the_taper_the_treatment_tapers_off() -> None:
    """From the day it is planned the treatment tapers off, with what was agreed on saying goodbye."""
    spec(
        ATTACHMENT,
        """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-02-02 | treatment started |
        2026-09-01 | taper planned     | spacing every two weeks, farewell a box with photos, last-on 2026-11-02
        """,
        part("taper", on="2026-09-01", show="on spacing farewell last_on"),
        """
        on         | spacing         | farewell          | last_on
        2026-09-01 | every two weeks | a box with photos | 2026-11-02
        """,
    )


@pytest.mark.requirement("S2-100")
def test_in_the_last_phase_group_treatment_is_proposed() -> None:
    """In the last phase the fifth building block comes in, for which a group is preferred. The engine points to it
    as a way to go on, and to tapering off.
    """
    spec(
        ATTACHMENT,
        """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-02-02 | treatment started | phase transfer
        """,
        told("group-follow-up", "taper-possible", on="2026-02-02", show="code subject urgency step"),
        """
        code            | subject  | urgency  | step
        group-follow-up | transfer | possible | -
        taper-possible  | taper    | possible | plan_taper
        """,
    )


def test_no_planned_end_while_a_decision_runs() -> None:
    """An extension is being decided. First that is closed, then the treatment. Who stops, stops."""
    spec(
        ADD_ON,
        """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-02-02 | treatment started |
        2026-03-24 | decision opened   | decision extension, sessions 4
        """,
        may("close_treatment sessions-done", "close_treatment client-stops", on="2026-03-24"),
        """
        step                          | may | held back by
        close_treatment sessions-done | no  | decision-running
        close_treatment client-stops  | yes | -
        """,
    )


def test_an_intake_can_end_without_a_treatment() -> None:
    """A client may stop before treatment starts. A planned end needs a treatment to end."""
    spec(
        ADD_ON,
        """
        day        | what     | detail
        2026-01-05 | referred | route lead_clinician
        """,
        open_steps("close_treatment", on="2026-01-05"),
        """
        close_treatment        | may
        goals-reached          | no
        sessions-done          | no
        other-help-fits-better | no
        client-stops           | yes
        own-treatment-ended    | yes
        """,
    )


def test_after_closing_nothing_is_open_or_due() -> None:
    """A closed treatment takes no more steps."""
    spec(
        ADD_ON,
        """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-02-02 | treatment started |
        2026-02-02 | 8 sessions held   |
        2026-03-30 | treatment closed  | reason sessions-done, next-step back-to-own-treatment
        """,
        may("hold_session", "open_decision extension", "answer_criterion flooding", on="2026-03-30"),
        """
        step                      | may | held back by
        hold_session              | no  | closed
        open_decision extension   | no  | closed
        answer_criterion flooding | no  | closed
        """,
    )


def test_how_it_ended_is_kept() -> None:
    """The reason and the next step stand with the closing; the path and the sessions stay as they were."""
    spec(
        ADD_ON,
        """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-02-02 | treatment started |
        2026-02-02 | 8 sessions held   |
        2026-03-30 | treatment closed  | reason sessions-done, next-step back-to-own-treatment
        """,
        part("closing", on="2026-04-30", show="on reason next_step"),
        """
        on         | reason        | next_step
        2026-03-30 | sessions-done | back-to-own-treatment
        """,
    )


def test_a_closing_taken_back_opens_the_treatment_again() -> None:
    """Closed by mistake: the closing is taken back and the treatment is under way, as it was."""
    spec(
        ADD_ON,
        """
        no | day        | what              | detail
        1  | 2026-01-05 | full intake       |
        2  | 2026-02-02 | treatment started |
        3  | 2026-03-30 | treatment closed  | reason sessions-done, next-step back-to-own-treatment
        4  | 2026-03-30 | retracted         | fact 3, reason wrong client
        """,
        facing("stage", "closing", on="2026-03-30"),
        """
        stage     | closing
        under_way | -
        """,
    )
