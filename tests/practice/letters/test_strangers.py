"""The address, phone or mail of someone else is found, however it is written (trust T2)."""

import pytest

from lijfspoor.practice.letters.strangers import Whereabouts, named_in

MARK = Whereabouts(
    name="Mark Smit", street="Wadlaan 12", postcode="9999 ZZ", phone="06-12 34 56 78", email="mark@smit.example"
)


@pytest.mark.parametrize(
    "words",
    [
        "Hij woont op de Wadlaan 12.",
        "wadlaan  12, Duinstad",
        "Wadlaan\n12",
        "(9999ZZ)",
        "9999 zz",
        "bel 0612345678",
        "bel +31 6 12345678",
        "06 12.34.56.78",
        "Mark@Smit.example",
    ],
)
def test_whereabouts_are_found(words: str) -> None:
    assert named_in(words, [MARK]) == ("Mark Smit",)


@pytest.mark.parametrize("words", ["Mark Smit komt mee", "Wadlaan 120", "bmark@smit.example", "12345678 9999", ""])
def test_what_is_no_ones_whereabouts_is_let_through(words: str) -> None:
    if words == "12345678 9999":
        assert named_in(words, [Whereabouts(name="x", phone="12-34")]) == ()
    else:
        assert named_in(words, [MARK]) == ()


def test_an_address_the_reader_shares_is_no_secret() -> None:
    eva = Whereabouts(name="Eva", street="Wadlaan 12", postcode="9999 ZZ")
    assert named_in("Wadlaan 12, 9999 ZZ", [MARK], own=eva) == ()
    assert named_in("mark@smit.example", [MARK], own=eva) == ("Mark Smit",)


def test_someone_without_whereabouts_is_never_named() -> None:
    assert named_in("wat dan ook", [Whereabouts(name="Ria")]) == ()
