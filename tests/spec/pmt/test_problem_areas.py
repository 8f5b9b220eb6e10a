"""Problem areas: named together, more than one at a time, opening and closing nothing."""

from tests.spec.asking import facing, may, told
from tests.spec.spec import PMT, spec

title = "Problem areas"


def test_naming_is_offered_and_never_needed() -> None:
    """Until something is named, naming is offered. A plan can be agreed without."""
    spec(
        PMT,
        """
        day        | what        | detail
        2026-01-05 | full intake | adult
        """,
        told("areas-open", "variant-open", on="2026-01-07", show="code subject urgency"),
        """
        code       | subject | urgency
        areas-open | areas   | possible
        """,
    )


def test_a_later_naming_takes_the_place_of_an_earlier_one() -> None:
    """First burnout, then trauma and burnout. What was named last counts, in the order of the module."""
    spec(
        PMT,
        """
        day        | what                | detail
        2026-01-05 | full intake         | adult
        2026-01-06 | problem areas named | areas stress-burnout
        2026-01-20 | problem areas named | areas stress-burnout + trauma
        """,
        facing("areas", on="2026-01-21"),
        """
        areas
        trauma + stress-burnout
        """,
    )


def test_naming_holds_nothing_back() -> None:
    """With no area named treatment can start, and an area can be named while it runs."""
    spec(
        PMT,
        """
        day        | what        | detail
        2026-01-05 | full intake | adult
        """,
        may("start_treatment", "name_problem_areas", on="2026-01-07"),
        """
        step               | may | held back by
        start_treatment    | yes | -
        name_problem_areas | yes | -
        """,
    )
