"""What the finder knows of registers and questions, as the documents say it."""

import pytest

from lijfspoor.catalogue.checker import known_ids
from lijfspoor.catalogue.finder import REGISTERS, finder_content, mistakes_in_registers
from lijfspoor.domain.finder.listing import QUESTIONS


def test_what_ships_has_no_mistakes() -> None:
    """With every source known."""
    assert mistakes_in_registers(REGISTERS, known_ids()) == ()


@pytest.mark.requirement("S0-058")
@pytest.mark.requirement("S0-008")
def test_the_quality_register_says_what_it_guarantees() -> None:
    """A recognised training, and requirements on work experience, continuing education and supervision."""
    found = finder_content().register("kwaliteitsregister")
    assert found is not None
    said = " ".join(each.text.nl for each in found.guarantees)
    assert all(word in said for word in ("erkende opleiding", "hbo", "werkervaring", "nascholing", "supervisie"))


@pytest.mark.requirement("S0-007")
@pytest.mark.requirement("S0-060")
def test_the_association_is_told_with_what_its_members_promise() -> None:
    """Founded in 1960, more than 1500 members, with the date of the source; members keep to the code."""
    found = finder_content().register("nvpmt")
    assert found is not None
    facts = " ".join(each.text.nl for each in found.facts)
    assert all(word in facts for word in ("1960", "1500", "januari 2026"))
    assert "beroepscode" in found.guarantees[0].text.nl


@pytest.mark.requirement("S0-061")
def test_there_are_five_questions_for_a_first_meeting() -> None:
    """Experience, treatment, number of sessions, cooperation, and parents or partner, in that order."""
    asked = finder_content().questions
    assert tuple(each.id for each in asked) == QUESTIONS
    words = ("ervaring", "behandeling", "Hoeveel sessies", "andere hulpverleners", "ouders of partner")
    assert all(word in question.text.nl for word, question in zip(words, asked, strict=True))
