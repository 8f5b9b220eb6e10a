"""Does this treatment still fit: asked again and again, and followed by a new look when it does not."""

import pytest

from tests.spec.asking import part, told
from tests.spec.spec import PMT, spec

title = "Does it still fit"
COLUMNS = "evaluation times_held due_after due fits fit_open"


@pytest.mark.requirement("S0-063")
def test_whether_it_fits_is_asked_after_every_five_sessions() -> None:
    """The source says regularly, this module proposes five. After the fifth it is due, and after the tenth again."""
    spec(
        PMT,
        """
        day        | what              | detail
        2026-01-05 | full intake       | adult
        2026-02-02 | treatment started |
        2026-02-02 | 5 sessions held   |
        2026-03-03 | evaluation held   | evaluation fit, fits yes
        2026-03-09 | 5 sessions held   |
        """,
        part("evaluations", on="2026-04-06", show=COLUMNS),
        """
        evaluation | times_held | due_after | due | fits | fit_open
        fit        | 1          | 10        | yes | yes  | no
        """,
    )


@pytest.mark.requirement("S0-063")
def test_when_it_does_not_fit_the_plan_is_looked_at_anew() -> None:
    """The evaluation finds that it fits in part. What should change is due, and waits for the plan or the variant."""
    spec(
        PMT,
        """
        day        | what              | detail
        2026-01-05 | full intake       | adult
        2026-02-02 | treatment started |
        2026-02-02 | 5 sessions held   |
        2026-03-03 | evaluation held   | evaluation fit, fits partly
        """,
        told("fit-open", on="2026-03-04", show="code subject urgency step"),
        """
        code     | subject | urgency | step
        fit-open | fit     | due     | agree_plan
        """,
    )


@pytest.mark.requirement("S0-063")
def test_a_new_plan_answers_it() -> None:
    """A plan agreed after the evaluation answers what did not fit; the evaluation stays as it was."""
    spec(
        PMT,
        """
        day        | what              | detail
        2026-01-05 | full intake       | adult
        2026-02-02 | treatment started |
        2026-02-02 | 5 sessions held   |
        2026-03-03 | evaluation held   | evaluation fit, fits no
        2026-03-05 | plan agreed       | version 2
        """,
        part("evaluations", on="2026-03-06", show=COLUMNS),
        """
        evaluation | times_held | due_after | due | fits | fit_open
        fit        | 1          | 10        | no  | no   | no
        """,
    )


@pytest.mark.requirement("S0-063")
def test_another_variant_answers_it_too() -> None:
    """So does another variant, here a longer one."""
    spec(
        PMT,
        """
        day        | what              | detail
        2026-01-05 | full intake       | adult
        2026-02-02 | treatment started |
        2026-02-02 | 5 sessions held   |
        2026-03-03 | evaluation held   | evaluation fit, fits partly
        2026-03-05 | variant chosen    | variant usual, reason Meer tijd
        """,
        told("fit-open", on="2026-03-06", show="code subject"),
        """
        code | subject
        """,
    )
