"""From letter to file: the one door to the press for letters."""

from pathlib import Path

from lijfspoor.workbench.paper.letter import Letter
from lijfspoor.workbench.paper.payload import letter_data
from lijfspoor.workbench.paper.press import typeset

_TEMPLATE = Path(__file__).with_name("letter.typ")


def render_letter(letter: Letter) -> bytes:
    """Typeset a letter as one PDF file that is both PDF/A-2a and PDF/UA-1 (trust T13, G22).

    The text in the file is the text of the letter, for every character. One exception, in the text layer only and
    never in print: a letter with an accent that has to be raised over it and that Unicode has no single character
    for (L with a circumflex) is there twice.

    The same letter always gives the same bytes. Raises `press.PaperError` (or its kinds PaperTooLarge and
    PaperTookTooLong) when it cannot be made.
    """
    return typeset(_TEMPLATE.read_text(encoding="utf-8"), letter_data(letter), dated=letter.dated)
