"""The readability of Dutch is counted by a stated formula, and every card is at or above the bar.

Formula: Flesch-Douma (1960), reading ease = 206.84 - 0.93 x words per sentence - 77 x syllables per word.
Bars: 70 for a whole card, no sentence over 20 words, and 75 words at most on a card for a child.
"""

import pytest

from lijfspoor.catalogue.education import shipped_cards
from lijfspoor.domain.education.card import EducationCard
from lijfspoor.domain.education.reading_level import reading_level, syllables

CARDS = sorted(shipped_cards().newest.values(), key=lambda card: card.id)


@pytest.mark.parametrize(
    ("word", "counted"),
    [
        ("lijf", 1),
        ("huis", 1),
        ("ruzie", 2),
        ("bouwsteen", 2),
        ("lichaam", 2),
        ("spanning", 2),
        ("ideeën", 3),
        ("leeuwen", 2),
        ("gooien", 2),
        ("oefening", 3),
        ("rookmelder", 3),
        ("geïrriteerd", 4),
        ("zelfvertrouwen", 4),
        ("psychomotorische", 6),
        ("'t", 1),
    ],
)
def test_syllables_are_counted_as_a_dutch_reader_says_them(word: str, counted: int) -> None:
    assert syllables(word) == counted


def test_the_formula_by_hand() -> None:
    level = reading_level("Uw lijf praat. Wij luisteren samen.")
    # Two sentences of three words; syllables 1+1+1 and 1+3+2.
    assert level.ease == pytest.approx(206.84 - 0.93 * 3 - 77 * 9 / 6)
    assert (level.words, level.longest) == (6, "Uw lijf praat.")


def test_officialese_is_below_the_bar() -> None:
    stiff = (
        "De psychomotorische behandeling beoogt de emotieregulatieproblematiek te verminderen door middel van "
        "lichaamsgerichte interventies en ervaringsgerichte oefenvormen."
    )
    assert not reading_level(stiff).is_plain


def test_one_long_sentence_is_below_the_bar_however_short_its_words() -> None:
    assert not reading_level("Je mag hier zijn en " * 6 + "dan is het goed.").is_plain


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_every_card_is_plain_dutch(card: EducationCard) -> None:
    level = reading_level(" ".join(text.nl for text in card.texts()))
    assert level.ease >= 70
    assert len(level.longest.split()) <= 20
    if card.audience == "child":
        assert level.words <= 75


def test_a_text_without_words_has_no_level() -> None:
    with pytest.raises(ValueError, match="no words"):
        reading_level(" ... ")
