"""Which phases are one condition, and when phases mean nothing to the eye."""

import pytest

from lijfspoor.domain.singlecase.data.series import Case, make_case
from lijfspoor.domain.singlecase.picture.conditions import all_conditions, alternates, conditions_of


def series(*phases: str) -> Case:
    return make_case("Ada", list(range(len(phases))), phases)


@pytest.mark.parametrize(
    ("phases", "conditions"),
    [
        (("A", "A", "B"), ("A", "B")),
        (("A1", "B1", "A2", "B2"), ("A", "B", "A", "B")),
        (("baseline 1", "treatment 1", "baseline 2"), ("baseline", "treatment", "baseline")),
        (("A_1", "B-1", "A_2"), ("A", "B", "A")),
        (("A", "B", "B1"), ("A", "B", "B1")),
        (("week 1", "week 2"), ("week 1", "week 2")),
        (("1", "2", "1"), ("1", "2", "1")),
        (("C10", "A", "C11"), ("C", "A", "C")),
        (("A", "A", "A"), ("A",)),
    ],
)
def test_a_number_behind_a_label_is_left_out_where_that_keeps_phases_apart(
    phases: tuple[str, ...], conditions: tuple[str, ...]
) -> None:
    assert conditions_of(series(*phases)) == conditions


def test_all_conditions_stand_once_in_the_order_of_first_use() -> None:
    assert all_conditions([series("A", "B"), series("A", "C", "B")]) == ("A", "B", "C")


@pytest.mark.parametrize(
    ("phases", "fast"),
    [
        ("ABABA", True),
        ("ABAB", False),
        ("AABBAABBAA", True),
        ("AAABBAABBAAA", True),
        ("AAABBBAAABBBAAA", False),
        ("AABBBAABBBAAA", False),
        ("AABBBAABBBAABBB", False),
        ("AABBBAABBBAABB", True),
    ],
)
def test_alternation_has_five_spells_or_more_and_fewer_than_two_and_a_half_rows_each(phases: str, fast: bool) -> None:
    assert alternates(series(*phases)) is fast
