"""Sessions and the dose: how many were held, how many the module counts on, and what a number stops."""

import pytest

from tests.spec.asking import may, part, told
from tests.spec.spec import ADD_ON, ATTACHMENT, spec

title = "Sessions and dose"


@pytest.mark.requirement("S1-011")
def test_the_add_on_lasts_eight_sessions() -> None:
    """After eight sessions held, a ninth is closed until an extension is decided."""
    spec(
        ADD_ON,
        """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-02-02 | treatment started |
        2026-02-02 | 8 sessions held   |
        """,
        may("hold_session", "miss_session", "open_decision extension", on="2026-03-24"),
        """
        step                    | may | held back by
        hold_session            | no  | dose-reached
        miss_session            | yes | -
        open_decision extension | yes | -
        """,
    )


def test_before_the_last_session_one_is_told() -> None:
    """With seven sessions held, one is left. That is the moment to speak about how to go on."""
    spec(
        ADD_ON,
        """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-02-02 | treatment started |
        2026-02-02 | 7 sessions held   |
        """,
        told("last-session", "dose-reached", on="2026-03-17", show="code subject urgency"),
        """
        code         | subject | urgency
        last-session | dose    | possible
        """,
    )


@pytest.mark.requirement("S1-013")
def test_an_agreed_extension_adds_its_sessions() -> None:
    """All three say yes to four more sessions and the decision is closed: twelve may be held."""
    spec(
        ADD_ON,
        """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-02-02 | treatment started |
        2026-02-02 | 8 sessions held   |
        2026-03-24 | decision opened   | decision extension, sessions 4
        2026-03-24 | voice given       | decision extension, party client, voice yes, reason I am not there yet
        2026-03-25 | voice given       | decision extension, party therapist, voice yes, reason it works
        2026-03-26 | voice given       | decision extension, party lead_clinician, voice yes, reason agreed
        2026-03-26 | decision closed   | decision extension
        """,
        part("dose", on="2026-03-26", show="held high extended_by limit left"),
        """
        held | high | extended_by | limit | left
        8    | 8    | 4           | 12    | 4
        """,
    )


def test_an_overtaken_proposal_adds_nothing() -> None:
    """All three said yes to four more sessions, but before that was closed six were proposed. The four do not
    count.
    """
    spec(
        ADD_ON,
        """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-02-02 | treatment started |
        2026-02-02 | 8 sessions held   |
        2026-03-24 | decision opened   | decision extension, sessions 4
        2026-03-24 | voice given       | decision extension, party client, voice yes, reason I am not there yet
        2026-03-24 | voice given       | decision extension, party therapist, voice yes, reason it works
        2026-03-24 | voice given       | decision extension, party lead_clinician, voice yes, reason agreed
        2026-03-25 | decision opened   | decision extension, sessions 6
        """,
        part("dose", on="2026-03-25", show="held extended_by limit left"),
        """
        held | extended_by | limit | left
        8    | 0           | 8     | 0
        """,
    )


@pytest.mark.requirement("S2-053")
def test_twenty_five_to_forty_is_an_expectation_and_stops_nothing() -> None:
    """The attachment module counts on at least 25 to 40 sessions. After forty the engine says so, and the next
    session is as open as before.
    """
    spec(
        ATTACHMENT,
        """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-02-02 | treatment started |
        2026-02-02 | 40 sessions held  |
        """,
        may("hold_session", on="2026-11-10"),
        """
        step         | may | held back by
        hold_session | yes | -
        """,
    )


@pytest.mark.requirement("S2-053")
def test_the_twenty_fifth_session_is_good_to_know() -> None:
    """From the 25th session on the engine tells that the lower number is reached, as something to know."""
    spec(
        ATTACHMENT,
        """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-02-02 | treatment started |
        2026-02-02 | 25 sessions held  |
        """,
        told("dose-low-reached", "dose-high-reached", on="2026-07-20", show="code subject urgency"),
        """
        code             | subject | urgency
        dose-low-reached | dose    | know
        """,
    )


@pytest.mark.requirement("S2-053")
def test_the_fortieth_session_is_good_to_know_too() -> None:
    """From the 40th session on it tells that the higher number is reached, instead."""
    spec(
        ATTACHMENT,
        """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-02-02 | treatment started |
        2026-02-02 | 40 sessions held  |
        """,
        told("dose-low-reached", "dose-high-reached", on="2026-11-10", show="code subject urgency"),
        """
        code              | subject | urgency
        dose-high-reached | dose    | know
        """,
    )


def test_missed_sessions_do_not_use_up_the_dose() -> None:
    """Only sessions held count towards the eight. A session that the practice cancelled is not missed by the
    client.
    """
    spec(
        ADD_ON,
        """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-02-02 | treatment started |
        2026-02-02 | 3 sessions held   |
        2026-02-23 | session missed    | how cancelled_by_practice
        2026-03-02 | session missed    | how cancelled_by_client
        2026-03-09 | session held      |
        """,
        part("dose", on="2026-03-09", show="held missed missed_in_a_row left"),
        """
        held | missed | missed_in_a_row | left
        4    | 1      | 0               | 4
        """,
    )


@pytest.mark.requirement("S2-143")
def test_staying_away_twice_in_a_row_is_a_reason_to_call() -> None:
    """Weekly participation is a condition of the module. Twice in a row without the child is a pattern; a
    cancellation by the practice in between neither counts nor breaks it.
    """
    spec(
        ATTACHMENT,
        """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-02-02 | treatment started |
        2026-02-02 | 3 sessions held   |
        2026-02-23 | session missed    | how no_show
        2026-03-02 | session missed    | how cancelled_by_practice
        2026-03-09 | session missed    | how cancelled_by_client
        """,
        told("no-show-pattern", on="2026-03-09", show="code subject urgency sources"),
        """
        code            | subject  | urgency | sources
        no-show-pattern | sessions | due     | own + S2-143
        """,
    )


def test_the_last_word_on_a_session_counts() -> None:
    """A session first written down as held turns out to be missed. It is one session, and it was missed."""
    spec(
        ADD_ON,
        """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-02-02 | treatment started |
        2026-02-02 | session held      | session monday
        2026-02-02 | session missed    | session monday, how no_show
        """,
        part("dose", on="2026-02-02", show="held missed"),
        """
        held | missed
        0    | 1
        """,
    )
