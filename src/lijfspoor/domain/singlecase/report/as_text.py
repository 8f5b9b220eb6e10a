"""The report as text to read on a screen: headings, short lines, tables in columns."""

from textwrap import fill

from lijfspoor.domain.singlecase.report.pages import Block, Grid, Page, Paragraph, pages
from lijfspoor.domain.singlecase.report.parts import Report

WIDTH = 100


def as_text(report: Report, language: str = "nl") -> str:
    """Write the whole report, ending in a line end."""
    title = report.title.in_language(language)
    parts = [f"{title}\n{'=' * min(len(title), WIDTH)}", *(_page(page) for page in pages(report, language))]
    return "\n\n".join(parts) + "\n"


def _page(page: Page) -> str:
    return "\n\n".join([f"{page.heading}\n{'-' * min(len(page.heading), WIDTH)}", *map(_block, page.blocks)])


def _block(block: Block) -> str:
    match block:
        case Grid():
            return _grid(block)
        case Paragraph(text, lead):
            whole = f"{lead}: {text}" if lead else text
            return fill(whole, WIDTH, break_long_words=False, break_on_hyphens=False)


def _grid(grid: Grid) -> str:
    lines = [grid.header, *grid.rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(grid.header))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if not column else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        for line in lines
    )
