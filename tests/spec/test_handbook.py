"""The printed handbook says what the specs say now, and no spec of a chapter is left out."""

from pathlib import Path

import pytest

from lijfspoor.catalogue.reader import shipped
from lijfspoor.domain.pathways import StepKind, allowed_steps, standing
from tests.spec import print_handbook
from tests.spec.spec import ADD_ON, ATTACHMENT, MOVEMENT, PHYSIO, PMT
from tests.spec.tables import read_table
from tests.spec.telling import facts_in
from tests.spec.toc import CONTENTS


def test_the_printed_handbook_is_fresh() -> None:
    for name, text in print_handbook.pages().items():
        printed = print_handbook.FOLDER / name
        hint = f"{name} is stale; run: python -m tests.spec.print_handbook"
        assert printed.exists(), hint
        assert printed.read_text(encoding="utf-8") == text, hint


@pytest.mark.parametrize("chapter", CONTENTS)
def test_no_section_of_a_chapter_is_left_out(chapter: str) -> None:
    files = (Path(__file__).parent / chapter).glob("test_*.py")
    assert {file.stem.removeprefix("test_") for file in files} == set(CONTENTS[chapter])


@pytest.mark.parametrize("pin", [ADD_ON, ATTACHMENT, PMT, PHYSIO, MOVEMENT])
def test_a_full_intake_is_all_that_a_module_asks_before_the_start(pin: str) -> None:
    module = shipped()[pin]
    told = read_table("day | what\n2026-01-05 | full intake")
    facts = facts_in(told, module)
    now = standing(module, facts, facts[-1].stamp.holds_on)
    start = next(each for each in allowed_steps(module, now) if each.step.kind == StepKind.START_TREATMENT)
    assert start.allowed


def test_a_crooked_table_is_refused() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        read_table("day | what\n2026-01-05 | referred | route private")
