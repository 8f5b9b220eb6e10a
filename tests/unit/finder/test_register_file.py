"""A register file: what is sound is read, what is not is named with line and column, nothing breaks."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lijfspoor.catalogue.finder import places
from lijfspoor.domain.finder.listing import Registration
from lijfspoor.domain.finder.register_file import COLUMNS, NotARegister, read_register

KNOWN = frozenset({"kwaliteitsregister", "nvpmt"})
HEADING = ",".join(COLUMNS)
SOUND = {
    "name": "Iris Verzonnen",
    "discipline": "pmt",
    "postcode": "1011 AB",
    "practice": '"Praktijk De Kade, Amsterdam"',
    "email": "iris@kade.example",
    "website": "https://kade.example",
    "ages": "adult;older",
    "areas": "trauma;burnout",
    "languages": "Nederlands;Engels",
    "forms": "individual",
    "settings": "practice",
    "waiting_weeks": "6",
    "municipalities": "Amsterdam;Diemen",
    "registers": "kwaliteitsregister:123:2029-12-31;nvpmt",
    "self_employed": "ja",
    "price": '"85,50"',
}


def file(**other: str) -> bytes:
    """A register of one line."""
    row = SOUND | other
    return f"{HEADING}\n{','.join(row.get(name, '') for name in COLUMNS)}\n".encode()


def test_a_sound_line_is_read_whole() -> None:
    """Every column, lists parted, the price in cents, registers with number and end."""
    reading = read_register(file(), places(), KNOWN)
    assert reading.slips == ()
    (found,) = reading.listings
    assert (found.name, found.practice, found.pc4) == ("Iris Verzonnen", "Praktijk De Kade, Amsterdam", "1011")
    assert (found.ages, found.areas, found.languages) == (
        ("adult", "older"),
        ("trauma", "burnout"),
        ("Nederlands", "Engels"),
    )
    assert (found.waiting_weeks, found.price_cents, found.self_employed) == (6, 8550, True)
    assert found.registrations == (
        Registration("kwaliteitsregister", "123", date(2029, 12, 31)),
        Registration("nvpmt"),
    )


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("name", ""),
        ("name", "x" * 201),
        ("discipline", "massage"),
        ("discipline", ""),
        ("postcode", "0000"),
        ("postcode", "10111"),
        ("email", "iris"),
        ("website", "javascript:alert(1)"),
        ("ages", "adult;baby"),
        ("areas", "flu"),
        ("waiting_weeks", "-1"),
        ("waiting_weeks", "999"),
        ("waiting_weeks", "²"),
        ("registers", "bigregister:1"),
        ("registers", "nvpmt:1:2029-02-30"),
        ("self_employed", "maybe"),
        ("price", "85.555"),
        ("price", "-1"),
        ("price", "1e3"),
    ],
)
def test_a_slip_is_named_and_its_line_left_out(column: str, value: str) -> None:
    """On line 2, in that column, and the others are read."""
    second = file().decode().splitlines()[1]
    reading = read_register(file(**{column: value}) + f"{second}\n".encode(), places(), KNOWN)
    assert {(slip.line, slip.column) for slip in reading.slips} == {(2, column)}
    assert len(reading.listings) == 1


@pytest.mark.parametrize(
    "document",
    [
        b"",
        b"name,postcode\n",
        b"name,discipline,postcode,star_sign\n",
        b"name,name,discipline,postcode\n",
        b"\xff\xfe\x00",
        b"name,discipline,postcode\nA\x00,pmt,1011\n",
        b'name,discipline,postcode\n"A,pmt,1011\n',
        b"x" * 20_000_001,
    ],
)
def test_what_is_no_register_is_refused_as_a_whole(document: bytes) -> None:
    """No heading, unknown or double columns, another encoding, an open quote, too large."""
    with pytest.raises(NotARegister):
        read_register(document, places(), KNOWN)


def test_a_comma_too_many_is_named() -> None:
    """A value with a comma in it that has no quotes around it shifts the line."""
    shifted = b"name,discipline,postcode\nA,pmt,1011,B\n"
    assert [slip.column for slip in read_register(shifted, places(), KNOWN).slips] == ["beyond the last column"]


@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda text: f"{HEADING}\n{text}".encode()))
def test_no_file_breaks_the_reader(document: bytes) -> None:
    """Whatever it holds: listings and slips, or a refusal."""
    try:
        reading = read_register(document, places(), KNOWN)
    except NotARegister:
        return
    assert all(slip.line > 1 and slip.expected for slip in reading.slips)
    assert all(listing.name and listing.pc4 in places() for listing in reading.listings)
