"""A letter on paper: the same text, readable aloud, lasting, and always the same bytes."""

import dataclasses
import time
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lijfspoor.workbench import paper
from lijfspoor.workbench.paper import (
    Bullets,
    Facts,
    Letter,
    Paragraph,
    Quote,
    Section,
    Sender,
    Signer,
    Table,
    letter_text,
    render_letter,
)
from lijfspoor.workbench.paper.glyphs import covered, is_ignorable, visible
from tests.unit.workbench.paper.reading import a_letter, opened, read_aloud, shown, tags, tight

MARKUP = r"#read(\"/etc/passwd\") * $x$ \ < @ref // /* c */ `r` _a_ = kop + 1. -- --- ... 'q' \"q\" [x] {y} <lab> ~"

SAME_FOR_EVERY_READER = {
    "markup": MARKUP,
    "address": "https://voorbeeld.example/a?b=1&c=2#d, piet@voorbeeld.example",
    "long address": "https://voorbeeld.example/" + "pad/" * 60 + "?q=1",
    "accents": "één ïglo garçon Łódź İstanbul Şükrü",
    "apart accents": "e\u0301 a\u0308",
    "signs": "≥ 3 ≤ 5 ↔ → € ‘a’ “b” – — … ½ ²",
    "ligatures": "fi ff ffi fl tt ft",
    "Greek and Cyrillic": "αβγ Жизнь",
    "Hebrew and Arabic": "שלום עולם abc مرحبا",
    "Devanagari and Thai": "नमस्ते दुनिया สวัสดี",
    "Chinese and Japanese": "漢字かな",
    "emoji": "blij 😀 en 👍",
    "flag": "🇳🇱",
    "mathematical letters": "𝐓𝐡𝐞",
    "one long word": "a" * 1500 + "W" * 200,
    "unknown signs": "a\x01b\x7fc\x00d\ufffee\ue000f",
    "turned around by force": "abc\u202edef",
}
INVISIBLE_PARTS = {
    "zero width": "a\u200bb\u200cc\u200dd\u2060e\ufefff",
    "soft hyphen": "a\u00adb",
    "joined emoji": "👩\u200d👧 ❤\ufe0f 1\ufe0f\u20e3",
    "heaped accents": "z\u0335\u0321a\u0334\u0316l\u0336\u0301go",
    "rare characters": "𐍈 𠀀 𠜎",
}


def between(text: str) -> str:
    return text[text.index("BEGIN") + 5 : text.rindex("EINDE")]


@pytest.mark.parametrize("text", SAME_FOR_EVERY_READER.values(), ids=SAME_FOR_EVERY_READER.keys())
def test_any_text_comes_out_as_it_went_in(text: str) -> None:
    pdf = render_letter(a_letter(f"BEGIN{text}EINDE"))
    assert between(read_aloud(pdf)) == tight(visible(text))
    assert _in_reading_order(between(tight(shown(pdf)))) == _in_reading_order(tight(visible(text)))


def _in_reading_order(text: str) -> str:
    """The plain reader puts words of right-to-left scripts in the order of the eye: letters only are compared."""
    turned = any(unicodedata.bidirectional(char) in {"R", "AL"} for char in text)
    return "".join(sorted(text)) if turned else text


@pytest.mark.parametrize("text", INVISIBLE_PARTS.values(), ids=INVISIBLE_PARTS.keys())
def test_invisible_and_joined_characters_stay_in_the_text_layer(text: str) -> None:
    assert between(read_aloud(render_letter(a_letter(f"BEGIN{text}EINDE")))) == tight(visible(text))


def test_line_ends_in_a_paragraph_are_kept() -> None:
    text = opened(render_letter(a_letter("eerste\ntweede\r\nderde\u2028vierde"))).pages[0].extract_text()
    assert "eerste\ntweede\nderde\nvierde" in text


@pytest.mark.parametrize("text", ["Gewone woorden met $ en #let. " * 3400, "a" * 100_000])
def test_a_hundred_thousand_characters_fit(text: str) -> None:
    pdf = render_letter(a_letter(f"BEGIN{text[:100_000]}EINDE"))
    assert between(read_aloud(pdf)) == tight(text[:100_000])


@pytest.mark.parametrize("text", ["漢" * 100_000, "\u200d" * 100_000, "\n" * 20_000, " " * 100_000, "a\u0301" * 20_000])
def test_an_absurd_text_still_becomes_a_letter(text: str) -> None:
    assert render_letter(a_letter(text)).startswith(b"%PDF-")


LATIN = st.characters(codec="utf-8", max_codepoint=0x17F, categories=("L", "N", "P", "S", "Zs"))
MARKS = {chr(code) for code in covered() if unicodedata.category(chr(code)) == "Mn"}
"""Loose accents of the font: see `render_letter` on stacked accents."""
DRAWN = st.sampled_from(sorted(set(map(chr, covered())) - MARKS))
ANY = st.characters().filter(
    lambda char: char not in MARKS and unicodedata.bidirectional(char) not in {"R", "AL", "AN"}
)


@settings(max_examples=25)
@given(st.lists(st.text(LATIN, max_size=60), min_size=1, max_size=8))
def test_latin_text_is_the_same_in_a_plain_reader(texts: list[str]) -> None:
    pdf = render_letter(a_letter("BEGIN", *texts, "EINDE"))
    assert between(tight(shown(pdf))) == tight("".join(texts))


@settings(max_examples=25)
@given(st.lists(st.text(DRAWN, max_size=60), min_size=1, max_size=8))
def test_every_character_of_the_font_is_the_same(texts: list[str]) -> None:
    pdf = render_letter(a_letter("BEGIN", *texts, "EINDE"))
    assert _seen(between(read_aloud(pdf))) == _seen("".join(map(visible, texts)))


@settings(max_examples=40)
@given(st.lists(st.text(ANY, max_size=60), min_size=1, max_size=8))
def test_no_character_makes_a_letter_fail_or_changes_it(texts: list[str]) -> None:
    pdf = render_letter(a_letter("BEGIN", *texts, "EINDE"))
    assert _seen(between(read_aloud(pdf))) == _seen("".join(map(visible, texts)))


def _seen(text: str) -> str:
    """Text without what nobody sees: at the end of a line invisible characters go, as spaces do."""
    return "".join(char for char in tight(text) if not is_ignorable(char))


def everything(text: str) -> Letter:
    """A letter with the same text in every place that people fill."""
    return a_letter(
        practice=Sender(text, (text, text), text, text, text, text),
        addressee_lines=(text, text),
        place_and_date=text,
        our_reference=text,
        concerning=text,
        salutation=text,
        sections=(
            Section(
                text,
                (
                    Paragraph(text),
                    Bullets((text, text)),
                    Facts(((text, text),)),
                    Table((text, text), ((text, text), (text, text))),
                    Quote(text, text),
                ),
            ),
        ),
        closing=text,
        signer=Signer(text, text, (text,)),
        enclosures=(text,),
        cc=(text, text),
        footer=text,
    )


@pytest.mark.parametrize("text", [MARKUP, "שלום 😀", "W" * 200, "\x1b[31m"])
def test_every_place_in_the_letter_keeps_its_text(text: str) -> None:
    pdf = render_letter(everything(text))
    assert read_aloud(pdf).count(tight(visible(text))) == 34


def test_empty_places_are_no_fault() -> None:
    empty = everything("")
    assert "Praktijk" not in shown(render_letter(empty))
    assert opened(render_letter(empty)).metadata == opened(render_letter(empty)).metadata
    assert tight(letter_text(dataclasses.replace(empty, sections=(), enclosures=(), cc=()))) == "Betreft:Brief"


def test_the_plain_text_has_the_words_of_the_paper_in_the_same_order(sample: Letter) -> None:
    aloud = read_aloud(render_letter(sample))
    place = 0
    for line in letter_text(dataclasses.replace(sample, draft=False, footer="")).splitlines():
        for part in line.removeprefix("- ").replace(": ", " | ").split(" | "):
            place = aloud.index(tight(part).removesuffix(":"), place)


@pytest.fixture(name="sample")
def a_full_letter() -> Letter:
    """A letter of two pages with every kind of block."""
    return a_letter(
        practice=Sender(
            "Praktijk De Priel",
            ("Havenkade 12", "4401 AB Yerseke"),
            "0113 - 20 30 40",
            "post@priel.example",
            "94012345",
        ),
        our_reference="LS-2026-0142",
        sections=(
            Section("", (Paragraph("Op 14 oktober verwees u Sam."), Facts((("Naam", "Sam"), ("Sessies", "12"))))),
            Section("Verloop", (Bullets(("Een signaal", "Een pauze")), Paragraph("Het ging goed. " * 200))),
            Section("Metingen", (Table(("Lijst", "Begin", "Nu"), (("Spanning", "7,2", "5,1"),)),)),
            Section("Besluit", (Quote("Dan wil ik weg.", "Sam, 9 jaar"),)),
        ),
        signer=Signer("Noor Hendriks", "kindertherapeut", ("Register 12.345",)),
        enclosures=("Lichaamskaart",),
        cc=("Ouders",),
        draft=True,
        footer="Vertrouwelijk",
        dated=date(2026, 3, 3),
    )


def test_the_file_is_tagged_and_says_its_language_and_title(sample: Letter) -> None:
    root: Any = opened(render_letter(sample)).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] is True or root["/MarkInfo"]["/Marked"].value is True
    assert root["/Lang"].startswith("nl")
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert opened(render_letter(sample)).metadata.title == "evaluatie"  # type: ignore[union-attr]
    english = dataclasses.replace(sample, language="en")
    assert opened(render_letter(english)).trailer["/Root"]["/Lang"].startswith("en")  # type: ignore[index]


def test_headings_lists_tables_and_quotes_carry_their_tags(sample: Letter) -> None:
    found = tags(render_letter(sample))
    assert [tag for tag in found if tag in {"H1", "H2", "H3"}] == ["H1", "H2", "H2", "H2"]
    assert (found.count("TH"), found.count("TD"), found.count("THead")) == (3, 3, 1)
    assert found.count("BlockQuote") == 1
    assert found.count("LI") == 6
    assert "Figure" not in found


def test_the_file_says_it_is_made_to_last_and_to_be_read_aloud(sample: Letter) -> None:
    root: Any = opened(render_letter(sample)).trailer["/Root"]
    xmp = root["/Metadata"].get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in xmp
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in xmp
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp


def test_the_same_letter_gives_the_same_bytes(sample: Letter) -> None:
    assert render_letter(sample) == render_letter(sample)


def test_the_date_in_the_file_is_that_of_the_letter(sample: Letter) -> None:
    assert b"2026-03-03" in render_letter(sample)
    assert b"2026" not in _xmp(render_letter(dataclasses.replace(sample, dated=None)))


def _xmp(pdf: bytes) -> bytes:
    root: Any = opened(pdf).trailer["/Root"]
    data: bytes = root["/Metadata"].get_data()
    return data


def test_pages_are_numbered_and_a_draft_says_so_on_each(sample: Letter) -> None:
    pages = [page.extract_text() for page in opened(render_letter(sample)).pages]
    assert len(pages) == 2
    for number, page in enumerate(pages, start=1):
        assert f"pagina {number} van 2" in page
        assert "CONCEPT" in page
    final = opened(render_letter(dataclasses.replace(sample, draft=False)))
    assert all("CONCEPT" not in page.extract_text() for page in final.pages)


def test_a_draft_is_also_read_aloud_as_a_draft(sample: Letter) -> None:
    assert "Ditiseenconcept." in read_aloud(render_letter(sample))


def test_the_address_stands_in_the_window_of_the_envelope(sample: Letter) -> None:
    found: list[tuple[float, float]] = []

    def visit(text: str, place: list[float], _matrix: list[float], _font: object, _size: float) -> None:
        if "Mevrouw" in text:
            found.append((place[4] / 72 * 25.4, 297 - place[5] / 72 * 25.4))

    opened(render_letter(sample)).pages[0].extract_text(visitor_text=visit)
    left, top = found[0]
    assert 20 <= left <= 30
    assert 50 <= top <= 60


def test_letters_made_at_the_same_time_do_not_mix(sample: Letter) -> None:
    letters = [sample, a_letter("een ander"), dataclasses.replace(sample, language="en"), a_letter("nog een")]
    alone = [render_letter(letter) for letter in letters]
    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(render_letter, letters)) == alone


def test_an_ordinary_letter_takes_less_than_a_second(sample: Letter) -> None:
    taken = []
    for _ in range(3):
        start = time.perf_counter()
        render_letter(sample)
        taken.append(time.perf_counter() - start)
    assert min(taken) < 1


def test_the_template_reads_nothing_but_the_data() -> None:
    source = Path(paper.__file__).with_name("letter.typ").read_text(encoding="utf-8")
    for word in ("import", "include", "read(", "eval(", "plugin(", "sys.", "@preview"):
        assert word not in source
    assert source.count("json(") == 1


def test_a_table_with_a_ragged_row_is_refused() -> None:
    with pytest.raises(ValueError, match="as many cells"):
        Table(("a", "b"), (("1",),))
    with pytest.raises(ValueError, match="header"):
        Table((), ())
