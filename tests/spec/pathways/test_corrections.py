"""Corrections: nothing is overwritten, and the file can be read as it was known on any day."""

from tests.spec.asking import facing, may, part
from tests.spec.spec import ADD_ON, spec

title = "Corrections"


def test_a_fact_taken_back_does_not_count() -> None:
    """A session was written down for the wrong client. It is taken back with a reason and no longer counts; both
    stay in the file.
    """
    spec(
        ADD_ON,
        """
        no | day        | what              | detail
        1  | 2026-01-05 | full intake       |
        2  | 2026-02-02 | treatment started |
        3  | 2026-02-02 | session held      |
        4  | 2026-02-09 | session held      |
        5  | 2026-02-09 | retracted         | fact 4, reason wrong client
        """,
        part("dose", on="2026-02-09", show="held left"),
        """
        held | left
        1    | 7
        """,
    )


def test_taking_back_can_be_taken_back() -> None:
    """The session was held after all. The taking back is itself taken back, and the session counts again."""
    spec(
        ADD_ON,
        """
        no | day        | what              | detail
        1  | 2026-01-05 | full intake       |
        2  | 2026-02-02 | treatment started |
        3  | 2026-02-02 | session held      |
        4  | 2026-02-09 | session held      |
        5  | 2026-02-09 | retracted         | fact 4, reason wrong client
        6  | 2026-02-09 | retracted         | fact 5, reason it was the right client
        """,
        part("dose", on="2026-02-09", show="held left"),
        """
        held | left
        2    | 6
        """,
    )


def test_the_file_reads_as_it_was_known_then() -> None:
    """A session of 9 February was written down on the 20th. Asked on the 20th what was known on the 10th, the
    engine does not know it yet.
    """
    spec(
        ADD_ON,
        """
        day        | recorded   | what              | detail
        2026-01-05 | 2026-01-05 | full intake       |
        2026-02-02 | 2026-02-02 | treatment started |
        2026-02-02 | 2026-02-02 | session held      |
        2026-02-09 | 2026-02-20 | session held      |
        """,
        part("dose", on="2026-02-10", known="2026-02-10", show="held left"),
        """
        held | left
        1    | 7
        """,
    )


def test_written_down_later_it_counts_from_its_own_day() -> None:
    """The same file, read with all that is known now: on 10 February two sessions had been held."""
    spec(
        ADD_ON,
        """
        day        | recorded   | what              | detail
        2026-01-05 | 2026-01-05 | full intake       |
        2026-02-02 | 2026-02-02 | treatment started |
        2026-02-02 | 2026-02-02 | session held      |
        2026-02-09 | 2026-02-20 | session held      |
        """,
        part("dose", on="2026-02-10", show="held left"),
        """
        held | left
        2    | 6
        """,
    )


def test_what_is_about_a_later_day_does_not_count_yet() -> None:
    """The start was agreed for 2 February. On 1 February the client is still in intake."""
    spec(
        ADD_ON,
        """
        day        | recorded   | what              | detail
        2026-01-05 | 2026-01-05 | full intake       |
        2026-02-02 | 2026-01-20 | treatment started |
        """,
        facing("stage", "started_on", on="2026-02-01"),
        """
        stage  | started_on
        intake | -
        """,
    )


def test_no_step_is_taken_behind_the_back_of_a_later_one() -> None:
    """A session is known on 16 February. Moving on 9 February would change what came after it, so that is held
    back: first take back the later fact. Answering a question stays possible.
    """
    spec(
        ADD_ON,
        """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-02-02 | treatment started |
        2026-02-16 | session held      |
        """,
        may("hold_session", "close_treatment client-stops", "answer_criterion goals-clear", on="2026-02-09"),
        """
        step                         | may | held back by
        hold_session                 | no  | later-facts
        close_treatment client-stops | no  | later-facts
        answer_criterion goals-clear | yes | -
        """,
    )
