"""Movement beside the treatment of trauma: our own check first, four ways, and one that never stands apart."""

import pytest

from tests.spec.asking import may, open_steps, part, told, turn
from tests.spec.spec import MOVEMENT, spec

title = "Movement"
STARTED = """
        day        | what              | detail
        2026-01-05 | full intake |
        2026-01-12 | treatment started |
        """
EMDR = STARTED + "2026-01-13 | treatment beside noted | beside emdr, name EMDR, since 2026-01-01, trauma\n"


def test_our_own_check_of_effort_comes_before_any_movement() -> None:
    """The check of effort is ours; the source asks for none. With one no, no movement is agreed, and when movement
    runs already, it says so.
    """
    happened = STARTED + "2026-01-13 | criterion answered | criterion heart-and-breath, answer no\n"
    spec(
        MOVEMENT,
        happened,
        may("prescribe_movement stand_alone", on="2026-01-13"),
        """
        step                           | may | held back by
        prescribe_movement stand_alone | no  | not-met
        """,
    )
    spec(
        MOVEMENT,
        STARTED
        + "2026-01-13 | movement prescribed | movement m1, route stand_alone, what Wandelen, minutes 30\n"
        + "2026-01-14 | criterion answered  | criterion heart-and-breath, answer no\n",
        told("effort-check-lapsed", on="2026-01-14"),
        """
        code                | subject      | urgency
        effort-check-lapsed | effort-check | due
        """,
    )


@pytest.mark.requirement("S4-004", "S4-005", "S4-014", "S4-017", "S4-023")
def test_three_ways_are_open_and_the_enhancer_waits_for_its_link() -> None:
    """Movement can serve in four ways. The enhancer is always prescribed close to a session of trauma processing, so
    it stays closed until that treatment is noted; then there are two ways, before and after.
    """
    spec(
        MOVEMENT,
        STARTED,
        open_steps("prescribe_movement", on="2026-01-13"),
        """
        prescribe_movement | may
        stand_alone        | yes
        symptom_directed   | yes
        enhancer           | no
        means              | yes
        """,
    )
    spec(
        MOVEMENT,
        EMDR,
        open_steps("prescribe_movement", on="2026-01-13"),
        """
        prescribe_movement   | may
        stand_alone          | yes
        symptom_directed     | yes
        enhancer             | no
        enhancer:emdr:before | yes
        enhancer:emdr:after  | yes
        means                | yes
        """,
    )


@pytest.mark.requirement("S4-017")
def test_a_treatment_that_ended_or_processes_no_trauma_opens_no_enhancer() -> None:
    """EMDR ended last week, and the second treatment has no trauma processing."""
    spec(
        MOVEMENT,
        STARTED
        + "2026-01-13 | treatment beside noted | beside emdr, name EMDR, since 2026-01-01, until 2026-01-20, trauma\n"
        + "2026-01-13 | treatment beside noted | beside talk, name Gesprekken, since 2026-01-01\n",
        may("prescribe_movement enhancer:emdr:before", "prescribe_movement enhancer:talk:after", on="2026-01-27"),
        """
        step                                    | may | held back by
        prescribe_movement enhancer:emdr:before | no  | beside-not-running
        prescribe_movement enhancer:talk:after  | no  | beside-not-trauma
        """,
    )


@pytest.mark.requirement("S4-017", "S4-037")
def test_an_enhancer_without_an_offset_does_not_count() -> None:
    """Two were written down: one says how long before the session, the other does not. Only the first counts."""
    spec(
        MOVEMENT,
        EMDR
        + "2026-01-14 | movement prescribed | movement m1, route enhancer, what Loopband, minutes 30, beside emdr,\n"
        + "           |                     | timing before, offset-minutes 15\n"
        + "2026-01-14 | movement prescribed | movement m2, route enhancer, what Fietsen, minutes 30, beside emdr,\n"
        + "           |                     | timing before\n",
        part("movements", on="2026-01-14", show="movement since changes"),
        """
        movement | since      | changes
        m1       | 2026-01-14 | 0
        """,
    )


@pytest.mark.requirement("S4-012")
def test_weeks_that_are_over_stop_nothing_but_are_said() -> None:
    """Twelve weeks were agreed. When they are over the movement still runs, until someone changes or stops it."""
    happened = (
        STARTED
        + "2026-01-13 | movement prescribed | movement m1, route stand_alone, what Wandelen, minutes 30, weeks 12\n"
    )
    spec(
        MOVEMENT,
        happened,
        turn(on="2026-01-13"),
        """
        next turn
        2026-04-07
        """,
    )
    spec(
        MOVEMENT,
        happened,
        told("movement-weeks-over", on="2026-04-07"),
        """
        code                | subject | urgency
        movement-weeks-over | m1      | know
        """,
    )


def test_agreeing_anew_keeps_the_first_day_and_stopping_keeps_its_reason() -> None:
    """The movement was changed once and stopped later. What was agreed before stays in the file."""
    spec(
        MOVEMENT,
        STARTED
        + "2026-01-13 | movement prescribed | movement m1, route means, what Duwen, minutes 30\n"
        + "2026-01-20 | movement prescribed | movement m1, route means, what Duwen, minutes 15, reason Korter\n"
        + "2026-01-27 | movement stopped    | movement m1, reason Te veel\n",
        part("movements", on="2026-01-27", show="movement since agreed_on changes stopped_on stop_reason"),
        """
        movement | since      | agreed_on  | changes | stopped_on | stop_reason
        m1       | 2026-01-13 | 2026-01-20 | 1       | 2026-01-27 | Te veel
        """,
    )


@pytest.mark.requirement("S4-003", "S4-028")
def test_a_treatment_elsewhere_is_there_with_its_days_of_trauma_processing() -> None:
    """EMDR by a colleague outside, with two sessions noted and one that did not go on."""
    spec(
        MOVEMENT,
        EMDR
        + "2026-01-14 | trauma session noted | moment d1, beside emdr, on 2026-01-15\n"
        + "2026-01-14 | trauma session noted | moment d2, beside emdr, on 2026-01-22\n"
        + "2026-01-16 | trauma session noted | moment d2, beside emdr, on 2026-01-22, dropped\n",
        part("beside", on="2026-01-16", show="beside name since until trauma"),
        """
        beside | name | since      | until | trauma
        emdr   | EMDR | 2026-01-01 | -     | yes
        """,
    )
