"""Pictures and words are as a person approved them."""

import pytest

from tests.unit.singlecase.approved.approve import HERE, MADE


@pytest.mark.parametrize("name", sorted(MADE))
def test_it_is_as_it_was_approved(name: str) -> None:
    found = MADE[name]()
    kept = (HERE / name).read_text(encoding="utf-8")
    same = found == kept
    assert same, f"{name} changed: look at it and renew it with python -m tests.unit.singlecase.approved.approve"


def test_nothing_is_kept_that_nobody_makes() -> None:
    kept = {path.name for path in HERE.iterdir() if path.suffix in {".svg", ".txt", ".json"}}
    assert kept == set(MADE)
