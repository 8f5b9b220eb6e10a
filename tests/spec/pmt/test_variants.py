"""Variants: how long, how often and for whom; which one counts, and what follows from it."""

import pytest

from tests.spec.asking import facing, may, part, told, turn
from tests.spec.spec import PMT, spec

title = "Variants"
COLUMNS = "variation variant chosen"


@pytest.mark.requirement("S0-043")
def test_the_plan_waits_until_someone_chooses_how_long() -> None:
    """Nothing tells how long a treatment will be. Until someone chooses, no plan is agreed. How often has a usual
    answer, and for whom follows from the birth date.
    """
    spec(
        PMT,
        """
        day        | what        | detail
        2026-01-05 | referred    | route private
        2026-01-05 | born        | on 1990-03-14
        2026-01-06 | goal agreed | goal handle-tension
        """,
        may("agree_plan", "choose_variant short", on="2026-01-07"),
        """
        step                 | may | held back by
        agree_plan           | no  | variant-open
        choose_variant short | yes | -
        """,
    )


@pytest.mark.requirement("S0-009", "S0-044")
def test_the_usual_frequency_and_the_age_count_without_a_choice() -> None:
    """Once a week is usual. Somebody of 35 is an adult, by the birth date."""
    spec(
        PMT,
        """
        day        | what     | detail
        2026-01-05 | referred | route private
        2026-01-05 | born     | on 1990-03-14
        """,
        part("variants", on="2026-01-07", show=COLUMNS),
        """
        variation | variant | chosen
        length    | -       | no
        frequency | weekly  | no
        who       | adults  | no
        """,
    )


@pytest.mark.requirement("S0-009")
def test_each_age_has_its_variant() -> None:
    """A child of 11, a young person of 17 and someone of 68 each get the variant of their age."""
    for born, variant in (("2014-01-08", "children"), ("2008-01-08", "youth"), ("1958-01-07", "older")):
        spec(
            PMT,
            f"""
            day        | what     | detail
            2026-01-05 | referred | route private
            2026-01-05 | born     | on {born}
            """,
            part("variants", on="2026-01-07", show="variation variant", only="who"),
            f"""
            variation | variant
            who       | {variant}
            """,
        )


@pytest.mark.requirement("S0-009")
def test_a_birthday_turns_the_variant_on_its_own_day() -> None:
    """An adult turns 67 on 8 January. That is the next day on which anything can change by itself."""
    spec(
        PMT,
        """
        day        | what     | detail
        2026-01-05 | referred | route private
        2026-01-05 | born     | on 1959-01-08
        """,
        turn(on="2026-01-07"),
        """
        next turn
        2026-01-08
        """,
    )


@pytest.mark.requirement("S0-043")
def test_the_short_variant_counts_on_eight_to_twelve_sessions() -> None:
    """The short variant was chosen in the intake. Eight to twelve is an expectation: it stops nothing."""
    spec(
        PMT,
        """
        day        | what              | detail
        2026-01-05 | full intake       | adult
        2026-01-06 | variant chosen    | variant short
        2026-02-02 | treatment started |
        2026-02-02 | 12 sessions held  |
        """,
        part("dose", on="2026-04-21", show="held low high limit"),
        """
        held | low | high | limit
        12   | 8   | 12   | -
        """,
    )


@pytest.mark.requirement("S0-042")
def test_the_usual_variant_counts_on_ten_to_twenty() -> None:
    """The usual variant counts on 10 to 20 sessions."""
    spec(
        PMT,
        """
        day        | what              | detail
        2026-01-05 | full intake       | adult
        2026-01-06 | variant chosen    | variant usual
        2026-02-02 | treatment started |
        2026-02-02 | 3 sessions held   |
        """,
        part("dose", on="2026-02-17", show="held low high limit"),
        """
        held | low | high | limit
        3    | 10  | 20   | -
        """,
    )


@pytest.mark.requirement("S0-043")
def test_near_the_end_of_a_short_course_a_longer_one_can_be_chosen() -> None:
    """Some need longer. One session before the twelfth the usual variant comes up; it is never chosen by itself."""
    spec(
        PMT,
        """
        day        | what              | detail
        2026-01-05 | full intake       | adult
        2026-01-06 | variant chosen    | variant short
        2026-02-02 | treatment started |
        2026-02-02 | 11 sessions held  |
        """,
        told("variant-longer", on="2026-04-13", show="code subject urgency step"),
        """
        code           | subject | urgency  | step
        variant-longer | length  | possible | choose_variant usual
        """,
    )


@pytest.mark.requirement("S0-043")
def test_a_change_of_variant_is_a_new_fact_and_both_stay_in_sight() -> None:
    """After eleven sessions the usual variant is chosen, with the reason. The first choice stays to be read."""
    spec(
        PMT,
        """
        day        | what              | detail
        2026-01-05 | full intake       | adult
        2026-02-02 | treatment started |
        2026-02-02 | 11 sessions held  |
        2026-04-14 | variant chosen    | variant usual, reason Meer tijd nodig
        """,
        part("dose", on="2026-04-14", show="held low high limit"),
        """
        held | low | high | limit
        11   | 10  | 20   | -
        """,
    )


@pytest.mark.requirement("S0-043")
def test_the_longer_variant_has_no_number() -> None:
    """The source names no number for longer treatment, so none is expected and nothing says that it is reached."""
    spec(
        PMT,
        """
        day        | what              | detail
        2026-01-05 | full intake       | adult
        2026-01-06 | variant chosen    | variant long
        2026-02-02 | treatment started |
        2026-02-02 | 25 sessions held  |
        """,
        told("dose-low-reached", "dose-high-reached", "variant-longer", on="2026-08-01", show="code subject"),
        """
        code | subject
        """,
    )


@pytest.mark.requirement("S0-044")
def test_intensive_can_be_chosen_while_treatment_runs() -> None:
    """More than once a week is a choice of its own, beside how long. What was chosen is not chosen twice."""
    spec(
        PMT,
        """
        day        | what              | detail
        2026-01-05 | full intake       | adult
        2026-02-02 | treatment started |
        2026-02-02 | variant chosen    | variant intensive, reason Zware klachten
        """,
        may("choose_variant intensive", "choose_variant weekly", "choose_variant usual", on="2026-02-03"),
        """
        step                     | may | held back by
        choose_variant intensive | no  | same-variant
        choose_variant weekly    | yes | -
        choose_variant usual     | yes | -
        """,
    )


@pytest.mark.requirement("S0-023")
def test_a_child_is_asked_for_the_developmental_age() -> None:
    """Treatment of a child fits its development, which is not always its age. An adult is not asked."""
    spec(
        PMT,
        """
        day        | what        | detail
        2026-01-05 | full intake |
        """,
        told("developmental-age-open", on="2026-01-07", show="code subject urgency step"),
        """
        code                   | subject  | urgency  | step
        developmental-age-open | children | possible | state_developmental_age
        """,
    )


@pytest.mark.requirement("S0-023")
def test_the_developmental_age_stands_beside_the_calendar_age() -> None:
    """Judged at four years, a child of six stays in the variant of its calendar age."""
    spec(
        PMT,
        """
        day        | what                     | detail
        2026-01-05 | full intake              |
        2026-01-06 | developmental age stated | months 48
        """,
        facing("stage", "developmental_age", "variant_ids", on="2026-01-07"),
        """
        stage  | developmental_age | variant_ids
        intake | 48                | short + weekly + children
        """,
    )
