"""The body of a letter: typed text, what people changed, and what follows from the facts."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lijfspoor.practice.letters.compose.body import Edit, LetterBody, LetterSection, blocks_of, composed
from lijfspoor.workbench.paper import Bullets, Facts, Paragraph, Table
from tests.practice.letters.telling import ADD_ON, written

TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=60)
DERIVED = st.lists(
    st.one_of(
        st.lists(st.tuples(TEXT, TEXT), max_size=3).map(lambda pairs: Facts(tuple(pairs))),
        st.lists(st.tuples(TEXT, TEXT), max_size=3).map(lambda rows: Table(("a", "b"), tuple(rows))),
    ),
    max_size=2,
).map(tuple)


@st.composite
def bodies(draw: st.DrawFn) -> LetterBody:
    ids = draw(st.lists(st.sampled_from("abcdef"), unique=True, max_size=4))
    sections = tuple(
        LetterSection(
            id=id_,
            heading=draw(TEXT),
            text=draw(TEXT),
            derived=draw(DERIVED),
            kept=draw(st.booleans()),
            must=draw(st.booleans()),
            composed=draw(TEXT),
        )
        for id_ in ids
    )
    return LetterBody(concerning=draw(TEXT), salutation=draw(TEXT), closing=draw(TEXT), sections=sections)


@given(bodies())
def test_what_is_kept_comes_back_as_it_was(body: LetterBody) -> None:
    assert LetterBody.from_json(body.to_json()) == body


@given(TEXT)
def test_no_typed_character_is_lost_but_dashes_of_lists_and_empty_space(text: str) -> None:
    found = "".join(
        block.text if isinstance(block, Paragraph) else "".join(block.items)
        for block in blocks_of(text)
        if isinstance(block, Paragraph | Bullets)
    )
    assert "".join(found.split()).replace("-", "") == "".join(text.split()).replace("-", "")


@pytest.mark.parametrize(
    ("typed", "blocks"),
    [
        ("een\ntwee", (Paragraph("een\ntwee"),)),
        ("een\r\n\r\ntwee", (Paragraph("een"), Paragraph("twee"))),
        ("kop\n- a\n- b\nslot", (Paragraph("kop"), Bullets(("a", "b")), Paragraph("slot"))),
        ("# kop\n*vet*", (Paragraph("# kop\n*vet*"),)),
        ("-geen lijst", (Paragraph("-geen lijst"),)),
        ("   \n\n  ", ()),
    ],
)
def test_empty_lines_part_paragraphs_and_dashes_make_lists(typed: str, blocks: tuple[object, ...]) -> None:
    assert blocks_of(typed) == blocks


def test_facts_can_be_left_out_unless_they_must_stay() -> None:
    facts = (Facts((("Naam", "Noor"),)),)
    section = LetterSection(id="a", heading="A", derived=facts)
    assert section.on_paper() is not None
    assert replace(section, kept=False).on_paper() is None
    assert replace(section, kept=False, must=True).on_paper() is not None


def test_bringing_up_to_date_keeps_what_people_wrote_and_renews_the_rest() -> None:
    old = composed(
        "x",
        "y",
        LetterSection(id="goals", heading="Doelen", text="oud"),
        LetterSection(id="seen", heading="Gezien", text="oud"),
        LetterSection(id="gone", heading="Weg", text="oud"),
    )
    mine = old.edited(
        Edit(
            concerning="x", salutation="Dag,", closing="z", texts={"seen": "zelf", "gone": "ook zelf"}, kept=frozenset()
        )
    )
    fresh = composed(
        "n",
        "n",
        LetterSection(id="goals", heading="Doelen", text="nieuw"),
        LetterSection(id="seen", heading="Gezien", text="nieuw"),
        LetterSection(id="decisions", heading="Besluit", text="nieuw"),
    )
    assert mine.is_stale(fresh)
    renewed = mine.renewed(fresh)
    assert {each.id: each.text for each in renewed.sections} == {
        "goals": "nieuw",
        "seen": "zelf",
        "decisions": "nieuw",
        "gone": "ook zelf",
    }
    assert renewed.salutation == "Dag,"
    assert not renewed.is_stale(fresh)


def test_a_draft_turns_stale_when_something_happens() -> None:
    happened = """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-02-02 | treatment started |
    """
    then = written("interim", ADD_ON, happened, on="2026-02-03")
    assert not then.is_stale(written("interim", ADD_ON, happened, on="2026-02-04"))
    assert then.is_stale(written("interim", ADD_ON, f"{happened}2026-02-05 | session held |\n", on="2026-02-05"))
