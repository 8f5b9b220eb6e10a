"""Marks: what a wish asks is found in a listing that has it, and in no other."""

from hypothesis import given
from hypothesis import strategies as st

from lijfspoor.domain.finder.listing import AGES, AREAS, FORMS, SETTINGS, Listing, Registration
from lijfspoor.domain.finder.wish import Wish, mark, marks_of

words = st.text(st.sampled_from("abcé 's-|:"), min_size=1, max_size=8).filter(lambda text: any(map(str.isalnum, text)))
listings = st.builds(
    Listing,
    name=st.just("Iemand"),
    practice=st.just(""),
    discipline=st.sampled_from(["pmt", "pmkt"]),
    pc4=st.just("1011"),
    ages=st.lists(st.sampled_from(AGES), max_size=3).map(tuple),
    areas=st.lists(st.sampled_from(AREAS), max_size=3).map(tuple),
    languages=st.lists(words, max_size=3).map(tuple),
    forms=st.lists(st.sampled_from(FORMS), max_size=2).map(tuple),
    settings=st.lists(st.sampled_from(SETTINGS), max_size=2).map(tuple),
    municipalities=st.lists(words, max_size=3).map(tuple),
    insurers=st.lists(words, max_size=3).map(tuple),
    registrations=st.lists(st.builds(Registration, st.sampled_from(["kwaliteitsregister", "nvpmt"])), max_size=2).map(
        tuple
    ),
    self_employed=st.booleans(),
)


def meets(listing: Listing, wish: Wish) -> bool:
    """The slow way: every property by itself."""

    def has(value: str, values: tuple[str, ...]) -> bool:
        return not value.strip() or mark("x", value) in {mark("x", each) for each in values}

    return (
        has(wish.area, listing.areas)
        and has(wish.age, listing.ages)
        and has(wish.language, listing.languages)
        and has(wish.discipline, (listing.discipline,))
        and has(wish.form, listing.forms)
        and has(wish.setting, listing.settings)
        and has(wish.municipality, listing.municipalities)
        and has(wish.insurer, listing.insurers)
        and has(wish.register, tuple(each.register for each in listing.registrations))
        and (listing.self_employed or not wish.self_employed)
    )


@given(
    listings,
    st.builds(
        Wish,
        area=st.sampled_from(["", *AREAS]),
        age=st.sampled_from(["", *AGES]),
        language=st.just("") | words,
        form=st.sampled_from(["", *FORMS]),
        municipality=st.just("") | words,
        insurer=st.just("") | words,
        register=st.sampled_from(["", "nvpmt"]),
        self_employed=st.booleans(),
    ),
)
def test_marks_say_what_the_properties_say(listing: Listing, wish: Wish) -> None:
    """Found by marks means that every property that was asked is there."""
    carried = marks_of(listing)
    assert all(each in carried for each in wish.marks()) == meets(listing, wish)


def test_names_are_found_however_they_are_written() -> None:
    """Accents, capitals, hyphens and spaces apart; a part of a name is not the name."""
    listed = Listing(
        name="Iemand", practice="", discipline="pmt", pc4="1011", municipalities=("Súdwest-Fryslân", "'s-Hertogenbosch")
    )
    carried = marks_of(listed)
    for written in ("sudwest fryslan", "SÚDWEST-FRYSLÂN", "s hertogenbosch"):
        assert Wish(municipality=written).marks()[0] in carried
    assert Wish(municipality="Fryslân").marks()[0] not in carried
    assert Wish(insurer="Súdwest-Fryslân").marks()[0] not in carried


def test_a_blank_wish_asks_nothing() -> None:
    """Spaces are no wish."""
    blank = "  "
    wish = Wish(area=blank, age=blank, language=blank, discipline=blank, form=blank, setting=blank, insurer=blank)
    assert wish.marks() == ()
