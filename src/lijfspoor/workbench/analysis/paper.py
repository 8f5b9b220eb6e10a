"""The report on paper: the same pages as on the screen, with the picture, as a tagged PDF."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lijfspoor.domain.singlecase.picture.draw import draw
from lijfspoor.domain.singlecase.picture.marks import Picture
from lijfspoor.domain.singlecase.picture.svg import to_svg
from lijfspoor.domain.singlecase.report.pages import Block, Grid, Page, Paragraph, pages
from lijfspoor.domain.singlecase.report.parts import Report
from lijfspoor.workbench.paper.glyphs import covered, visible
from lijfspoor.workbench.paper.pieces import pieces
from lijfspoor.workbench.paper.press import Limits, typeset

TEMPLATE = Path(__file__).with_name("report.typ")
LIMITS = Limits(wall_seconds=60.0, processor_seconds=40, memory=1_000_000_000)
WIDTH_MM, HEIGHT_MM = 160.0, 222.0
PANELS_A_PAGE = 6
_LINE, _CELL = 90, 14
_SIZE = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_TEXT = re.compile(r">([^<>]+)<")


def report_pdf(report: Report, language: str = "nl") -> bytes:
    """Typeset a report (PDF/A-2a, PDF/UA-1); the same report always gives the same bytes.

    Raises `press.PaperError` when it cannot be made.
    """
    words = ("pagina", "van") if language == "nl" else ("page", "of")
    title = report.title.in_language(language)
    data = {
        "language": language,
        "title": " ".join(visible(title).split()),
        "heading": pieces(title, _LINE),
        "page": words[0],
        "of": words[1],
        "pictures": list(pictures(report, language)),
        "pages": [page_data(page) for page in pages(report, language)],
    }
    return typeset(TEMPLATE.read_text(encoding="utf-8"), data, limits=LIMITS)


def pictures(report: Report, language: str) -> Iterator[dict[str, Any]]:
    """The picture, cut into as many as the pages need."""
    cases = [one.case for one in report.cases]
    if len(cases) <= PANELS_A_PAGE:
        yield picture_data(report.picture, language)
        return
    for start in range(0, len(cases), PANELS_A_PAGE):
        yield picture_data(draw(cases[start : start + PANELS_A_PAGE]), language)


def picture_data(picture: Picture, language: str) -> dict[str, Any]:
    """One picture for the press: its SVG in letters that the font has, how wide it stands, and its words."""
    svg = drawable(to_svg(picture, language))
    found = _SIZE.search(svg)
    wide, tall = (float(found[1]), float(found[2])) if found else (1.0, 1.0)
    return {
        "svg": svg,
        "width": min(WIDTH_MM, HEIGHT_MM * wide / tall),
        "alt": visible(f"{picture.title.in_language(language)}. {picture.description.in_language(language)}"),
    }


def drawable(svg: str) -> str:
    """Put a question mark for each letter inside a text that the font cannot draw."""
    known = covered()

    def fit(found: re.Match[str]) -> str:
        return ">" + "".join(sign if ord(sign) in known else "?" for sign in found[1]) + "<"

    return _TEXT.sub(fit, svg)


def page_data(page: Page) -> dict[str, Any]:
    """One heading with its blocks, every text in pieces."""
    return {"heading": pieces(page.heading, _LINE), "blocks": [block_data(block) for block in page.blocks]}


def block_data(block: Block) -> dict[str, Any]:
    """A paragraph or a table."""
    match block:
        case Paragraph(text, lead):
            return {"kind": "paragraph", "lead": pieces(lead, _LINE) if lead else None, "text": pieces(text, _LINE)}
        case Grid(header, rows):
            return {
                "kind": "table",
                "header": [pieces(cell, _CELL) for cell in header],
                "rows": [[pieces(cell, _CELL) for cell in row] for row in rows],
            }
