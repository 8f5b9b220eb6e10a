"""The intake: three blocks, parents for a child, first looking, and sometimes a diagnostic phase."""

import pytest

from tests.spec.asking import may, pairs, told
from tests.spec.spec import PMT, spec

title = "Intake and diagnostic phase"


@pytest.mark.requirement("S0-039")
def test_treatment_waits_for_all_three_blocks() -> None:
    """The intake of an adult was held, and the medical history was left out. It is still to be covered."""
    spec(
        PMT,
        """
        day        | what         | detail
        2026-01-05 | referred     | route private
        2026-01-05 | born         | on 1990-03-14
        2026-01-06 | meeting held | meeting intake, parts complaints + goals
        """,
        told("meeting-part-open", on="2026-01-07", show="code subject urgency step"),
        """
        code              | subject         | urgency | step
        meeting-part-open | medical-history | due     | hold_meeting intake
        """,
    )


@pytest.mark.requirement("S0-039")
def test_a_second_meeting_completes_the_blocks() -> None:
    """What one meeting left out, another covers."""
    spec(
        PMT,
        """
        day        | what         | detail
        2026-01-05 | referred     | route private
        2026-01-05 | born         | on 1990-03-14
        2026-01-06 | meeting held | meeting intake, parts complaints + goals
        2026-01-08 | meeting held | meeting intake, parts medical-history
        """,
        told("meeting-part-open", on="2026-01-09", show="code subject"),
        """
        code | subject
        """,
    )


@pytest.mark.requirement("S0-040")
def test_for_a_child_the_story_of_the_parents_is_needed() -> None:
    """The same three blocks, for a child of six: what parents tell is still to be covered."""
    spec(
        PMT,
        """
        day        | what         | detail
        2026-01-05 | referred     | route private
        2026-01-05 | born         | on 2019-03-14
        2026-01-06 | meeting held | meeting intake, parts complaints + medical-history + goals
        """,
        told("meeting-part-open", on="2026-01-07", show="code subject urgency"),
        """
        code              | subject      | urgency
        meeting-part-open | parents-view | due
        """,
    )


@pytest.mark.requirement("S0-025")
def test_a_child_is_observed_before_the_plan() -> None:
    """With a child one looks first: how it moves, plays and reacts to stimuli. Until then there is no plan."""
    spec(
        PMT,
        """
        day        | what           | detail
        2026-01-05 | referred       | route private
        2026-01-05 | born           | on 2019-03-14
        2026-01-06 | goal agreed    | goal child-together
        2026-01-06 | variant chosen | variant usual
        """,
        may("agree_plan", "complete_examination_part first-look", on="2026-01-07"),
        """
        step                                 | may | held back by
        agree_plan                           | no  | examination-part-open
        complete_examination_part first-look | yes | -
        """,
    )


@pytest.mark.requirement("S0-025")
def test_an_adult_needs_no_first_look() -> None:
    """For an adult the same plan can be agreed: the first look is not asked."""
    spec(
        PMT,
        """
        day        | what           | detail
        2026-01-05 | referred       | route private
        2026-01-05 | born           | on 1990-03-14
        2026-01-06 | goal agreed    | goal handle-tension
        2026-01-06 | variant chosen | variant usual
        """,
        may("agree_plan", "complete_examination_part first-look", on="2026-01-07"),
        """
        step                                 | may | held back by
        agree_plan                           | yes | -
        complete_examination_part first-look | no  | unknown-target
        """,
    )


@pytest.mark.requirement("S0-041")
def test_a_diagnostic_phase_can_follow_the_intake() -> None:
    """The intake of an adult was held. A diagnostic phase may follow and never has to."""
    spec(
        PMT,
        """
        day        | what         | detail
        2026-01-05 | referred     | route private
        2026-01-05 | born         | on 1990-03-14
        2026-01-06 | meeting held | meeting intake, parts complaints + medical-history + goals
        """,
        told("diagnostic-phase-possible", on="2026-01-07", show="code subject urgency step"),
        """
        code                      | subject | urgency  | step
        diagnostic-phase-possible | phase   | possible | open_diagnostic_phase
        """,
    )


@pytest.mark.requirement("S0-041")
def test_an_open_phase_asks_for_observation_tests_and_bottlenecks() -> None:
    """Once it is opened, its three parts are asked, and the start waits for them."""
    spec(
        PMT,
        """
        day        | what                       | detail
        2026-01-05 | full intake                | adult
        2026-01-07 | diagnostic phase opened    | reason Nog onduidelijk
        2026-01-09 | examination part completed | part phase-observation
        """,
        pairs("examination", "part complete", on="2026-01-10"),
        """
        part              | complete
        phase-observation | 2026-01-09
        phase-tests       | -
        phase-bottlenecks | -
        """,
    )


@pytest.mark.requirement("S0-041")
def test_the_start_waits_for_an_open_phase_only() -> None:
    """With the phase open the start waits; it is not opened twice, and not once treatment runs."""
    spec(
        PMT,
        """
        day        | what                    | detail
        2026-01-05 | full intake             | adult
        2026-01-07 | diagnostic phase opened | reason Nog onduidelijk
        """,
        may("start_treatment", "open_diagnostic_phase", on="2026-01-08"),
        """
        step                  | may | held back by
        start_treatment       | no  | examination-part-open
        open_diagnostic_phase | no  | phase-opened
        """,
    )


@pytest.mark.requirement("S0-065")
def test_treatment_waits_until_it_is_clear_that_it_adds() -> None:
    """Another treatment would stop for it: that is no ground to start. PMT adds, and takes no place."""
    spec(
        PMT,
        """
        day        | what               | detail
        2026-01-05 | full intake        | adult
        2026-01-07 | criterion answered | criterion adds-to-other-treatment, answer no
        """,
        may("start_treatment", on="2026-01-08"),
        """
        step            | may | held back by
        start_treatment | no  | not-met
        """,
    )
