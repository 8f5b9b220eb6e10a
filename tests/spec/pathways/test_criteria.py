"""Criteria and their groups: yes, no or unknown, and what an answer opens."""

import pytest

from tests.spec.asking import may, part
from tests.spec.spec import ADD_ON, ATTACHMENT, spec

title = "Criteria"


def test_unknown_never_opens_a_way() -> None:
    """A question without an answer is unknown. An unknown indication is not met, and an unknown contra-indication
    is not excluded: nothing opens because nobody asked.
    """
    spec(
        ATTACHMENT,
        """
        day        | what               | detail
        2026-01-05 | referred           | route private
        2026-01-06 | criterion answered | criterion severe-psychiatric-disorder, answer unknown
        """,
        part("groups", on="2026-01-06", show="group met"),
        """
        group              | met
        age                | unknown
        target-group       | unknown
        indication         | unknown
        indication-signs   | unknown
        contra-indications | unknown
        preconditions      | unknown
        client-conditions  | unknown
        joint-sessions     | unknown
        """,
    )


@pytest.mark.requirement("S1-007")
def test_one_yes_is_enough_where_any_counts() -> None:
    """The add-on fits who is flooded by bodily signals or who is estranged from the body. One of the two is enough;
    the other may stay unknown.
    """
    spec(
        ADD_ON,
        """
        day        | what               | detail
        2026-01-05 | referred           | route lead_clinician
        2026-01-06 | criterion answered | criterion flooding, answer yes
        """,
        part("groups", on="2026-01-06", show="group met", only="indications"),
        """
        group       | met
        indications | yes
        """,
    )


@pytest.mark.requirement("S1-008")
def test_no_counts_only_when_every_way_in_is_closed() -> None:
    """Where one yes is enough, one no decides nothing: the client may still be estranged from the body."""
    spec(
        ADD_ON,
        """
        day        | what               | detail
        2026-01-05 | referred           | route lead_clinician
        2026-01-06 | criterion answered | criterion flooding, answer no
        """,
        part("groups", on="2026-01-06", show="group met", only="indications"),
        """
        group       | met
        indications | unknown
        """,
    )


def test_the_last_answer_counts() -> None:
    """An answer can change. The last one counts from its own day on, and who gave it stands beside it."""
    spec(
        ADD_ON,
        """
        day        | what               | detail
        2026-01-05 | referred           | route lead_clinician
        2026-01-06 | criterion answered | criterion flooding, answer yes
        2026-01-09 | criterion answered | criterion flooding, answer no
        2026-01-09 | criterion answered | criterion estrangement, answer no
        """,
        part("groups", on="2026-01-09", show="group met criteria", only="indications"),
        """
        group       | met | criteria
        indications | no  | flooding no since 2026-01-09 by Sanne + estrangement no since 2026-01-09 by Sanne
        """,
    )


@pytest.mark.requirement("S2-002")
def test_a_diagnosis_names_who_made_it() -> None:
    """An attachment disorder counts when it was diagnosed by a psychiatrist or GZ-psychologist, so the answer yes
    asks for a name. Without a name it is not known yet.
    """
    spec(
        ATTACHMENT,
        """
        day        | what               | detail
        2026-01-05 | referred           | route private
        2026-01-06 | criterion answered | criterion attachment-disorder, answer yes
        """,
        part("groups", on="2026-01-06", show="group met", only="target-group"),
        """
        group        | met
        target-group | unknown
        """,
    )


@pytest.mark.requirement("S2-003")
def test_attachment_problems_are_a_way_in_of_their_own() -> None:
    """A child without the diagnosis comes in when the psychomotor examination shows attachment problems."""
    spec(
        ATTACHMENT,
        """
        day        | what               | detail
        2026-01-05 | referred           | route institution
        2026-01-06 | criterion answered | criterion attachment-disorder, answer no
        2026-01-20 | criterion answered | criterion attachment-problems, answer yes
        """,
        part("groups", on="2026-01-20", show="group met", only="target-group"),
        """
        group        | met
        target-group | yes
        """,
    )


@pytest.mark.requirement("S2-019")
def test_problems_with_emotion_or_behaviour_are_an_indication() -> None:
    """Problems with regulating emotions, with behaviour, or both. One of the two is enough."""
    spec(
        ATTACHMENT,
        """
        day        | what               | detail
        2026-01-05 | referred           | route private
        2026-01-06 | criterion answered | criterion emotion-regulation, answer no
        2026-01-06 | criterion answered | criterion behaviour-problems, answer yes
        """,
        part("groups", on="2026-01-06", show="group met criteria", only="indication"),
        """
        group      | met | criteria
        indication | yes | emotion-regulation no since 2026-01-06 by Sanne +
                   |     | behaviour-problems yes since 2026-01-06 by Sanne
        """,
    )


@pytest.mark.requirement("S2-020")
def test_five_signs_show_the_problems() -> None:
    """The problems show in five signs. Each is asked by itself; as long as none is a yes and one is open, it is not
    known yet.
    """
    spec(
        ATTACHMENT,
        """
        day        | what               | detail
        2026-01-05 | referred           | route private
        2026-01-06 | criterion answered | criterion outbursts, answer no
        """,
        part("groups", on="2026-01-06", show="group met criteria", only="indication-signs"),
        """
        group            | met     | criteria
        indication-signs | unknown | poor-insight unknown + outbursts no since 2026-01-06 by Sanne +
                         |         | unadapted-posture unknown + defiant unknown + avoidant-apathetic unknown
        """,
    )


@pytest.mark.requirement("S2-004")
def test_the_developmental_age_decides_and_not_the_calendar() -> None:
    """The module is for a developmental age from 2 up to 12. This client is 14 by the calendar and 10 years (120
    months) in development: the age fits. Nobody answers this question; it follows from the recorded age.
    """
    spec(
        ATTACHMENT,
        """
        day        | what                     | detail
        2026-01-05 | referred                 | route private
        2026-01-05 | born                     | on 2012-01-05
        2026-01-12 | developmental age stated | months 120
        """,
        part("groups", on="2026-01-12", show="group met criteria", only="age"),
        """
        group | met | criteria
        age   | yes | developmental-age yes since 2026-01-12 by Sanne
        """,
    )


def test_a_stated_developmental_age_does_not_grow_by_itself() -> None:
    """A developmental age of 11 years and 11 months was stated in January. A year later it is still what was
    stated: it changes only when someone judges it again.
    """
    spec(
        ATTACHMENT,
        """
        day        | what                     | detail
        2026-01-05 | referred                 | route private
        2026-01-12 | developmental age stated | months 143
        """,
        part("groups", on="2027-01-12", show="group met", only="age"),
        """
        group | met
        age   | yes
        """,
    )


@pytest.mark.requirement("S2-021")
def test_a_contra_indication_holds_back_the_start() -> None:
    """A severe psychiatric disorder is a contra-indication. Answered with yes, treatment does not start, however
    complete the intake.
    """
    spec(
        ATTACHMENT,
        """
        day        | what               | detail
        2026-01-05 | full intake        |
        2026-01-12 | criterion answered | criterion severe-psychiatric-disorder, answer yes
        """,
        may("start_treatment", "override_contra_indication severe-psychiatric-disorder", on="2026-01-12"),
        """
        step                                                   | may | held back by
        start_treatment                                        | no  | not-met
        override_contra_indication severe-psychiatric-disorder | yes | -
        """,
    )


@pytest.mark.requirement("S2-021")
def test_a_contra_indication_is_passed_only_with_a_reason_and_after_consulting() -> None:
    """It can be passed with a reason and after consulting a psychiatrist or the lead clinician. Consulting a
    colleague is not enough: the second row does not count, the third does.
    """
    spec(
        ATTACHMENT,
        """
        day        | what                         | detail
        2026-01-05 | full intake                  |
        2026-01-12 | criterion answered           | criterion severe-psychiatric-disorder, answer yes
        2026-01-13 | contra indication overridden | criterion severe-psychiatric-disorder, reason stable,
                   |                              | consulted Kim, consulted-role colleague
        2026-01-19 | contra indication overridden | criterion severe-psychiatric-disorder, reason stable,
                   |                              | consulted Dr. Bos, consulted-role psychiatrist
        """,
        part("groups", on="2026-01-19", show="group met criteria", only="contra-indications"),
        """
        group              | met | criteria
        contra-indications | yes | severe-psychiatric-disorder yes since 2026-01-12 by Sanne,
                           |     | passed after consulting Dr. Bos
        """,
    )


def test_a_passed_contra_indication_shows_for_ever() -> None:
    """When the disorder has gone and the answer becomes no, it still shows that it was once passed, by whom and
    why.
    """
    spec(
        ATTACHMENT,
        """
        day        | what                         | detail
        2026-01-05 | full intake                  |
        2026-01-12 | criterion answered           | criterion severe-psychiatric-disorder, answer yes
        2026-01-19 | contra indication overridden | criterion severe-psychiatric-disorder, reason stable,
                   |                              | consulted Dr. Bos, consulted-role psychiatrist
        2026-06-01 | criterion answered           | criterion severe-psychiatric-disorder, answer no
        """,
        part("groups", on="2027-06-01", show="group criteria", only="contra-indications"),
        """
        group              | criteria
        contra-indications | severe-psychiatric-disorder no since 2026-06-01 by Sanne, passed after consulting Dr. Bos
        """,
    )
