"""What a chapter on movement must keep to is told with its place."""

from pathlib import Path

import pytest

from lijfspoor.catalogue.reader import SHIPPED, examine
from lijfspoor.practice.library.mistakes import in_dutch

MOVEMENT = SHIPPED / "modules" / "movement-in-trauma" / "1.0.yaml"
PHYSIO = SHIPPED / "modules" / "psychosomatic-physio" / "1.0.yaml"


@pytest.mark.parametrize(
    ("file", "old", "new", "path"),
    [
        pytest.param(
            MOVEMENT,
            "            en: Do muscles, joints and balance allow this movement?\n          sources: [own]",
            "            en: Do muscles, joints and balance allow this movement?\n          sources: [S4-039]",
            "audience.groups[2].criteria[2].sources",
            id="our check under the name of a source",
        ),
        pytest.param(
            MOVEMENT, "kind: effort_check", "kind: precondition", "audience.groups", id="movement without the check"
        ),
        pytest.param(
            MOVEMENT, "      timing: before\n", "", "movement.doses[2].timing", id="an enhancer that floats in time"
        ),
        pytest.param(
            PHYSIO,
            "      kind: relaxation\n      aspect: body-awareness",
            "      kind: relaxing\n      aspect: body-awareness",
            "approach.interventions[2].kind",
            id="a kind that is not there",
        ),
    ],
)
def test_a_mistake_is_told_with_its_place_and_in_dutch(file: Path, old: str, new: str, path: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    found = examine(text.replace(old, new).encode()).mistakes
    assert [mistake.path for mistake in found] == [path]
    assert in_dutch(found[0].expected) != found[0].expected
