"""Consent: whose is needed on a day, who gave it, and until when."""

import pytest

from tests.spec.asking import may, part, turn
from tests.spec.spec import ADD_ON, ATTACHMENT, spec

title = "Consents"
COLUMNS = "scope person given reason"


def test_all_who_hold_authority_decide_for_a_child_under_twelve() -> None:
    """Both parents hold authority over a child of six. Both must consent to treatment; one did."""
    spec(
        ATTACHMENT,
        """
        day        | what           | detail
        2026-01-05 | referred       | route private
        2026-01-05 | born           | on 2019-03-14
        2026-01-05 | authority held | person anna, name Anna
        2026-01-05 | authority held | person ben, name Ben
        2026-01-06 | consent given  | scope treatment, person anna
        """,
        part("consents", on="2026-01-06", show=COLUMNS, only="treatment"),
        """
        scope     | person | given | reason
        treatment | anna   | yes   | authority
        treatment | ben    | no    | authority
        """,
    )


def test_from_twelve_the_child_decides_along() -> None:
    """On the twelfth birthday the child's own consent is needed too. Nobody has to record anything for that: the
    day itself brings it.
    """
    spec(
        ATTACHMENT,
        """
        day        | what           | detail
        2026-01-05 | referred       | route private
        2026-01-05 | born           | on 2014-03-14
        2026-01-05 | authority held | person anna, name Anna
        2026-01-06 | consent given  | scope treatment, person anna
        """,
        part("consents", on="2026-03-14", show=COLUMNS, only="treatment"),
        """
        scope     | person | given | reason
        treatment | client | no    | decides-along
        treatment | anna   | yes   | authority
        """,
    )


def test_from_sixteen_the_young_person_decides_alone() -> None:
    """From sixteen only the young person's own consent counts; that of the parents is no longer asked."""
    spec(
        ADD_ON,
        """
        day        | what           | detail
        2026-01-05 | referred       | route lead_clinician
        2026-01-05 | born           | on 2010-01-05
        2026-01-05 | authority held | person anna, name Anna
        2026-01-06 | consent given  | scope treatment, person client
        """,
        part("consents", on="2026-01-06", show=COLUMNS, only="treatment"),
        """
        scope     | person | given | reason
        treatment | client | yes   | decides-alone
        """,
    )


def test_a_guardian_takes_the_place_of_parents() -> None:
    """A child with a guardian: the guardian consents, the parent is not asked."""
    spec(
        ATTACHMENT,
        """
        day        | what           | detail
        2026-01-05 | referred       | route institution
        2026-01-05 | born           | on 2019-03-14
        2026-01-05 | authority held | person anna, name Anna
        2026-01-05 | authority held | person joris, name Joris, guardian
        """,
        part("consents", on="2026-01-05", show=COLUMNS, only="treatment"),
        """
        scope     | person | given | reason
        treatment | joris  | no    | guardian
        """,
    )


def test_when_authority_ends_consent_is_no_longer_asked() -> None:
    """From the day a parent no longer holds authority, the other parent decides alone."""
    spec(
        ATTACHMENT,
        """
        day        | what            | detail
        2026-01-05 | referred        | route private
        2026-01-05 | born            | on 2019-03-14
        2026-01-05 | authority held  | person anna, name Anna
        2026-01-05 | authority held  | person ben, name Ben
        2026-02-01 | authority ended | person ben
        """,
        part("consents", on="2026-02-01", show=COLUMNS, only="treatment"),
        """
        scope     | person | given | reason
        treatment | anna   | no    | authority
        """,
    )


def test_when_nobody_is_known_to_ask_consent_is_missing() -> None:
    """Without a birth date it cannot be told who decides. Consent is then not there, and the reason says what is
    missing.
    """
    spec(
        ATTACHMENT,
        """
        day        | what           | detail
        2026-01-05 | referred       | route private
        2026-01-05 | authority held | person anna, name Anna
        2026-01-06 | consent given  | scope treatment, person anna
        """,
        part("consents", on="2026-01-06", show=COLUMNS, only="treatment"),
        """
        scope     | person | given | reason
        treatment | -      | no    | birth-date-unknown
        """,
    )


def test_consent_can_be_withdrawn_on_any_day() -> None:
    """Who consented can take it back. From that day on no session can be held."""
    spec(
        ATTACHMENT,
        """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-02-02 | treatment started |
        2026-02-16 | consent withdrawn | scope treatment, person anna
        """,
        may("hold_session", "miss_session", on="2026-02-16"),
        """
        step         | may | held back by
        hold_session | no  | consent-missing
        miss_session | yes | -
        """,
    )


def test_consent_until_a_day_holds_on_that_day_and_not_after() -> None:
    """A consent given until 1 March still holds on 1 March. The engine can say beforehand when the picture changes:
    the day after.
    """
    spec(
        ADD_ON,
        """
        day        | what          | detail
        2026-01-05 | referred      | route lead_clinician
        2026-01-05 | born          | on 1990-03-14
        2026-01-05 | consent given | scope treatment, person client, until 2026-03-01
        """,
        turn(on="2026-01-05"),
        """
        next turn
        2026-03-02
        """,
    )


def test_an_ended_consent_says_until_when_it_was_given() -> None:
    """The day after, it is no longer given; it still shows from when until when it was."""
    spec(
        ADD_ON,
        """
        day        | what          | detail
        2026-01-05 | referred      | route lead_clinician
        2026-01-05 | born          | on 1990-03-14
        2026-01-05 | consent given | scope treatment, person client, until 2026-03-01
        """,
        part("consents", on="2026-03-02", show="scope given since until", only="treatment"),
        """
        scope     | given | since      | until
        treatment | no    | 2026-01-05 | 2026-03-01
        """,
    )


@pytest.mark.requirement("S1-032")
def test_touch_has_a_consent_of_its_own() -> None:
    """Consent to treatment is no consent to touch. Without the latter, sessions are held and touch stays closed."""
    spec(
        ADD_ON,
        """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-02-02 | treatment started |
        2026-02-02 | consent withdrawn | scope touch, person client
        """,
        may("hold_session", "use_touch", on="2026-02-02"),
        """
        step         | may | held back by
        hold_session | yes | -
        use_touch    | no  | consent-missing
        """,
    )
