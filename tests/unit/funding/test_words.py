"""Amounts and assumptions in words."""

import ast
from pathlib import Path

import pytest

from lijfspoor.domain.funding import costing
from lijfspoor.domain.funding.words import NOT_KNOWN, euros
from lijfspoor.domain.kernel.money import Money


@pytest.mark.parametrize(
    ("cents", "dutch", "english"),
    [
        (0, "€ 0", "€ 0"),
        (7500, "€ 75", "€ 75"),
        (7505, "€ 75,05", "€ 75.05"),
        (123450, "€ 1.234,50", "€ 1,234.50"),
        (100000000, "€ 1.000.000", "€ 1,000,000"),
    ],
)
def test_amounts_are_written_as_people_write_them(cents: int, dutch: str, english: str) -> None:
    """With the marks of the language, and cents only when there are any."""
    assert (euros(Money(cents), "nl"), euros(Money(cents), "en")) == (dutch, english)


def test_everything_that_can_be_unknown_has_its_sentence() -> None:
    """Every code that the costing names is explained, and nothing else is."""
    tree = ast.parse(Path(costing.__file__).read_text(encoding="utf-8"))
    written = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    codes = {each for each in written if each in NOT_KNOWN or each.endswith(("-told", "-known", "-average", "-18"))}
    assert codes == set(NOT_KNOWN)


def test_money_is_never_negative() -> None:
    """A slip in counting is an error, not a debt."""
    with pytest.raises(ValueError, match="negative"):
        Money(10) - Money(11)
