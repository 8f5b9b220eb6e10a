"""What a client hears before the start, and what the client lets know along the way."""

import pytest

from tests.spec.asking import may, pairs, part, told
from tests.spec.spec import PHYSIO, spec

title = "Told beforehand"


@pytest.mark.requirement("S3-022")
def test_the_start_waits_until_the_client_heard_that_emotions_may_surface() -> None:
    """In psychosomatic physiotherapy emotions may surface, and the client hears so beforehand. Until then it is due,
    and treatment does not start.
    """
    happened = """
        day        | what     | detail
        2026-01-05 | referred | route private
        """
    answer = """
        code            | subject              | urgency
        forewarning-due | emotions-may-surface | due
        """
    spec(PHYSIO, happened, told("forewarning-due", on="2026-01-05"), answer)
    spec(
        PHYSIO,
        happened,
        may("start_treatment", on="2026-01-05"),
        """
        step            | may | held back by
        start_treatment | no  | consent-unknown + examination-part-open + meeting-not-held + no-plan +
                        |     | no-therapist + not-forewarned + not-known
        """,
    )
    spec(
        PHYSIO,
        """
        day        | what              | detail
        2026-01-05 | full intake |
        2026-01-07 | forewarning given | forewarning emotions-may-surface
        """,
        pairs("forewarnings", "forewarning given-on", on="2026-01-07"),
        """
        forewarning          | given-on
        emotions-may-surface | 2026-01-05
        """,
    )


@pytest.mark.requirement("S3-022")
def test_what_the_client_lets_know_is_due_until_someone_came_back_to_it() -> None:
    """A client wrote that practising at home made her cry. It stays due until her therapist comes back to it; her
    words stay as they were.
    """
    happened = """
        day        | what                 | detail
        2026-01-05 | full intake |
        2026-01-12 | treatment started |
        2026-01-14 | client note received | note n1, text Ik moest huilen
        """
    spec(
        PHYSIO,
        happened,
        told("client-note-open", on="2026-01-15"),
        """
        code             | subject | urgency
        client-note-open | n1      | due
        """,
    )
    spec(
        PHYSIO,
        happened + "2026-01-19 | client note answered | note n1, words Besproken\n",
        part("client_notes", on="2026-01-19", show="note text answered_on words"),
        """
        note | text           | answered_on | words
        n1   | Ik moest huilen | 2026-01-19 | Besproken
        """,
    )


@pytest.mark.requirement("S3-005")
def test_a_medical_cause_is_looked_for_before_treatment_starts() -> None:
    """Everything was asked, but no doctor has looked at the complaints. Treatment does not start: first the doctor."""
    spec(
        PHYSIO,
        """
        day        | what               | detail
        2026-01-05 | full intake |
        2026-01-06 | criterion answered | criterion cause-looked-for, answer no
        """,
        may("start_treatment", on="2026-01-06"),
        """
        step            | may | held back by
        start_treatment | no  | not-met
        """,
    )


@pytest.mark.requirement("S3-019")
def test_a_dose_that_differs_from_person_to_person_sets_no_limit() -> None:
    """After twenty sessions nothing says that it is enough: how long it takes differs from person to person."""
    spec(
        PHYSIO,
        """
        day        | what              | detail
        2026-01-05 | full intake |
        2026-01-12 | treatment started |
        2026-01-13 | 20 sessions held |
        """,
        part("dose", on="2026-06-01", show="held low high limit"),
        """
        held | low | high | limit
        20   | -   | -    | -
        """,
    )
