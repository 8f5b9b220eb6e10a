"""Cards are read strictly, and stay plain, short for children, and open about what they rest on."""

import shutil
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from lijfspoor.catalogue.checker import check, known_ids
from lijfspoor.catalogue.education import check_cards, load_cards, shipped_cards
from lijfspoor.catalogue.evidence import shipped_evidence
from lijfspoor.catalogue.mistakes import ContentRefused
from lijfspoor.catalogue.reader import SHIPPED
from lijfspoor.catalogue.rules.education import PICTURES

FROM_BELOW = "from-below-parent/1.0.yaml"
CHILD = "window-child/1.0.yaml"
DRAWINGS = Path(SHIPPED).parent / "practice/library/static/library/pictures"
Edit = Callable[[str, str, str], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A content folder with two cards and the evidence that ships."""
    shutil.copytree(SHIPPED / "evidence", tmp_path / "evidence")
    for file in (FROM_BELOW, CHILD):
        shutil.copytree((SHIPPED / "education" / file).parent, (tmp_path / "education" / file).parent)
    return tmp_path


@pytest.fixture
def edit(folder: Path) -> Edit:
    def edited(file: str, old: str, new: str) -> None:
        path = folder / "education" / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return edited


def test_what_ships_has_no_mistakes() -> None:
    assert check_cards(SHIPPED, known_ids()) == []


LONG = "Bewegingsmogelijkheden, ontwikkelingsmogelijkheden en verantwoordelijkheden " * 6


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (FROM_BELOW, "label: assumed\n", "", "label: Say how strong the ground is"),
        (FROM_BELOW, "[stress-from-below, ", "[stress-from-above, ", "evidence[0]: Name a record"),
        (FROM_BELOW, "nl: Is de spanning heel hoog", f"nl: {LONG}. Is de spanning heel hoog", "reading ease is"),
        (FROM_BELOW, "pmkt-attachment:regulation", "pmkt-attachment:regulering", "phases[0]: Name a part that exists"),
        (FROM_BELOW, "modules: [pmkt-attachment]", "modules: [pmt]", "phases[0]: Write the module"),
        (FROM_BELOW, "audience: parent", "audience: parents", "audience: Write"),
        (FROM_BELOW, "ages: [child]", "ages: []", "ages: Write at least one line"),
        (CHILD, "id: window\n", "id: door\n", "pictures[0].id: Name one of"),
        (CHILD, "nl: 'Te druk?", "nl: '" + "Je mag hier zijn. " * 20 + "Te druk?", "75 words at most"),
        (CHILD, "id: window-child", "id: window-kind", "id: Write window-child@1.0"),
    ],
)
def test_a_mistake_says_where_it_stands(folder: Path, edit: Edit, file: str, old: str, new: str, expected: str) -> None:
    edit(file, old, new)
    found = [f"{each.path}: {each.expected}" for each in check_cards(folder)]
    assert any(expected in each for each in found), found
    with pytest.raises(ContentRefused):
        load_cards(folder)
    assert {each.file for each in check(folder)} >= {str(folder / "education" / file)}


def test_an_older_version_stays_to_be_read_and_the_newest_is_given_out(folder: Path) -> None:
    old = folder / "education" / CHILD
    newer = old.with_name("1.10.yaml")
    newer.write_text(old.read_text(encoding="utf-8").replace("'1.0'", "'1.10'"), encoding="utf-8")
    cards = load_cards(folder)
    assert {"window-child@1.0", "window-child@1.10"} <= set(cards.versions)
    assert cards.newest["window-child"].version == "1.10"


def test_what_rests_on_an_assumption_carries_its_label() -> None:
    records = shipped_evidence().records
    resting = [
        card
        for card in shipped_cards().newest.values()
        if any(records[each].kind == "assumption" for each in card.evidence)
    ]
    assert resting
    assert {card.label for card in resting} == {"assumed"}


@pytest.mark.parametrize("name", sorted(PICTURES))
def test_a_drawing_is_plain_and_keeps_its_meaning_in_grey(name: str) -> None:
    """Only lines and shapes in black, grey and white: nothing hangs on colour, nothing runs, nothing is fetched."""
    drawing = ElementTree.parse(DRAWINGS / f"{name}.svg").getroot()
    colours = set()
    for part in drawing.iter():
        assert part.tag.removeprefix("{http://www.w3.org/2000/svg}") in {"svg", "g", "path", "circle", "rect"}
        assert not {key for key in part.attrib if key.startswith("on") or key in {"style", "href"}}
        colours |= {part.attrib[key] for key in ("fill", "stroke") if part.attrib.get(key, "none") != "none"}
    assert colours == {"#fff", "#222"}
    assert contrast("#222", "#fff") >= 7
    assert len((DRAWINGS / f"{name}.svg").read_bytes()) < 3000


def test_every_drawing_is_used_and_described() -> None:
    used = {picture.id for card in shipped_cards().newest.values() for picture in card.pictures}
    assert used == PICTURES == {path.stem for path in DRAWINGS.glob("*.svg")}


def contrast(one: str, other: str) -> float:
    """How two greys stand apart, by the formula of WCAG 2."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    share = int(colour[1] * 2, 16) / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)
