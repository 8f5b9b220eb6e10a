"""Each card holds what its requirement says, in Dutch and English, in words of its own.

What must be in a card is read from the register of requirements and the documents.
"""

import pytest

from lijfspoor.catalogue.education import shipped_cards
from lijfspoor.domain.education.card import EducationCard

CARDS = shipped_cards().newest


def words(card_id: str, language: str = "nl") -> str:
    card = CARDS[card_id]
    texts = [card.title, *card.texts(), *([card.credit] if card.credit else [])]
    texts += [card.disclaimer] if card.disclaimer else []
    return " ".join(each.in_(language) for each in texts).lower()


def holds(card_id: str, *parts: str, language: str = "nl") -> None:
    missing = [part for part in parts if part not in words(card_id, language)]
    assert missing == [], f"{card_id}: {missing}"


@pytest.mark.requirement("S0-004", "S0-018")
def test_body_and_mind_work_both_ways() -> None:
    holds("body-and-mind-client", "wat u voelt, zit ook in uw lijf", "via uw lijf", "andere kant op")
    holds("body-and-mind-client", "starts with movement", "body and thoughts belong together", language="en")
    assert CARDS["body-and-mind-client"].pictures[0].id == "body-and-mind"


@pytest.mark.requirement("S0-019")
def test_experience_comes_before_words() -> None:
    holds("doing-first-client", "door te doen", "als woorden lastig zijn", "al veel hebt gepraat")
    assert "child" in CARDS["no-right-or-wrong-child"].ages


@pytest.mark.requirement("S0-047")
def test_it_is_no_sport_and_nobody_has_to_be_good_at_it() -> None:
    holds("doing-first-client", "geen sport en geen gymles", "niets te kunnen")
    holds("no-right-or-wrong-child", "geen gym")
    everything = " ".join(words(each) for each in CARDS)
    assert not [word for word in ("prestatie", "score", "geslaagd", "mislukt", "terugval") if word in everything]


@pytest.mark.requirement("S0-038")
def test_many_find_out_only_in_treatment_how_tense_they_are() -> None:
    holds("carrying-tension-client", "pas in de therapie", "signalen van uw lijf", "serieus")


@pytest.mark.requirement("S1-004")
def test_what_lacked_early_is_felt_now_in_the_body_too() -> None:
    holds("past-in-the-body-client", "als kind iets tekort", "niet alleen in uw hoofd", "in uw lijf", "nu nog")


@pytest.mark.requirement("S2-005", "S2-128")
@pytest.mark.parametrize("card", ["window-client", "window-parent", "window-teacher", "window-child"])
def test_within_the_window_one_learns_and_outside_it_not(card: str) -> None:
    assert "leren" in words(card) or "leert" in words(card)
    assert CARDS[card].pictures[0].id == "window"
    if card != "window-child":
        holds(card, "te hoog", "te laag" if card in ("window-parent", "window-teacher") else "te weinig")


@pytest.mark.requirement("S2-005")
def test_rhythm_and_repeating_bring_stress_down() -> None:
    holds("window-parent", "ritme helpt")
    holds("from-below-parent", "ritme, herhalen")


@pytest.mark.requirement("S2-018")
def test_later_effects_are_about_groups_and_predict_nothing() -> None:
    holds("not-a-prediction-parent", "geen voorspelling", "ruzie", "ziekte", "leren", "verslaving", "gaat over groepen")


@pytest.mark.requirement("S2-104")
@pytest.mark.parametrize("card", ["flood-to-feeling-client", "words-for-feelings-parent"])
def test_a_flood_becomes_a_feeling_one_can_name_and_think_about(card: str) -> None:
    holds(card, "vloed", "langzaam", "denken")
    assert CARDS[card].audience in ("client", "parent")


@pytest.mark.requirement("S2-105")
@pytest.mark.parametrize("card", ["younger-behaviour-parent", "younger-behaviour-teacher", "small-again-child"])
def test_younger_behaviour_is_forewarned_and_given_room(card: str) -> None:
    assert any(part in words(card) for part in ("geen achteruitgang", "haalt", "niet achteruit"))
    assert "terugval" not in words(card)


@pytest.mark.requirement("S2-123")
def test_the_brain_grows_from_bottom_to_top_and_is_most_vulnerable_early() -> None:
    holds("growing-brain-parent", "eerste vier jaar", "van onder naar boven", "van binnen naar buiten")
    holds("growing-brain-parent", "van achter naar voor", "kwetsbaarst")


@pytest.mark.requirement("S2-124")
def test_there_is_hope_for_what_was_learned_early() -> None:
    holds("hope-parent", "niet voor het leven vast", "zonder dat het kind het weet", "de stappen nog een keer door")
    holds("new-paths-client", "ligt niet voor altijd vast")


@pytest.mark.requirement("S2-125")
def test_other_experiences_repeated_build_another_way() -> None:
    holds("new-paths-client", "nieuwe ervaringen maken een nieuw pad", "elke keer")
    holds("hope-parent", "met veel herhalen", "leent uw kind rust")


@pytest.mark.requirement("S2-126")
@pytest.mark.parametrize("card", ["three-helpers-client", "three-helpers-parent", "three-helpers-child"])
def test_the_three_helpers_are_drawn_told_and_credited_for_parents_and_for_children(card: str) -> None:
    holds(card, "kok", "rookmelder", "soep", "van der kolk (2015)")
    assert "toren" in words(card)
    assert [each.id for each in CARDS[card].pictures] == ["cook", "smoke-detector", "watchtower"]
    assert all(each.alt.nl and each.alt.en for each in CARDS[card].pictures)


@pytest.mark.requirement("S2-126")
def test_parents_read_of_the_low_and_the_high_road() -> None:
    holds("three-helpers-parent", "thalamus", "amygdala", "lage weg", "hoge weg")
    assert "thalamus" not in words("three-helpers-child")


@pytest.mark.requirement("S2-127")
def test_that_it_works_from_below_is_labelled_as_assumed() -> None:
    assert CARDS["from-below-parent"].label == "assumed"
    holds("from-below-parent", "nemen we aan", "niet onderzocht", "ritme, herhalen, een hand en rustig ademen")


@pytest.mark.requirement("S3-003")
def test_the_word_psychosomatic_is_taken_apart() -> None:
    holds("complaints-are-real-client", "psyche", "soma", "op elkaar werken")


@pytest.mark.requirement("S3-004")
def test_complaints_are_real() -> None:
    holds("complaints-are-real-client", "uw klachten zijn echt", "niet tussen uw oren", "lang onder druk")


@pytest.mark.requirement("S3-011")
def test_a_body_on_guard_shows_in_breath_muscles_and_recovery() -> None:
    holds("body-on-guard-client", "op wacht", "ademt", "spieren", "rust helpt u minder")


@pytest.mark.requirement("S3-020", "S3-024")
def test_recovery_lasts_but_is_not_quick_and_what_is_left_out_comes_back() -> None:
    holds("lasting-recovery-client", "geen snelle oplossing", "herstel dat blijft", "slaan we dat over", "terugkomen")


@pytest.mark.requirement("S3-022")
def test_emotions_may_come_and_that_is_normal() -> None:
    holds("emotions-may-come-client", "tranen of boosheid", "dat is gewoon", "113")


@pytest.mark.requirement("S4-020")
def test_the_idea_about_learning_is_labelled_as_an_idea() -> None:
    assert CARDS["walk-before-session-client"].label == "assumed"
    holds("walk-before-session-client", "bdnf", "dit is een idee", "helpt bij leren", "zeker is het niet")


@pytest.mark.requirement("S4-039")
def test_the_advice_to_move_more_is_quoted_with_a_disclaimer() -> None:
    holds(
        "more-movement-client", "kan geen kwaad, zegt een deskundige", "vervangt geen advies van een arts", "huisarts"
    )


@pytest.mark.requirement("S2-058", "S2-061", "S2-064", "S2-067", "S2-070")
@pytest.mark.parametrize(
    ("block", "needed"),
    [
        ("basic-safety", ("eten, slapen", "vaste dag", "wat uw kind voelt en nodig heeft")),
        ("entrusting", ("volle aandacht", "op uw gezicht", "luistert", "doe mee")),
        ("self-confidence", ("wat uw kind doet en wil", "woorden aan gevoel", "zelf iets bedenken", "ontdekking")),
        ("independence", ("niet meer in alles mee", "geven en nemen", "niet steeds, maar wel als het nodig is")),
        ("autonomy", ("loslaten zonder uw kind in de steek te laten",)),
    ],
)
def test_each_building_block_tells_parents_what_it_needs(block: str, needed: tuple[str, ...]) -> None:
    card: EducationCard = CARDS[f"block-{block}-parent"]
    holds(card.id, *needed)
    assert (card.audience, card.blocks) == ("parent", (f"pmkt-attachment:{block}",))


@pytest.mark.requirement("S0-069")
@pytest.mark.parametrize("card", CARDS.values(), ids=lambda card: card.id)
def test_each_card_says_when_it_was_written_and_is_due_and_invents_no_reviewer(card: EducationCard) -> None:
    assert card.written_on < card.review_by
    assert (card.reviewer, card.reviewed_on) == (None, None)
    assert card.sources
    assert all(text.en and text.en != text.nl for text in card.texts())
