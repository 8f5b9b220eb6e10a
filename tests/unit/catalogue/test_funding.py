"""The rules of paying are read strictly, and those that ship keep to every rule."""

from pathlib import Path

import pytest

from lijfspoor.catalogue.checker import known_ids
from lijfspoor.catalogue.funding import read_funding
from lijfspoor.catalogue.reader import SHIPPED

SHIPS = SHIPPED / "funding" / "rules.yaml"


def test_what_ships_has_no_mistakes() -> None:
    """With every source known."""
    assert read_funding(SHIPS, known_ids()).mistakes == ()


@pytest.mark.parametrize(
    ("instead", "of", "path"),
    [
        ("low: 90000\n    high: 38500", "low: 38500\n    high: 38500", "amounts[0].low"),
        ("until: 2025-12-31", "until: 2026-12-31", "amounts[0].until"),
        (
            "valid_from: 2026-05-01\n    certainty: verified",
            "valid_from: 2027-01-01\n    certainty: announced",
            "amounts[1].valid_from",
        ),
        ("review_by: 2026-01-01", "review_by: 2027-01-31", "review_by"),
        ("id: owned", "id: own\n", "routes[4].id"),
        ("sources: []", "sources: [S0-066]\n\ninstitutions", "amounts[2].sources"),
    ],
)
def test_a_slip_is_named_where_it_stands(tmp_path: Path, instead: str, of: str, path: str) -> None:
    """Wrong order of amounts, of days, two laws at once, an unknown route, a statement without source."""
    text = SHIPS.read_text(encoding="utf-8")
    assert of in text
    tail = "\n\ninstitutions" if of.endswith("institutions") else ("\n" if of.endswith("\n") else "")
    file = tmp_path / "rules.yaml"
    file.write_text(text.replace(of, instead + tail, 1), encoding="utf-8")
    found = {mistake.path for mistake in read_funding(file, known_ids()).mistakes}
    assert path in found
