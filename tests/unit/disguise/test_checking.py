"""Whatever a file holds is found in a text, however it is written; ordinary words are told apart from names."""

import itertools
import string
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lijfspoor.domain.disguise.checking import check, pieces, still_open
from lijfspoor.domain.disguise.folding import words_in
from lijfspoor.domain.disguise.known import Hit, Known, Named
from lijfspoor.domain.disguise.ordinary import PARTICLES

NOOR = Known(
    person="een meisje van 7",
    names=(
        Named("Noor Veldhuis", "client", "het meisje"),
        Named("Eva Veldhuis-de Wit", "relative", "de moeder"),
        Named("Ria van 't Hof", "relative", "de oma"),
        Named("Marjan de Wit", "colleague", "de behandelaar"),
        Named("Basisschool De Regenboog", "institution", "de school"),
        Named("Zeeweg", "place", "weglaten"),
        Named("Duinstad", "place", "een plaats in de regio"),
    ),
    born=date(2019, 3, 12),
    dates=(date(2026, 4, 14),),
    phones=("06-12345678",),
    postcodes=("1234 AB",),
    bsns=("123456782",),
    places=frozenset({"haarlem", "den haag", "goor", "best"}),
)
LETTERS = st.text(string.ascii_letters + "éèëïöüçñøåÅÉ", min_size=2, max_size=12)
NAMES = st.lists(LETTERS, min_size=1, max_size=3).map(" ".join)
AROUND = st.text(st.sampled_from(" .,;:!?()\n1279'\"-"), max_size=6)
ACCENTS = ("", "", "\u0301", "\u0308")


def hits(text: str, known: Known = NOOR) -> list[tuple[str, str, bool]]:
    return [(hit.kind, hit.words, hit.sure) for hit in check(text, known)]


@st.composite
def written(draw: st.DrawFn, name: str) -> str:
    """A name in any case, with accents added or left out."""
    plain = "".join(each for each in unicodedata.normalize("NFD", name) if not unicodedata.combining(each))
    chosen = draw(st.sampled_from((name, plain, unicodedata.normalize("NFD", name))))
    made = []
    for letter in chosen:
        turned = letter.upper() if draw(st.booleans()) else letter.lower()
        made.append(turned + (draw(st.sampled_from(ACCENTS)) if letter.isalpha() else ""))
    return "".join(made)


@given(st.data(), NAMES, AROUND, AROUND)
def test_a_name_is_found_wherever_and_however_it_is_written(
    data: st.DataObject, name: str, before: str, after: str
) -> None:
    known = Known(names=(Named(name, "client", "de cliënt"),))
    planted = data.draw(written(name))
    text = f"Het gaat om {before} {planted} {after} en de rest."
    covered = {at for hit in check(text, known) for at in range(hit.start, hit.end)}
    start = len(f"Het gaat om {before} ")
    looked_for = [word for word in words_in(name) if len(word) > 1]
    telling = [word for word in looked_for if word not in PARTICLES] or looked_for
    for word, at in _places(planted, start):
        if word in telling:
            assert covered.issuperset(at), (text, word)


def _places(planted: str, start: int) -> list[tuple[str, range]]:
    found, at = [], start
    for word in planted.split(" "):
        if folded := words_in(word):
            found.append((folded[0], range(at, at + len(word))))
        at += len(word) + 1
    return found


@given(st.text(max_size=200))
def test_any_text_gets_hits_in_order_that_do_not_touch_and_its_pieces_are_the_text(text: str) -> None:
    found = check(text, NOOR)
    assert all(one.end <= two.start for one, two in itertools.pairwise(found))
    assert all(0 <= hit.start < hit.end <= len(text) and text[hit.start : hit.end] == hit.words for hit in found)
    assert "".join(piece.words for piece in pieces(text, found)) == text
    assert [piece.hit for piece in pieces(text, found) if piece.hit] == list(found)


@pytest.mark.requirement("S4-021")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Noor speelt graag.", "Noor"),
        ("We zagen NOOR en noor.", "NOOR"),
        ("Het is Noors beurt.", "Noors"),
        ("Zij heet Nóór.", "Nóór"),
        ("Mevrouw Veldhuis belde.", "Veldhuis"),
        ("Oma Ria komt mee.", "Ria"),
        ("Op De Regenboog gaat het goed.", "Regenboog"),
        ("Zij woont in Duinstad.", "Duinstad"),
        ("Zij woont aan de Zeeweg.", "Zeeweg"),
        ("Het ging over N.V. en school.", "N.V."),
        ("Wij verhuisden naar Haarlem.", "Haarlem"),
        ("Wij gaan naar Den Haag.", "Den Haag"),
        ("Bel 06 12 34 56 78.", "06 12 34 56 78"),
        ("Bel +31 6 87654321.", "+31 6 87654321"),
        ("Mail eva@voorbeeld.nl.", "eva@voorbeeld.nl"),
        ("Postcode 1234 AB.", "1234 AB"),
        ("Postcode 9999zz, daar.", "9999zz"),
        ("Nummer 123456782.", "123456782"),
        ("Nummer 111.222.333.", "111.222.333"),
    ],
)
def test_what_points_at_someone_is_found_for_sure(text: str, expected: str) -> None:
    assert (expected, True) in [(words, sure) for _, words, sure in hits(text)]


@pytest.mark.parametrize(
    "spelling",
    [
        *(
            "12-03-2019",
            "12-3-19",
            "12/3/2019",
            "12.03.2019",
            "12 03 2019",
            "2019-03-12",
            "20190312",
            "12032019",
            "120319",
        ),
        *("12 maart 2019", "12 mrt 2019", "12 mrt. '19", "12e maart 2019", "12 Maart 2019", "12maart2019"),
        *("twaalf maart 2019", "de twaalfde maart 2019", "de 12e van maart 2019", "12 MAART 2019"),
    ],
)
def test_the_birth_date_is_known_in_every_spelling(spelling: str) -> None:
    (hit,) = check(f"Zij is geboren op {spelling} in huis.", NOOR)
    assert (hit.kind, hit.why, hit.instead) == ("date", "de geboortedatum van de cliënt", "een meisje van 7")


@pytest.mark.parametrize(
    "text", ["Op 3 mei was het stil.", "In maart 2024 begon het.", "Op 14 april 2026 kwam zij.", "op 31-12-2020"]
)
def test_other_days_are_dates_too(text: str) -> None:
    assert [kind for kind, _, _ in hits(text)] == ["date"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Zij is 7;3 jaar.", ["age"]),
        ("Zij is 7 jaar en 3 maanden.", ["age"]),
        ("Zij is zeven jaar, drie maanden en twaalf dagen oud.", ["age"]),
        ("Zij is 87 maanden oud.", ["age"]),
        ("Zij is 7 jaar oud.", []),
        ("Een meisje van 7.", []),
        ("Na 8 tot 12 sessies, in 3 weken.", []),
    ],
)
def test_an_age_in_years_is_no_hit_and_a_more_exact_one_is(text: str, found: list[str]) -> None:
    assert [kind for kind, _, _ in hits(text)] == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zij gooit de witte bal.", []),
        ("Het hof was leeg.", [("hof", False)]),
        ("De muur is wit en de bal ook.", [("wit", False)]),
        ("Wit is haar kleur.", [("Wit", False)]),
        ("Het was Wit die belde.", [("Wit", True)]),
        ("Zij tekende een regenboog.", [("regenboog", False)]),
        ("Beste mensen, het beste ermee.", []),
        ("De hof maakte rumoer.", [("hof", False)]),
    ],
)
def test_an_ordinary_word_is_no_name_for_sure(text: str, expected: list[tuple[str, bool]]) -> None:
    assert [(words, sure) for _, words, sure in hits(text)] == expected


def test_a_text_that_names_nobody_has_no_hits() -> None:
    text = (
        "Een meisje van 7 wordt boos als iemand te dicht bij haar komt. Zij woont bij haar moeder en oma. In het "
        "voorjaar begon de behandeling. Na zes sessies zoekt zij soms zelf troost. Wat zou u nu doen, en waarom?"
    )
    assert hits(text) == []


def test_what_was_kept_knowingly_is_no_longer_open_but_another_spelling_is() -> None:
    found = check("De muur is wit. Het was Wit.", NOOR)
    kept = {found[0].key}
    assert [hit.words for hit in still_open(found, kept)] == ["Wit"]
    assert isinstance(found[0], Hit)
