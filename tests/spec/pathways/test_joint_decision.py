"""Joint decisions: a voice for each party, an outcome from the voices, and no voice above another."""

import pytest

from tests.spec.asking import may, rounds, told
from tests.spec.spec import ADD_ON, spec

title = "Joint decisions"
COLUMNS = "sessions voices outcome closed_on"


@pytest.mark.requirement("S1-013")
def test_three_parties_decide_on_an_extension() -> None:
    """Client, therapist and lead clinician each have a voice. As long as one is missing, the outcome is open."""
    spec(
        ADD_ON,
        """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-02-02 | treatment started |
        2026-03-24 | decision opened   | decision extension, sessions 4
        2026-03-24 | voice given       | decision extension, party client, voice yes, reason I am not there yet
        2026-03-24 | voice given       | decision extension, party therapist, voice yes, reason it works
        """,
        rounds("extension", on="2026-03-24", show=COLUMNS),
        """
        sessions | voices                     | outcome | closed_on
        4        | client yes + therapist yes | open    | -
        """,
    )


def test_the_engine_names_whose_voice_is_missing() -> None:
    """The advice names the party that has not spoken, or is unsure."""
    spec(
        ADD_ON,
        """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-02-02 | treatment started |
        2026-03-24 | decision opened   | decision extension, sessions 4
        2026-03-24 | voice given       | decision extension, party client, voice unsure, reason I want to think
        2026-03-24 | voice given       | decision extension, party therapist, voice yes, reason it works
        """,
        told("voices-open", "decision-ready", on="2026-03-24", show="code subject urgency"),
        """
        code        | subject               | urgency
        voices-open | client,lead_clinician | due
        """,
    )


@pytest.mark.requirement("S1-013")
def test_one_no_makes_it_divided() -> None:
    """Agreement is when all say yes to the same proposal. With one no the parties are divided, whoever says it; no
    session is added.
    """
    spec(
        ADD_ON,
        """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-02-02 | treatment started |
        2026-02-02 | 8 sessions held   |
        2026-03-24 | decision opened   | decision extension, sessions 4
        2026-03-24 | voice given       | decision extension, party client, voice no, reason it is enough for me
        2026-03-24 | voice given       | decision extension, party therapist, voice yes, reason it works
        2026-03-24 | voice given       | decision extension, party lead_clinician, voice yes, reason agreed
        2026-03-25 | decision closed   | decision extension
        """,
        may("hold_session", "close_decision extension", on="2026-03-25"),
        """
        step                     | may | held back by
        hold_session             | no  | dose-reached
        close_decision extension | no  | no-running-round
        """,
    )


@pytest.mark.requirement("S1-013")
def test_a_voice_may_change_until_the_decision_is_closed() -> None:
    """The client first said no and thought again. The later voice counts; the earlier one stays readable."""
    spec(
        ADD_ON,
        """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-02-02 | treatment started |
        2026-03-24 | decision opened   | decision extension, sessions 4
        2026-03-24 | voice given       | decision extension, party client, voice no, reason it is enough
        2026-03-26 | voice given       | decision extension, party client, voice yes, reason I thought again
        2026-03-26 | voice given       | decision extension, party therapist, voice yes, reason it works
        2026-03-26 | voice given       | decision extension, party lead_clinician, voice yes, reason agreed
        """,
        rounds("extension", on="2026-03-26", show="voices earlier outcome"),
        """
        voices                                          | earlier   | outcome
        client yes + therapist yes + lead_clinician yes | client no | agreed
        """,
    )


def test_a_closed_decision_does_not_change_any_more() -> None:
    """After closing, a voice changes nothing. Who wants something else opens a new round."""
    spec(
        ADD_ON,
        """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-02-02 | treatment started |
        2026-03-24 | decision opened   | decision extension, sessions 4
        2026-03-24 | voice given       | decision extension, party client, voice yes, reason I am not there yet
        2026-03-24 | voice given       | decision extension, party therapist, voice yes, reason it works
        2026-03-24 | voice given       | decision extension, party lead_clinician, voice yes, reason agreed
        2026-03-24 | decision closed   | decision extension
        2026-03-30 | voice given       | decision extension, party client, voice no, reason changed my mind
        """,
        rounds("extension", on="2026-03-30", show="outcome closed_on earlier"),
        """
        outcome | closed_on  | earlier
        agreed  | 2026-03-24 | -
        """,
    )


def test_a_decision_is_not_closed_while_a_voice_is_open() -> None:
    """Closing waits until every party has said yes or no."""
    spec(
        ADD_ON,
        """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-02-02 | treatment started |
        2026-03-24 | decision opened   | decision extension, sessions 4
        2026-03-24 | voice given       | decision extension, party client, voice yes, reason I am not there yet
        """,
        may("close_decision extension", "give_voice extension:lead_clinician", on="2026-03-24"),
        """
        step                                | may | held back by
        close_decision extension            | no  | voices-open
        give_voice extension:lead_clinician | yes | -
        """,
    )


def test_a_new_proposal_takes_the_place_of_the_old_one() -> None:
    """Six sessions are proposed instead of four. The first round is closed by that and never adds sessions;
    everybody speaks anew.
    """
    spec(
        ADD_ON,
        """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-02-02 | treatment started |
        2026-03-24 | decision opened   | decision extension, sessions 4
        2026-03-24 | voice given       | decision extension, party client, voice yes, reason I am not there yet
        2026-03-30 | decision opened   | decision extension, sessions 6
        """,
        rounds("extension", on="2026-03-30", show="sessions voices closed_on superseded"),
        """
        sessions | voices     | closed_on  | superseded
        4        | client yes | 2026-03-30 | yes
        6        | -          | -          | no
        """,
    )
